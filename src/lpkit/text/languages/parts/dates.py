"""The part on dates in prose: how they are written, and how texts put them in an order."""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import NamedTuple


class Dates(NamedTuple):
    """How a language writes dates and times. Patterns are matched with texts in lower case."""

    signs: frozenset[str]
    """Words of which one is in every text with a date in words."""
    months: Mapping[str, int]
    """The names of months, in full and for short, from 1 to 12."""
    weekdays: Mapping[str, int]
    """The names of days, from 0 for Monday."""
    date: Pattern[str]
    """A date with a month: groups `weekday`, `day` or `day_after`, `month`, `year`."""
    no_date_after: Pattern[str]
    """What makes a number of things of what looks like a day, right behind the date."""
    clock: Pattern[str]
    """A time of day, with the word that makes it one: groups `hours` and `minutes`."""
    quarter: Pattern[str]
    """A quarter of a year that is not there, with what tells that it is no question: group `quarter`."""
    number: Pattern[str]
    """A month of a year by its number: group `number`."""
    later: Pattern[str]
    """Between two dates: the second is so much later; group `later` or `earlier` is a figure's words."""
    later_after: Pattern[str]
    """The same right behind the second date (on 3 March, two weeks later)."""
    since: Sequence[Pattern[str]]
    """What stands between a first and a last date of a period, whose length follows."""
    length: Pattern[str]
    """What stands between a period and its length."""
    begins: Pattern[str]
    """What began, right before a date."""
    ends: Pattern[str]
    """What ended, right before a date."""
    same_year: Pattern[str]
    """What says that two dates are of one year, right behind the second."""
    before: Pattern[str]
    """Between two dates: the first is the earlier one."""
    after: Pattern[str]
    """Between two dates: the first is the later one."""
    through: Pattern[str]
    """From the first to the second."""
    opens: Pattern[str]
    """What stands before the first date of a period."""
