"""`lpkit check`: say what is wrong with packs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.caching import NoCache
from lpkit.cli.completing import rule_words
from lpkit.cli.editing import ForceExclude, StdinFilename
from lpkit.cli.examining import Examination
from lpkit.cli.naming import RelativeTo, name_from
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
from lpkit.cli.running import Choice, unsaved_file
from lpkit.diagnostic import Report
from lpkit.errors import LpkitError

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Files and folders of packs. Default: those of the settings."),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        autocompletion=rule_words,
        help="Rules to run, by code, prefix or name. Repeatable, or with commas.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        autocompletion=rule_words,
        help="Rules not to run, by code, prefix or name. Repeatable, or with commas.",
    ),
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
WatchFiles = Annotated[
    bool, typer.Option("--watch", "-w", help="Check again after every save, until Ctrl-C. Needs the extra serve.")
]
Review = Annotated[
    bool, typer.Option("--review", help="Print what a person should look at in each question, besides the report.")
]


ShardOf = Annotated[
    str | None,
    typer.Option(
        "--shard",
        metavar="I/N",
        help="Look at one of N parts of the packs only, and write what lpkit merge needs into the file of --facts.",
    ),
]
FactsInto = Annotated[
    Path | None, typer.Option("--facts", metavar="FILE", help="The file for what a shard found, in lines of JSON.")
]


def check(
    context: typer.Context,
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
    show_fixes: ShowFixes = False,
    statistics: Statistics = False,
    watch: WatchFiles = False,
    since: Since = None,
    shard: ShardOf = None,
    facts: FactsInto = None,
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

      lpkit check --show-fixes -f grouped

      lpkit check --statistics

      lpkit check --watch packs/amazon-lp/ownership

      lpkit check --bank questions.jsonl --ignore LP408

      lpkit check --review packs/amazon-lp/ownership

      lpkit check --write-baseline lpkit-baseline.json

      lpkit check --add-ignores "kept until the autumn review"

      lpkit check --since origin/main

      lpkit check --shard 2/3 --facts facts-2.jsonl

      lpkit check - --stdin-filename packs/amazon-lp/ownership/a-pack.yaml < a-pack.yaml
    """
    name_from(relative_to, paths or ())
    choice = Choice(select or [], ignore or [], no_cache)
    if shard is not None or facts is not None:
        from lpkit.cli.sharding import write_facts

        write_facts(context, shard, facts, choice)
        return
    formats = wanted_formats(output_format, statistics, show_fixes)
    asks_report = bool(output_format) or statistics
    _refuse_mixtures(bank, show_review, add_ignores, write_baseline, formats if asks_report else ())
    unsaved = unsaved_file(paths or [], stdin_filename)
    writes = add_ignores is not None or write_baseline is not None
    asked = Examination(
        *(paths or [], bank or [], choice, force_exclude, unsaved, fail_on),
        *(None if writes else baseline, since),
        patches=show_fixes,
    )
    config = asked.settings()
    if watch:
        from lpkit.cli.watching import keep_checking

        _refuse_to_watch({"-": unsaved is not None, "--review": show_review, "a file of faults": writes})
        keep_checking(asked, formats, quiet)
        return
    report = asked.report()
    if report is not None and writes:
        _write_down(report, add_ignores, write_baseline)
        return
    if report is not None and show_review:
        from lpkit.cli.reviewing import review

        review(paths or [], bank or [], choice)
    deliver(report, formats, config.documentation, quiet)


def _refuse_mixtures(
    banks: Sequence[Path] | None,
    reviewing: bool,
    reason: str | None,
    new_baseline: Path | None,
    asked: Sequence[tuple[str, Path | None]],
) -> None:
    if banks and reason is not None:
        raise LpkitError("a bank has no place for suppressions", "use --baseline for banks")
    if reason is not None and new_baseline is not None:
        raise LpkitError("the faults would be written down twice", "give --add-ignores or --write-baseline")
    if reviewing and any(file is None for _, file in asked):
        raise LpkitError(
            "the review and a report would both go to standard output", "give the report a file: FORMAT=PATH"
        )


def _refuse_to_watch(once_only: Mapping[str, bool]) -> None:
    for name, given in once_only.items():
        if given:
            raise LpkitError(f"--watch checks again and again, and {name} is for once", "leave one of them out")


def _write_down(report: Report, reason: str | None, baseline: Path | None) -> None:
    """Write the faults into their files as suppressions, or into a baseline."""
    from lpkit.cli.ignoring import ignore_all

    if reason is not None:
        ignore_all(report, reason)
    elif baseline is not None:
        write_baseline_file(report, baseline)
