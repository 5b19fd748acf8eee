"""`lpkit check --shard`: write down what one part of the files gives, for `lpkit merge`."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import typer

from lpkit.checking.mapping import Run
from lpkit.checking.selection import configured_rules
from lpkit.checking.shard import read_shard
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.progress import progress
from lpkit.cli.results import Result, write_result
from lpkit.cli.running import Choice, plural, processes, projects_of
from lpkit.config import find_config
from lpkit.errors import LpkitError
from lpkit.git.command import find_commit
from lpkit.rules import all_rules


def write_facts(context: typer.Context, shard: str | None, file: Path | None, choice: Choice) -> None:
    """Look at the files of a shard of a check, write down what was found, and say so in a line.

    Raises LpkitError where the shard or the file is missing, or the options say what is to be reported; and what a
    check raises.
    """
    _refuse_reports(context)
    if shard is None or file is None:
        raise LpkitError("--shard and --facts go together", "write: --shard 2/3 --facts facts-2.jsonl")
    part, given = read_shard(shard), context.params
    run = _run_of(given["paths"] or [], given["bank"] or [], choice, given["force_exclude"])
    write_result(file, Result.FACTS, run.facts(part, progress("checking")))
    if not given["quiet"]:
        checked = f"shard {part.number} of {part.of}: {plural(run.count(part), 'file')} checked"
        say(f"{checked}; lpkit merge reports the faults")


def _run_of(paths: Sequence[Path], banks: Sequence[Path], choice: Choice, force_exclude: bool) -> Run:
    """Give what is to be checked: banks where there are any, and packs where they are named or no banks are."""
    projects = projects_of(paths, choice, force_exclude) if paths or not banks else []
    settings = choice.of(find_config(Path.cwd()))
    commit = None
    with suppress(LpkitError):
        commit = find_commit(Path.cwd(), "HEAD")
    return Run(
        projects=[replace(project, workers=processes(), content=False) for project in projects],
        banks=tuple(dict.fromkeys(banks)),
        settings=settings,
        rules=configured_rules(all_rules(), settings) if banks else (),
        name_of=name_of,
        commit=commit,
    )


def _refuse_reports(context: typer.Context) -> None:
    """Raise LpkitError where an option was given that has no say in what a shard finds: most are for `lpkit merge`."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE" and parameter.name not in _SAID_TO_SHARDS:
            name = parameter.opts[0]
            if parameter.name in _ALONE:
                raise LpkitError(f"{name} has no shards", "leave --shard out")
            raise LpkitError(f"a shard reports nothing, so {name} has no say in it", "give it to lpkit merge")


_SAID_TO_SHARDS = frozenset(
    ("paths", "bank", "select", "ignore", "force_exclude", "relative_to", "no_cache", "shard", "facts", "quiet")
)
_ALONE = frozenset(("watch", "show_review", "add_ignores", "stdin_filename"))
