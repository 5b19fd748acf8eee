"""From files to a report: the pack stage for each file, then the corpus stage over the facts of all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from lpkit.checking.pack import Examined, examine_library, examine_pack, locate
from lpkit.checking.parallel import in_order
from lpkit.checking.silencing import Comments, silence
from lpkit.corpus import Corpus, Fact, LibraryView, Listing, Stock, stocked
from lpkit.diagnostic import Diagnostic, Report, RuleInfo, Severity
from lpkit.model import Pack
from lpkit.publishing.lock import LOCK_FILE, read_lock
from lpkit.rule import Rule, Ruleset
from lpkit.rules import all_rules
from lpkit.schema.house import HouseSchema
from lpkit.source import Source, read_source, read_text

Read = Callable[[Path, str], Source]
"""Gives the source of a file, by its place and the name that reports show."""

ExaminePack = Callable[[Source, LibraryView | None, bool, Ruleset, Sequence[HouseSchema]], Examined]
"""The pack stage: `examine_pack`, or what remembers its results."""


class Outcome(NamedTuple):
    """A report, and the content that was read on the way."""

    report: Report
    corpus: Corpus
    stocks: tuple[Stock, ...] = ()
    """The libraries as they were read, with drafts and retired packs."""


@dataclass(slots=True)
class _Gathered:
    """What the pack stage gave for all files of a run."""

    read: Read
    diagnostics: list[Diagnostic] = field(default_factory=list)
    facts: list[tuple[str, Fact]] = field(default_factory=list)
    comments: dict[str, Comments] = field(default_factory=dict)
    stocks: list[Stock] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    locks: dict[str, Source] = field(default_factory=dict)

    def add(self, name: str, file: Path, examined: Examined) -> None:
        """Take in what was found in a file."""
        self.files[name] = file
        self.diagnostics += examined.diagnostics
        self.facts += examined.facts
        self.comments[name] = examined.comments

    def source(self, name: str) -> Source:
        """Read a file again, for positions: the pack stage keeps none."""
        return self.locks.get(name) or self.read(self.files[name], name)

    def lock(self, library_file: Path, name_of: Callable[[Path], str]) -> Source | None:
        """Read the lock of a library, if it has one."""
        file = library_file.with_name(LOCK_FILE)
        if not file.exists():
            return None
        return self.locks.setdefault(name_of(file), read_text(file, name_of(file)))

    def stock(self, library: LibraryView, file: Path, packs: Sequence[Pack]) -> None:
        """Keep a library for exporters."""
        lock = read_lock(library.lock.text) if library.lock else None
        self.stocks.append(Stock(library.library, tuple(packs), file, lock))


def check(
    listing: Listing,
    rules: Sequence[Rule],
    name_of: Callable[[Path], str],
    progress: Callable[[int, int], None] | None = None,
    house: Sequence[HouseSchema] = (),
    read: Read = read_source,
    workers: int = 1,
    examine: ExaminePack | None = None,
) -> Outcome:
    """Check every file of a listing and report what concerns the files that were asked for.

    `name_of` gives the path of a file as reports show it. `progress` is called with the number of files done
    and the number of all. Packs must also fit the `house` schemas. `read` gives a file's source by its place and name.
    With several `workers`, processes share the work on a large corpus; the report is the same, but no content is kept.
    `examine` does the pack stage for one pack; `examine_pack` where it is not given.
    """
    gathered = _examine_all(listing, Ruleset(rules), name_of, progress, house, read, workers, examine or examine_pack)
    found = gathered.diagnostics + corpus_stage(gathered.facts, rules, gathered.source)
    silenced = silence(found, gathered.comments, all_rules(), rules)
    suppressions = _run_on_all("suppressions", rules, lambda _: silenced.faults, gathered.source)
    kept = _settled(silenced.kept, rules) + suppressions
    asked = {name_of(file) for file in listing.asked}
    libraries = [file for file in listing.packs if file in listing.asked]
    at_fault = asked | {name_of(file.with_name(LOCK_FILE)) for file in libraries if file}
    shown = [diagnostic for diagnostic in kept if _concerns(diagnostic, at_fault)]
    report = Report(
        diagnostics=tuple(sorted(shown, key=lambda diagnostic: diagnostic.order)),
        packs=len([file for file in listing.asked if file not in listing.packs]),
        libraries=len(libraries),
        suppressed=silenced.count,
        checked=tuple(sorted(asked)),
        rules=rule_infos({diagnostic.code for diagnostic in shown}, rules),
    )
    return Outcome(report, stocked(gathered.stocks), tuple(gathered.stocks))


def _examine_all(
    listing: Listing,
    rules: Ruleset,
    name_of: Callable[[Path], str],
    progress: Callable[[int, int], None] | None,
    house: Sequence[HouseSchema],
    read: Read,
    workers: int,
    examine_one: ExaminePack,
) -> _Gathered:
    gathered = _Gathered(read)
    total = sum(len(packs) + 1 for packs in listing.packs.values())
    for library_file, pack_files in listing.packs.items():
        library = None
        if library_file is not None:
            name = name_of(library_file)
            lock = gathered.lock(library_file, name_of)
            examined, library = examine_library(read(library_file, name), rules, lock)
            gathered.add(name, library_file, examined)
        packs: list[Pack] = []
        whole = partial(_examine, examine_one, pack_files, name_of, read, library, library_file is None, rules, house)
        examine = whole if workers == 1 else partial(_without_content, whole)
        for file, examined in zip(pack_files, in_order(examine, len(pack_files), workers), strict=True):
            gathered.add(name_of(file), file, examined)
            packs += [examined.pack] if examined.pack else []
            if progress is not None:
                progress(len(gathered.files), total)
        if library is not None and library_file is not None:
            gathered.stock(library, library_file, packs)
    return gathered


def _examine(
    examine: ExaminePack,
    files: Sequence[Path],
    name_of: Callable[[Path], str],
    read: Read,
    library: LibraryView | None,
    orphan: bool,
    rules: Ruleset,
    house: Sequence[HouseSchema],
    number: int,
) -> Examined:
    """Run the pack stage for one of some files."""
    file = files[number]
    return examine(read(file, name_of(file)), library, orphan, rules, house)


def _without_content(examine: Callable[[int], Examined], number: int) -> Examined:
    """Leave out the pack itself, which would take longer to send between processes than to check."""
    return examine(number)._replace(pack=None)


def corpus_stage(
    facts: Iterable[tuple[str, Fact]], rules: Sequence[Rule], source_of: Callable[[str], Source]
) -> list[Diagnostic]:
    """Run the rules across packs: a pure function of the facts; sources are read for positions only."""
    by_code = {
        code: [fact for _, fact in group]
        for code, group in groupby(sorted(facts, key=_fact_order), key=lambda pair: pair[0])
    }
    return _run_on_all("corpus", rules, lambda rule: by_code.get(rule.code, []), source_of)


def _run_on_all(
    kind: str, rules: Sequence[Rule], subject_of: Callable[[Rule], Any], source_of: Callable[[str], Source]
) -> list[Diagnostic]:
    return [
        locate(rule, finding, source_of)
        for rule in rules
        if kind in rule.subjects
        for finding in rule.check(subject_of(rule))
    ]


def _settled(found: list[Diagnostic], rules: Sequence[Rule]) -> list[Diagnostic]:
    """Leave out what can only be mended once the errors are."""
    if all(entry.severity is not Severity.ERROR for entry in found):
        return found
    last = {rule.code for rule in rules if rule.last}
    return [entry for entry in found if entry.severity is Severity.ERROR or entry.code not in last]


def _fact_order(pair: tuple[str, Fact]) -> tuple[str, ...]:
    code, fact = pair
    # Facts of one file come in the order of the file, and stay in it.
    return (code, fact.library, fact.value, fact.site.file)


def rule_infos(codes: set[str], rules: Sequence[Rule]) -> tuple[RuleInfo, ...]:
    """Describe the rules that found something; a clean check reads no documentation."""
    return tuple(
        RuleInfo(rule.code, rule.name, rule.severity, rule.summary, rule.manual(), rule.url)
        for rule in rules
        if rule.code in codes
    )


def _concerns(diagnostic: Diagnostic, asked: set[str]) -> bool:
    return diagnostic.path in asked or any(related.path in asked for related in diagnostic.related)
