"""From files to a report: the pack stage, one file at a time, then the corpus stage over the facts of all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from lpkit.corpus import Corpus, Fact, FileView, LibraryView, Listing, PackView, view_library, view_pack
from lpkit.corpus.content import arrange
from lpkit.diagnostic import Diagnostic, Finding, Related, Report, Site, printable
from lpkit.model import Library, Pack
from lpkit.rule import Rule
from lpkit.source import Source, read_source

_MAX_EXCERPT = 3

Facts = tuple[tuple[str, Fact], ...]
"""Facts with the code of the rule that collected them."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the pack stage gives for one file."""

    diagnostics: tuple[Diagnostic, ...]
    facts: Facts = ()
    pack: Pack | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report, and the content that was read on the way."""

    report: Report
    corpus: Corpus


def examine_library(source: Source, rules: Sequence[Rule]) -> tuple[Examined, LibraryView | None]:
    """Run all rules of one library file."""
    plain, view = view_library(source)
    found = list(_run(rules, "file", plain, plain))
    if view is not None:
        found += _run(rules, "library", view, view)
    return Examined(_located(found, source)), view


def examine_pack(source: Source, library: LibraryView | None, orphan: bool, rules: Sequence[Rule]) -> Examined:
    """Run all rules of one pack file: a pure function of the file and its library."""
    plain, view = view_pack(source, library, orphan)
    found = list(_run(rules, "file", plain, plain))
    if view is None:
        return Examined(_located(found, source, library))
    found += _run(rules, "pack", view, view)
    for question in view.questions:
        found += _run(rules, "question", question, view)
    pack = view.pack if view.sound else None
    return Examined(_located(found, source, library), tuple(_collected(rules, view)), pack)


def _run(rules: Sequence[Rule], kind: str, subject: Any, view: FileView) -> Iterator[tuple[Rule, Finding]]:
    for rule in rules:
        if kind in rule.subjects:
            for finding in rule.check(subject):
                if kind == "file" or not view.hidden(finding.site.at):
                    yield rule, finding


def _collected(rules: Sequence[Rule], view: PackView) -> Iterator[tuple[str, Fact]]:
    for rule in rules:
        if rule.collect is not None:
            for fact in rule.collect(view):
                if not view.hidden(fact.site.at):
                    yield rule.code, fact


def _located(
    found: Iterable[tuple[Rule, Finding]], source: Source, library: LibraryView | None = None
) -> tuple[Diagnostic, ...]:
    sources = {source.name: source}
    if library is not None:
        sources[library.source.name] = library.source
    return tuple(locate(rule, finding, sources.__getitem__) for rule, finding in found)


def locate(rule: Rule, finding: Finding, source_of: Callable[[str], Source]) -> Diagnostic:
    """Give a finding its rule and its position."""
    source = source_of(finding.site.file)
    span = source.span(finding.site)
    related = tuple(
        Related(site.file, source_of(site.file).span(site), printable(message)) for site, message in finding.related
    )
    last = min(span.end_line, span.line + _MAX_EXCERPT - 1)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=printable(finding.message),
        path=source.name,
        span=span,
        pointer=finding.site.pointer,
        item=_item(source, finding.site),
        help=printable(finding.help) if finding.help else None,
        url=rule.url,
        related=related,
        fix=finding.fix,
        value=finding.value or _value(source, finding.site),
        excerpt=source.lines(span.line, last) if source.text else (),
    )


def _item(source: Source, site: Site) -> str | None:
    """Give the id of the innermost thing with an id on the way to a site."""
    for end in range(len(site.at), -1, -1):
        here = source.value(site.at[:end])
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            return str(here["id"])
    return None


def _value(source: Source, site: Site) -> str:
    """Give the scalar at a site as text, so that another value there is another fault; empty for the rest."""
    value = source.value(site.at)
    return "" if value is None or isinstance(value, dict | list) else str(value)


def check(
    listing: Listing,
    rules: Sequence[Rule],
    name_of: Callable[[Path], str],
    progress: Callable[[int, int], None] | None = None,
) -> Outcome:
    """Check every file of a listing and report what concerns the files that were asked for.

    `name_of` gives the path of a file as reports show it. `progress` is called with the number of files done
    and the number of all.
    """
    diagnostics: list[Diagnostic] = []
    facts: list[tuple[str, Fact]] = []
    shelves: list[tuple[Library, list[Pack]]] = []
    files: dict[str, Path] = {}
    total, done = sum(len(packs) + 1 for packs in listing.packs.values()), 0
    for library_file, pack_files in listing.packs.items():
        library = None
        if library_file is not None:
            files[name_of(library_file)] = library_file
            examined, library = examine_library(read_source(library_file, name_of(library_file)), rules)
            diagnostics += examined.diagnostics
        packs = []
        for file in pack_files:
            files[name_of(file)] = file
            examined = examine_pack(read_source(file, name_of(file)), library, library_file is None, rules)
            diagnostics += examined.diagnostics
            facts += examined.facts
            packs += [examined.pack] if examined.pack else []
            done += 1
            if progress is not None:
                progress(done, total)
        if library is not None:
            shelves.append((library.library, packs))
    diagnostics += corpus_stage(facts, rules, lambda name: read_source(files[name], name))
    asked = {name_of(file) for file in listing.asked}
    shown = [diagnostic for diagnostic in diagnostics if _concerns(diagnostic, asked)]
    report = Report(
        diagnostics=tuple(sorted(shown, key=lambda diagnostic: diagnostic.order)),
        packs=len([file for file in listing.asked if file not in listing.packs]),
        libraries=len([file for file in listing.packs if file in listing.asked]),
    )
    return Outcome(report, arrange(shelves))


def corpus_stage(
    facts: Iterable[tuple[str, Fact]], rules: Sequence[Rule], source_of: Callable[[str], Source]
) -> list[Diagnostic]:
    """Run the rules across packs: a pure function of the facts; sources are read for positions only."""
    gathered = {
        code: [fact for _, fact in group]
        for code, group in groupby(sorted(facts, key=_fact_order), key=lambda pair: pair[0])
    }
    return [
        locate(rule, finding, source_of)
        for rule in rules
        if "corpus" in rule.subjects
        for finding in rule.check(gathered.get(rule.code, []))
    ]


def _fact_order(pair: tuple[str, Fact]) -> tuple[str, ...]:
    code, fact = pair
    return (code, fact.library, fact.value, fact.site.file, fact.site.pointer)


def _concerns(diagnostic: Diagnostic, asked: set[str]) -> bool:
    return diagnostic.path in asked or any(related.path in asked for related in diagnostic.related)
