"""`lpkit check --shard`: write down what one part of the files gives, for `lpkit merge`."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from lpkit.checking.mapping import Run
from lpkit.checking.selection import configured_rules
from lpkit.checking.shard import read_shard
from lpkit.cli.naming import name_of
from lpkit.cli.progress import progress
from lpkit.cli.running import Choice, plural, processes, projects_of
from lpkit.config import find_config
from lpkit.errors import LpkitError
from lpkit.git.command import find_commit
from lpkit.rules import all_rules
from lpkit.writing import write_file


def write_facts(
    into: tuple[str | None, Path | None], run: Run, alone: Mapping[str, object], reports: Mapping[str, object]
) -> str:
    """Look at the files of a shard of a run, write down what was found, and say so in a line.

    `alone` and `reports` have what was given of the options that have no shards, or no say in one.
    Raises LpkitError for those, where the shard or the file is missing, and what a check raises.
    """
    _refuse(alone, reports)
    shard, file = into
    if shard is None or file is None:
        raise LpkitError("--shard and --facts go together", "write: --shard 2/3 --facts facts-2.jsonl")
    part = read_shard(shard)
    write_file(file, run.facts(part, progress("checking")))
    return (
        f"shard {part.number} of {part.of}: {plural(run.count(part), 'file')} checked; lpkit merge reports the faults"
    )


def run_of(paths: Sequence[Path] | None, banks: Sequence[Path] | None, choice: Choice, force_exclude: bool) -> Run:
    """Give what is to be checked: banks where there are any, and packs where they are named or no banks are."""
    projects = projects_of(paths or [], choice, force_exclude) if paths or not banks else []
    settings = choice.of(find_config(Path.cwd()))
    commit = None
    with suppress(LpkitError):
        commit = find_commit(Path.cwd(), "HEAD")
    return Run(
        projects=[replace(project, workers=processes(), content=False) for project in projects],
        banks=tuple(dict.fromkeys(banks or [])),
        settings=settings,
        rules=configured_rules(all_rules(), settings) if banks else (),
        name_of=name_of,
        commit=commit,
    )


def _refuse(alone: Mapping[str, object], reports: Mapping[str, object]) -> None:
    for name in (name for name, given in alone.items() if given):
        raise LpkitError(f"{name} has no shards", "leave --shard out")
    for name in (name for name, given in reports.items() if given):
        raise LpkitError(f"a shard reports nothing, so {name} has no say in it", "give it to lpkit merge")
