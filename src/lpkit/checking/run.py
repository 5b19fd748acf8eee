"""What a run gathers, and what becomes of it: the corpus stage over all facts, suppressions, the report."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from lpkit.checking.across import Across, FactBook, corpus_stage, kept_stage, run_on_all
from lpkit.checking.locating import Book, SourceBook
from lpkit.checking.pack import Beside
from lpkit.checking.sheet import Sheet
from lpkit.checking.silencing import Comments, silence
from lpkit.checking.store import KeptBook, Store
from lpkit.corpus import Corpus, Fact, LibraryView, Listing, Stock, stocked
from lpkit.diagnostic import Diagnostic, Report, RuleInfo, Severity
from lpkit.model import Pack
from lpkit.publishing.judged import JUDGE_FILE
from lpkit.publishing.lock import LOCK_FILE, read_lock
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.schema.of_library import SCHEMA_FILE, is_own
from lpkit.source import Source, read_text
from lpkit.witness import stands

Read = Callable[[Path, str], Source]
"""Gives the source of a file, by its place and the name that reports show."""

NameOf = Callable[[Path], str]
"""Gives the path of a file as reports show it."""


BESIDE = (LOCK_FILE, JUDGE_FILE, SCHEMA_FILE)
"""Files that lpkit writes beside a library.yaml, and that rules look at."""


class Outcome(NamedTuple):
    """A report, and the content that was read on the way."""

    report: Report
    corpus: Corpus
    stocks: tuple[Stock, ...] = ()
    """The libraries as they were read, with drafts and retired packs."""


@dataclass(slots=True)
class Gathered:
    """What the pack stage gave for all files of a run."""

    read: Read
    name_of: NameOf
    store: Store | None = None
    """What was found in earlier runs; None where nothing is kept between them."""
    read_beside: Read = read_text
    """Gives the text of what lpkit wrote beside a library."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    facts: FactBook = field(default_factory=FactBook)
    comments: dict[str, Comments] = field(default_factory=dict)
    stocks: list[Stock] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    written: dict[str, Source] = field(default_factory=dict)
    """What lpkit wrote beside libraries, by name."""
    open_book: KeptBook | None = None

    def add(self, file: Path, sheet: Sheet) -> None:
        """Take in what was found in a file."""
        name = self.name_of(file)
        self.files[name] = file
        self.diagnostics += sheet.diagnostics
        self.facts.add(sheet.facts)
        if sheet.comments.speak:
            self.comments[name] = sheet.comments

    def source(self, name: str) -> Source:
        """Read a file again, for positions: the pack stage keeps none."""
        return self.written.get(name) or self.read(self.files[name], name)

    def book(self, name: str) -> Book:
        """Give what tells positions in a file."""
        if self.store is None:
            return SourceBook(self.source(name))
        # Each file is asked for once and then the next one: a book that stays open holds all of its file.
        self.close_book()
        self.open_book = self.store.book(self.source(name))
        return self.open_book

    def close_book(self) -> None:
        """Let go of the last book, and keep what was new in it."""
        if self.open_book is not None:
            self.open_book.close()
        self.open_book = None

    def beside(self, library_file: Path) -> Beside:
        """Read what lpkit wrote beside a library, as far as it has it."""
        return Beside(*(self._beside(library_file.with_name(name)) for name in BESIDE))

    def _beside(self, file: Path) -> Source | None:
        if not (is_own(file) if file.name == SCHEMA_FILE else stands(file)):
            return None
        name = self.name_of(file)
        return self.written.setdefault(name, self.read_beside(file, name))

    def facts_of(self, code: str) -> Sequence[Fact]:
        """Give the facts of a rule across packs."""
        return self.facts.of(code)

    def outcome(self, listing: Listing, rules: Sequence[Rule], across: Across | None) -> Outcome:
        """Give what becomes of all that was gathered, with what is remembered of the corpus stage, if anything is."""
        files = frozenset(map(self.name_of, listing.asked))
        libraries = frozenset(self.name_of(file) for file in listing.packs if file and file in listing.asked)
        known: list[Diagnostic] | None = None
        if across is not None:
            known = across.run(self.facts, rules, self.book, self._digest)
        elif self.store is not None:
            known = kept_stage(self.facts, rules, self.book, self.store)
        report = conclude(self, Asked(files, libraries), rules, known)
        self.close_book()
        return Outcome(report, stocked(self.stocks), tuple(self.stocks))

    def _digest(self, name: str) -> str:
        return self.source(name).digest

    def stock(self, library: LibraryView, file: Path, packs: Sequence[Pack]) -> None:
        """Keep a library for exporters."""
        lock = read_lock(library.lock.text) if library.lock else None
        self.stocks.append(Stock(library.library, tuple(packs), file, lock, library.released))


class Found(Protocol):
    """What the pack stage gave for all files of a run, wherever it is kept."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Give what it found, in the order of the files."""

    @property
    def comments(self) -> Mapping[str, Comments]:
        """Give the comments of files that have some, by name."""

    def facts_of(self, code: str) -> Sequence[Fact]:
        """Give the facts of a rule across packs."""

    def book(self, name: str) -> Book:
        """Give what tells positions in a file."""


class Asked(NamedTuple):
    """The files that were asked for, and which of these are libraries, by the names that reports show."""

    files: frozenset[str]
    libraries: frozenset[str]

    @property
    def at_fault(self) -> frozenset[str]:
        """Give the files of which faults are reported: also what lpkit wrote beside libraries."""
        beside = (str(PurePosixPath(name).with_name(other)) for name in self.libraries for other in BESIDE)
        return self.files.union(beside)


def conclude(found: Found, asked: Asked, rules: Sequence[Rule], across: Sequence[Diagnostic] | None = None) -> Report:
    """Run the corpus stage, apply suppressions, and report what concerns the files that were asked for.

    `across` is what the corpus stage gives, where that is known.
    """
    if across is None:
        across = corpus_stage(found.facts_of, rules, found.book)
    silenced = silence([*found.diagnostics, *across], found.comments, all_rules(), rules)
    suppressions = run_on_all("suppressions", rules, lambda _: silenced.faults, found.book)
    kept = _settled(silenced.kept, rules) + suppressions
    at_fault = asked.at_fault
    shown = [diagnostic for diagnostic in kept if _concerns(diagnostic, at_fault)]
    return Report(
        diagnostics=tuple(sorted(shown, key=lambda diagnostic: diagnostic.order)),
        packs=len(asked.files - asked.libraries),
        libraries=len(asked.libraries),
        suppressed=sum(_concerns(diagnostic, at_fault) for diagnostic in silenced.silent),
        checked=tuple(sorted(asked.files)),
        rules=rule_infos({diagnostic.code for diagnostic in shown}, rules),
    )


def _settled(found: list[Diagnostic], rules: Sequence[Rule]) -> list[Diagnostic]:
    """Leave out what can only be mended once the errors are."""
    if all(entry.severity is not Severity.ERROR for entry in found):
        return found
    last = {rule.code for rule in rules if rule.last}
    return [entry for entry in found if entry.severity is Severity.ERROR or entry.code not in last]


def rule_infos(codes: Collection[str], rules: Sequence[Rule]) -> tuple[RuleInfo, ...]:
    """Describe the rules that found something; a clean check reads no documentation."""
    return tuple(
        RuleInfo(rule.code, rule.name, rule.severity, rule.summary, rule.manual())
        for rule in rules
        if rule.code in codes
    )


def _concerns(diagnostic: Diagnostic, asked: Collection[str]) -> bool:
    return diagnostic.path in asked or any(related.path in asked for related in diagnostic.related)
