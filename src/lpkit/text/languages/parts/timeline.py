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
    span_opens: Pattern[str]
    """What makes it the beginning of one, together with `span_on` behind it."""
    span_on: Pattern[str]
    hints: frozenset[str]
    """One of these is in every text that says what came first, in lower case."""
    orders: tuple[Pattern[str], ...]
    """Two things and which came first: groups `event` and `rival`, and `first` where that was the first."""
    back: Pattern[str]
    """Signs in an event of a story that it comes before what is told before it."""
    returns: Pattern[str]
    """Signs in an event that the story goes back to what was earlier, and may go on from there."""
    event_end: Pattern[str]
    """What parts two events of a story."""
    vague: frozenset[str]
    """How words begin that say nothing of what was then."""
