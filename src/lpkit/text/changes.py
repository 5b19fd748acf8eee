"""Which words a rewrite changes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

Step = tuple[str, int, int, int, int]
"""What difflib says: a kind, then where the words stand before and after."""

Span = tuple[int, int, bool]
"""First word, end, and whether the words are changed."""

_MOST_PAIRS = 50_000
"""Pairs of equal words, one of each side, up to which difflib is asked: answers of 300 words have some 2,000."""

_WORD = re.compile(r"\S+|\s+")


class Run(NamedTuple):
    """Neighbouring words that are all changed, or all kept."""

    text: str
    changed: bool


class Changes(NamedTuple):
    """Both sides of a rewrite, each cut into runs."""

    before: list[Run]
    after: list[Run]


def changes(before: str, after: str) -> Changes:
    """Compare two texts by words; the runs of a side joined give its text back."""
    old, new = _WORD.findall(before.strip()), _WORD.findall(after.strip())
    steps = _steps(old[::2], new[::2])
    changed = [step[0] != "equal" or _island(place, steps) for place, step in enumerate(steps)]
    before_spans = [(step[1], step[2], mark) for step, mark in zip(steps, changed, strict=True)]
    after_spans = [(step[3], step[4], mark) for step, mark in zip(steps, changed, strict=True)]
    return Changes(list(_runs(old, _joined(before_spans))), list(_runs(new, _joined(after_spans))))


def _steps(old: Sequence[str], new: Sequence[str]) -> Sequence[Step]:
    """Give what turns some words into others.

    difflib keeps the longest stretches, which reads best; it takes minutes where few words stand again and again.
    """
    counts = Counter(new)
    if sum(counts[word] for word in old) <= _MOST_PAIRS:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    from rapidfuzz.distance import LCSseq

    found = LCSseq.opcodes(old, new)
    return [(step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end) for step in found]


def _island(place: int, steps: Sequence[Step]) -> bool:
    """Tell whether a run is one kept word between two changes: a `the` that happens to occur in both."""
    _, start, end, _, _ = steps[place]
    return end - start == 1 and 0 < place < len(steps) - 1


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbouring spans that are alike, and drop empty ones."""
    for changed, group in groupby((span for span in spans if span[0] < span[1]), key=itemgetter(2)):
        members = list(group)
        yield members[0][0], members[-1][1], changed


def _runs(pieces: list[str], spans: Iterable[Span]) -> Iterator[Run]:
    """Join words with the white space inside a run; white space between two runs is never marked."""
    for start, end, changed in spans:
        if start:
            yield Run(pieces[2 * start - 1], False)
        yield Run("".join(pieces[2 * start : 2 * end - 1]), changed)
