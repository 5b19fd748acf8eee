"""The part on frames: how a language says who did what to whom, and what takes such words back."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

NOUN, ANY, DONE = "+", "~", "^"
"""What a sign after a term says of it: a noun in any form, a verb or whatever in any form, the form of the passive."""


class Ending(NamedTuple):
    """An ending of inflected forms: what stands in its place in the word of dictionaries, and the kinds of form."""

    ending: str
    instead: str
    kinds: str


class Template(NamedTuple):
    """One way in which a language says a frame.

    `slots` are the parts of a frame that it is for, just these. `steps` are read from left to right and parted by
    spaces: a word in capital letters is a part of the frame (`DID` any form of the verb, `DONE` the form of the
    passive, `WHO`, `WHOM` and `WHAT`; `:s` and `:o` ask for the form of subjects and objects), and the others are
    those of `lpkit.text.spotting.data`, with names of `lists` and `forks` in place of their numbers.
    """

    slots: frozenset[str]
    steps: str


class Guards(NamedTuple):
    """What takes back words that were found: names of lists, and steps."""

    breaks: str
    """Where a clause begins, to the left of a match."""
    denials: str
    """What denies the clause in which a match begins, before it."""
    fronted: str
    """What denies a sentence from its beginning, or tells of another time or place."""
    suppositions: str
    """What makes a clause a supposition."""
    supposed: str
    """What lifts that guard where the match itself holds it: a pattern may be on suppositions."""
    tellers: str
    """Verbs of telling: what follows them closely is somebody else's word, unless the speaker is one of `firsts`."""
    firsts: str
    others: str
    """Other persons as subjects: what is said directly behind one is her deed, and not the speaker's."""
    helping: str
    """What may stand between a subject and its verb."""
    doubts: str
    """Words that make it doubtful that a phrase in the same sentence means what it says."""
    speakers: str
    """Words of which a phrase must hold one, or its clause before it, where it does not begin a clause: it may be about
    somebody else otherwise."""
    after: Sequence[str]
    """What takes a match back where it follows, in the same sentence or in the next."""
    at_once: Sequence[str]
    """What takes a match back where it follows without a gap."""


class Frames(NamedTuple):
    """How a language says frames."""

    clitics: tuple[str, ...]
    """Endings that are words of their own, with their apostrophe: they are parted from the word before."""
    endings: Sequence[Ending]
    doubling: frozenset[str]
    """Endings before which the last letter may be doubled."""
    irregular: Mapping[str, frozenset[str]]
    """Terms of which a form is one, by the form; these are beside what its ending tells."""
    verb: Callable[[str, str], str]
    """Give a verb as a term of a kind."""
    noun: Callable[[str], frozenset[str]]
    """Give a noun as terms."""
    any_form: Callable[[str], str]
    """Give a word as a term where nothing tells what it is."""
    pronouns: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    """The forms of pronouns as subjects and as objects, by the forms that authors may write."""
    same: Mapping[str, frozenset[str]]
    """Words with other ways to write them."""
    short: Sequence[tuple[str, str]]
    """What is written in short within words of a group, and how; the first of two that could be comes first."""
    joined: Sequence[tuple[str, str]]
    """Words of `says` that are also written as one, and that one."""
    lists: Mapping[str, frozenset[str]]
    """Lists of words by name; those of more than one word may not be used for gaps."""
    forks: Mapping[str, Sequence[str]]
    """Alternatives by name, each in steps."""
    templates: Sequence[Template]
    pause: str
    """The step between two words of `says`."""
    elided: str
    """The step for an ellipsis in `says`."""
    apart: str
    """The step between what `says` has in any order."""
    guards: Guards
