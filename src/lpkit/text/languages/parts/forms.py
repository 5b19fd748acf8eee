"""The part on the forms of options: how they begin, and what the last word of a stem does not take."""

from collections.abc import Callable, Mapping, Sequence
from re import Pattern
from typing import NamedTuple


class Forms(NamedTuple):
    """What an option is by its first words, and behind which last words of a stem it breaks the sentence.

    A form is a text that a message can say (`a sentence of its own`); the empty one stands for all that is plain.
    """

    form_of: Callable[[Sequence[str]], str]
    """Gives the form of an option by its words in lower case."""
    unfit: Mapping[str, frozenset[str]]
    """Last words of a stem with the forms that cannot follow them."""
    topics: Sequence[str]
    """Forms of options that make a mere subject a sentence; where most options have one, all should."""
    beside_topics: Sequence[str]
    """Forms that break such a sentence."""
    exclusive: Sequence[str]
    """Forms that are all or none: one option alone that has one, or lacks it, stands out."""
    opens: Callable[[str], bool]
    """Tells whether an option that begins with a word may have one of these."""
    sentence: str
    """The form of an option that is a sentence of its own."""
    plural: Callable[[str], bool]
    """Tells whether a single word names several things."""
    single: frozenset[str]
    """Words before a last noun of a stem that make it one thing."""
    number: Mapping[str, str]
    """Verbs that only one thing takes, or only several, each with what all of its kind have in common."""
    several: Pattern[str]
    """Finds in a stem that it asks for more than one thing."""
