"""The part on where the figures of notes come from: what a note counts by itself, and what it proposes to a reader."""

from re import Pattern
from typing import NamedTuple


class Accounts(NamedTuple):
    """How to tell which figures of a note must come from what it speaks of."""

    starts: frozenset[str]
    """What is in every text with a figure in words, in lower case."""
    own: frozenset[str]
    """What a note counts by itself, of one: its reasons, the steps that it sees, the words of an answer."""
    plurals: Pattern[str]
    """Words of several, in lower case."""
    proposes: Pattern[str]
    """Signs in a sentence that its bare numbers are points that somebody may give."""
    ends: Pattern[str]
    """How a sentence ends that gives some points, with the number."""
    rest: Pattern[str]
    """Signs in a clause that it counts those that are left."""
    all_of: Pattern[str]
    """What makes of a count that of all who answer, at the end of the text before it."""
    single: Pattern[str]
    """What makes of one a figure."""
    share_before: Pattern[str]
    """What makes of a share the size of a change, at the end of the text before it."""
    share_behind: Pattern[str]
    """The same, right behind it."""
    phrase: Pattern[str]
    """Where phrases end."""
    supposed: Pattern[str]
    """Signs in a phrase that its figure is supposed, compared, wished for or somebody else's."""
    denied: Pattern[str]
    """What denies a figure, in its phrase before it."""
    joined: Pattern[str]
    """What stands between two figures that are told together."""
    rater: Pattern[str]
    """Who scores this very answer otherwise."""
    meant: Pattern[str]
    """What makes of a bare number one that was told, at the end of the text before it: `the 18`."""
    base: Pattern[str]
    """What makes of a number the whole of a share, at the end of the text before it: `one in `."""
    bases: tuple[float, ...]
    """The round wholes of such shares."""
    both: Pattern[str]
    """Two of something, group `noun`."""
    clock: Pattern[str]
    """A time of day: groups `hours` and `minutes`."""
    hours: tuple[tuple[str, int], ...]
    """Times of day that have names, in minutes."""
    each: Pattern[str]
    """What says how much there is each time."""
    months: Pattern[str]
    """A month by its name: group `month`."""
    month_names: tuple[str, ...]
    """How the twelve begin, in lower case, in their order."""
