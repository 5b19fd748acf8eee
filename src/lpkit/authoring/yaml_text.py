"""Values as YAML in the style of packs: plain where that is safe, folded where it is long, quoted where it must be."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.source import decode, one_line

_WIDTH = 100


def yaml_block(value: Mapping[str, Any], indent: int = 0) -> str:
    """Give a mapping as lines of block YAML that read back as the same data; keys are plain words."""
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in _mapping(value, indent))


def yaml_entry(value: Mapping[str, Any], indent: int) -> str:
    """Give a mapping as an entry of a block list whose dashes stand at a column."""
    block = yaml_block(value, indent + 2)
    return f"{' ' * indent}- {block[indent + 2 :]}"


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, part in value.items():
        if isinstance(part, list) and part and len(str(part)) < _WIDTH - 20 and all(map(_short, part)):
            yield f"{key}: [{', '.join(_flow(entry) for entry in part)}]"
        elif isinstance(part, list) and part:
            yield f"{key}:"
            for entry in part:
                yield from _item(entry, indent + 2)
        elif isinstance(part, Mapping) and part:
            flow = f"{key}: {{{', '.join(f'{name}: {_flow(entry)}' for name, entry in part.items())}}}"
            if all(map(_short, part.values())) and len(flow) <= _WIDTH - indent:
                yield flow
            else:
                yield f"{key}:"
                yield from (f"  {line}" if line else "" for line in _mapping(part, indent + 2))
        else:
            first, *rest = _scalar(part, indent + len(key) + 2)
            yield f"{key}: {first}"
            yield from rest


def _item(entry: Any, indent: int) -> Iterator[str]:
    """Give an entry of a block list below its key: a dash, then the lines of the entry beside and below it."""
    if isinstance(entry, Mapping):
        lines = [*_mapping(entry, indent + 2)]
        below = [f"    {line}" if line else "" for line in lines[1:]]
    else:
        lines = _scalar(entry, indent + 2)
        below = [f"  {line}" if line else "" for line in lines[1:]]
    yield f"  - {lines[0]}"
    yield from below


def _short(value: Any) -> bool:
    """Tell whether a value reads well beside others on one line: short, and plain in a flow list."""
    return not isinstance(value, list | Mapping) and len(str(value)) <= 40 and not _flow(value).startswith('"')


def _flow(value: Any) -> str:
    if isinstance(value, str):
        # libyaml reads a few texts in brackets alone, and refuses them in brackets behind a key: a colon.
        read = decode(f"k: [{value}]\nm: {{k: {value}}}\n".encode(errors="surrogatepass"), "")
        return value if read.data == {"k": [value], "m": {"k": value}} and not read.flaws else one_line(value)
    return one_line(value)


def _scalar(value: Any, indent: int) -> list[str]:
    """Give a scalar as its lines: the first behind its key or dash, all others indented by two."""
    if not isinstance(value, str):
        return [one_line(value)]
    forms: list[list[str]] = []
    if len(value) + indent <= _WIDTH + 10 and "\n" not in value:
        forms.append([value])
    elif "\n" not in value:
        wrapped = textwrap.wrap(value, _WIDTH - 10, break_long_words=False, break_on_hyphens=False)
        forms.append([">-", *(f"  {line}" for line in wrapped)])
    else:
        forms.append(["|-", *(f"  {line}" if line else "" for line in value.split("\n"))])
    return next((form for form in forms if _reads_as(form, value)), [one_line(value)])


def _reads_as(form: list[str], value: str) -> bool:
    read = decode(("k: " + "\n".join(form) + "\n").encode(errors="surrogatepass"), "")
    return not read.flaws and bool(read.data == {"k": value})
