"""`lpkit hook`: all that a commit asks of packs, in one process."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Annotated

import typer

from lpkit.checking.memory import Memory
from lpkit.checking.project import Project
from lpkit.cli.caching import NoCache
from lpkit.cli.editing import write_texts
from lpkit.cli.examining import failing
from lpkit.cli.fix import mended_in
from lpkit.cli.lock import lock
from lpkit.cli.naming import name_of
from lpkit.cli.own_schema import write_own_schema
from lpkit.cli.printer import say
from lpkit.cli.reporting import parse_formats, write_reports
from lpkit.cli.running import EXIT_FAULTS, Choice, plural, processes, projects_of, run_check, summarize
from lpkit.config import find_config
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.diagnostic import Report, Severity
from lpkit.errors import LpkitError
from lpkit.formatting import format_source
from lpkit.formatting.modeline import modeline_of
from lpkit.publishing.lock import LOCK_FILE
from lpkit.rules import codes_mended_by_lock, codes_mended_by_schema
from lpkit.schema.of_library import SCHEMA_FILE, is_own
from lpkit.source import Source

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILES", help="Files of the commit, to be mended and formatted. All packs are checked."),
]


def hook(files: Files = None, no_cache: NoCache = False) -> None:
    """Mend, format, lock and check, as one hook of a commit.

    The files that are named are mended by safe fixes and written in canonical form, as far as the settings have them
    among their packs. Schemas that libraries have of their own, and locks that are there, are brought up to date. Then
    all packs are checked, also where nothing is named: a commit that only deletes may break references. The exit code
    is 1 where a file was changed, so that it can be looked at and added to the commit, or where the check fails.

    Examples:

      lpkit hook packs/amazon-lp/ownership/a-pack.yaml

      lpkit hook
    """
    choice = Choice(no_cache=no_cache)
    # A library takes as long as some packs, and mostly stays as it is.
    libraries = Memory()
    changed = _tidied(files, choice, libraries) if files else []
    projects = [replace(project, libraries=libraries) for project in projects_of([], choice)]
    report = _checked(projects)
    if (_has_errors(report) or _may_be_behind(report, projects, codes_mended_by_schema())) and (
        new := _schemas(projects)
    ):
        changed += new
        report = _checked(projects)
    if _may_be_behind(report, projects, codes_mended_by_lock()) and not _has_errors(report):
        changed += _locked(projects, choice)
        report = _checked(projects)
    write_reports(report, parse_formats([]), find_config(Path.cwd()).documentation)
    if changed:
        say(f"{plural(len(set(changed)), 'file')} changed: look at them, and add them to the commit")
    say(summarize(report))
    if changed or report.reaches(report.fails_at):
        raise typer.Exit(EXIT_FAULTS)


def _tidied(files: Sequence[Path], choice: Choice, libraries: Memory) -> list[str]:
    """Mend and format files; give the names of those that are others now. What does not parse the check reports."""
    asked = projects_of(files, choice, force_exclude=True)
    projects = [replace(project, libraries=libraries) for project in asked]
    mended, _ = mended_in(projects)
    texts = dict(mended.texts)
    for name in texts:
        say(f"{name}: mended")
    for project in projects:
        for name, text in _formatted(project.with_sources({key: Source(key, texts[key]) for key in texts})).items():
            say(f"{name}: formatted")
            texts[name] = text
    write_texts(texts)
    return list(texts)


def _formatted(project: Project) -> dict[str, str]:
    """Give the texts of files that are not in canonical form, in that."""
    texts: dict[str, str] = {}
    for file in sorted(project.listing.asked):
        source = project.source(file)
        text = None if source.flaws else format_source(source, modeline_of(file, project.settings.root))
        if text is None and not source.flaws:
            say(f"{source.name}: not formatted, since its comments or data could not be kept as they are")
        if text is not None and text != source.text:
            texts[source.name] = text
    return texts


def _checked(projects: Sequence[Project]) -> Report:
    """Check all that the settings name."""
    return reduce(
        add,
        (
            failing(run_check(replace(project, workers=processes(), content=False)).report, None, project.settings)
            for project in projects
        ),
    )


def _may_be_behind(report: Report, projects: Sequence[Project], own: frozenset[str]) -> bool:
    """Tell whether rules found something out of date, or did not look: who turns one off still has the file kept."""
    looked = all(own <= {rule.code for rule in project.rules.all} for project in projects)
    return not looked or any(entry.code in own for entry in report.diagnostics)


def _has_errors(report: Report) -> bool:
    """Tell whether something is to be mended by hand; where that is so, nobody was told of a schema out of date."""
    own = codes_mended_by_lock() | codes_mended_by_schema()
    return any(entry.severity is Severity.ERROR and entry.code not in own for entry in report.diagnostics)


def _beside(projects: Sequence[Project], name: str) -> list[Path]:
    """Give the file of that name beside each library."""
    return [library.with_name(name) for project in projects for library in project.listing.packs if library is not None]


def _schemas(projects: Sequence[Project]) -> list[str]:
    """Write anew the schemas that lpkit wrote for libraries; give the names of those that changed."""
    changed = []
    for file in filter(is_own, _beside(projects, SCHEMA_FILE)):
        before = _content(file)
        # A library that is not well-formed is the check's business.
        with suppress(LpkitError):
            said = write_own_schema(file.with_name(LIBRARY_FILE))
            if _content(file) != before:
                say(said)
                changed.append(name_of(file))
    return changed


def _locked(projects: Sequence[Project], choice: Choice) -> list[str]:
    """Bring locks up to date; give the names of those that changed."""
    files = _beside(projects, LOCK_FILE)
    before = [_content(file) for file in files]
    # Where it ends it has said why, and the check says it again.
    with suppress(typer.Exit):
        lock(existing=True, no_cache=choice.no_cache)
    return [name_of(file) for file, content in zip(files, before, strict=True) if _content(file) != content]


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
