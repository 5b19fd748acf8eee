"""What is run over a text, as plain data: the same for Python and for the scripts of a page.

A text is split into tokens in lower case (`lpkit.text.spotting.splitting`), and every pattern is tried at every token
of each sentence. The steps of a pattern are parted by spaces:

- `word`: this token;
- `@3`: one of the terms of list 3;
- `4!3`: up to four tokens, none of which is in list 3; as few as possible;
- `2@3`: up to two tokens, all of which are in list 3; as few as possible;
- `?3`: the next token is not in list 3;
- `<3`: the token before is not in list 3, `>3`: it is;
- `#1`: one of the alternatives of fork 1, the first that leads to the end.

A term may have several tokens, parted by spaces. `ask~` is the verb in any form, `ask^` the form of its passive and `^`
that of any verb, `lead+` the noun in any form (`Forms` tells which forms these are), `&3` all terms of list 3 (`&` and
`3` are two tokens where a text has them, so this is no term of anybody's), and in what takes a match back `#` every
number in digits.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lpkit.text.languages.parts import Ending


def reference(term: str) -> int | None:
    """Give the number of the list that a term stands for; None for a term of tokens."""
    number = term[1:] if term.startswith("&") else ""
    return int(number) if number.isdecimal() else None


class Forms(NamedTuple):
    """How to tell what a token is a form of; one that no form is told of is its own."""

    endings: Sequence[Ending] = ()
    doubling: frozenset[str] = frozenset()
    """Endings before which the last letter may be doubled."""
    irregular: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Terms by token."""


class Pattern(NamedTuple):
    """The phrases of a marker, or the ways in which one of its frames is said."""

    marker: int
    """The place of the marker among those that were compiled."""
    frame: int
    """The place of the frame with that marker; -1 for its phrases, one for each of the ways."""
    ways: tuple[str, ...]
    """Steps; empty for a phrase without a word."""
    loose: bool = False
    """Whether there may be a pause between two steps."""
    unless: int = -1
    """The list of terms of which none may be in the sentence; -1 for none."""


class Guards(NamedTuple):
    """What takes a match back."""

    lists: tuple[int, ...] = ()
    """Numbers of lists, in the order of `lpkit.text.languages.parts.Guards`; none where no grammar is known."""
    after: tuple[str, ...] = ()
    """Steps that take a match back where they follow, in the same sentence or in the next."""
    at_once: tuple[str, ...] = ()
    """Steps that take a match back where they follow without a gap."""


class Spotting(NamedTuple):
    """All that is needed to find markers in a text."""

    clitics: tuple[str, ...]
    """Endings that are tokens of their own."""
    forms: Forms
    lists: tuple[frozenset[str], ...]
    """Terms; see above."""
    forks: tuple[tuple[str, ...], ...]
    pause: str
    """The step that may stand between two others of a loose pattern."""
    patterns: tuple[Pattern, ...]
    guards: Guards
