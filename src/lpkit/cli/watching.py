"""`lpkit check --watch`: check again after every save, until Ctrl-C."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from lpkit.checking.places import places
from lpkit.cli.examining import Examination
from lpkit.cli.printer import clear_screen, say
from lpkit.cli.reporting import write_reports
from lpkit.cli.running import advice, summarize
from lpkit.diagnostic import Report
from lpkit.errors import LpkitError
from lpkit.witness import note_once

Watch = Callable[[Sequence[Path], Callable[[], Awaitable[None]], asyncio.Event], Awaitable[None]]


def keep_checking(asked: Examination, formats: Sequence[tuple[str, Path | None]], quiet: bool) -> None:
    """Check now and after every save, and report what is found where it is not what was found before.

    A terminal is cleared first. Settings are read anew each time, and what is wrong with them is said. Ends with
    Ctrl-C, which is no fault. Raises LpkitError where the extra is not installed, or the first check cannot be made.
    """
    try:
        from lpkit.serving.watching import folders_of, watch
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part == "lpkit":
            raise
        raise LpkitError(f"lpkit check --watch needs {part}", advice("serve")) from error

    note_once()
    found = places(asked.paths, asked.choice.of) if asked.paths or not asked.banks else []
    watched = folders_of([place.start / path for place in found for path in place.paths])
    watched += [place.settings.file for place in found if place.settings.file is not None]
    watched += [Path.cwd() / bank for bank in asked.banks]
    screen = _Screen(replace(asked, memories={}), formats, quiet)
    screen.show(screen.asked.report())
    asyncio.run(_follow(watch, watched, screen))


class _Screen:
    """What is shown at a moment, and how it is found."""

    def __init__(self, asked: Examination, formats: Sequence[tuple[str, Path | None]], quiet: bool) -> None:
        self.asked = asked
        self._formats = formats
        self._quiet = quiet
        self._shown: object = None

    def look(self) -> Report | str | None:
        """Check; what keeps a check from being made is something to be told, since a watch outlives every save."""
        try:
            return self.asked.report()
        except LpkitError as error:
            return f"lpkit: {error.message}{f' ({error.hint})' if error.hint else ''}"

    def turn(self, found: Report | str | None) -> None:
        """Show what was found in the place of what is shown, where that is something else."""
        if _looks(found) == self._shown:
            return
        clear_screen()
        try:
            self.show(found)
        except LpkitError as error:
            say(f"lpkit: {error.message}")

    def show(self, found: Report | str | None) -> None:
        """Write the reports, or what keeps a check from being made."""
        self._shown = _looks(found)
        if isinstance(found, str):
            say(found)
            return
        write_reports(found or Report((), 0, 0), self._formats, self.asked.settings().documentation)
        if found is not None and not self._quiet:
            say(f"{summarize(found)} (watching; Ctrl-C ends it)")


def _looks(found: Report | str | None) -> object:
    """Give what is equal where the same is to be shown: lines of files count too, which are no part of a fault."""
    return (
        (found, [(entry.excerpt, entry.patch) for entry in found.diagnostics]) if isinstance(found, Report) else found
    )


async def _follow(watch: Watch, watched: Sequence[Path], screen: _Screen) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    # Windows has no such handlers; there Ctrl-C interrupts as it does any command.
    with suppress(NotImplementedError):
        loop.add_signal_handler(signal.SIGINT, stop.set)

    async def changed() -> None:
        screen.turn(await asyncio.to_thread(screen.look))

    await watch(watched, changed, stop)
