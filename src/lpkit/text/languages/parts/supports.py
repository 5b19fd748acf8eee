"""The part on what a figure of a note is of those that are told: how much less, how much for each, how much a year."""

from re import Pattern
from typing import NamedTuple


class Supports(NamedTuple):
    """How a note says what it made of the figures of its source."""

    change_before: Pattern[str]
    """Right before a figure that is the difference of two others."""
    change_behind: Pattern[str]
    """The same, behind it and what it counts."""
    rate: Pattern[str]
    """Behind a figure and its noun: what it is for each of something."""
    over: Pattern[str]
    """Behind a figure: the time over which it is told, group `span`."""
    spans: dict[str, tuple[float, ...]]
    """By what an amount is multiplied that is told over a longer time, by that time."""
    longest: str
    """The longest of those times."""
    sized: Pattern[str]
    """Right before a figure that is the size of a change, which both its ends make, or one that its source names."""
    roughly: Pattern[str]
    """Right behind a figure that is a rough one."""
    took: Pattern[str]
    """Right before a bare number that is a time."""
    working_day: float
    """Seconds of a day on which people work."""
    part_of: Pattern[str]
    """A share as two numbers, `four centres in five`: groups `part` and `whole`."""
    wholes: tuple[float, ...]
    """The wholes of such shares."""
