"""Keys with values that were written as a list or as one text: scores above all."""

from collections.abc import Sequence

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.editing.shaping import as_keys, raw, raw_lines
from lpkit.pattern import pattern

_PAIR = pattern(r"([A-Za-z][\w \-]{0,60}?)\s*[:=]?\s*(\d{1,3})")
_DIGITS = 4


def keys_meant(case: Case) -> Meant | None:
    """Give the keys with values that are meant by a list or a text."""
    value = case.value
    if isinstance(value, list):
        return _of_pairs(case) or _of_points(case, value)
    if not isinstance(value, str) or case.key != "scores":
        return None
    parts = raw_lines(case.source, case.at) or [part.strip() for part in value.replace(";", ",").split(",")]
    found = [_PAIR.fullmatch(part.rstrip(",;")) for part in parts]
    pairs = [(match[1].strip(), match[2]) for match in found if match]
    if len(pairs) == len(found):
        return _braces(case, pairs, True)
    points = [int(part) if part.isdecimal() and len(part) < _DIGITS else part for part in parts]
    return _of_points(case, points) or _of_dimensions(case)


def _of_dimensions(case: Case) -> Meant | None:
    names = [str(entry.get("id")) for entry in case.names.dimensions()]
    return Meant(f"write a line for each dimension, indented: {', '.join(f'{name}: …' for name in names)}")


def _of_pairs(case: Case) -> Meant | None:
    """Take a list of single keys for the keys themselves."""
    pairs: list[tuple[str, str]] = []
    for number, entry in enumerate(case.value):
        if not isinstance(entry, dict) or len(entry) != 1:
            return None
        key = next(iter(entry))
        written = raw(case.source, (*case.at, number, key))
        if written is None:
            return None
        pairs.append((key, written))
    return _braces(case, pairs, True) if pairs and len(dict(pairs)) == len(pairs) else None


def _of_points(case: Case, points: Sequence[object]) -> Meant | None:
    """Take as many bare numbers as the rubric has dimensions for their scores, in the rubric's order."""
    names = [str(entry.get("id")) for entry in case.names.dimensions()]
    if case.key != "scores" or len(names) != len(points) or any(type(entry) is not int for entry in points):
        return None
    return _braces(case, [(name, str(score)) for name, score in zip(names, points, strict=True)], False)


def _braces(case: Case, pairs: list[tuple[str, str]], safe: bool) -> Meant:
    fix = as_keys(case.source, case.at, pairs, safe)
    flat = ", ".join(f"{key}: {value}" for key, value in pairs)
    if fix is not None and fix.edits[0].text.startswith("{"):
        return Meant(f"write the names with their values in braces: {{{flat}}}", fix)
    return Meant(f"write the lines without the dashes: {pairs[0][0]}: {pairs[0][1]}", fix)
