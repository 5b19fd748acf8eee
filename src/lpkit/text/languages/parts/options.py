"""Parts on options: those that speak of others, that judge, that hold each other, that allow no exception."""

from collections.abc import Sequence
from re import Pattern
from typing import NamedTuple


class MetaOptions(NamedTuple):
    """Options that speak of other options instead of answering. Texts are in the form of `plain_option`."""

    first_words: frozenset[str]
    """First words of such options: without any of them, nothing else is looked at."""
    beginning: Pattern[str]
    """How such an option begins; the longer patterns are not tried on the rest."""
    none: Pattern[str]
    unsettled: Pattern[str]
    """Options that say that nothing can be said."""
    all: Pattern[str]
    some: Pattern[str]
    """Options that name others by their number or place."""
    excepted: Pattern[str]
    """All but some of the others, and others by their number."""
    letters: Pattern[str]
    """Letters joined with each other; they may be options, or names of things."""
    every: Pattern[str]
    """Three letters or more that are joined, and none left out: all of the others, where there are no more."""
    named: Pattern[str]
    """A letter that is said to be an option."""
    called: Pattern[str]
    """A word that says that letters are those of options, whatever the stem gives names to."""
    shares: Pattern[str]
    """A quantity (some of them); beside it, all and none are quantities too."""
    above: Sequence[str]
    """Words of which one makes all or none speak of options beside a quantity all the same."""
    offered: Pattern[str]
    """Where a stem calls one letter or two the letters of options; each is a group."""


class Absolutes(NamedTuple):
    """Words that allow no exception: specific determiners (Haladyna, Downing and Rodriguez 2002, guideline 28a)."""

    terms: frozenset[str]
    idioms: Pattern[str]
    """Where they mean no such thing."""
    alone: frozenset[str]
    """Terms that answer by themselves; other single words are names and values."""
    share: Pattern[str]
    """How many: the answer itself, not a claim about it."""
    who: frozenset[str]
    """The words that ask for persons."""
    persons: frozenset[str]
    """Terms that answer such a question."""


class Combinations(NamedTuple):
    """Options that join labels (I and III only) or parts of each other."""

    first: frozenset[str]
    """Words with which options of labels begin."""
    labels: Pattern[str]
    """A whole option of labels; the group `only` says that they are no names."""
    combined: Pattern[str]
    """Two labels beside each other."""
    first_label: Pattern[str]
    """Where a stem gives its first part a label, and ..."""
    second_label: Pattern[str]
    """... its second one."""
    labelled: Pattern[str]
    """Where it speaks of a part by its label."""
    joint: Pattern[str]
    """What joins the parts of an option."""
    joints: Sequence[str]
    """What of that is in every joined option."""
    several: frozenset[str]
    """Words of questions whose answer has several parts."""
    crossed: frozenset[str]
    """Those of them that ask for a part in each of several places."""
    beside: Pattern[str]
    """What an option and a part of one may begin with and mean the same: both, an article."""


class Judgements(NamedTuple):
    """Options that only say true or false."""

    verdicts: frozenset[str]
    """All of them, initials too."""
    words: frozenset[str]
    """Those that are words."""
    pairs: Sequence[tuple[str, str]]
    reasoned: Pattern[str]
    """How an option begins that judges and adds a reason."""
    announced: Pattern[str]
    """A stem that asks for such a judgement."""
    announcing: str
    """A word that is in every stem of the kind."""


class Overlaps(NamedTuple):
    """Options of which one holds another."""

    spans: frozenset[str]
    """Words of questions whose answer is itself a range."""
    joints: tuple[str, ...]
    """What joins something to an option, with the spaces around it."""
    joined: Pattern[str]
    """One of these, anywhere."""
