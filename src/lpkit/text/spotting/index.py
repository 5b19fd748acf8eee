"""Finds the ways of saying a pattern that may fit a text, and where they may begin: by the words that they must have.

For each word or list that ways need, the places in a text where it stands are the bits of a whole number; of a term of
several words the first two are looked at. From the last need of a way back to its first, those places stay that are
near enough to one of the next: a few shifts for each need, however long the text. What stands in the gaps is left to
the steps.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from lpkit.text.spotting.data import Pattern, Spotting, reference
from lpkit.text.spotting.stepping import Step, Steps, parsed

Name = str | int
"""A word, or a list by its number."""
_SHORT = 20
"""How many longer terms of a list are as common as one of up to three letters."""
_NONE: tuple[Name, ...] = ()
Standing = tuple[Sequence[Name], Mapping[str, Sequence[Name]]]
"""What a token stands for alone, and what with the token that follows it."""


class Way:
    """One way to say a pattern, with what a text must have for it."""

    def __init__(self, pattern: Pattern, number: int, index: "Index") -> None:
        self.pattern = pattern
        self.number = number
        self._steps = index.steps
        names: list[Name] = []
        reaches: list[int] = []
        reach, pause = 0, index.pause if pattern.loose else 0
        for word in pattern.ways[number].split(" "):
            kind, most, place = parsed(word)
            if kind == "=" or kind == "@":
                names.append(word if kind == "=" else place)
                reaches.append(reach)
                reach = pause + (1 if kind == "=" else index.longest(place))
            else:
                reach += pause + (index.widest(place) if kind == "#" else most)
        self.needs = frozenset(names)
        self.last: Name = names[-1] if names else ""
        self.before = [(name, _shifts(reach)) for name, reach in zip(names[-2::-1], reaches[:0:-1], strict=True)]
        """The needs before the last one, from right to left, with the shifts that lead to them."""

    @cached_property
    def steps(self) -> Sequence[Step]:
        """Give the steps, which are read when the way is first tried."""
        return self._steps.read(self.pattern.ways[self.number], self.pattern.loose)

    def starts(self, places: dict[Name, int]) -> int:
        """Give where the way may begin, as bits, by the places of all its needs."""
        found = places[self.last]
        for name, shifts in self.before:
            found >>= 1
            for shift in shifts:
                found |= found >> shift
            found &= places[name]
            if not found:
                break
        return found


class Index:
    """Finds ways by what is rarest of their needs."""

    def __init__(self, data: Spotting, steps: Steps) -> None:
        self.steps = steps
        self._data = data
        self.pause = parsed(data.pause)[1] if data.pause else 0
        """How many tokens may stand between two steps of a loose pattern."""
        self._longest: dict[int, int] = {}
        ways = [Way(pattern, n, self) for pattern in data.patterns for n, way in enumerate(pattern.ways) if way]
        self._needed = frozenset(name for way in ways for name in way.needs)
        self._lists: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._wider: defaultdict[int, list[int]] = defaultdict(list)
        common = dict(self._note(data.lists))
        self._ways: defaultdict[Name, list[Way]] = defaultdict(list)
        ranks = {name: (_commonness(name, common), str(name)) for name in self._needed}
        for way in ways:
            if way.needs:
                self._ways[min(way.needs, key=ranks.__getitem__)].append(way)
        self._names: dict[str, Standing] = {}

    def possible(self, words: Sequence[str]) -> Iterator[tuple[Way, int]]:
        """Give the ways that may fit a text, each with the tokens at which it may begin, as bits."""
        places = self._places(words)
        present = places.keys()
        sets = frozenset(present)
        for name in self._ways.keys() & present:
            for way in self._ways[name]:
                if way.needs <= sets:
                    starts = way.starts(places)
                    if starts:
                        yield way, starts

    def longest(self, number: int) -> int:
        """Give how many tokens the longest term of a list has."""
        if number not in self._longest:
            terms = self._data.lists[number]
            self._longest[number] = max(
                (term.count(" ") + 1 if (inner := reference(term)) is None else self.longest(inner) for term in terms),
                default=1,
            )
        return self._longest[number]

    def widest(self, number: int) -> int:
        """Give how many tokens the widest way of a fork may take."""
        return max(sum(map(self._width, way.split(" "))) for way in self._data.forks[number])

    def _width(self, step: str) -> int:
        kind, most, number = parsed(step)
        return {"=": 1, "@": self.longest(number) if kind == "@" else 0}.get(kind, most)

    def _places(self, words: Sequence[str]) -> dict[Name, int]:
        """Give the places of every word and list that ways need, as bits."""
        where: dict[str, int] = {}
        bit = 1
        for word in words:
            where[word] = where.get(word, 0) | bit
            bit <<= 1
        places: dict[Name, int] = {}
        known = self._names
        for word, bits in where.items():
            if word not in known:
                known[word] = self._of(word)
            alone, followed = known[word]
            for name in alone:
                places[name] = places.get(name, 0) | bits
            if followed:
                for following in followed.keys() & where.keys():
                    both = bits & where[following] >> 1
                    for name in followed[following] if both else _NONE:
                        places[name] = places.get(name, 0) | both
        return places

    def _note(self, lists: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
        """Note for each term which lists have it, and for each list which others hold it; give how common lists are.

        Of a term of several words the second one is noted too.
        """
        for number, terms in enumerate(lists):
            short = 0
            for term in terms:
                if (inner := reference(term)) is not None:
                    self._wider[inner].append(number)
                else:
                    first, _, rest = term.partition(" ")
                    self._lists[first].append((number, rest.partition(" ")[0]))
                    short += len(term) < 5
            yield number, len(terms) + _SHORT * short

    def _of(self, word: str) -> Standing:
        """Give what a token may stand for of what ways need: itself, and lists with it, also by way of others."""
        found: defaultdict[str, set[Name]] = defaultdict(set)
        found[""].add(word)
        for term in self._lists.keys() & self.steps.lemmas[word]:
            for number, following in self._lists[term]:
                found[following] |= self._with(number)
        alone = found.pop("") & self._needed
        followed = {following: tuple((names & self._needed) - alone) for following, names in found.items()}
        return tuple(alone) or _NONE, {following: names for following, names in followed.items() if names}

    def _with(self, number: int) -> set[Name]:
        """Give a list with all that hold it, also by way of others."""
        found: set[Name] = {number}
        wider = self._wider.get(number, ())
        while wider:
            found.update(wider)
            wider = [more for number in wider for more in self._wider.get(number, ()) if more not in found]
        return found


def _commonness(name: Name, common: dict[int, int]) -> int:
    """Guess how often a need is in a text: short words, and lists with many terms, are common ones."""
    return common[name] if isinstance(name, int) else 1 + _SHORT * (len(name) < 4)


@cache
def _shifts(reach: int) -> tuple[int, ...]:
    """Give the shifts that spread bits by up to so many places, the first of which is made already."""
    shifts, width = [], 1
    while width < reach:
        shifts.append(min(width, reach - width))
        width += shifts[-1]
    return tuple(shifts)
