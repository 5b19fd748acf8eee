"""`lpkit lock`: write library.lock beside each library.yaml."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.project import Project
from lpkit.checking.selection import configured_rules
from lpkit.cli.caching import NoCache
from lpkit.cli.check import Paths
from lpkit.cli.locking import Wanted, bring_up_to_date, moment_of
from lpkit.cli.merging import merge_files
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, Choice, projects_of, run_check
from lpkit.config import RECOMMENDED
from lpkit.corpus import Stock
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.git.releases import release_at
from lpkit.publishing.lock import HEADER, LOCK_FILE
from lpkit.publishing.released import RELEASED_FILE, RELEASED_HEADER, Released, joined
from lpkit.rules import all_rules, codes_mended_by_lock
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
    after: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Make times newer than those of this revision too, which may be elsewhere."),
    ] = None,
    rename_decks: Annotated[
        bool, typer.Option("--rename-decks", help="Make the names of decks anew from the titles.")
    ] = False,
    release: Annotated[
        bool, typer.Option("--release", help="Record the lock in library.released, where no tag of git names releases.")
    ] = False,
    merge: Annotated[
        bool,
        typer.Option("--merge", help="Merge locks for git: PATHS are BASE OURS THEIRS [NAME], and OURS is written."),
    ] = False,
    no_cache: NoCache = False,
) -> None:
    """Record in library.lock what is published.

    The lock has a hash of each item and the time at which it last changed. Only items whose content changed get a new
    time: that of --time, of SOURCE_DATE_EPOCH, or now; none may lie in the future. Ids that are gone must have been
    retired. Where git left a conflict in a lock, the lines of both sides are kept. What went back behind a release gets
    a newer time. Names of decks are recorded once and stay, whatever titles become. With --merge it is a merge driver
    for git, which lpkit init sets up, or the last example.

    Examples:

      lpkit lock

      lpkit lock --check

      lpkit lock packs/amazon-lp --time 2026-02-01

      git config merge.lpkit.driver "lpkit lock --merge -- %O %A %B %P"
    """
    if merge:
        if time_ is not None or check or existing or after is not None or rename_decks or release:
            raise LpkitError("--merge only merges", "leave the other options out, and run lpkit lock afterwards")
        merge_files(paths or [])
        return
    if check and release:
        raise LpkitError("--check writes nothing, so it cannot record a release", "leave one of both out")
    wanted = Wanted(moment_of(time_), check, rename_decks)
    report, found = checked(paths or [], Choice(no_cache=no_cache), after)
    if existing and found and not any(map(_published, found)):
        # Errors are then none of the lock's business.
        return
    _refuse_faults(report)
    if not found:
        raise LpkitError("there is no library to lock", "name a folder that holds a library.yaml")
    stocks = [stock for stock in found if not existing or _published(stock)]
    stale = [name for stock in stocks if (name := bring_up_to_date(stock, wanted))]
    if check and stale:
        say(f"out of date: {', '.join(stale)}; run lpkit lock")
    untold = [stock for stock in stocks if stock.released.unknown and _published(stock)] if check else []
    for stock in untold:
        say(f"{name_of(stock.file.with_name(LOCK_FILE))}: what was released is not known: {stock.released.unknown}")
    if (check and stale) or untold:
        raise typer.Exit(EXIT_FAULTS)
    for stock in stocks if release else ():
        _record(stock)


def checked(paths: Sequence[Path], choice: Choice, after: str | None) -> tuple[Report, list[Stock]]:
    """Check all that is to be locked, by every rule and the severities of lpkit."""
    report, stocks = Report((), 0, 0), list[Stock]()
    for project in projects_of(paths, choice):
        plain = replace(project.settings, select=(), ignore=(), severity={}, profile=RECOMMENDED)
        whole = project.with_rules(configured_rules(all_rules(), plain))
        outcome = run_check(_after(whole, after))
        report += outcome.report
        stocks += outcome.stocks
    return report, stocks


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


def _refuse_faults(report: Report) -> None:
    own = codes_mended_by_lock()
    faults = tuple(fault for fault in report.diagnostics if fault.code not in own)
    errors = replace(report, diagnostics=tuple(fault for fault in faults if fault.severity is Severity.ERROR))
    if errors.diagnostics:
        write_reports(errors, parse_formats([]))
        say("nothing was locked: mend the errors first")
        raise typer.Exit(EXIT_FAULTS)
