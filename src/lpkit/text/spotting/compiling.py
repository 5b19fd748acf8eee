"""Phrases and frames as the data that is run: words in all their forms, templates filled."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from lpkit.text.languages import Language
from lpkit.text.languages.parts import ANY, DONE, NOUN, Frames
from lpkit.text.spotting.data import Forms, Guards, Pattern, Spotting, reference
from lpkit.text.spotting.splitting import split

_SLOT = re.compile(r"([A-Z]+)(?::([so]))?")
_NAMED = re.compile(r"(\d*[@!?<>#])([a-z_]+)")
_GROUP = re.compile(r"\{([^{}]*)\}")
_AND = " & "
_SAID = re.compile(r"\{([^{}]*)\}|(\.{3}|…)|([^{}…]+?)(?=\{|\.{3}|…|$)")


class Frame(NamedTuple):
    """A frame with its words, groups resolved; empty where a part is not given."""

    who: Sequence[str] = ()
    did: Sequence[str] = ()
    did_not: Sequence[str] = ()
    whom: Sequence[str] = ()
    what: Sequence[str] = ()
    says: Sequence[str] = ()
    unless: Sequence[str] = ()

    @property
    def slots(self) -> frozenset[str]:
        """Give which parts a clause is made of."""
        return frozenset(name for name in self._fields[:5] if getattr(self, name))


class Wanted(NamedTuple):
    """What gives one marker away."""

    phrases: Sequence[str]
    frames: Sequence[Frame]


def compiled(wanted: Sequence[Wanted], groups: Mapping[str, Sequence[str]], language: Language) -> Spotting:
    """Compile phrases and frames for a language; without its part on frames, phrases alone are looked for."""
    part = language.get(Frames)
    build = _Build(part, groups)
    for number, marker in enumerate(wanted):
        build.add(number, marker)
    return build.result()


class _Filled(dict[str, str]):
    """Steps with numbers in place of names, each worked out once."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, step: str) -> str:
        """Work it out."""
        found = self[step] = self._work(step)
        return found


class _Build:
    """What is gathered while frames are compiled: lists and forks by number."""

    def __init__(self, part: Frames | None, groups: Mapping[str, Sequence[str]]) -> None:
        self.part = part
        self.groups = groups
        self.clitics = part.clitics if part else ()
        self.lists: dict[frozenset[str], int] = {}
        self.named: dict[tuple[str, str], int] = {}
        self.forks: dict[str, int] = {}
        self.fork_steps: list[tuple[str, ...]] = []
        self.patterns: list[Pattern] = []
        self.steps = _Filled(self._step)

    def add(self, number: int, marker: Wanted) -> None:
        """Compile the phrases and frames of one marker."""
        if marker.phrases:
            self.patterns.append(Pattern(number, -1, tuple(" ".join(self._split(text)) for text in marker.phrases)))
        for source, frame in enumerate(marker.frames if self.part else ()):
            ways = self._said(frame) if frame.says else self._filled(frame)
            unless = self._list(self._listed(frame.unless, self._any, "")) if frame.unless else -1
            self.patterns.append(Pattern(number, source, tuple(ways), bool(frame.says), unless))

    def result(self) -> Spotting:
        """Give all that was compiled."""
        pause = self.steps[self.part.pause] if self.part else ""
        guards = self._guards()
        forks, patterns = tuple(self.fork_steps), tuple(self.patterns)
        forms = self._forms()
        return Spotting(self.clitics, forms, tuple(self.lists), forks, pause, patterns, guards)

    def _forms(self) -> Forms:
        return Forms(self.part.endings, self.part.doubling, self.part.irregular) if self.part else Forms()

    @property
    def _known(self) -> Frames:
        if self.part is None:
            raise ValueError("frames need the language's part on them")
        return self.part

    def _filled(self, frame: Frame) -> Iterator[str]:
        """Fill the templates for the parts that a frame has."""
        slots, filled = frame.slots, _Filled(lambda step: self._filling(step, frame))
        for template in self._known.templates:
            if template.slots == slots:
                yield " ".join([filled[step] for step in template.steps.split()])

    def _filling(self, step: str, frame: Frame) -> str:
        slot = _SLOT.fullmatch(step)
        return f"@{self._list(self._slot(slot[1], slot[2], frame))}" if slot else self.steps[step]

    def _step(self, step: str) -> str:
        named = _NAMED.fullmatch(step)
        if named is None:
            return step
        kind, name = named.groups()
        return f"{kind}{self._fork(name) if kind == '#' else self._list(self._known.lists[name])}"

    def _slot(self, slot: str, case: str | None, frame: Frame) -> frozenset[str]:
        """Give the words of a slot as terms."""
        part = self._known
        if slot in ("DID", "DONE"):
            kind = ANY if slot == "DID" else DONE
            return self._listed(frame.did or frame.did_not, lambda word: (part.verb(word, kind),), kind)
        words = {"WHO": frame.who, "WHOM": frame.whom, "WHAT": frame.what}[slot]
        return self._listed(words, lambda word: self._noun(word, case), case or NOUN)

    def _noun(self, word: str, case: str | None) -> Collection[str]:
        pronoun = self._known.pronouns.get(word)
        if pronoun:
            return pronoun[0] if case == "s" else pronoun[1] if case == "o" else pronoun[0] | pronoun[1]
        return self._known.noun(word)

    def _any(self, word: str) -> Collection[str]:
        """Give a word in any form, of several words also as they are written in short."""
        known = self._known
        return {known.any_form(word), *(known.any_form(word.replace(full, short)) for full, short in known.short)}

    def _listed(self, words: Iterable[str], terms: Callable[[str], Collection[str]], kind: str) -> frozenset[str]:
        """Give words as terms; a group in braces is referred to. `kind` names what `terms` makes of a word."""
        found: set[str] = set()
        for word in words:
            group = _GROUP.fullmatch(word)
            if group:
                found.add(f"&{self._group(group[1], terms, kind)}")
            else:
                found.update(terms(" ".join(self._split(word))))
        return frozenset(found - {""})

    def _group(self, name: str, terms: Callable[[str], Collection[str]], kind: str) -> int:
        if (name, kind) not in self.named:
            self.named[name, kind] = self._list(self._listed(self.groups.get(name, ()), terms, kind))
        return self.named[name, kind]

    def _said(self, frame: Frame) -> Iterator[str]:
        """Turn texts with groups in braces and ellipses into steps; what `&` parts, in every order."""
        apart = f" {self.steps[self._known.apart]} "
        for text in self._spelled(frame.says):
            parts = [" ".join(self._in_order(part)) for part in text.split(_AND)]
            yield from map(apart.join, permutations(parts))

    def _spelled(self, texts: Iterable[str]) -> Iterator[str]:
        """Give texts, also as they are written where two of their words are one."""
        for text in texts:
            yield from dict.fromkeys((text, *(text.replace(apart, one) for apart, one in self._known.joined)))

    def _in_order(self, text: str) -> list[str]:
        gap = self.steps[self._known.elided]
        steps: list[str] = []
        for match in _SAID.finditer(text):
            group, elision, plain = match.groups()
            if elision:
                # What is left out before the first word is no part of what is said.
                steps += [gap] if steps else []
            elif group is not None:
                steps.append(f"@{self._group(group, self._any, '')}")
            else:
                steps += map(self._word, self._after_group(plain) if steps else self._split(plain))
        return steps

    def _after_group(self, text: str) -> list[str]:
        """Split what follows a group: an ending of the group's word that a pause may be is left out."""
        ending = next((ending for ending in self.clitics if text.startswith(ending)), "")
        rest = self._split(text.removeprefix(ending))
        return (
            rest if not ending or ending in self._known.lists[self._known.pause.partition("@")[2]] else [ending, *rest]
        )

    def _word(self, word: str) -> str:
        same = self._known.same.get(word)
        return f"@{self._list(same)}" if same else word

    def _split(self, text: str) -> list[str]:
        if text.replace(" ", "").isalpha():
            return text.lower().split()
        return [text] if text in self.clitics or text == "#" else split(text, self.clitics).words[1:]

    def _list(self, terms: frozenset[str]) -> int:
        (alone,) = terms if len(terms) == 1 else ("",)
        inner = reference(alone)
        return self.lists.setdefault(terms, len(self.lists)) if inner is None else inner

    def _fork(self, name: str) -> int:
        if name not in self.forks:
            self.forks[name] = len(self.fork_steps)
            ways = self._known.forks[name]
            self.fork_steps.append(tuple(" ".join(map(self._step, way.split())) for way in ways))
        return self.forks[name]

    def _guards(self) -> Guards:
        if self.part is None:
            return Guards()
        names = self.part.guards
        lists = [self._list(self.part.lists[str(name)]) for name in names[:-2]]
        after, at_once = (
            tuple(" ".join(map(self._step, way.split())) for way in ways) for ways in (names.after, names.at_once)
        )
        return Guards(tuple(lists), after, at_once)
