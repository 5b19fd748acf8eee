"""What `export` and `build` share: from a checked corpus to written files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.project import Project
from lpkit.checking.selection import configured_rules
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.progress import counted
from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.results import Result, write_result
from lpkit.cli.running import EXIT_FAULTS, latest_time, plural, run_check, summarize
from lpkit.corpus import Corpus, Stock
from lpkit.corpus.since import Point, cut
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.export import Exporter, Loss
from lpkit.git.command import find_commit
from lpkit.git.releases import release_at, releases_of
from lpkit.git.revision import repository_root
from lpkit.model import Pack
from lpkit.printable import json_text
from lpkit.publishing.lock import iso, parse_time
from lpkit.rules import all_rules, frozen_codes
from lpkit.writing import write_folder

Frozen = Annotated[bool, typer.Option("--frozen", help="Refuse to export with a library.lock that is out of date.")]
LossReport = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write what a format cannot hold into a JSON file, item by item.")
]
Target = tuple[Exporter, Path, Mapping[str, str]]
"""An exporter, the folder that it writes, and its settings."""


def checked_corpus(project: Project, frozen: bool = False, since: str | None = None) -> Corpus:
    """Check packs and give their published content; report the faults and exit where there are errors.

    With `frozen`, a stale lock is an error too, whatever rules are selected. With `since`, only what changed since that
    revision or time is given, which needs a lock that is up to date.

    Raises LpkitError where no pack is published, where two libraries would be written to one place, or where nobody can
    tell what changed.
    """
    asked = "--frozen was asked for" if frozen else "--changed-since goes by it"
    frozen = frozen or since is not None
    outcome = run_check(_with_lock_rule(project) if frozen else project)
    write_reports(outcome.report, parse_formats([]))
    say(summarize(outcome.report))
    if outcome.report.reaches(Severity.ERROR):
        say("nothing was exported: mend the errors first")
        raise typer.Exit(EXIT_FAULTS)
    if frozen and _stale(outcome.report):
        untold = next((stock.released.unknown for stock in outcome.stocks if stock.released.unknown), "")
        lacks = f"nobody can tell what was released ({untold})" if untold else "library.lock is out of date"
        say(f"nothing was exported: {lacks}, and {asked}{'' if untold else '; run lpkit lock'}")
        raise typer.Exit(EXIT_FAULTS)
    _refuse_twins(outcome.stocks)
    published = sum(len(shelf.packs) for shelf in outcome.corpus.shelves)
    if not published:
        raise LpkitError("no pack is published, so there is nothing to export", "set status: published in a pack")
    if since is None:
        return outcome.corpus
    shelves = {shelf.library.id: shelf for shelf in outcome.corpus.shelves}
    return Corpus(
        tuple(cut(shelves[stock.library.id], stock, _point(stock, since)) for stock in _sorted(outcome.stocks))
    )


def _sorted(stocks: Sequence[Stock]) -> list[Stock]:
    return sorted(stocks, key=lambda stock: stock.library.id)


def _point(stock: Stock, since: str) -> Point:
    """Give the lock of a revision, or else a time."""
    if stock.lock is None:
        raise LpkitError(f"{name_of(stock.file)} has no lock, which tells what changed", "run lpkit lock")
    if repository_root(stock.file.parent) is not None and find_commit(stock.file.parent, since) is not None:
        return Point(since, release_at(stock.file, since).items)
    try:
        moment = parse_time(since)
    except LpkitError as error:
        raise LpkitError(f'"{since}" is neither a revision that git knows nor a time', error.hint) from error
    if moment > latest_time():
        raise LpkitError(f"{iso(moment)} lies in the future, so nothing has changed since", "name an earlier time")
    return Point(iso(moment), None, moment)


def _with_lock_rule(project: Project) -> Project:
    """Give a project in which nothing keeps the lock from being compared, with all releases wherever they are."""
    everywhere = partial(releases_of, tags=project.settings.releases, elsewhere=True)
    rules = configured_rules(all_rules(), project.settings, always=frozen_codes())
    return replace(project, released=everywhere).with_rules(rules)


def _refuse_twins(stocks: Sequence[Stock]) -> None:
    files: dict[str, Path] = {}
    for stock in stocks:
        first = files.setdefault(stock.library.id, stock.file)
        if first != stock.file:
            both = f"{name_of(first)} and {name_of(stock.file)}"
            hint = "give one of them another id, or name the folder of one"
            raise LpkitError(f"two libraries have the id {stock.library.id}: {both}", hint)


def _stale(report: Report) -> bool:
    stale = frozen_codes()
    return any(fault.code in stale for fault in report.diagnostics)


def write_exports(corpus: Corpus, targets: Sequence[Target], loss_report: Path | None) -> None:
    """Render a corpus with each exporter, each all or none; say what was written and what could not be held."""
    lost: list[tuple[Exporter, Loss]] = []
    for exporter, folder, options in targets:
        files = counted(f"{exporter.name}: file", exporter.render(corpus, options))
        count = write_folder(folder, files, partial(say, f"{exporter.name}: waiting for another export to {folder}"))
        say(f"{exporter.name}: {plural(count, 'file')} in {_shown(folder)}")
        losses = list(exporter.losses(corpus))
        lost += [(exporter, loss) for loss in losses]
        _say_losses(losses)
    if any(getattr(exporter, "names_options", False) for exporter, _, _ in targets):
        _say_unnamed(corpus)
    if loss_report is not None:
        write_result(loss_report, Result.LOSSES, _loss_text(lost).encode())
        say(f"{plural(len(lost), 'loss', 'losses')} in {loss_report}")


def _shown(folder: Path) -> str:
    """Name a folder: from the current one where it lies below that, else as it is."""
    return name_of(folder) if folder.is_relative_to(Path.cwd()) else str(folder)


def _say_losses(losses: Sequence[Loss]) -> None:
    for field in sorted({loss.field for loss in losses}):
        of_field = [loss for loss in losses if loss.field == field]
        packs = plural(len({loss.pack for loss in of_field}), "pack")
        place = field if field.startswith("library.") else f"{field} ({packs})"
        say(f"  not held: {place}: {of_field[0].reason}")


def _say_unnamed(corpus: Corpus) -> None:
    """Say once for all formats that options have no ids of their own, and what follows from that."""
    packs = [pack for shelf in corpus.shelves for pack in shelf.packs if _has_unnamed(pack)]
    if packs:
        has = "has options" if len(packs) == 1 else "have options"
        lost = "a kept answer is lost once its option is reworded"
        say(f"{plural(len(packs), 'pack')} {has} without ids, known by their text: {lost}; lpkit fmt --ids adds ids")


def _has_unnamed(pack: Pack) -> bool:
    return any(option.id is None for question in pack.questions for option in question.options)


def _loss_text(lost: Sequence[tuple[Exporter, Loss]]) -> str:
    rows = [
        {
            "exporter": exporter.name,
            "pack": loss.pack,
            "field": loss.field,
            "item": loss.item,
            "reason": loss.reason,
        }
        for exporter, loss in lost
    ]
    return json_text({"version": 1, "losses": rows}) + "\n"
