"""`lpkit init`: a new content repository that is green at once."""

import os
import re
import shlex
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from lpkit.authoring.slug import slug
from lpkit.cli.new_pack import require_file_id
from lpkit.cli.printer import ask, say, talks_on_terminal
from lpkit.cli.running import plural
from lpkit.distribution import find_installation
from lpkit.errors import LpkitError
from lpkit.export import Artifact
from lpkit.model.types import ID_PATTERN
from lpkit.scaffold import INTEGRATIONS, NONE, READ_AT_THE_TOP, SOURCE, repository_files
from lpkit.scaffold.versioning import put_under_git, top_above
from lpkit.text.languages import UNSAID, language_of
from lpkit.writing import is_of_git, write_file

_BRANCH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_REQUIREMENT = re.compile(r"[^'\s\\][^'\n\\]*")
_LONGEST = 200
"""Characters of the id, which is also the name of a folder: systems take 255."""
_KEPT = ("README.md", ".gitignore", ".gitattributes")
"""What a host puts into a new repository: the author's stays, and what is written does without ours."""


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the repository.")] = Path(),
    title: Annotated[str | None, typer.Option(help="Name of the library as learners know it.")] = None,
    library: Annotated[str | None, typer.Option("--id", help="Permanent id of the library.")] = None,
    branch: Annotated[str, typer.Option(help="Main branch of the repository.")] = "main",
    requirement: Annotated[
        str | None,
        typer.Option(
            help="What continuous integration gives to pip to install lpkit. Default: where this one is from."
        ),
    ] = None,
    ci: Annotated[
        str, typer.Option(metavar="KIND", help=f"Continuous integration: {', '.join(INTEGRATIONS)} or {NONE}.")
    ] = "github",
    git: Annotated[bool, typer.Option("--git/--no-git", help="Make it a git repository with a hook.")] = True,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing, also on a terminal.")] = False,
) -> None:
    """Write a new content repository, green at once.

    It holds a library with a rubric, an example pack, hooks of pre-commit, continuous integration and settings for
    editors, and has git merge locks by their meaning. Asks for title and id on a terminal, where they are not given.
    Never overwrites a file: a README.md, .gitignore or .gitattributes that is there stays, and where any other of its
    files is there nothing is written.

    Examples:

      lpkit init my-packs

      lpkit init . --title "Interview Practice" --id interview-practice

      lpkit init my-packs --ci gitlab
    """
    _require_integration(ci)
    asks = not yes and sys.stdin.isatty() and talks_on_terminal()
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    title = title if title is not None else _ask("Title of the library", name.title() or "Interview Practice", asks)
    proposed = slug(title, "practice", language_of(UNSAID))
    library = library if library is not None else _ask("Permanent id of the library", proposed, asks)
    _require(bool(title.strip()) and title.isprintable(), f'"{title}" cannot be a title', "give a line of text")
    _require(
        bool(re.match(ID_PATTERN, library)) and len(library) <= _LONGEST,
        f'"{library}" cannot be an id',
        f"use a-z, 0-9 and single hyphens, {_LONGEST} of them at the most",
    )
    require_file_id(library)
    _require(bool(_BRANCH.fullmatch(branch)), f'"{branch}" cannot be a branch', "give the name of one branch")
    if requirement is None:
        requirement = _own_source()
    elif not (_REQUIREMENT.fullmatch(requirement) and requirement.isprintable()):
        raise LpkitError(f'"{requirement}" cannot be given to pip', "give one line, without quotes and backslashes")
    wanted = list(repository_files(library, title.strip(), branch, requirement, ci))
    kept = [name for name in _KEPT if (folder / name).is_file()]
    artifacts = [artifact for artifact in wanted if artifact.path not in kept]
    _write(folder, artifacts)
    done, left = put_under_git(folder, branch) if git else ("no git repository", None)
    say(f"{plural(len(artifacts), 'file')} in {folder.resolve()}; {done}")
    _say_what_is_left(kept, ci if requirement is None else NONE)
    if ci in READ_AT_THE_TOP and (top := top_above(folder)):
        own = folder.resolve().relative_to(top).as_posix()
        say(f"move {INTEGRATIONS[ci].file} to {top}, where alone it is read, and have its steps run in {own}")
    steps = [
        f"cd {shlex.quote(str(folder))}" if folder != Path() else None,
        left,
        "lpkit check",
        "lpkit new pack my-pattern",
    ]
    say(f"next: {', then '.join(step for step in steps if step)}")


def _say_what_is_left(kept: Sequence[str], ci: str) -> None:
    """Say what the author has to do in files; `ci` is the kind whose file lacks a source, or none."""
    if ".gitattributes" in kept:
        say("kept as it was: .gitattributes; have git merge locks with a line in it: library.lock merge=lpkit")
    if others := [name for name in kept if name != ".gitattributes"]:
        say(f"kept as it was: {', '.join(others)}; let git leave out dist/, which exports fill")
    if ci != NONE:
        file = INTEGRATIONS[ci].file
        say(f"fill in {SOURCE} in {file}: this lpkit was installed from what only this machine has")


def _require_integration(name: str) -> None:
    names = [*INTEGRATIONS, NONE]
    close = get_close_matches(name.lower(), names, 1)
    hint = f"did you mean {close[0]}?" if close else f"write one of: {', '.join(names)}"
    _require(name in names, f'no continuous integration is called "{name}"', hint)


def _write(folder: Path, artifacts: Sequence[Artifact]) -> None:
    """Write all files, or none where one of them is there."""
    if is_of_git(folder):
        raise LpkitError(f"{folder} is a part of git", "choose another folder")
    for artifact in artifacts:
        target = folder / artifact.path
        there = next((path for path in (target, *target.parents) if os.path.lexists(path)), folder)
        if there == target or not there.is_dir():
            raise LpkitError(
                f"{there} is there already, and nothing was written", "choose another folder, or move it away first"
            )
    for artifact in artifacts:
        write_file(folder / artifact.path, artifact.content)


def _own_source() -> str | None:
    """Give what this lpkit was installed from, as pip takes it; None where others cannot have it from there."""
    found = find_installation()
    return found.requirement() if found else None


def _ask(what: str, default: str, asks: bool) -> str:
    return ask(what, default) if asks else default


def _require(holds: bool, message: str, hint: str) -> None:
    if not holds:
        raise LpkitError(message, hint)
