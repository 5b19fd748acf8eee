"""The part on when something was: how texts tell the time from one event to another."""

from re import Pattern
from typing import NamedTuple


class Timeline(NamedTuple):
    """How a note tells when something was. Patterns are matched with texts as they are written."""

    month: str
    """What is in every text that counts months."""
    sign: Pattern[str]
    """What is in every text with a month or a day."""
    weekday: Pattern[str]
    """A day of the week: group `day`."""
    name: Pattern[str]
    """A name of somebody, where it does not begin a sentence."""
    phrase_end: Pattern[str]
    """What parts two phrases of a clause, each of which may have a month of its own."""
    distance: Pattern[str]
    """So many months `before` or `after`: groups `n` or `one`."""
    repeated: Pattern[str]
    """Signs in a clause that it speaks of somebody who does the same again, on a day of their own."""
    supposed: Pattern[str]
    """Signs in a sentence that its months are none of the answer."""
    span: Pattern[str]
    """What makes the month behind it the end of a span, at the end of the text before it."""
    vague: frozenset[str]
    """How words begin that say nothing of what was then."""
