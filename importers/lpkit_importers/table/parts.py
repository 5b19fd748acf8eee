"""Cells that a sign parts into options: each has its place, which counts also where a part is empty."""

from collections.abc import Sequence
from itertools import pairwise

from lpkit_importers.table.choices import Choices

_UNKNOWN = 0
"""The place of an option where blank lines may be empty options or mere space."""


def placed(texts: Sequence[str]) -> Choices:
    """Give the options of a list by their places in it; an empty one is none, but its place counts."""
    filled = [(text, place) for place, text in enumerate(texts, start=1) if text]
    return Choices(tuple(text for text, _ in filled), tuple(place for _, place in filled), ("",) * len(filled))


def parted(cells: Sequence[str], sign: str) -> list[Choices]:
    """Part cells by a sign: an empty part is an option that is not there, and the places of the others count it.

    Where the sign is doubled between all parts of all cells, it is a sign of its own; where it stands before the first
    part of every cell, it begins lists. Blank lines are space where one is between all parts; else no key may count.
    """
    whole = [_split(cell, sign) for cell in cells]
    parts = [_trimmed(found) for found in whole]
    filled = [found for found in parts if found]
    doubled = bool(filled) and all(_is_doubled(found) for found in filled)
    framed = sign == "|" and not any(found[-1] for found in whole)
    begun = (len(filled) > 1 or framed) and all(not found[0] for found in filled)
    unsure = len(filled) == 1 and not begun
    return [_placed(found, sign, doubled, begun, unsure) for found in parts]


def _split(cell: str, sign: str) -> list[str]:
    """Part a cell: with the indentation of its parts where they differ by it alone."""
    whole = [part.rstrip() for part in cell.split(sign)]
    bare = [part.strip() for part in whole]
    return whole if len({*filter(None, bare)}) < len({*filter(None, whole)}) else bare


def _trimmed(parts: Sequence[str]) -> list[str]:
    """Take off empty parts at the end, which shift nothing."""
    end = max((place for place, part in enumerate(parts, start=1) if part), default=0)
    return [*parts[:end]]


def _gaps(parts: Sequence[str]) -> list[int]:
    """Give how far each part that is filled stands from the one before it."""
    at = [place for place, part in enumerate(parts) if part]
    return [later - earlier for earlier, later in pairwise(at)]


def _is_doubled(parts: Sequence[str]) -> bool:
    gaps = _gaps(parts)
    return bool(gaps) and set(gaps) != {1} and len(set(gaps)) == 1


def _placed(parts: list[str], sign: str, doubled: bool, begun: bool, alone: bool) -> Choices:
    blank = sign == "\n" and not all(parts)
    if doubled or (blank and _is_doubled(parts)):
        return placed([part for part in parts if part])
    found = placed(parts[1:] if begun else parts)
    unsure = blank or (alone and bool(parts) and not parts[0])
    return Choices(found.texts, (_UNKNOWN,) * len(found.texts), found.names) if unsure else found
