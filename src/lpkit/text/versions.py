"""Numbers that may be something else: versions and sections, dates, thousands with a point.

`3.10` comes behind `3.9` as a version and before it as a number; nothing in the text need say which it is.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from lpkit.pattern import pattern

_POINTED = pattern(r"(?<![\w.,$€£])v?(?P<digits>\d+(?:\.\d+)+)\.?$", re.IGNORECASE)
_SLASHED = pattern(r"(?<![\w/])(?P<first>\d{1,2})/(?P<second>\d{1,4})(?!\w)")
_THOUSANDS = pattern(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?![\d.])")
_GROUPED = pattern(r"\d\.\d{3}(?!\d)")

Reading = list[tuple[int, ...]]
"""What options mean, in their order: equal and greater as Python compares tuples."""


def other_readings(options: Sequence[str]) -> list[Reading]:
    """Give what options that are numbers may mean otherwise; none where they can only be numbers."""
    reads = [_version, _month_of_year, _month_first, _day_first]
    reads += [_thousands] if any(_GROUPED.search(option) for option in options) else []
    found = [_all(options, read) for read in reads]
    return [reading for reading in found if reading is not None]


def is_ordered(values: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether values rise or fall from first to last."""
    pairs = list(pairwise(values))
    return all(left <= right for left, right in pairs) or all(left >= right for left, right in pairs)


def _all(options: Sequence[str], read: Callable[[str], tuple[int, ...] | None]) -> Reading | None:
    values = [read(option.strip()) for option in options]
    return [value for value in values if value is not None] if None not in values else None


def _version(text: str) -> tuple[int, ...] | None:
    """Read a number with points at the end of a text, with no currency before it: `Python 3.10`, `v1.2.0`, `§ 4.11`."""
    match = _POINTED.search(text)
    return tuple(map(int, match["digits"].split("."))) if match else None


def _slashed(text: str) -> tuple[int, int] | None:
    match = _SLASHED.search(text)
    return (int(match["first"]), int(match["second"])) if match else None


def _month_of_year(text: str) -> tuple[int, ...] | None:
    found = _slashed(text)
    return (found[1], found[0]) if found and found[0] <= 12 and found[1] >= 1000 else None


def _month_first(text: str) -> tuple[int, ...] | None:
    found = _slashed(text)
    return found if found and 1 <= found[0] <= 12 and 1 <= found[1] <= 31 else None


def _day_first(text: str) -> tuple[int, ...] | None:
    found = _slashed(text)
    return (found[1], found[0]) if found and 1 <= found[0] <= 31 and 1 <= found[1] <= 12 else None


def _thousands(text: str) -> tuple[int, ...] | None:
    """Read `1.500` as fifteen hundred, as most of Europe writes it."""
    match = _THOUSANDS.search(text)
    if "," in text or "/" in text:
        return None
    return (int(match.group().replace(".", "")),) if match and "." not in text[match.end() :] else None
