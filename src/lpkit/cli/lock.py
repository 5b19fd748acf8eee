"""`lpkit lock`: write library.lock beside each library.yaml."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from lpkit.cli.caching import NoCache
from lpkit.cli.check import Paths
from lpkit.cli.printer import say
from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, name_of, plural, project_of, run_check, settings
from lpkit.corpus import Stock
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.publishing.lock import LOCK_FILE, Key, Lock, Presence, lock_text, parse_time, sound_lock, update
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.rules import codes_mended_by_lock
from lpkit.source import read_text
from lpkit.writing import write_file


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
    no_cache: NoCache = False,
) -> None:
    """Record in library.lock what is published.

    The lock has a hash of each item and the time at which it last changed. Only items whose content changed get a new
    time: that of --time, of SOURCE_DATE_EPOCH, or now. Ids that are gone must have been retired. Where git left a
    conflict in a lock, the lines of both sides are kept.

    Examples:

      lpkit lock

      lpkit lock --check

      lpkit lock packs/amazon-lp --time 2026-02-01
    """
    moment = _moment(time_)
    config = settings(no_cache=no_cache)
    outcome = run_check(project_of(paths or [], replace(config, select=(), ignore=(), severity={})))
    if existing and outcome.stocks and all(stock.lock is None for stock in outcome.stocks):
        # Errors are then none of the lock's business.
        return
    _refuse_faults(outcome.report)
    if not outcome.stocks:
        raise LpkitError("there is no library to lock", "name a folder that holds a library.yaml")
    stocks = [stock for stock in outcome.stocks if not existing or stock.lock is not None]
    stale = [name for stock in stocks if (name := _lock(stock, moment, check))]
    if check and stale:
        say(f"out of date: {', '.join(stale)}; run lpkit lock")
        raise typer.Exit(EXIT_FAULTS)


def _moment(text: str | None) -> int:
    """Give the time for what changed: the only place where lpkit reads a clock."""
    given = text or os.environ.get("SOURCE_DATE_EPOCH")
    return parse_time(given) if given else int(time.time())


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
    result = update(known.items, _presences(stock), moment)
    text = lock_text(result.items)
    # A merge may leave lines out of order, or both sides' lines for one item: that is tidied, and never a fault.
    stale = bool(result.changes or known.conflicts or old is None)
    if not check and old != text:
        write_file(file, text.encode())
    if not (check and stale):
        say(f"{name}: {_summary(result.changes) or ('up to date' if old == text else 'sorted')}")
    return name if stale else None


def _presences(stock: Stock) -> Sequence[Presence]:
    found = [*library_presences(stock.library)]
    for pack in stock.packs:
        found += pack_presences(stock.library, pack)
    return found


def _summary(changes: dict[Key, str]) -> str:
    words = ("new", "changed", "retired")
    counts = {word: sum(1 for change in changes.values() if change == word) for word in words}
    return ", ".join(plural(count, f"{word} item") for word, count in counts.items() if count)
