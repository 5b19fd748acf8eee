"""What is open in the editor, which session each text belongs to, and when it is checked."""

import asyncio
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol.types import Diagnostic

from lpkit import diagnostic as own
from lpkit.checking.project import Project
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.language_server.diagnostics import shown
from lpkit.language_server.positions import Ruler
from lpkit.language_server.sessions import (
    CancelledError,
    Checked,
    Session,
    concerns,
    root_of,
)
from lpkit.source import Source
from lpkit.witness import is_there

DEBOUNCE = 0.04
"""Seconds for which further keystrokes are waited for before a check begins."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text that is open."""

    file: Path
    version: int
    source: Source


Shown = tuple[list[own.Diagnostic], tuple[str, ...], list[Diagnostic]]
"""Faults of a file, what their positions follow from, and how the editor is told of them."""


@dataclass(slots=True)
class Work:
    """The checks of one session: how many were asked for, and up to which one they are done."""

    session: Session
    asked: int = 0
    done: int = 0
    task: "asyncio.Task[None] | None" = None
    faults: dict[Path, list[own.Diagnostic]] = field(default_factory=dict)
    versions: dict[Path, int] = field(default_factory=dict)
    """The versions of open texts that the faults tell of."""
    listed: frozenset[Path] = frozenset()
    shown: dict[Path, Shown] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """What was said of its settings."""


@dataclass(slots=True)
class Desk:
    """Holds documents and sessions; lives in one event loop, and checks in one thread beside it."""

    publish: Callable[[Path, int | None, list[Diagnostic]], None]
    say: Callable[[str], None]
    """Shows a message to whoever edits."""
    log: Callable[[str], None]
    prepare: Callable[[Project], Project]
    encoding: str = "utf-16"
    documents: dict[Path, Document] = field(default_factory=dict)
    works: dict[Path, Work] = field(default_factory=dict)
    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "lpkit"))
    _published: dict[Path, list[Diagnostic]] = field(default_factory=dict)

    def put(self, file: Path, version: int, text: str) -> None:
        """Take in a text of the editor, and check what it concerns."""
        if not concerns(file, text):
            self.remove(file)
            return
        before = file in self.documents
        work = self.work_of(file)
        self.documents[file] = Document(file, version, work.session.opened(file, text))
        if not before:
            work.session.refresh()
        self.check(work)

    def text(self, file: Path) -> str | None:
        """Give the text that the editor has of a file; None where it told of none, or of one that is not checked."""
        known = self.documents.get(file)
        return known.source.text if known else None

    def remove(self, file: Path) -> None:
        """Forget the text of a file that is closed: from now on the disk has it."""
        if self.documents.pop(file, None) is None:
            return
        work = self.work_of(file)
        work.session.refresh()
        self.check(work)

    def look_again(self) -> None:
        """Check everything anew that is open: files on the disk, settings or releases may be others."""
        for file, document in list(self.documents.items()):
            if root_of(file) not in self.works:
                # A library.yaml came or went.
                self.documents[file] = Document(
                    file, document.version, self.work_of(file).session.opened(file, document.source.text)
                )
        wanted = {root_of(file) for file in self.documents}
        for root, work in list(self.works.items()):
            if root in wanted or is_there(root / LIBRARY_FILE):
                work.session.refresh()
                self.check(work)
            else:
                self._clear(work)
                del self.works[root]

    def stop(self) -> None:
        """End what is under way: nobody waits for it any more."""
        for work in self.works.values():
            work.asked += 1
        self.thread.shutdown(wait=False, cancel_futures=True)

    def work_of(self, file: Path) -> Work:
        """Give the session of a file; it is made when it is first asked for."""
        root = root_of(file)
        if root not in self.works:
            self.works[root] = Work(Session(root, self.prepare))
        return self.works[root]

    def check(self, work: Work) -> None:
        """Ask for a check; one that runs ends where it can, since nobody waits for it any more."""
        work.asked += 1
        if work.task is None or work.task.done():
            work.task = asyncio.get_running_loop().create_task(self._follow(work))

    async def settled(self, file: Path) -> Work:
        """Give the work of a file once its faults are those of its present text."""
        work = self.work_of(file)
        while work.task is not None and not work.task.done():
            await asyncio.wait([work.task])
        return work

    async def _follow(self, work: Work) -> None:
        while work.done < work.asked:
            await asyncio.sleep(DEBOUNCE)
            wanted = work.asked
            texts = {file: entry for file, entry in self.documents.items() if root_of(file) == work.session.root}
            try:
                found, checked = await asyncio.get_running_loop().run_in_executor(
                    self.thread, self._checked, work, wanted, texts
                )
            except CancelledError:
                continue
            except Exception:
                # The server goes on: the next keystroke may lead elsewhere.
                self.log(f"lpkit lsp: a bug in lpkit:\n{traceback.format_exc()}")
                work.done = wanted
                continue
            work.done = wanted
            self._tell(work)
            work.faults = checked.found
            work.versions = {file: entry.version for file, entry in texts.items()}
            self._show(work, found, texts)

    def _checked(
        self, work: Work, wanted: int, texts: dict[Path, Document]
    ) -> tuple[dict[Path, list[Diagnostic]], Checked]:
        """Check in the thread; give what is found for the editor too."""
        sources = {file: entry.source for file, entry in texts.items()}
        checked = work.session.check(sources, lambda: work.asked != wanted)
        rulers: dict[Path, Ruler] = {}

        def ruler_of(file: Path) -> Ruler:
            if file not in rulers:
                rulers[file] = Ruler(checked.sources(file), self.encoding)
            return rulers[file]

        def shown_in(file: Path, entries: list[own.Diagnostic]) -> Shown:
            if not entries:
                return [], (), []
            files = [file, *(work.session.file_of(other.path) for entry in entries for other in entry.related)]
            state = (checked.documentation, *(checked.sources(each).digest for each in files))
            before = work.shown.get(file)
            if before and before[:2] == (entries, state):
                return before
            args = (file, work.session.file_of, ruler_of, checked.documentation)
            return entries, state, [shown(entry, *args) for entry in entries]

        work.shown = {file: shown_in(file, entries) for file, entries in checked.found.items()}
        return {file: entry[2] for file, entry in work.shown.items()}, checked

    def _tell(self, work: Work) -> None:
        """Say what is wrong with settings, once for as long as it is so."""
        for text in sorted(work.session.wrong - work.told):
            self.say(f"lpkit: {text}")
        work.told = set(work.session.wrong)

    def _show(self, work: Work, found: dict[Path, list[Diagnostic]], texts: dict[Path, Document]) -> None:
        """Publish what changed, and take back what was said of files that are there no more."""
        for file in work.listed - found.keys():
            self._send(file, None, [])
        for file, entries in found.items():
            known = texts.get(file)
            self._send(file, known.version if known else None, entries)
        work.listed = frozenset(found)

    def _send(self, file: Path, version: int | None, entries: list[Diagnostic]) -> None:
        # What is open is told each time: an editor may wait for the faults of this very version.
        if version is not None or self._published.get(file, []) != entries:
            self._published[file] = entries
            self.publish(file, version, entries)

    def _clear(self, work: Work) -> None:
        for file in work.listed:
            self._send(file, None, [])
