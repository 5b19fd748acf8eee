"""The part on dates in prose: how they are written, and how texts put them in an order."""

from collections.abc import Mapping
from re import Pattern
from typing import NamedTuple


class Dates(NamedTuple):
    """How a language writes dates and says which came first. Patterns are matched with texts as they are written."""

    sign: Pattern[str]
    """What is in every text with a time of day, or a date without a month in words."""
    named: Pattern[str]
    """What is in every text with a month in words."""
    apart: Pattern[str]
    """What is in every text that tells a time from one event to another."""
    months: Mapping[str, int]
    """How names of months begin, in lower case, from 1 to 12."""
    weekdays: Mapping[str, int]
    """The names of days in lower case, from 0 for Monday."""
    date: Pattern[str]
    """A date with a month in words: groups `weekday`, `day` or `day_after`, `month` and `year`."""
    year: Pattern[str]
    """A year by itself: group `year`."""
    counted: Pattern[str]
    """What makes a number of things of what looks like a day before a month, right behind the date."""
    counted_after: Pattern[str]
    """The same of what looks like a day after a month."""
    counted_before: Pattern[str]
    """What stands before a month only: the number behind is then no day."""
    clock: Pattern[str]
    """A time of day, with the word that makes it one: groups `hours` and `minutes`."""
    hours: Pattern[str]
    """From one time of day to another: groups `hours`, `minutes`, `last_hours` and `last_minutes`."""
    no_clock_after: Pattern[str]
    """What makes a ratio of it, right behind it."""
    no_period: Pattern[str]
    """A part of a year that no year has: group `sure` where there is no other reading."""
    opens: Pattern[str]
    """What stands before the first date of a period, at the end of a text."""
    through: Pattern[str]
    """What stands between the dates of a period, as a whole."""
    length: Pattern[str]
    """What stands between a period and its length, as a whole."""
    no_length_after: Pattern[str]
    """What makes something else of that length, right behind it."""
    later: Pattern[str]
    """What stands between a time that went by and the date to which it led, as a whole."""
    earlier: Pattern[str]
    """The same where the date came before."""
    later_behind: Pattern[str]
    """What makes of a time right behind a date how much later that was."""
    before: Pattern[str]
    """What stands between a date and a later one, as a whole."""
    after: Pattern[str]
    """What stands between a date and an earlier one, as a whole."""
    at: Pattern[str]
    """What stands before a date at which something happened, at the end of a text."""
    had: Pattern[str]
    """What tells of a date as of one before those that follow, at the end of the text before it."""
    then: Pattern[str]
    """Signs between two dates that the second came later."""
    goes_on: Pattern[str]
    """All that may stand between two such dates, of one sentence or two: nothing that looks back."""
    begins: Pattern[str]
    """What began at the date that follows, at the end of a text."""
    ends: Pattern[str]
    """What ended at the date that follows, at the end of a text."""
    turns: tuple[tuple[Pattern[str], ...], ...]
    """What one thing meets first and last (sold, bought back): the text before the first date and all that stands
    between it and the second, and then the same two told from the end."""
    others: Pattern[str]
    """What between an end and a beginning says that they are of two things, or of two turns."""
    same_year: Pattern[str]
    """What says right behind a date that it is of the same year as the one before."""
