"""What is reported of a check, and how: the options that `lpkit check` and `lpkit merge` share."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.completing import format_words
from lpkit.cli.printer import say
from lpkit.cli.reporting import FORMAT_HELP, parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, plural, summarize
from lpkit.diagnostic import Report
from lpkit.errors import LpkitError
from lpkit.report import format_names, shows_patches

Formats = Annotated[
    list[str] | None,
    typer.Option("--output-format", "-f", metavar="FORMAT[=PATH]", autocompletion=format_words, help=FORMAT_HELP),
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
ShowFixes = Annotated[
    bool, typer.Option("--show-fixes", help="Show beside each fault what its fix changes; in full and grouped.")
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count faults by rule, in the place of the report: -f statistics.")
]


def wanted_formats(words: Sequence[str] | None, statistics: bool, show_fixes: bool) -> list[tuple[str, Path | None]]:
    """Give the formats asked for, each with its file.

    Raises LpkitError as `parse_formats` does, and where fixes are to be shown and none of the formats shows them.
    """
    formats = parse_formats([*(words or []), *(["statistics"] if statistics else [])])
    if show_fixes and not any(shows_patches(name) for name, _ in formats):
        able = " and ".join(filter(shows_patches, format_names()))
        raise LpkitError("no report is asked for that shows fixes", f"--show-fixes is for {able}")
    return formats


def write_baseline_file(report: Report, file: Path) -> None:
    """Write the faults into a baseline, and say how many there are."""
    # What only this option needs is imported here: a check runs on every commit.
    from lpkit.checking.baseline import baseline_text
    from lpkit.cli.results import Result, write_result

    write_result(file, Result.BASELINE, baseline_text(report.diagnostics).encode(errors="backslashreplace"))
    say(f"{plural(len(report.diagnostics), 'fault')} in {file}")


def deliver(report: Report | None, formats: Sequence[tuple[str, Path | None]], documentation: str, quiet: bool) -> None:
    """Write a report where it is wanted, say what was found, and exit where it fails.

    Where nothing changed there is none, and an empty one is written: who asked for a report waits for one.
    """
    if report is None:
        write_reports(Report((), 0, 0), formats, documentation)
        return
    write_reports(report, formats, documentation)
    if not quiet:
        say(summarize(report))
    if report.reaches(report.fails_at):
        raise typer.Exit(EXIT_FAULTS)
