"""`lpkit merge`: the report on packs that several machines looked at."""

from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.merging import merged
from lpkit.cli.examining import concerning, without_patches
from lpkit.cli.naming import RelativeTo, name_from, top
from lpkit.cli.reported import (
    BaselineFile,
    FailOn,
    Formats,
    NewBaseline,
    ShowFixes,
    Since,
    Statistics,
    deliver,
    wanted_formats,
    write_baseline_file,
)
from lpkit.witness import note_once

FactsFiles = Annotated[
    list[Path], typer.Argument(metavar="FILES", help="What lpkit check --shard I/N --facts FILE wrote, of all N.")
]


def merge(
    files: FactsFiles,
    output_format: Formats = None,
    fail_on: FailOn = None,
    baseline: BaselineFile = None,
    write_baseline: NewBaseline = None,
    show_fixes: ShowFixes = False,
    statistics: Statistics = False,
    since: Since = None,
    relative_to: RelativeTo = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out the summary line.")] = False,
) -> None:
    """Report what the shards of a check found.

    The report is that of one check of all, to the last byte. Which rules run is said where the shards are checked, what
    is to be reported is said here. Packs are not read again.

    Examples:

      lpkit merge facts-1.jsonl facts-2.jsonl facts-3.jsonl

      lpkit merge facts-*.jsonl --fail-on warning -f full -f sarif=lpkit.sarif
    """
    note_once()
    name_from(relative_to)
    formats = wanted_formats(output_format, statistics, show_fixes)
    found = merged(files, top())
    parts = [(part if show_fixes else without_patches(part), own) for part, own in found.parts]
    known = None if write_baseline else baseline
    report = concerning(lambda: parts, fail_on, known, since)
    if report is not None and write_baseline is not None:
        write_baseline_file(report, write_baseline)
        return
    deliver(report, formats, found.documentation, quiet)
