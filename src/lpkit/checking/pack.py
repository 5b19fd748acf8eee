"""The pack stage: one file at a time, from its text to diagnostics and facts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from lpkit.checking.locating import SourceBook, locate
from lpkit.checking.silencing import NO_COMMENTS, Comments
from lpkit.corpus import Fact, FileView, LibraryView, PackView, view_library, view_pack
from lpkit.diagnostic import Diagnostic, Finding, Site
from lpkit.model import Pack
from lpkit.publishing.released import Released
from lpkit.rule import Rule, Ruleset
from lpkit.schema.house import HouseSchema
from lpkit.source import Source

Facts = tuple[tuple[str, Fact], ...]
"""Facts with the code of the rule that collected them."""


class Examined(NamedTuple):
    """What the pack stage gives for one file."""

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts = ()
    pack: Pack | None = None
    comments: Comments = NO_COMMENTS


class Beside(NamedTuple):
    """What lpkit wrote beside a library.yaml."""

    lock: Source | None = None
    judged: Source | None = None
    schema: Source | None = None


def library_of(source: Source, beside: Beside, released: Released) -> tuple[FileView, LibraryView | None]:
    """Give a library as rules see it, with what lpkit wrote `beside` it and what was released of it."""
    plain, view = view_library(source)
    if view is not None:
        (view.lock, view.judged, view.schema), view.released = beside, released
    return plain, view


def examine_library(plain: FileView, view: LibraryView | None, rules: Ruleset) -> Examined:
    """Run all rules of one library file, of which nothing may be usable."""
    found = list(_run(rules, "file", plain, plain))
    facts: Facts = ()
    if view is not None:
        found += _run(rules, "library", view, view)
        facts = tuple(_collected_from_library(rules, view))
    schema = view.schema if view is not None else None
    return Examined(_located(found, plain.source, schema), facts, comments=_comments(plain))


def examine_pack(
    source: Source,
    library: LibraryView | None,
    orphan: bool,
    rules: Ruleset,
    house: Sequence[HouseSchema] = (),
) -> Examined:
    """Run all rules of one pack file: a pure function of the file, its library and the house schemas."""
    plain, view = view_pack(source, library, orphan)
    if source.data is not None:
        plain.house = tuple(misfit for schema in house for misfit in schema.misfits(source.data))
    found = list(_run(rules, "file", plain, plain))
    if view is None:
        unread = Fact(library.source.name if library else "", None, Site(source.name))
        facts = tuple((rule.code, unread) for rule in rules.collecting_library)
        return Examined(_located(found, source, library.source if library else None), facts, comments=_comments(plain))
    found += _run(rules, "pack", view, view)
    found += _run(rules, "quiz", view.quiz, view)
    for question in view.questions:
        found += _run(rules, "question", question, view)
    diagnostics = _located(found, source, library.source if library else None)
    return Examined(diagnostics, tuple(_collected(rules, view)), pack_of(view), _comments(plain))


def pack_of(view: PackView | None) -> Pack | None:
    """Give a pack as content, where all of it is sound."""
    return view.pack if view is not None and view.sound else None


def _comments(view: FileView) -> Comments:
    suppressions, mistakes = view.comments
    return Comments(suppressions, mistakes, view.sound)


def _run(rules: Ruleset, kind: str, subject: Any, view: FileView) -> Iterator[tuple[Rule, Finding]]:
    for rule in rules.on(kind):
        for finding in rule.check(subject):
            if kind == "file" or not view.hidden(finding.site.at):
                yield rule, finding


def _collected(rules: Ruleset, view: PackView) -> Iterator[tuple[str, Fact]]:
    for rule in rules.collecting:
        facts = rule.collect(view) if rule.collect else rule.collect_quiz(view.quiz) if rule.collect_quiz else ()
        for fact in facts:
            if not view.hidden(fact.site.at):
                yield rule.code, fact


def _collected_from_library(rules: Ruleset, view: LibraryView) -> Iterator[tuple[str, Fact]]:
    for rule in rules.collecting_library:
        for fact in rule.collect_library(view) if rule.collect_library else ():
            if not view.hidden(fact.site.at):
                yield rule.code, fact


def _located(found: Iterable[tuple[Rule, Finding]], *read: Source | None) -> tuple[Diagnostic, ...]:
    books = {source.name: SourceBook(source) for source in read if source}
    return tuple(locate(rule, finding, books.__getitem__) for rule, finding in found)
