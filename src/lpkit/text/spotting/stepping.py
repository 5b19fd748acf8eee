"""The steps of patterns, made ready when they are first needed, and how they go through tokens."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from lpkit.text.spotting.data import Forms, Spotting, reference
from lpkit.text.spotting.forms import Lemmas

_STEP = re.compile(r"(\d*)([@!?<>#])(\d+)")

Rests = tuple[tuple[str, ...], ...]
NOTHING: Rests = ()
_ALONE: Rests = ((),)
"""A term of one token."""


class Terms(dict[str, Rests]):
    """For every token that was asked for, the terms of a list that may begin with it, without that token."""

    def __init__(self, terms: dict[str, Rests], lemmas: Lemmas) -> None:
        super().__init__()
        self._terms = terms
        self._firsts = terms.keys()
        self._lemmas = lemmas

    def __missing__(self, word: str) -> Rests:
        """Look up what a token may stand for, once."""
        lemmas, rests = self._lemmas[word], NOTHING
        if not self._firsts.isdisjoint(lemmas):
            rests = tuple(sorted({rest for term in self._firsts & lemmas for rest in self._terms[term]}))
        self[word] = rests
        return rests

    @property
    def numbers(self) -> bool:
        """Tell whether a number in digits is one of the terms."""
        return "#" in self._terms


class Step(NamedTuple):
    """One step: `kind` is one of `=@!~?<#`, of which `~` is a gap whose tokens are all among the terms.

    A fork holds every way to go on from it to the end.
    """

    kind: str
    word: str
    terms: Terms
    most: int = 0
    ways: tuple[Sequence["Step"], ...] = ()


NONE = Terms({}, Lemmas(Forms()))


class Steps:
    """Reads steps and lists, each once."""

    def __init__(self, data: Spotting) -> None:
        self._data = data
        self.lemmas = Lemmas(data.forms)
        """What tokens may stand for."""
        self._ready: dict[int, Terms] = {}

    def terms(self, number: int) -> Terms:
        """Give the terms of a list."""
        found = self._ready.get(number)
        if found is None:
            found = self._ready[number] = Terms(self._terms(number), self.lemmas)
        return found

    def read(self, text: str, loose: bool = False) -> Sequence[Step]:
        """Read steps; those of a loose pattern have a pause between them."""
        return self._read(_paused(text.split(" "), self._data.pause) if loose else text.split(" "))

    def _read(self, words: Sequence[str]) -> Sequence[Step]:
        steps: list[Step] = []
        for place, word in enumerate(words):
            kind, most, number = parsed(word)
            if kind == "#":
                rest = words[place + 1 :]
                ways = tuple(self._read([*way.split(" "), *rest]) for way in self._data.forks[number])
                return [*steps, Step("#", "", NONE, 0, ways)]
            steps.append(Step(kind, word, NONE) if kind == "=" else Step(kind, "", self.terms(number), most))
        return steps

    def _terms(self, number: int) -> dict[str, Rests]:
        """Give the terms of a list, with those of the lists in it, by their first tokens."""
        found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for term in self._data.lists[number]:
            if (inner := reference(term)) is not None:
                for first, rests in self._terms(inner).items():
                    found[first].update(rests)
            else:
                first, *rest = term.split(" ")
                found[first].add(tuple(rest))
        return {first: tuple(rests) for first, rests in found.items()}


@cache
def parsed(step: str) -> tuple[str, int, int]:
    """Give the kind of a step, how many tokens a gap may leave out, and the number of its list or fork."""
    found = _STEP.fullmatch(step)
    if found is None:
        return "=", 0, -1
    most, kind, number = found.groups()
    return "~" if most and kind == "@" else kind, int(most or 0), int(number)


def _paused(words: Sequence[str], pause: str) -> list[str]:
    return [part for word in words for part in (pause, word)][1:]


def match(words: Sequence[str], steps: Sequence[Step], at: int, i: int, high: int) -> int:
    """Give where the steps from one on end that begin at token `i`, before token `high`; -1 where they do not fit."""
    for place in range(at, len(steps)):
        kind, word, terms, _, ways = steps[place]
        if kind == "=":
            if i >= high or words[i] != word:
                return -1
            i += 1
        elif kind == "@":
            rests = terms[words[i]] if i < high else ()
            if rests != _ALONE:
                return _term(words, steps, place, i, high, rests)
            i += 1
        elif kind in "!~":
            return _gap(words, steps, place, i, high)
        elif kind == "#":
            ends = (match(words, way, 0, i, high) for way in ways)
            return next((end for end in ends if end >= 0), -1)
        elif kind == ">":
            if i == 0 or not terms[words[i - 1]]:
                return -1
        elif (i > 0 and terms[words[i - 1]]) if kind == "<" else (i < high and terms[words[i]]):
            return -1
    return i


def _term(
    words: Sequence[str], steps: Sequence[Step], at: int, i: int, high: int, rests: Sequence[tuple[str, ...]]
) -> int:
    """Go on after the first of some terms, given without their first token, that leads to the end."""
    for rest in rests:
        last = i + 1 + len(rest)
        if last <= high and tuple(words[i + 1 : last]) == rest:
            end = match(words, steps, at + 1, last, high)
            if end >= 0:
                return end
    return -1


def _gap(words: Sequence[str], steps: Sequence[Step], at: int, i: int, high: int) -> int:
    """Go on after as few tokens as a gap may leave out."""
    kind, _, terms, most, _ = steps[at]
    inside = kind == "~"
    wanted = _after(steps, at + 1)
    for last in range(i, min(i + most, high) + 1):
        if last > i and bool(terms[words[last - 1]]) != inside:
            return -1
        if wanted is None or (last < high and wanted[words[last]]):
            end = match(words, steps, at + 1, last, high)
            if end >= 0:
                return end
    return -1


def _after(steps: Sequence[Step], at: int) -> Terms | None:
    """Give the terms of which one must be the next token from a step on; None where that is not so simple."""
    if at < len(steps) and steps[at].kind == "<":
        at += 1
    return steps[at].terms if at < len(steps) and steps[at].kind == "@" else None
