"""The checks of one library while it is edited, or of a pack that has none."""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from lpkit.checking.memory import Memory
from lpkit.checking.places import Place, places
from lpkit.checking.project import Project, open_project
from lpkit.config import Config, top_of
from lpkit.corpus.discover import LIBRARY_FILE, is_excluded, is_pack_like, meant_as_yaml
from lpkit.diagnostic import Diagnostic
from lpkit.errors import LpkitError
from lpkit.files import way_to
from lpkit.language_server.disk import Disk
from lpkit.source import Source, decode
from lpkit.witness import is_there

Texts = Mapping[Path, Source]
"""What is open in the editor."""


class CancelledError(Exception):
    """A check that nobody waits for any more."""


class Checked(NamedTuple):
    """What a check found, by file; files without a fault are there too."""

    found: dict[Path, list[Diagnostic]]
    sources: Callable[[Path], Source]
    """Gives the text that was checked, for positions."""
    documentation: str = ""
    """Where the settings say that the documentation is served."""


@dataclass(slots=True)
class Opened:
    """A project with what the server keeps for it between checks."""

    project: Project
    memory: Memory = field(default_factory=Memory)
    warm: bool = False
    """Whether the memory holds a whole state, so that the store on the disk is asked no more."""


def root_of(file: Path) -> Path:
    """Give what a file is checked with: the folder of the nearest library.yaml above it, or the file alone."""
    if file.name == LIBRARY_FILE:
        return file.parent
    return next((folder for folder in file.parents if is_there(folder / LIBRARY_FILE)), file)


def concerns(file: Path, text: str) -> bool:
    """Tell whether a file is one that lpkit checks: in a library, or alike to a pack."""
    if not meant_as_yaml(file.name):
        return False
    in_library = root_of(file) != file and not file.name.lower().endswith(".txt")
    return in_library or is_pack_like(text.encode("utf-8", "surrogatepass"))


class Session:
    """Checks one library; all methods are called from one thread."""

    def __init__(self, root: Path, prepare: Callable[[Project], Project]) -> None:
        self.root = root
        self._prepare = prepare
        self._disk = Disk()
        self._places: list[Place] = []
        self._opened: list[Opened] = []
        self._stale = True
        self.wrong: set[str] = set()
        """What is wrong with the settings."""

    @cached_property
    def top(self) -> Path:
        """Give the folder from which files are named."""
        folder = self.root if self.root.is_dir() else self.root.parent
        try:
            return top_of(folder)
        except LpkitError:
            return folder

    def refresh(self) -> None:
        """Look at the disk again before the next check: files, settings and releases may be others."""
        self._stale = True

    def check(self, texts: Texts, cancelled: Callable[[], bool]) -> Checked:
        """Check the library with the texts that are open, by the last settings that could be used.

        Raises CancelledError where `cancelled` says so on the way.
        """
        self._disk.begin()
        try:
            return self._check(texts, cancelled)
        finally:
            self._disk.rest()

    def _check(self, texts: Texts, cancelled: Callable[[], bool]) -> Checked:
        if self._stale or self._gone():
            self._stale = False
            self._look()
        found: dict[Path, list[Diagnostic]] = defaultdict(list)
        documentation = ""
        for opened in self._opened:
            project = self._with(opened, texts)
            for file in filter(self._mine, project.listing.asked):
                found[file] += []
            try:
                entries = self._run(opened, project, cancelled)
            except LpkitError as error:
                self._note(error)
                continue
            for entry in entries:
                if self._mine(file := self.file_of(entry.path)):
                    found[file].append(entry)
            documentation = documentation or project.settings.documentation
        return Checked(found, lambda file: self.source(file, texts), documentation)

    def source(self, file: Path, texts: Texts) -> Source:
        """Give a file as the editor has it, or else the disk."""
        if not meant_as_yaml(file.name) and file.is_file():
            return self._disk.text(file, self._name(file))
        return texts.get(file) or self._disk.read(file, self._name(file))

    def project_of(self, file: Path, texts: Texts) -> Project | None:
        """Give the project that a file is checked with, with the texts that are open."""
        for opened in self._opened:
            project = self._with(opened, texts)
            if file in project.listing.asked:
                return project
        return None

    def settings_root(self, file: Path) -> Path:
        """Give the folder of the settings that count for a file."""
        found = [place for place in self._places if file.is_relative_to(place.settings.root)]
        roots = [place.settings.root for place in found]
        return max(roots, key=lambda root: len(root.parts), default=self.top)

    @cached_property
    def file_of(self) -> Callable[[str], Path]:
        """Give what gives the file that reports call so."""
        return cache(lambda name: Path(os.path.normpath(self.top / name)))

    def opened(self, file: Path, text: str) -> Source:
        """Give the source of a text that is open in the editor."""
        return decode(text.encode("utf-8", "surrogatepass"), self._name(file))

    @cached_property
    def _mine(self) -> Callable[[Path], bool]:
        """Tell whether a file is checked here: one of a library below this one has a session of its own."""
        return cache(lambda file: root_of(file) == self.root)

    @cached_property
    def _name(self) -> Callable[[Path], str]:
        return cache(lambda file: way_to(file, self.top))

    def _gone(self) -> bool:
        return any(not self._disk.has(file) for opened in self._opened for file in opened.project.listing.asked)

    def _look(self) -> None:
        """Open the projects anew; what was remembered of files that are the same stays."""
        self.__dict__.pop("_mine", None)
        self.wrong = set()
        try:
            self._places = places([self.root], lambda config: config, self.top, linked=True)
        except LpkitError as error:
            self._note(error)
        known = {opened.project.settings.root: opened for opened in self._opened}
        wanted = self._places or [Place(Config(self.top), (self.root,), self.top)]
        reopened = [self._reopened(place, known.get(place.settings.root)) for place in wanted]
        self._opened = [opened for opened in reopened if opened]

    def _reopened(self, place: Place, before: Opened | None) -> Opened | None:
        """Open a project by its settings, or as it was, or where it never was by those of lpkit; None if it is gone."""
        try:
            project = self._project(place)
        except LpkitError as error:
            self._note(error)
            if before:
                return before
            with suppress(LpkitError):
                return Opened(self._project(replace(place, settings=Config(place.settings.root))))
            return None
        return Opened(project, before.memory, before.warm) if before else Opened(project)

    def _note(self, error: LpkitError) -> None:
        self.wrong.add(f"{error.message} ({error.hint})" if error.hint else error.message)

    def _project(self, place: Place) -> Project:
        listing = place.listing(unsaved=self.root)
        project = open_project(place.settings, listing, self._name)
        return self._prepare(replace(project, released=cache(project.released), content=False))

    def _with(self, opened: Opened, texts: Texts) -> Project:
        """Give a project with what is open, and with files that are open and not on the disk yet."""
        project = opened.project
        listing = project.listing
        for file in texts:
            library = file_of_library(file)
            mine = library in listing.packs and file not in listing.asked and file != library
            if mine and not is_excluded(file, project.settings.exclude, project.settings.root):
                packs = {**listing.packs, library: sorted({*listing.packs[library], file})}
                listing = replace(listing, packs=packs, asked={*listing.asked, file})
        store = None if opened.warm else project.store

        def read(file: Path, name: str) -> Source:
            return texts.get(file) or self._disk.read(file, name)

        return replace(
            project, listing=listing, read=read, read_beside=self._disk.text, memory=opened.memory, store=store
        )

    def _run(self, opened: Opened, project: Project, cancelled: Callable[[], bool]) -> Iterable[Diagnostic]:
        def look(_done: int, _total: int) -> None:
            if cancelled():
                raise CancelledError

        try:
            found = project.check(look).report.diagnostics
        except CancelledError:
            opened.memory.stay()
            raise
        if not opened.warm:
            opened.warm = True
            _settle()
        return found


def _settle() -> None:
    """Let the collector of garbage pass over what a first check left: it would look at it while somebody types."""
    gc.collect()
    gc.freeze()


def file_of_library(file: Path) -> Path | None:
    """Give the library.yaml that a file belongs to."""
    root = root_of(file)
    return root / LIBRARY_FILE if root != file else None
