"""What is run over a text, as plain data: the same for Python and for the scripts of a page.

A text is split into tokens in lower case (`lpkit.text.spotting.splitting`), and every pattern is tried at every token of
each sentence. The steps of a pattern are parted by spaces:

- `word`: this token;
- `@3`: one of the terms of list 3;
- `4!3`: up to four tokens, none of which is in list 3; as few as possible;
- `2@3`: up to two tokens, all of which are in list 3; as few as possible;
- `?3`: the next token is not in list 3;
- `<3`: the token before is not in list 3;
- `#1`: one of the alternatives of fork 1, the first that leads to the end.

A term may have several tokens, parted by spaces. `&3` stands for all terms of list 3, and in what takes a match back `#`
for every number in digits.
"""

from collections.abc import Collection, Iterator, Sequence
from os.path import commonprefix
from typing import NamedTuple


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
    """What takes a match back: numbers of lists, -1 for none, and steps."""

    breaks: int = -1
    """Where a clause begins, to the left of a match."""
    denials: int = -1
    """What denies the clause in which a match begins, before it."""
    fronted: int = -1
    """What denies a sentence from its beginning."""
    suppositions: int = -1
    """What makes a clause a supposition."""
    supposed: int = -1
    """What lifts that guard where the match itself holds it: a pattern may be on suppositions."""
    tellers: int = -1
    """Verbs of telling: what follows them closely is somebody else's word, unless the speaker is one of `firsts`."""
    firsts: int = -1
    doubts: int = -1
    """Words that make it doubtful that a phrase in the same sentence means what it says."""
    after: tuple[str, ...] = ()
    """Steps that take a match back where they follow, in the same sentence or in the next."""


class Spotting(NamedTuple):
    """All that is needed to find markers in a text."""

    clitics: tuple[str, ...]
    """Endings that are tokens of their own."""
    lists: tuple[frozenset[str], ...]
    """Terms; see above."""
    forks: tuple[tuple[str, ...], ...]
    pause: str
    """The step that may stand between two others of a loose pattern."""
    patterns: tuple[Pattern, ...]
    guards: Guards


def packed(terms: Collection[str]) -> str:
    """Write terms in order, parted by strokes: `ask||ed|s` stands for `ask`, `asked` and `asks`."""
    return "/".join(_runs(sorted(terms)))


def unpacked(text: str) -> frozenset[str]:
    """Read terms as `packed` writes them."""
    runs = (run.split("|") for run in text.split("/")) if text else ()
    return frozenset(f"{stem}{ending}" for stem, *endings in runs for ending in endings or [""])


def _runs(terms: Sequence[str]) -> Iterator[str]:
    run: list[str] = []
    stem = ""
    for term in terms:
        shared = commonprefix([stem, term])
        if run and len(shared) < max(3, len(run[0]) - 3):
            yield _run(run, stem)
            run = []
        stem = shared if run else term
        run.append(term)
    if run:
        yield _run(run, stem)


def _run(terms: Sequence[str], stem: str) -> str:
    return terms[0] if len(terms) == 1 else "|".join([stem, *(term.removeprefix(stem) for term in terms)])
