"""What does not fit the schema, in the words of authors: keys that are unknown or missing, and values."""

from collections.abc import Iterable, Mapping
from typing import Any

from lpkit.diagnostic import Path
from lpkit.model.types import Entry
from lpkit.schema.keys import entry_at, example_of, keys_of
from lpkit.schema.likely import likely_key
from lpkit.schema.misfit import ID, JOINED, KEYS, SPACE, Misfit
from lpkit.schema.unfit import Written, value_misfit, wrong_type


def misfits_of(entry: type[Entry], errors: Iterable[Mapping[str, Any]], data: Any, written: Written) -> list[Misfit]:
    """Turn the validation errors of some data into misfits; a misspelt required key is one misfit, not two."""
    missing: dict[Path, list[str]] = {}
    unknown: dict[Path, list[str]] = {}
    others: list[Misfit] = []
    for error in errors:
        *parent, last = error["loc"] or ("",)
        if error["type"] == "missing":
            missing.setdefault(tuple(parent), []).append(str(last))
        elif error["type"] == "extra_forbidden":
            unknown.setdefault(tuple(parent), []).append(str(last))
        else:
            others.append(value_misfit(entry, error, written(error["loc"])))
    found: list[Misfit] = []
    for parent, keys in unknown.items():
        found += _unknown(entry, parent, keys, missing.get(parent, []), _value(data, parent))
    found += [misfit for parent, keys in missing.items() for misfit in _missing(entry, parent, keys)]
    return found + others


def _value(data: Any, at: Path) -> dict[str, Any]:
    for step in at:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}


def _unknown(
    entry: type[Entry], parent: Path, keys: list[str], required: list[str], value: dict[str, Any]
) -> Iterable[Misfit]:
    """Say of keys that they are unknown; what is `required` and meant by one of them is taken from that list."""
    here = entry_at(entry, parent)
    known = list(keys_of(here)) if here else []
    if here is not None and here.also_text and len(value) == 1 and not _is_word_for_text(keys[0], required):
        required.clear()
        yield wrong_type(entry, parent, ("this entry", value, None), KEYS)
        return
    for key in keys:
        at = (*parent, key)
        if joined := JOINED.fullmatch(key):
            message = f'unknown key "{key}": a space is missing behind the colon'
            yield Misfit("unknown-key", at, message, f"write {joined[1]}: {joined[2]}", on_key=True, expected=SPACE)
            continue
        if value.get(key) is None and "id" in required and next(iter(value), "") == key and len(value) > 1:
            required.remove("id")
            message = f'unknown key "{key}"; is it the id of the entry?'
            yield Misfit("unknown-key", at, message, f"write id: {key}", on_key=True, expected=ID)
            continue
        likely = likely_key(key, known, [name for name in known if name not in value], required)
        message, certain = f'unknown key "{key}"', likely.certain if likely else None
        if likely and likely.key in required:
            required.remove(likely.key)
            message += f'; did you mean the required key "{likely.key}"?'
        elif likely:
            message += f'; did you mean "{likely.key}"?'
        help = _key_help(key, likely.key if likely else None, known)
        yield Misfit("unknown-key", at, message, help, likely.key if likely else None, on_key=True, certain=certain)


def _is_word_for_text(key: str, required: list[str]) -> bool:
    return likely_key(key, required, required, required) is not None


def _key_help(key: str, meant: str | None, known: list[str]) -> str:
    if meant is None:
        return f"known keys here: {', '.join(known)}; what is for authors alone goes behind # as a comment"
    small = ", in small letters" if key.casefold() == meant else ""
    return f'write "{meant}:" in place of it{small}; known keys here: {", ".join(known)}'


def _missing(entry: type[Entry], parent: Path, keys: list[str]) -> Iterable[Misfit]:
    here = entry_at(entry, parent)
    for key in keys:
        shown = example_of(here, key) if here else ""
        message = f'missing key "{key}"{_of_whom(parent)}'
        yield Misfit("missing-key", parent, message, f"add {shown}", on_key=True, key=key)


def _of_whom(parent: Path) -> str:
    """Say to what a key belongs, where the fault is shown at an entry of a list."""
    named = next((str(step) for step in reversed(parent) if isinstance(step, str)), "")
    return f' in entry {parent[-1] + 1} of "{named}"' if parent and isinstance(parent[-1], int) and named else ""
