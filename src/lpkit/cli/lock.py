"""`lpkit lock`: write library.lock beside each library.yaml."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.project import Project
from lpkit.cli.check import Paths
from lpkit.cli.printer import say
from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, name_of, plural, project_of, run_check, settings
from lpkit.corpus import Stock
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.git.releases import release_at
from lpkit.publishing.lock import (
    HEADER,
    LOCK_FILE,
    MENDED,
    MOVED,
    Key,
    Lock,
    Locked,
    iso,
    lock_text,
    parse_time,
    sound_lock,
)
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.publishing.released import RELEASED_FILE, RELEASED_HEADER, Released, joined
from lpkit.publishing.updating import Presence, update
from lpkit.rules import codes_mended_by_lock
from lpkit.source import read_text
from lpkit.writing import write_file

_DAY = 24 * 60 * 60


def lock(
    paths: Paths = None,
    time_: Annotated[
        str | None,
        typer.Option("--time", metavar="TIME", help="Time for what changed: ISO 8601, or seconds since 1970."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 where a lock is out of date.")] = False,
    existing: Annotated[
        bool, typer.Option("--existing", help="Leave libraries alone that have no lock, as not published yet.")
    ] = False,
    after: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Make times newer than those of this revision too, which may be elsewhere."),
    ] = None,
    release: Annotated[
        bool, typer.Option("--release", help="Record the lock in library.released, where no tag of git names releases.")
    ] = False,
) -> None:
    """Record in library.lock what is published.

    The lock has a hash of each item and the time at which it last changed. Only items whose content changed get a new
    time: that of --time, of SOURCE_DATE_EPOCH, or now; none may lie in the future. Ids that are gone must have been
    retired. Where git left a conflict in a lock, the lines of both sides are kept. What went back behind a release gets
    a newer time.

    Examples:

      lpkit lock

      lpkit lock --check

      lpkit lock packs/amazon-lp --time 2026-02-01
    """
    if check and release:
        raise LpkitError("--check writes nothing, so it cannot record a release", "leave one of both out")
    moment = _moment(time_)
    config = settings()
    project = project_of(paths or [], replace(config, select=(), ignore=(), severity={}))
    outcome = run_check(_after(project, after))
    if existing and outcome.stocks and not any(map(_published, outcome.stocks)):
        # Errors are then none of the lock's business.
        return
    _refuse_faults(outcome.report)
    if not outcome.stocks:
        raise LpkitError("there is no library to lock", "name a folder that holds a library.yaml")
    stocks = [stock for stock in outcome.stocks if not existing or _published(stock)]
    stale = [name for stock in stocks if (name := _lock(stock, moment, check))]
    if check and stale:
        say(f"out of date: {', '.join(stale)}; run lpkit lock")
    untold = [stock for stock in stocks if stock.released.unknown and _published(stock)] if check else []
    for stock in untold:
        say(f"{name_of(stock.file.with_name(LOCK_FILE))}: what was released is not known: {stock.released.unknown}")
    if (check and stale) or untold:
        raise typer.Exit(EXIT_FAULTS)
    for stock in stocks if release else ():
        _record(stock)


def _published(stock: Stock) -> bool:
    return stock.lock is not None or bool(stock.released.lines)


def _after(project: Project, revision: str | None) -> Project:
    """Give a project in which one more revision was released."""
    if revision is None:
        return project

    def released(library: Path) -> Released:
        return joined(project.released(library), release_at(library, revision))

    return replace(project, released=released)


def _record(stock: Stock) -> None:
    lock = read_text(stock.file.with_name(LOCK_FILE), LOCK_FILE).text
    file = stock.file.with_name(RELEASED_FILE)
    write_file(file, lock.replace(HEADER, RELEASED_HEADER, 1).encode())
    say(f"{name_of(file)}: recorded as released")


def _moment(text: str | None) -> int:
    """Give the time for what changed: the only place where lpkit reads a clock.

    Raises LpkitError where it is no time, or lies more than a day ahead: clocks and time zones differ by less.
    """
    given = text or os.environ.get("SOURCE_DATE_EPOCH")
    moment = parse_time(given) if given else int(time.time())
    if moment > time.time() + _DAY:
        hint = "a later correction would count as older and never arrive; leave --time out for now"
        raise LpkitError(f"{iso(moment)} lies in the future", hint)
    return moment


def _refuse_faults(report: Report) -> None:
    own = codes_mended_by_lock()
    faults = tuple(fault for fault in report.diagnostics if fault.code not in own)
    errors = replace(report, diagnostics=tuple(fault for fault in faults if fault.severity is Severity.ERROR))
    if errors.diagnostics:
        write_reports(errors, parse_formats([]))
        say("nothing was locked: mend the errors first")
        raise typer.Exit(EXIT_FAULTS)


def _lock(stock: Stock, moment: int, check: bool) -> str | None:
    """Bring the lock of a library up to date; give its name where it was not."""
    file = stock.file.with_name(LOCK_FILE)
    name = name_of(file)
    old = read_text(file, name).text if file.exists() else None
    known = sound_lock(old, name, conflicts=True) if old is not None else Lock()
    released = stock.released.items
    ahead = {key for key, entry in known.items.items() if _is_ahead(entry, released.get(key))}
    items = {key: entry._replace(time=moment) if key in ahead else entry for key, entry in known.items.items()}
    result = update(items, _presences(stock), moment, released=released)
    result.changes.update({key: MENDED for key in ahead if key not in result.changes})
    text = lock_text(result.items)
    # A merge may leave lines out of order, or both sides' lines for one item: that is tidied, and never a fault.
    stale = bool(result.changes or known.conflicts or old is None)
    if not check and old != text:
        write_file(file, text.encode())
    if not (check and stale):
        say(f"{name}: {_summary(result.changes) or ('up to date' if old == text else 'sorted')}")
    return name if stale else None


def _is_ahead(entry: Locked, released: Locked | None) -> bool:
    """Tell whether a line lies in the future, and no learner has it yet."""
    return entry.time > time.time() + _DAY and entry != released


def _presences(stock: Stock) -> Sequence[Presence]:
    found = [*library_presences(stock.library)]
    for pack in stock.packs:
        found += pack_presences(stock.library, pack)
    return found


def _summary(changes: dict[Key, str]) -> str:
    words = ("new", "changed", "retired", MOVED, MENDED)
    counts = {word: sum(1 for change in changes.values() if change == word) for word in words}
    return ", ".join(plural(count, f"{word} item") for word, count in counts.items() if count)
