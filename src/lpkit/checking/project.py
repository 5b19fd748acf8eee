"""A project: the settings, files, rules and house schemas of a run as one value, and a check of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from lpkit.checking.memory import Memory, library_key, stage_frame, stage_key
from lpkit.checking.pack import Beside, examine_library, examine_pack, library_of, pack_of
from lpkit.checking.packing import ForeignError
from lpkit.checking.parallel import in_order
from lpkit.checking.run import Gathered, NameOf, Outcome, Read
from lpkit.checking.selection import configured_rules
from lpkit.checking.sheet import Sheet, sheet_of
from lpkit.checking.store import Store
from lpkit.config import Config
from lpkit.corpus import LibraryView, Listing, view_pack
from lpkit.git.releases import releases_of
from lpkit.model import Pack
from lpkit.publishing.released import Released, with_ahead
from lpkit.rule import Rule, Ruleset
from lpkit.rules import all_rules
from lpkit.schema.house import HouseSchema, load_house_schemas
from lpkit.source import Source, read_source, read_text
from lpkit.witness import note_once

Progress = Callable[[int, int], None]
"""Is told how many files are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """All that a check follows from: what two equal projects report of equal files is equal.

    Whoever wants another choice of files, rules or texts makes a project of another value from this one
    (`dataclasses.replace`); nothing on the way to a report takes these values one by one.
    """

    settings: Config
    listing: Listing
    """The files, and which of them were asked for."""
    rules: Ruleset
    """The rules that run."""
    house: tuple[HouseSchema, ...] = ()
    """The organisation's own schemas, which packs must fit too."""
    read: Read = read_source
    """Gives the source of a file; an editor's unsaved text may stand before what the disk has."""
    read_beside: Read = read_text
    """Gives the text of what lpkit wrote beside a library."""
    released: Callable[[Path], Released]
    """Gives what was released of a library, by the place of its library.yaml."""
    latest: int | None = None
    """The latest time that lines of locks may have, in seconds since 1970; None where no clock is asked."""
    name_of: NameOf
    """Gives the path of a file as reports show it."""
    workers: int = 1
    """Processes that share the pack stage of a large corpus; packs would take longer to send than to build."""
    memory: Memory | None = None
    """What the pack stage gave in the last check; None where nobody will check again."""
    libraries: Memory | None = None
    """What it gave for libraries in this process, where a command checks more than once; None for a single time."""
    store: Store | None = None
    """What the pack stage gave in earlier runs; None where nothing is kept between runs."""
    content: bool = True
    """Whether packs are wanted as content, for exporters: a check alone need not build them."""

    def check(self, progress: Progress | None = None) -> Outcome:
        """Check every file and report what concerns those that were asked for.

        With a memory, a file that is the same to every rule as in the last check is not looked at again. Raises
        LpkitError where the system ends a process, or a house schema refers to something that it does not hold.
        """
        try:
            return self._check(progress)
        except ForeignError:
            if self.store is None or self.store.distrusted:
                raise
            self.store.distrusted = True
            for memory in filter(None, (self.memory, self.libraries)):
                memory.forget()
            return self._check(progress)

    def _check(self, progress: Progress | None) -> Outcome:
        gathered = Gathered(self.read, self.name_of, self.store, self.read_beside)
        if self.memory is not None:
            self.memory.turn()
        for library_file, pack_files in self.listing.packs.items():
            library = None
            if library_file is not None:
                sheet, library, _ = self.library(library_file, gathered.beside(library_file))
                gathered.add(library_file, sheet)
            packs: list[Pack] = []
            # What a rule finds in a pack concerns that pack or its library, so the others of a library only give facts.
            all_asked = library_file in self.listing.asked
            for file, sheet in self.sheets(pack_files, library, library_file is None, all_asked):
                gathered.add(file, sheet)
                packs += [sheet.pack] if sheet.pack else []
                if progress is not None:
                    progress(len(gathered.files), self.listing.total)
            if library is not None and library_file is not None and self.content:
                gathered.stock(library, library_file, packs)
        outcome = gathered.outcome(self.listing, self.rules.all, self.memory.across if self.memory else None)
        if self.store is not None:
            self.store.sweep()
        return outcome

    def with_sources(self, sources: Mapping[str, Source]) -> "Project":
        """Give a project in which some files, by the names that reports show, have another text."""
        read = self.read

        def first_given(file: Path, name: str) -> Source:
            return sources.get(name) or read(file, name)

        return replace(self, read=first_given)

    def with_rules(self, rules: Sequence[Rule]) -> "Project":
        """Give a project in which these rules run."""
        return replace(self, rules=Ruleset(rules))

    def source(self, file: Path) -> Source:
        """Read a file."""
        return self.read(file, self.name_of(file))

    def library(self, file: Path, beside: Beside) -> tuple[Sheet, LibraryView | None, str]:
        """Run the pack stage for a library with what lpkit wrote `beside` it.

        Gives what was found, the library as its packs are checked with it, and a hash of all that both follow from.
        """
        source, released = self.source(file), self.released(file)
        if beside.lock is not None and self.latest is not None:
            released = with_ahead(released, beside.lock.text, self.latest)
        if released.ahead:
            # Tomorrow these lines may not lie ahead any more.
            note_once()

        key = library_key(source, beside, released, self.rules)

        def work() -> tuple[Sheet, LibraryView | None]:
            plain, view = library_of(source, beside, released)

            def examined() -> Sheet:
                return sheet_of(source.name, examine_library(plain, view, self.rules))

            return self.store.recall(key, source.name, examined)[0] if self.store else examined(), view

        memory = self.libraries or self.memory
        sheet, view = work() if memory is None else memory.recall(key, work)
        return sheet, view, key

    def sheets(
        self, files: Sequence[Path], library: LibraryView | None, orphan: bool, all_asked: bool
    ) -> Iterator[tuple[Path, Sheet]]:
        """Run the pack stage for some files of one library, in their order.

        `orphan` tells that none has a library, `all_asked` that somebody asked for all of them.
        """

        # Thousands of files have it in common.
        frame = cache(partial(stage_frame, library, orphan, self.house))

        def stage(file: Path) -> Sheet:
            rules = self.rules if all_asked or file in self.listing.asked else self.rules.gathering
            sheet = self._pack_stage(library, orphan, rules, file, frame)
            # A pack takes ten times the room of all else, and would take longer to send than to check.
            return sheet if self.content else sheet._replace(pack=None)

        results: Iterable[Sheet] = map(stage, files)
        if self.workers > 1:
            results = in_order(lambda number: stage(files[number]), len(files), self.workers)
        yield from zip(files, results, strict=True)

    def _pack_stage(
        self, library: LibraryView | None, orphan: bool, rules: Ruleset, file: Path, frame: Callable[[Ruleset], str]
    ) -> Sheet:
        source = self.source(file)

        def key() -> str:
            return stage_key(source, frame(rules))

        def work() -> Sheet:
            return sheet_of(source.name, examine_pack(source, library, orphan, rules, self.house))

        def kept() -> Sheet:
            sheet, was_kept = self.store.recall(key(), source.name, work) if self.store else (work(), False)
            if not (was_kept and self.content):
                return sheet
            return sheet._replace(pack=pack_of(view_pack(source, library, orphan)[1]))

        # Without a memory nobody needs the key.
        return kept() if self.memory is None else self.memory.recall(key(), kept)


def open_project(settings: Config, listing: Listing, name_of: NameOf) -> Project:
    """Make the project that settings describe, for some files.

    Raises LpkitError where the settings name a rule that is not there, or a house schema that cannot be used.
    """
    rules = configured_rules(all_rules(), settings)
    house = load_house_schemas([settings.root / name for name in settings.schemas])
    return Project(
        settings=settings,
        listing=listing,
        rules=Ruleset(rules),
        house=tuple(house),
        released=partial(releases_of, tags=settings.releases),
        name_of=name_of,
    )
