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
    """Last words of a stem, one or two, with the forms that cannot follow them."""
    topics: Sequence[str]
    """Forms of options that make a mere subject a sentence; where most options have one, all should."""
    acts: Sequence[str]
    """Forms with which something else than is and has goes on behind a mere subject that is one thing."""
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
    nominal: Callable[[Sequence[str]], bool]
    """Tells whether an option names a thing, by an article or an ending that no verb has."""
    order: str
    """The form of an option that begins with a verb as it stands behind "should"."""
    orders: Sequence[str]
    """Last two words of a stem behind which such a verb follows, and no name of a thing."""
    of: str
    """The word that makes a form in -ing the name of a thing (`thinning of the skin`)."""
    articles: frozenset[str]
    """Articles: two do not stand together."""
    deed: Pattern[str]
    """Finds in a stem that it asks what somebody does."""
    pronouns: frozenset[str]
    """Last words of a stem that stand for somebody: what follows goes on with a story."""
    telling: frozenset[str]
    """First words of a stem that tell a story."""
    time: Mapping[str, str]
    """Verbs of one tense alone, each with its tense; what something is and was may stand side by side."""
    number: Mapping[str, str]
    """Verbs that only one thing takes, or only several, each with what all of its kind have in common."""
    several: Pattern[str]
    """Finds in a stem that it asks for more than one thing."""
