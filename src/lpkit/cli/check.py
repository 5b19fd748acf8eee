"""`lpkit check`: say what is wrong with packs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.caching import NoCache
from lpkit.cli.completing import format_words, rule_words
from lpkit.cli.editing import ForceExclude, StdinFilename
from lpkit.cli.examining import Examination
from lpkit.cli.naming import RelativeTo, name_from
from lpkit.cli.printer import say
from lpkit.cli.reporting import FORMAT_HELP, parse_formats, write_baseline_file, write_reports
from lpkit.cli.running import EXIT_FAULTS, Choice, summarize, unsaved_file
from lpkit.diagnostic import Report
from lpkit.errors import LpkitError

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATHS", help="Files and folders of packs. Default: those of the settings."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--output-format", "-f", metavar="FORMAT[=PATH]", autocompletion=format_words, help=FORMAT_HELP),
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
ShowFixes = Annotated[
    bool, typer.Option("--show-fixes", help="Show beside each fault what its fix changes; in full and grouped.")
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count faults by rule, in the place of the report: -f statistics.")
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
    name_from(relative_to)
    choice = Choice(select or [], ignore or [], no_cache)
    if shard is not None or facts is not None:
        from lpkit.cli.sharding import run_of, write_facts

        alone = {"-": stdin_filename, "--watch": watch, "--review": show_review, "--add-ignores": add_ignores}
        shown = {"-f": output_format, "--statistics": statistics, "--show-fixes": show_fixes, "--since": since}
        kept = {"--write-baseline": write_baseline, "--fail-on": fail_on, "--baseline": baseline}
        told = write_facts((shard, facts), run_of(paths, bank, choice, force_exclude), alone, {**shown, **kept})
        _say_unless(quiet, told)
        return
    words = [*(output_format or []), *(["statistics"] if statistics else [])]
    formats = parse_formats(words, with_fixes=show_fixes)
    _refuse_mixtures(bank, show_review, add_ignores, write_baseline, words)
    unsaved = unsaved_file(paths or [], stdin_filename)
    writes = add_ignores is not None or write_baseline is not None
    asked = Examination(
        *(paths or [], bank or [], choice, force_exclude, unsaved, fail_on),
        *(None if writes else baseline, since),
        patches=show_fixes,
    )
    config = asked.settings()
    if watch:
        _refuse_to_watch({"-": unsaved is not None, "--review": show_review, "a file of faults": writes})
        _watch(asked, formats, quiet)
        return
    report = asked.report()
    if report is None:
        # Who asked for a report waits for one.
        write_reports(Report((), 0, 0), formats, config.documentation)
        return
    if writes:
        _write_down(report, add_ignores, write_baseline)
        return
    if show_review:
        _review(paths or [], bank or [], choice)
    write_reports(report, formats, config.documentation)
    _say_unless(quiet, summarize(report))
    if report.reaches(report.fails_at):
        raise typer.Exit(EXIT_FAULTS)


def _say_unless(quiet: bool, line: str) -> None:
    if not quiet:
        say(line)


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


def _refuse_to_watch(once_only: Mapping[str, bool]) -> None:
    for name, given in once_only.items():
        if given:
            raise LpkitError(f"--watch checks again and again, and {name} is for once", "leave one of them out")


def _watch(asked: Examination, formats: Sequence[tuple[str, Path | None]], quiet: bool) -> None:
    from lpkit.cli.watching import keep_checking

    keep_checking(asked, formats, quiet)


def _review(paths: Sequence[Path], banks: Sequence[Path], choice: Choice) -> None:
    from lpkit.cli.reviewing import review

    review(paths, banks, choice)


def _write_down(report: Report, reason: str | None, baseline: Path | None) -> None:
    """Write the faults into their files as suppressions, or into a baseline."""
    from lpkit.cli.ignoring import ignore_all

    if reason is not None:
        ignore_all(report, reason)
    elif baseline is not None:
        write_baseline_file(report, baseline)
