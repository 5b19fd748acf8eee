"""The names that prose may use for the parts of a pack, compiled into the forms of a language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.ledger.calling import by_name, called, either, plain, roughly
from lpkit.ledger.passage import Passage
from lpkit.pattern import Needs, has_each, needs_of, pattern
from lpkit.text.gate import has_any
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Bookkeeping, Form

_FIRST_DIGIT = pattern(r"(?<![\d.,$€£#/-])\d")
_PLACE = pattern(r"(?<!\?P)<n>")
_ANCHOR = pattern(r"<(n|p|amount|verdict|dimension)>")
_LONGEST_LEAD = 90
"""Code points before a figure or a name in which a form's beginning stands."""


class Named(NamedTuple):
    """What a form found in a text: the numbers, and the ids of what it names; None for what it does not."""

    start: int
    end: int
    text: str
    number: int | None
    part_of: int | None
    verdict: str | None
    dimension: str | None
    certain: bool
    groups: Mapping[str, str | None]
    figure: tuple[int, int]
    """Where the number stands; nowhere is (-1, -1)."""
    title: tuple[int, int]
    """Where the verdict stands."""


class Names(NamedTuple):
    """Names by which prose calls the parts of a pack: pairs of a name and an id."""

    verdicts: tuple[tuple[str, str], ...]
    dimensions: tuple[tuple[str, str], ...]
    reserved: tuple[str, ...]
    """Names of other things that hold the name of a verdict."""


def names_of(pack: PackView) -> Names:
    """Give the names of a pack's verdicts and dimensions; none where the rubric or the library is broken."""
    if pack.library is None:
        return Names((), (), ())
    library = pack.library.library
    verdicts = tuple((entry.title, entry.id) for entry in library.verdicts)
    titles = [entry.title for entry in library.principles]
    reserved = tuple(title for title in titles if any(name in title for name, _ in verdicts))
    rubric = pack.rubric
    named = tuple((entry.title, entry.id) for entry in rubric.dimensions) if rubric else ()
    return Names(verdicts, named, reserved)


class _Compiled(NamedTuple):
    """A form as patterns, what it begins with, and words without which it is nowhere."""

    needs: Needs
    anchor: str
    before: re.Pattern[str] | None
    form: re.Pattern[str]


class Reader:
    """Reads forms of a language with the names of a pack in them."""

    def __init__(self, language: Language, names: Names) -> None:
        self.known = language[Bookkeeping]
        self._names = names
        self._verdicts = by_name(names.verdicts)
        self._dimensions = called(names.dimensions, self.known.common)
        self._compiled: dict[int, tuple[Form, _Compiled | None]] = {}
        """By what tells one form from another without a look at its sources."""
        self._titles = [title for title, _ in names.verdicts]
        self._verdict = self._any_of(self._verdicts)
        self._dimension = self._any_of(self._dimensions)
        self._rough = {"verdict": roughly(self._verdicts), "dimension": roughly(self._dimensions)}
        self.titles = frozenset(title.lower() for title in self._titles)

    def dimension(self, name: str) -> str | None:
        """Give the id of the dimension that is called so."""
        return self._dimensions.get(plain(name))

    def dimension_at(self, text: str, start: int) -> str | None:
        """Give the id of the dimension whose name begins at a place of a text."""
        match = self._dimension.match(text, start) if self._dimension else None
        return self.dimension(match.group()) if match else None

    def number(self, text: str) -> int | None:
        """Give the whole number that some digits or words are."""
        return int(text) if text.isdecimal() else self.known.numerals.get(" ".join(text.lower().split()))

    def read(self, passage: Passage, forms: Sequence[Form]) -> Iterator[Named]:
        """Find what a passage says in some forms; no two that are given overlap."""
        taken, lower = bytearray(len(passage.text)), passage.lower
        for form in forms:
            if form.needs and not has_any(lower, form.needs):
                continue
            for start, match in self._matches(passage, form):
                named = self._named(match, form, passage.text, start)
                if named and 1 not in taken[named.start : named.end]:
                    taken[named.start : named.end] = b"\1" * (named.end - named.start)
                    yield named

    def _matches(self, passage: Passage, form: Form) -> Iterator[tuple[int, re.Match[str]]]:
        """Give where a form begins, with what stands before it, and its match."""
        compiled = self._compile(form)
        if compiled is None or not has_each(passage.lower, compiled.needs):
            return
        if compiled.anchor == "":
            yield from ((match.start(), match) for match in compiled.form.finditer(passage.text))
            return
        for start in self.places(passage, compiled.anchor):
            # What stands before is the shorter pattern; most forms end here, and are never compiled.
            lead = compiled.before and compiled.before.search(passage.text, max(0, start - _LONGEST_LEAD), start)
            if compiled.before is None or lead:
                match = compiled.form.match(passage.text, start)
                if match:
                    yield lead.start() if lead else start, match

    def places(self, passage: Passage, what: str) -> list[int]:
        """Give where numbers (n), verdicts or dimensions begin in a passage."""
        kept = passage.places.get(what)
        if kept is None:
            names = {"verdict": self._verdict, "dimension": self._dimension}.get(what)
            if what in {"n", "p"}:
                kept = self._numbers(passage)
            elif what == "amount":
                small = [match.start() for match in self.known.small_numerals.finditer(passage.lower)]
                kept = sorted({*self._numbers(passage), *small})
            elif names and has_any(passage.lower, self._rough[what]):
                kept = [match.start() for match in names.finditer(passage.lower)]
            else:
                kept = []
            passage.places[what] = kept
        return kept

    def _numbers(self, passage: Passage) -> list[int]:
        """Give where whole numbers begin, in digits or in the longer ones of the words."""
        found = [match.start() for match in _FIRST_DIGIT.finditer(passage.text)]
        for word in self.known.long_numerals.intersection(passage.lower.replace("-", " ").split()):
            at = passage.lower.find(word)
            while at >= 0:
                found.append(at)
                at = passage.lower.find(word, at + 1)
        return sorted(found)

    def may_judge(self, passage: Passage) -> bool:
        """Tell whether a passage may name a verdict."""
        return has_any(passage.lower, self.titles)

    def _named(self, match: re.Match[str], form: Form, text: str, start: int) -> Named | None:
        groups = match.groupdict()
        verdict = groups.get("verdict")
        if verdict is not None and not self._is_verdict(verdict, text, match.start("verdict")):
            return None
        key = next((name for name in ("n", "p", "n1", "n2", "n3") if groups.get(name)), None)
        part, dimension = groups.get("m"), groups.get("dimension")
        return Named(
            start=start,
            end=match.end(),
            text=" ".join(text[start : match.end()].split()).strip(" .;:,!?—–-(*_\"'"),
            number=self.number(groups[key] or "") if key else None,
            part_of=self.number(part) if part else None,
            verdict=self._verdicts.get(plain(verdict)) if verdict else None,
            dimension=self._dimensions.get(plain(dimension)) if dimension else None,
            certain=form.certain,
            groups=groups,
            figure=match.span(key) if key else (-1, -1),
            title=match.span("verdict") if verdict else (-1, -1),
        )

    def _is_verdict(self, name: str, text: str, start: int) -> bool:
        """Tell whether a name is meant as a verdict: a single word must be written as the title is."""
        if name not in self._titles and not (" " in name or "-" in name or "\n" in name):
            return False
        for title in self._names.reserved:
            at = text.find(title)
            while at >= 0:
                if at <= start < at + len(title):
                    return False
                at = text.find(title, at + 1)
        return True

    def _any_of(self, names: Mapping[str, str]) -> re.Pattern[str] | None:
        return pattern(rf"(?<![\w-])(?:{either(names)})(?![\w-])", re.IGNORECASE) if names else None

    def _compile(self, form: Form) -> _Compiled | None:
        known = self._compiled.get(id(form))
        if known is None:
            known = self._compiled[id(form)] = form, self._build(form)
        return known[1]

    def _build(self, form: Form) -> _Compiled | None:
        source = form.source
        if ("<verdict>" in source and not self._verdicts) or ("<dimension>" in source and not self._dimensions):
            return None
        anchor = _ANCHOR.match(source)
        before = pattern(f"(?:{form.before})$", re.IGNORECASE) if form.before else None
        filled = pattern(self._filled(source), re.IGNORECASE)
        return _Compiled(self._needs(source), anchor[1] if anchor else "", before, filled)

    def _needs(self, source: str) -> Needs:
        """Give what each text has that has a form, with the pack's names where the table has places for them."""
        names = {f"<{what}>": tuple(words) for what, words in self._rough.items()}
        return tuple(
            tuple(word for given in words for word in names.get(given, (given,)))
            for words in needs_of(source, re.IGNORECASE)
        )

    def _filled(self, source: str) -> str:
        tally, source = count(1), source.replace("<amount>", "")
        return (
            _PLACE.sub(lambda _: f"(?P<n{next(tally)}><number>)", source)
            .replace("<m>", f"(?P<m>{self.known.part})")
            .replace("<p>", f"(?P<p>{self.known.share})")
            .replace("<number>", self.known.number)
            .replace("<end>", self.known.end)
            .replace("<verdict>", rf"(?<![\w-])(?P<verdict>{either(self._verdicts)})(?![\w-])")
            .replace("<dimension>", rf"(?<![\w-])(?P<dimension>{either(self._dimensions)})(?![\w-])")
        )


@lru_cache(maxsize=64)
def reader_of(language: Language, names: Names) -> Reader:
    """Give the reader of a language and some names; it is made once for all packs that share them."""
    return Reader(language, names)
