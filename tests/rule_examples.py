"""The examples in the documentation of rules, as files: the sample project with the blocks in place of its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpkit.rule import Rule
from lpkit.schema.house import HouseSchema, load_house_schemas
from project import LIBRARY, PACK, base_of, patched

_FENCE = re.compile(r"^```yaml ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"\.yaml(\.txt)?$", re.IGNORECASE)
_MARK = re.compile(r"\s*# error: (LP[0-9]{3}(?:, LP[0-9]{3})*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an example: the file that it stands for, its text, and the codes that mark its lines."""

    info: str
    text: str
    marks: tuple[tuple[int, tuple[str, ...]], ...]
    """The number of each marked line of the block, from 1, and the codes there."""

    @property
    def path(self) -> str:
        """Give the path of the file, as reports on the project name it."""
        named = self.info if _is_file(self.info) else PACK
        return re.sub(r"^library/\.\./", "", f"library/{named}")

    @property
    def encoding(self) -> str:
        """Give the encoding in which the file is written."""
        return self.info.removeprefix("encoding=") if self.info.startswith("encoding=") else "utf-8"

    def filled(self) -> str:
        """Give the text as it is written to a file: `fill=N` stands for so many characters in the place of `…`."""
        name, _, count = self.info.partition("=")
        return self.text.replace("…", "x" * int(count)) if name == "fill" else self.text

    def placed(self) -> tuple[str, int]:
        """Give the text of the whole file, and how many of its lines stand before the block."""
        name = self.info if _is_file(self.info) else PACK
        return patched(base_of(name), self.filled())


def blocks(example: str) -> Iterator[Block]:
    """Read the blocks of an example."""
    for info, body in _FENCE.findall(example):
        found = [(number, _MARK.search(line)) for number, line in enumerate(body.splitlines(), start=1)]
        marks = tuple((number, tuple(match[1].split(", "))) for number, match in found if match)
        yield Block(info, _MARK.sub("", body), marks)


def write_example(folder: Path, example: str) -> None:
    """Write the project of an example into a folder: the sample, with the blocks in it."""
    for name in (LIBRARY, PACK):
        _put(folder / "library" / name, base_of(name), "utf-8")
    parts = list(blocks(example))
    if any(_NAMED.search(part.info) and part.info != LIBRARY for part in parts):
        (folder / "library" / PACK).unlink()
    for part in parts:
        _put(folder / part.path, part.placed()[0], part.encoding)


def _is_file(info: str) -> bool:
    return info.endswith((".lock", ".judge", ".schema.json")) or _NAMED.search(info) is not None


def _put(file: Path, text: str, encoding: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode(encoding))


def house_schema(folder: Path, rule: Rule) -> list[HouseSchema]:
    """Load the JSON Schema that a rule's documentation shows, if any."""
    shown = re.search(r"^```json\n(.*?)^```$", rule.documentation, re.MULTILINE | re.DOTALL)
    if shown is None:
        return []
    file = folder / "house.schema.json"
    file.write_text(shown.group(1), encoding="utf-8")
    return load_house_schemas([file])
