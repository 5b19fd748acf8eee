"""What was released of a library, as git and a recorded file know it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from lpkit.errors import LpkitError
from lpkit.git.command import find_commit, run_git
from lpkit.publishing.lock import LOCK_FILE, read_lock
from lpkit.publishing.released import RELEASED_FILE, Released, joined, released_in
from lpkit.source import read_text
from lpkit.witness import is_there, real_path, stands

COMMITS = "commits"
"""The setting by which every commit counts as a release."""
_WHOLE_HISTORY = "fetch the whole history with its tags, as fetch-depth: 0 does in CI"
Texts = Iterator[tuple[str, str]]
"""Names of releases, each with the text of the lock that it has."""


def releases_of(library: Path, tags: str = "", elsewhere: bool = False) -> Released:
    """Give what was released of a library, by its library.yaml.

    A release is what a tag names that fits `tags`, a pattern such as `v*`; where that is empty, every tag. As long
    as none has the lock of the library, it is every commit of the branch that changed the lock; `commits` means
    those always. Tags count that the branch contains; with `elsewhere`, all. What `lpkit lock --release` wrote
    counts too. Outside git, without a recorded release, nothing is known to have been released.
    """
    recorded = _recorded(library.with_name(RELEASED_FILE))
    found = _in_git(library.parent, tags, elsewhere)
    both = joined(recorded, found)
    return replace(both, unknown="") if recorded.lines and not recorded.unknown else both


def release_at(library: Path, revision: str) -> Released:
    """Give what the lock of a library says at one revision.

    Raises LpkitError where git knows no such revision, or it has no such lock.
    """
    folder = library.parent
    commit = find_commit(folder, revision)
    if commit is None:
        raise LpkitError(f'git knows no revision "{revision}"', "fetch it first, or name another revision")
    shown = run_git(folder, "show", f"{commit}:./{LOCK_FILE}")
    if shown.returncode:
        raise LpkitError(f"{revision} has no {LOCK_FILE} of this library", "name a revision that was released")
    return released_in([(revision, shown.stdout.decode(errors="replace"))])


def _recorded(file: Path) -> Released:
    """Read the recorded release; of a damaged one its lines count, and that there may have been others."""
    if not stands(file):
        return Released()
    text = read_text(file, RELEASED_FILE).text
    read = read_lock(text)
    wrong = sorted([*read.conflicts, *(number for number, _ in read.faults)])
    if not wrong and read.items:
        return released_in([(RELEASED_FILE, text)])
    what = f"{RELEASED_FILE}:{wrong[0]} is no line of a lock" if wrong else f"{RELEASED_FILE} has no line of a lock"
    return released_in([(RELEASED_FILE, text)], f"{what}; take the file of the last commit")


def _in_git(folder: Path, tags: str, elsewhere: bool) -> Released:
    if not any(is_there(parent / ".git") for parent in (folder, *real_path(folder).parents)):
        return Released()
    try:
        asked = run_git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix")
    except LpkitError as error:
        return Released(unknown=error.message)
    if asked.returncode:
        return Released(unknown=f"git does not read the repository: {_said(asked.stderr)}")
    shallow, _, prefix = asked.stdout.decode(errors="surrogateescape").partition("\n")
    path = str(PurePosixPath(prefix.strip("\n")) / LOCK_FILE)
    cut_off = f"git has only the end of the history here; {_WHOLE_HISTORY}" if shallow == "true" else ""
    begun = run_git(folder, "cat-file", "-e", "HEAD").returncode == 0
    try:
        # A branch without a commit contains no tag, and yet there may be tags elsewhere.
        texts = list(_tagged(folder, path, tags, elsewhere)) if tags != COMMITS and (begun or elsewhere) else []
        texts = texts or (list(_committed(folder)) if begun else [])
    except LpkitError as error:
        return Released(unknown=error.message)
    return released_in(texts, cut_off)


def _output(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """Give what git says.

    Raises LpkitError where it fails, as in a clone that fetches contents only when they are asked for, and cannot.
    """
    ended = run_git(folder, *arguments, given=given)
    if ended.returncode:
        raise LpkitError(f"git does not read the history: {_said(ended.stderr)}")
    return ended.stdout


def _said(errors: bytes) -> str:
    return errors.decode(errors="replace").strip().partition("\n")[0].removeprefix("fatal: ")


def _tagged(folder: Path, path: str, tags: str, elsewhere: bool) -> Texts:
    """Give the locks that tags have, each text once, by the first tag that has it."""
    merged = () if elsewhere else ("--merged=HEAD",)
    pattern = f"refs/tags/{tags}"
    listed = _output(folder, "for-each-ref", "--sort=creatordate", "--format=%(refname)", *merged, pattern)
    names = listed.decode(errors="surrogateescape").split()
    asked = "".join(f"{name}:{path}\n" for name in names).encode(errors="surrogateescape")
    known = _output(folder, "cat-file", "--batch-check=%(objecttype) %(objectname)", given=asked).decode()
    first: dict[str, str] = {}
    for name, answer in zip(names, known.splitlines(), strict=False):
        kind, _, number = answer.partition(" ")
        if kind == "blob":
            first.setdefault(number, name.removeprefix("refs/tags/"))
    for number, name in first.items():
        yield name, _output(folder, "cat-file", "blob", number).decode(errors="replace")


def _committed(folder: Path) -> Texts:
    """Give the lines that commits of the branch put into the lock, those that were merged too, by commit."""
    changes = (
        "-p",
        "-U0",
        "-m",
        "--full-history",
        "--text",
        "--no-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
    )
    shown = _output(folder, "-c", "log.showRoot=true", "log", "--format=%x00%h", *changes, "HEAD", "--", LOCK_FILE)
    for entry in shown.decode(errors="replace").split("\0")[1:]:
        commit, _, patch = entry.partition("\n")
        yield f"commit {commit}", "\n".join(re.findall(r"^\+(?!\+)(.*)$", patch, re.MULTILINE))
