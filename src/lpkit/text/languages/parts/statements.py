"""The part on figures that a text states by itself: what it counts, supposes, proposes or advises."""

from re import Pattern
from typing import NamedTuple


class Statements(NamedTuple):
    """How to tell what a figure of a text is, where no other text has it."""

    proposed_before: Pattern[str]
    """Right before a bare number: it is points that somebody may give."""
    proposed_behind: Pattern[str]
    """The same, right behind it."""
    concluded_before: Pattern[str]
    """Right before a score: the text comes to it, and gives it."""
    concluded_behind: Pattern[str]
    """The same, right behind it."""
    whole: Pattern[str]
    """Right before a number: it counts all that is offered, or all who answer."""
    counted: frozenset[str]
    """What a solution counts by its own measure, of one: conditions, halves, passages."""
    parts: frozenset[str]
    """Those of them that are parts of an option, and never all that is offered."""
    words: frozenset[str]
    """What words are called, of one, where a text counts those of a quote."""
    parted: Pattern[str]
    """What parts the entries of a list that have commas themselves."""
    joined: Pattern[str]
    """What parts the last entry of a list from the others, where it stands behind a comma."""
    listed: Pattern[str]
    """What parts the entries of a list."""
    announces: Pattern[str]
    """What stands between the number of some entries and the list of them."""
    manner: Pattern[str]
    """Behind a share: it is a way of speaking, and measures nothing."""
    manner_before: Pattern[str]
    """The same, right before it."""
    supposed: Pattern[str]
    """Signs in a sentence that its figures are supposed, asked for or an example."""
    conditional: Pattern[str]
    """Signs before a figure in its clause that all of that is a condition, or stands under one."""
    phrase: Pattern[str]
    """What parts the phrases of a clause."""
    scoring: Pattern[str]
    """Signs in a sentence that it speaks of points and what they are worth."""
    scored_before: Pattern[str]
    """Right before a number in such a sentence: it is a weight, a cap, a band's edge, a score."""
    capped: Pattern[str]
    """Signs in a sentence that it speaks of what a marker leaves."""
    links: frozenset[str]
    """Words behind a bare number that go on to another figure."""
    told_with: Pattern[str]
    """What stands between a bare number and the figure whose unit is its own too."""
    turns: Pattern[str]
    """Words that a figure is, and that are a way of speaking."""
    idioms: Pattern[str]
    """Turns of speech with numbers in them that count nothing."""
    example: Pattern[str]
    """Right before a quote, or behind it: nobody said this, it is an example."""
    rest_before: Pattern[str]
    """Right before a number of those that are left: `the other`."""
    rest_behind: Pattern[str]
    """The same, right behind it."""
    in_all: Pattern[str]
    """Right behind a number that several others come to: `in all`."""
    of_whole: Pattern[str]
    """What stands between a part and its whole: ` of the `, ` others of `."""
    of_before: Pattern[str]
    """Right before a whole whose part comes behind it: `of the `."""
    of_between: Pattern[str]
    """What stands between the two: ` kiosks, `."""
    more_points: Pattern[str]
    """Right behind a number of points that are more, or fewer, than others."""
    of_those: Pattern[str]
    """Right behind a part of what was counted before it: ` of them`."""
    some: Pattern[str]
    """A time at the end of a text that is named among other things, and measures nothing: `, a month`."""
    elliptic: Pattern[str]
    """How a phrase begins that goes on with the verb of the one before."""
    of_time: Pattern[str]
    """Right behind a share that is one of a time: ` of an hour`."""
    of_them: Pattern[str]
    """Right behind a number of those that are offered: `of the four`, `of them`."""
    definite: Pattern[str]
    """Right before a number that was told before: `the`, `these`, `the first`."""
    result_before: Pattern[str]
    """Right before a figure that comes of others: `makes`, `that is`."""
    result_behind: Pattern[str]
    """The same, right behind it: `more`, `are missing`."""
    equation: Pattern[str]
    """A sum, a difference (group `less`) or a product (group `times`) in digits, with its result."""
    apposed_before: Pattern[str]
    """Right before a result that is set beside what it comes of: `three days at four orders, 12.`"""
    apposed_behind: Pattern[str]
    """Right behind such a result."""
    part: Pattern[str]
    """How much of how much: groups `part` and `whole`, in digits."""
    part_before: Pattern[str]
    """Right before a number of which a share is told: `13 of `."""
    each_before: Pattern[str]
    """Right before the number of all that is offered, whatever that is called."""
