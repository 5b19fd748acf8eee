"""The part on frames: how a language says who did what to whom, and what takes such words back."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class VerbForms(NamedTuple):
    """The forms of a verb, in lower case; of a verb of several words the first one changes."""

    every: frozenset[str]
    passive: frozenset[str]
    """Those with which the passive is made."""


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
    """What takes back words that were found: names of lists, and steps; see `lpkit.text.spotting.data.Guards`."""

    breaks: str
    denials: str
    fronted: str
    suppositions: str
    supposed: str
    tellers: str
    firsts: str
    doubts: str
    after: Sequence[str]


class Frames(NamedTuple):
    """How a language says frames."""

    clitics: tuple[str, ...]
    """Endings that are words of their own, with their apostrophe: they are parted from the word before."""
    verb: Callable[[str], VerbForms]
    """The forms of a verb by the one that dictionaries name it by."""
    noun: Callable[[str], frozenset[str]]
    """The forms of a noun; a word that has none gives itself."""
    any_form: Callable[[str], frozenset[str]]
    """The forms of a word or of some words where nothing tells what kind they are."""
    pronouns: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    """The forms of pronouns as subjects and as objects, by the forms that authors may write."""
    same: Mapping[str, frozenset[str]]
    """Words with other ways to write them."""
    lists: Mapping[str, frozenset[str]]
    """Lists of words by name; those of more than one word may not be used for gaps."""
    forks: Mapping[str, Sequence[str]]
    """Alternatives by name, each in steps."""
    templates: Sequence[Template]
    pause: str
    """The step between two words of `says`."""
    elided: str
    """The step for an ellipsis in `says`."""
    guards: Guards
