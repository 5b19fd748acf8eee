"""The part on figures that notes take from what they speak of."""

from re import Pattern
from typing import NamedTuple


class Borrowings(NamedTuple):
    """How to tell which figures of a note claim to be those of an answer, and what each is about."""

    own: Pattern[str]
    """Words of a phrase whose figures are none of the answer: points, verdicts, what is missing or wished for."""
    supposed: Pattern[str]
    """Signs that a whole sentence supposes something."""
    phrase_end: Pattern[str]
    """What parts two phrases of a sentence, each of which may have a figure of its own."""
    sentence_end: Pattern[str]
    vague: frozenset[str]
    """Common forms of words that say nothing of what a figure is about."""
    imagined: Pattern[str]
    """How a sentence begins that tells the reader to do something."""
    one: Pattern[str]
    """A single one that a source names without counting: a count of a note may leave it out."""
    time_apart_before: Pattern[str]
    """What makes a time a part of another one or a rate, at the end of the text before it."""
    time_apart_after: Pattern[str]
    """What makes a time a distance, a rate or an age, right behind it."""
    other_word: str
    """What is in every text with a count of others."""
    others: Pattern[str]
    """So many others, without what they are: group `n`."""
