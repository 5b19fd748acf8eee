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
