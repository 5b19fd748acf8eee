"""Parts on stems: what they deny, what they leave open, how they end."""

from collections.abc import Callable, Sequence
from re import Pattern
from typing import NamedTuple


class Negations(NamedTuple):
    """Words that turn a question round, and the clauses in which they do not."""

    words: frozenset[str]
    """One of these is in every stem that may be negative, in lower case."""
    endings: Sequence[str]
    """Or one of these letters, where words may be joined with a negation."""
    negation: Pattern[str]
    """A negation, with its emphasis as the group `emphasis`."""
    no_question: Pattern[str]
    """What stands before a negation that asks for nothing: orders, and the words of a choice."""
    order: Pattern[str]
    """How a clause begins that forbids something."""
    excepting: tuple[str, ...]
    """How a word for an exception begins."""
    whole: Pattern[str]
    """Words for all of them, of which something is excepted."""
    fillers: tuple[str, ...]
    """What may follow an exception at the end of a stem, besides signs."""
    subordinate: Pattern[str]
    """What opens a clause on a person, a thing or a condition; the word itself is the group `word`."""
    relative: frozenset[str]
    """Those that may also open the clause that describes what is asked for."""
    asking: Pattern[str]
    """A word that asks."""
    reasons: frozenset[str]
    """Those that ask for a reason: in such a question, a negation belongs to what happened."""
    framing: frozenset[str]
    """Those that may open a clause on time, place or person before the one that asks."""
    leads: Pattern[str]
    """What stands before a word that asks at the start of a clause."""
    demand: Pattern[str]
    """How a stem begins that demands a choice."""
    choice: Pattern[str]
    """A word for options, at the end of what stands before the clause that describes them."""
    in_option: Pattern[str]
    """A negation in an option."""


class Frequencies(NamedTuple):
    """Words of frequency that measure nothing."""

    vague: frozenset[str]
    """Words that readers understand as anything between a fifth and nine tenths (Case and Swanson 2001)."""
    in_question: frozenset[str]
    """Those that make the question itself vague; the rest only soften a statement there."""
    compared: Pattern[str]
    """Where they measure: in comparisons, and after `how`; and where they only say what something is called."""
    hedges: frozenset[str]
    """Words that leave open whether or for whom it is so: one is how prose speaks, two in a text leave nothing said."""
    hedge: Pattern[str]
    """One of these as it is written; a month is none."""
    subject: Pattern[str]
    """How a stem begins that speaks of some of a kind."""


class Articles(NamedTuple):
    """A last word of the stem that rules options out: an article, or a verb in the plural."""

    last: frozenset[str]
    """Words that may be such a last one, in lower case."""
    article: Pattern[str]
    """The article at the end of a stem, as the group `article`."""
    before_blank: Pattern[str]
    """The article before a blank, as the group `article`."""
    plural: Pattern[str]
    """A verb at the end of a stem that wants more than one, as the group `verb`."""
    one: Pattern[str]
    """How an option begins that is one thing."""
    article_of: Callable[[str], str]
    """Gives the article that an option takes; empty where it has one of its own or begins with no letter."""


class Blanks(NamedTuple):
    """A blank that is spelt out."""

    words: Sequence[str]
    """One of these is in every such stem."""
    blank: Pattern[str]
    last: tuple[str, ...]
    """How a stem ends that may break off there."""
    left_open: Pattern[str]
    """The end of a sentence that breaks off, with what stands there instead as the group `blank`: no blank where the
    stem asks."""
    cloze: Pattern[str]
    """What a stem says that asks for a word of the language in its sentence: there, the gap is the task."""


class StemFocus(NamedTuple):
    """Stems that ask nothing without their options."""

    asking: frozenset[str]
    """Words that ask or order, or that make a sentence for the options to end."""
    empty: frozenset[str]
    """Words that say nothing of a subject."""
    completed: Pattern[str]
    """What in a few words shows that options end a sentence, or that one is there already."""
    keeps_colon: frozenset[str]
    """Words with which a colon at the end asks (`Synonym of …:`)."""
    about: Pattern[str]
    """A whole stem that names a subject and asks nothing."""
    demands: frozenset[str]
    """Words that ask or order; a stem of whole sentences without one states and asks nothing. Empty: not looked at."""
    bare: Pattern[str]
    """A whole stem that is one or two words of a subject, and `is`."""
    named: Pattern[str]
    """How an option begins that has an article."""
    begun: Pattern[str]
    """A last sentence that stops before it says anything."""
