"""`lpkit check`: say what is wrong with packs."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.reporting import FORMAT_HELP, parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, run_check, say, settings, summarize
from lpkit.diagnostic import Severity

Paths = Annotated[list[Path] | None, typer.Argument(help="Files and folders of packs. Default: those of the settings.")]
Formats = Annotated[list[str] | None, typer.Option("--output-format", "-f", metavar="FORMAT[=PATH]", help=FORMAT_HELP)]
Select = Annotated[
    list[str] | None, typer.Option(help="Rules to run, by code, prefix or name. Repeatable, or with commas.")
]
Ignore = Annotated[
    list[str] | None, typer.Option(help="Rules not to run, by code, prefix or name. Repeatable, or with commas.")
]
FailOn = Annotated[
    Literal["error", "warning", "info"] | None,
    typer.Option(help="The lowest severity that makes the exit code 1. Default: error."),
]


def check(
    paths: Paths = None,
    output_format: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out the summary line.")] = False,
) -> None:
    """Check packs and their library.

    Rules read across packs: a file that you name is checked together with its whole library, and what concerns
    it is reported.

    Examples:

      lpkit check

      lpkit check packs/amazon-lp/ownership --fail-on warning

      lpkit check -f full -f json=report.json --ignore LP210
    """
    formats = parse_formats(output_format or [])
    config = settings(select or [], ignore or [])
    report = run_check(paths or [], config).report
    write_reports(report, formats)
    if not quiet:
        say(summarize(report))
    if report.reaches(Severity[(fail_on or config.fail_on).upper()]):
        raise typer.Exit(EXIT_FAULTS)
