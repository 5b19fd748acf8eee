"""`lpkit check`: say what is wrong with packs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lpkit.cli.caching import NoCache
from lpkit.cli.editing import ForceExclude, StdinFilename
from lpkit.cli.naming import RelativeTo, name_from, top
from lpkit.cli.printer import say
from lpkit.cli.reporting import FORMAT_HELP, parse_formats, write_reports
from lpkit.cli.running import (
    EXIT_FAULTS,
    Choice,
    plural,
    processes,
    projects_of,
    run_check,
    summarize,
    unsaved_file,
)
from lpkit.config import Config, find_config
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError

if TYPE_CHECKING:
    from lpkit.checking.baseline import Baseline
    from lpkit.git.changes import Changes

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Files and folders of packs. Default: those of the settings."),
]
Formats = Annotated[list[str] | None, typer.Option("--output-format", "-f", metavar="FORMAT[=PATH]", help=FORMAT_HELP)]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Rules to run, by code, prefix or name. Repeatable, or with commas."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Rules not to run, by code, prefix or name. Repeatable, or with commas."),
]
FailOn = Annotated[
    Literal["error", "warning", "info"] | None,
    typer.Option(help="The lowest severity that makes the exit code 1. Default: error."),
]


BaselineFile = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Report only what is not in this baseline file.")
]
NewBaseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write all faults found into a baseline file, and exit 0.")
]
Since = Annotated[
    str | None,
    typer.Option(metavar="REF", help="Report only what concerns files changed since a git revision; read all."),
]
AddIgnores = Annotated[
    str | None,
    typer.Option(metavar="REASON", help="Write a suppression with this reason for every fault found, and exit 0."),
]
Banks = Annotated[
    list[Path] | None,
    typer.Option(
        "--bank",
        metavar="FILE",
        help="A bank of questions to check: a JSON object a line, with stem, options, answer and perhaps id. "
        "Repeatable. Packs are checked too where PATHS name them.",
    ),
]
Review = Annotated[
    bool, typer.Option("--review", help="Print what a person should look at in each question, besides the report.")
]


def check(
    paths: Paths = None,
    output_format: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    baseline: BaselineFile = None,
    write_baseline: NewBaseline = None,
    add_ignores: AddIgnores = None,
    bank: Banks = None,
    show_review: Review = False,
    since: Since = None,
    stdin_filename: StdinFilename = None,
    force_exclude: ForceExclude = False,
    relative_to: RelativeTo = None,
    no_cache: NoCache = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out the summary line.")] = False,
) -> None:
    """Check packs and their library.

    Rules read across packs: a file that you name is checked together with its whole library, and what concerns
    it is reported.

    Examples:

      lpkit check

      lpkit check packs/amazon-lp/ownership --fail-on warning

      lpkit check -f full -f json=report.json --ignore LP210

      lpkit check --bank questions.jsonl --ignore LP408

      lpkit check --review packs/amazon-lp/ownership

      lpkit check --write-baseline lpkit-baseline.json

      lpkit check --add-ignores "kept until the autumn review"

      lpkit check --since origin/main

      lpkit check - --stdin-filename packs/amazon-lp/ownership/a-pack.yaml < a-pack.yaml
    """
    name_from(relative_to)
    formats = parse_formats(output_format or [])
    _refuse_mixtures(bank, show_review, add_ignores, write_baseline, output_format)
    choice = Choice(select or [], ignore or [], no_cache)
    config = choice.of(find_config(Path.cwd()))
    known = _read_baseline(baseline) if baseline else None
    changes = _changes(since) if since is not None else None
    if changes is not None and not changes:
        # Who asked for a report waits for one.
        write_reports(Report((), 0, 0), formats, config.documentation)
        return
    unsaved = unsaved_file(paths or [], stdin_filename)
    examined = _examine(paths or [], bank or [], choice, force_exclude, unsaved)
    parts = [failing(_only_changed(part, changes, own) if changes else part, fail_on, own) for part, own in examined]
    report = reduce(add, parts)
    if add_ignores is not None or write_baseline is not None:
        _write_down(report, add_ignores, write_baseline)
        return
    if known is not None:
        report = _new_faults(report, known)
    if show_review:
        from lpkit.cli.reviewing import review

        review(paths or [], bank or [], choice)
    write_reports(report, formats, config.documentation)
    if not quiet:
        say(summarize(report))
    if report.reaches(report.fails_at):
        raise typer.Exit(EXIT_FAULTS)


def _examine(
    paths: Sequence[Path], banks: Sequence[Path], choice: Choice, force_exclude: bool, unsaved: Path | None
) -> Iterator[tuple[Report, Config]]:
    """Check banks where there are any, and packs where they are named or there are no banks: each by its settings."""
    if paths or not banks:
        for project in projects_of(paths, choice, force_exclude, unsaved):
            yield run_check(replace(project, workers=processes(), content=False)).report, project.settings
    if banks:
        from lpkit.cli.running import run_bank_check

        config = choice.of(find_config(Path.cwd()))
        yield run_bank_check(banks, config), config


def failing(report: Report, fail_on: str | None, config: Config) -> Report:
    """Give a report that knows which severity fails it: the given one, or that of the settings."""
    return replace(report, fails_at=Severity[(fail_on or config.fail_on).upper()])


def _refuse_mixtures(
    banks: Sequence[Path] | None,
    reviewing: bool,
    reason: str | None,
    new_baseline: Path | None,
    formats: Sequence[str] | None,
) -> None:
    if banks and reason is not None:
        raise LpkitError("a bank has no place for suppressions", "use --baseline for banks")
    if reason is not None and new_baseline is not None:
        raise LpkitError("the faults would be written down twice", "give --add-ignores or --write-baseline")
    if reviewing and any("=" not in name for name in formats or []):
        raise LpkitError(
            "the review and a report would both go to standard output", "give the report a file: FORMAT=PATH"
        )


# What only some options need is imported where it is needed: this command runs on every commit.


def _changes(ref: str) -> "Changes":
    from lpkit.git.changes import changes_since

    changes = changes_since(ref, Path.cwd(), top())
    if not changes:
        say(f"nothing changed since {ref}")
    return changes


def _only_changed(report: Report, changes: "Changes", config: Config) -> Report:
    from lpkit.git.changes import only_changed, settings_changed

    if settings_changed(config, changes, top()):
        say("the settings changed, so every fault is reported")
        return report
    return only_changed(report, changes, top())


def _read_baseline(file: Path) -> "Baseline":
    from lpkit.checking.baseline import read_baseline

    return read_baseline(file)


def _write_down(report: Report, reason: str | None, baseline: Path | None) -> None:
    """Write the faults into their files as suppressions, or into a baseline."""
    from lpkit.checking.baseline import baseline_text
    from lpkit.cli.ignoring import ignore_all
    from lpkit.writing import write_file

    if reason is not None:
        ignore_all(report, reason)
    elif baseline is not None:
        write_file(baseline, baseline_text(report.diagnostics).encode(errors="backslashreplace"))
        say(f"{plural(len(report.diagnostics), 'fault')} in {baseline}")


def _new_faults(report: Report, known: "Baseline") -> Report:
    """Leave out the faults of a baseline, and say which of its entries are stale."""
    from lpkit.checking.baseline import compare

    compared = compare(report.diagnostics, known, report.checked, top())
    if compared.known:
        say(f"{compared.known} known from the baseline")
    for note in compared.stale:
        say(f"no longer found, so the baseline can be written anew: {note}")
    return replace(report, diagnostics=compared.new)
