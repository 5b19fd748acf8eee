"""Habits, signs and words that betray the key, by counting: no model stands between the figure and the author."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lpkit.judge.case import Case
from lpkit.text.guessing import at_least
from lpkit.text.habits import HABITS, MARK_CURE, WORD_CURE, habits_among
from lpkit.text.languages import Language
from lpkit.text.marks import marks_of

LEVEL = 0.05
"""Which share of the habits, marks or words that are named may be mere luck (Benjamini and Hochberg 1995)."""

_LEAST = 8
"""Cases that a word or a mark must decide to be tried: fewer could never be told from luck."""


class Tell(NamedTuple):
    """A habit, mark or word that right texts have more often, or more seldom, than wrong ones.

    It decides the cases in which some texts have it and some have not: in `cases` of these, right ones have it `hits`
    times, where `chance` are expected. `p` is corrected for all of its kind that were tried.
    """

    title: str
    kind: str
    """`habit`, `mark` (a sign, capitals, how words end) or `word`."""
    cases: int
    hits: int
    chance: float
    p: float
    cure: str

    @property
    def rare(self) -> bool:
        """Tell whether it is the wrong texts that have it."""
        return self.hits < self.chance


def tells_of(cases: Sequence[Case], language: Language) -> list[Tell]:
    """Give what betrays the key, the surest first, habits before marks before words.

    Of a case with several right texts the first one counts: all of them would not be independent.
    """
    decided: defaultdict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for case in cases:
        for one, holders in _held(case, language).items():
            if len(holders) < len(case.texts):
                decided[one].append((len(holders) / len(case.texts), min(case.keys) in holders))
    tried = [_tell(*one, counted) for one, counted in decided.items() if one[0] == "habit" or len(counted) >= _LEAST]
    return [
        tell
        for kind in ("habit", "mark", "word")
        for tell in _corrected([tell for tell in tried if tell.kind == kind])
        if tell.p < LEVEL
    ]


def _corrected(tells: Sequence[Tell]) -> list[Tell]:
    """Sort tells by their p and correct it for their number: the least share of luck among those up to this one."""
    ordered = sorted(tells, key=lambda tell: (tell.p, tell.title))
    found: list[Tell] = []
    least = 1.0
    for rank, tell in reversed(list(enumerate(ordered, 1))):
        least = min(least, tell.p * len(ordered) / rank)
        found.append(tell._replace(p=least))
    return found[::-1]


def _held(case: Case, language: Language) -> dict[tuple[str, str], set[int]]:
    """Give the places of the texts that have each habit and each word."""
    held: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    tokens = case.tokens
    for at, habits in enumerate(habits_among(case.texts, tokens, language)):
        for one in _had(case.texts[at], tokens[at], habits, language):
            held[one].add(at)
    return held


def _had(text: str, tokens: Sequence[str], habits: Iterable[str], language: Language) -> Iterator[tuple[str, str]]:
    yield from (("habit", name) for name in habits)
    yield from (("mark", title) for title in marks_of(text, tokens, language))
    yield from (("word", word) for word in set(tokens) if not word.isdigit())


def _tell(kind: str, name: str, counted: Sequence[tuple[float, bool]]) -> Tell:
    cases, hits, chance = len(counted), sum(hit for _, hit in counted), sum(share for share, _ in counted)
    # The tail of the mean chance bounds that of the true mixture of chances (Hoeffding 1956).
    luck = at_least(hits, cases, chance) if hits >= chance else at_least(cases - hits, cases, cases - chance)
    title, cure = _named(kind, name)
    return Tell(title, kind, cases, hits, round(chance, 4), min(1.0, 2 * luck), cure)


def _named(kind: str, name: str) -> tuple[str, str]:
    """Give the title and the cure of a habit, a mark or a word."""
    if kind == "habit":
        return HABITS[name].title, HABITS[name].cure
    return (name, MARK_CURE) if kind == "mark" else (f'the word "{name}"', WORD_CURE)
