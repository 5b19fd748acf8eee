"""Finds the ways of saying a pattern that may fit a sentence, by the words that it must have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from lpkit.text.spotting.data import Pattern, Spotting
from lpkit.text.spotting.stepping import Step, Steps, parsed

Name = str | int
"""A word, or a list by its number."""
_SHORT = 20
"""How much more often a word of up to three letters is taken to occur."""
_NONE: frozenset[Name] = frozenset()


class Way:
    """One way to say a pattern, with what a sentence must have for it."""

    def __init__(self, pattern: Pattern, number: int, steps: Steps) -> None:
        self.pattern = pattern
        self.number = number
        self._steps = steps
        words = [(word, *parsed(word)) for word in pattern.ways[number].split(" ")]
        names = [word if kind == "=" else number for word, kind, _, number in words if kind in "=@"]
        self.first: Name = names[0] if names else ""
        """What it begins with."""
        self.needs = frozenset(names)

    @cached_property
    def steps(self) -> Sequence[Step]:
        """Give the steps, which are read when the way is first tried."""
        return self._steps.read(self.pattern.ways[self.number], self.pattern.loose)


class Index:
    """Finds ways by what is rarest of their needs."""

    def __init__(self, data: Spotting, steps: Steps) -> None:
        ways = [Way(pattern, n, steps) for pattern in data.patterns for n in range(len(pattern.ways))]
        self._lemmas = steps.lemmas
        self._needed = _NONE.union(*(way.needs for way in ways))
        self._names: defaultdict[str, set[Name]] = defaultdict(set)
        self._wider: defaultdict[Name, set[Name]] = defaultdict(set)
        self._note(data.lists)
        self._of = lru_cache(maxsize=8192)(self._all)
        common = self._commonness()
        self._ways: defaultdict[Name, list[Way]] = defaultdict(list)
        for way in ways:
            if way.needs:
                self._ways[min(way.needs, key=lambda name: (common[name], str(name)))].append(way)

    def _commonness(self) -> defaultdict[Name, int]:
        """Guess how often what ways need is in a text: short words, and those of many lists, are common ones."""
        common: defaultdict[Name, int] = defaultdict(int)
        for word, names in self._names.items():
            rank = len(names) + _SHORT * (len(word) < 4)
            for name in names:
                for wider in (name, *self._wider.get(name, ())):
                    common[wider] = max(common[wider], rank)
        return common

    def possible(self, words: Sequence[str]) -> Iterator[tuple[Way, list[int]]]:
        """Give the ways that some tokens have all needs of, each with the tokens at which it may begin."""
        known = [self._of(word) for word in words]
        present = _NONE.union(*known)
        places: dict[Name, list[int]] = {}
        for name in self._ways.keys() & present:
            for way in self._ways[name]:
                if way.needs <= present:
                    for wanted in (way.first, name):
                        if wanted not in places:
                            places[wanted] = [i for i, names in enumerate(known) if wanted in names]
                    last = places[name][-1]
                    yield way, [i for i in places[way.first] if i <= last]

    def _note(self, lists: Sequence[frozenset[str]]) -> None:
        """Note for each word which lists have it, and for each list which others hold all of it."""
        for number, terms in enumerate(lists):
            for term in terms:
                if term[0] == "&":
                    self._wider[int(term[1:])].add(number)
                else:
                    self._names[term.partition(" ")[0]].add(number)
        for name in self._needed:
            if isinstance(name, str):
                self._names[name].add(name)

    def _all(self, word: str) -> frozenset[Name]:
        """Give what a token may stand for of what ways need: itself, and lists with it, also by way of others."""
        names = _NONE.union(*(self._names[term] for term in self._names.keys() & self._lemmas[word]))
        return self._needed.intersection(names.union(*(self._wider.get(name, _NONE) for name in names)))
