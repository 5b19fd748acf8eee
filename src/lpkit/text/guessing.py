"""Guessing without knowing: strategies that see only stems and options, and whether one beats chance."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from math import exp, lgamma, log, log1p
from typing import Any, NamedTuple

from lpkit.text.certainty import absolute_terms
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Absolutes

ALPHA = 0.01
"""A strategy counts as a winner below this probability of doing as well by luck."""

_GAIN = 1.25
"""How many times chance a winner must earn: in a bank of thousands, a gain that nobody could use is significant too."""


class Tally(NamedTuple):
    """What a strategy earned: over `questions` that it could decide, against what chance earns there."""

    questions: int = 0
    score: float = 0.0
    chance: float = 0.0

    @property
    def luck(self) -> float:
        """Give the probability that guessing at random scores as high (`at_least`)."""
        return at_least(int(self.score + 1e-9), self.questions, self.chance)

    @property
    def wins(self) -> bool:
        """Tell whether the strategy beats chance, by a test and by enough to matter."""
        # The test takes a hundred times as long as the comparison, and most strategies earn no more than chance.
        return self.score >= _GAIN * self.chance and beats(self.score, self.chance, self.luck)


def beats(right: float, chance: float, p: float) -> bool:
    """Tell whether what was earned is more than luck, by a test and by enough to matter, as strategies."""
    return p < ALPHA and right >= _GAIN * chance


_NONE: Mapping[Any, Any] = {}
"""Stands where nothing was decided; a read-only view could not travel between processes."""


class Play(NamedTuple):
    """How every strategy did on a set of questions, and where the keys stood.

    `places` counts keys by (number of options, place from 0), for questions whose order learners see.
    """

    questions: int = 0
    tallies: Mapping[str, Tally] = _NONE
    places: Mapping[tuple[int, int], int] = _NONE

    @classmethod
    def total(cls, plays: Iterable["Play"]) -> "Play":
        """Give how every strategy did on several sets of questions together."""
        questions, places = 0, Counter[tuple[int, int]]()
        sums: dict[str, list[float]] = {}
        for one in plays:
            questions += one.questions
            places.update(one.places)
            for name, (decided, score, chance) in one.tallies.items():
                mine = sums.setdefault(name, [0, 0.0, 0.0])
                mine[0] += decided
                mine[1] += score
                mine[2] += chance
        return cls(questions, _tallies(sums), places)

    def position(self) -> tuple[int, Tally, float]:
        """Give the place that holds most keys, from 0, what always choosing it earns, and the luck that takes.

        The place is chosen after the fact, so the luck is multiplied by the number of places (Bonferroni). Where no
        question keeps its order, nothing is earned.
        """
        width = max((options for options, _ in self.places), default=0)
        found = []
        for place in range(width):
            within = {key: count for key, count in self.places.items() if key[0] > place}
            tally = Tally(
                sum(within.values()),
                sum(count for (_, at), count in within.items() if at == place),
                sum(count / options for (options, _), count in within.items()),
            )
            found.append((place, tally, min(1.0, width * tally.luck)))
        return min(found, key=lambda one: (one[2], -one[1].score), default=(0, Tally(), 1.0))


def play(items: Iterable[tuple[ItemText, bool]]) -> Play:
    """Let every strategy play some questions; with each comes whether learners see its options as they stand.

    A strategy that leaves t of m options earns 1/t where the key is among them. Where it leaves all, it says nothing
    and the question does not count for it.
    """
    decided: dict[str, list[float]] = {name: [0, 0.0, 0.0] for names in STRATEGIES for name in names}
    places: Counter[tuple[int, int]] = Counter()
    questions = 0
    for item, ordered in items:
        key, width = item.key, len(item.options)
        if key is None or item.options.count(item.options[key]) > 1:
            continue  # A key that stands there twice (LP402) is no choice of one.
        questions += 1
        if ordered:
            places[width, key] += 1
        for names, sides in STRATEGIES.items():
            for name, picks in zip(names, sides(item), strict=True):
                if 0 < len(picks) < width:
                    sums = decided[name]
                    sums[0] += 1
                    sums[1] += (key in picks) / len(picks)
                    sums[2] += 1 / width
    return Play(questions, _tallies(decided), places)


def _tallies(sums: Mapping[str, Sequence[float]]) -> dict[str, Tally]:
    return {name: Tally(int(count), score, chance) for name, (count, score, chance) in sums.items()}


Sides = tuple[list[int], list[int]]
"""What two opposite strategies choose: the options with most of something, and those with least."""


def by_length(item: ItemText) -> Sides:
    """Choose the longest, or the shortest, of the options that answer the question."""
    return _sides(item, item.lengths)


def by_overlap(item: ItemText) -> Sides:
    """Choose the option that shares most words with the stem, or fewest where any option shares some."""
    stem = item.stem_content
    return _sides(item, [len(stem & option) for option in item.option_content])


def by_absolutes(item: ItemText) -> Sides:
    """Choose among the options with an absolute term, or among those without one."""
    absolutes = item.language.get(Absolutes)
    if absolutes is None or absolutes.terms.isdisjoint(item.vocabulary):
        return [], []
    pairs = zip(item.plain, item.option_words, strict=True)
    held = [bool(absolute_terms(text, tokens, absolutes)) for text, tokens in pairs]
    return [place for place, one in enumerate(held) if one], [place for place, one in enumerate(held) if not one]


def by_convergence(item: ItemText) -> Sides:
    """Choose the option whose words occur in most of the other options, as where distractors permute the key; or in
    fewest."""
    options = item.option_content
    counts = Counter(chain.from_iterable(options))
    return _sides(item, [sum(counts[word] - 1 for word in option) for option in options])


def _sides(item: ItemText, scores: Sequence[int]) -> Sides:
    mine = [scores[place] for place in item.answers]
    most, least = max(mine, default=0), min(mine, default=0)
    if not most:
        return [], []
    return [at for at in item.answers if scores[at] == most], [at for at in item.answers if scores[at] == least]


STRATEGIES: dict[tuple[str, str], Callable[[ItemText], Sides]] = {
    ("longest", "shortest"): by_length,
    ("overlap", "apart"): by_overlap,
    ("absolute", "moderate"): by_absolutes,
    ("convergence", "divergence"): by_convergence,
}
"""Choices-only strategies by name, both ways, after Haladyna, Downing and Rodriguez (2002), guideline 28, and the NBME
guide: an author who avoids one side of a cue easily writes the other."""

TITLES = {
    "longest": "the longest option",
    "shortest": "the shortest option",
    "overlap": "the option with most words of the stem",
    "apart": "the option with fewest words of the stem",
    "moderate": "an option without an absolute term",
    "absolute": "an option with an absolute term",
    "convergence": "the option whose words return in the others",
    "divergence": "the option whose words return least in the others",
}
"""What each strategy chooses, for readers."""


def at_least(hits: int, questions: int, chance: float) -> float:
    """Give the probability of at least `hits` right answers by luck, where `chance` are expected.

    The binomial tail with the mean chance. Where questions have different numbers of options, the exact distribution is
    a Poisson binomial, whose tail this one bounds from above for hits over the expectation (Hoeffding 1956): it errs
    towards silence. So does counting only whole points of shared guesses.
    """
    if hits <= 0 or questions == 0:
        return 1.0
    p = chance / questions
    if p >= 1.0 or hits > questions:
        return 1.0 if hits <= questions else 0.0
    total = 0.0
    for successes in range(hits, questions + 1):
        ways = lgamma(questions + 1) - lgamma(successes + 1) - lgamma(questions - successes + 1)
        term = exp(ways + successes * log(p) + (questions - successes) * log1p(-p))
        total += term
        if term < total * 1e-12 and successes > chance:
            break
    return min(1.0, total)
