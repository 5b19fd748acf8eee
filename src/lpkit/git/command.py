"""The git of the system: how it is started, and which commit a name stands for."""

import subprocess
from pathlib import Path

from lpkit.errors import LpkitError
from lpkit.witness import digest_of_answer, note_once, note_question

_NONE_BARE = "safe.bareRepository=explicit"
"""Files among packs may look like a bare repository, and its settings name programs: git, from 2.38 on, lets it be."""


def run_git(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with some bytes as its standard input; whether it succeeded is for the caller to see.

    Raises LpkitError where git cannot be started.
    """
    # Without the optional locks, who only looks at a repository never writes to it.
    command = ["git", "--no-optional-locks", "-c", _NONE_BARE, "-C", str(folder), *arguments]
    try:
        ended = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError as error:
        # Tomorrow it may be installed.
        note_once()
        raise LpkitError(f"cannot run git: {error.strerror}", "install git, or do without revisions") from error
    note_question(folder, arguments, given, digest_of_answer(ended.returncode, ended.stdout, ended.stderr))
    return ended


def find_commit(folder: Path, name: str) -> str | None:
    """Give the hash of the commit that a revision names; None where it names none."""
    found = run_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = found.stdout.decode().strip()
    # Git reads an empty name as HEAD, and gives a name that excludes a commit back with its sign.
    return commit if found.returncode == 0 and name and not commit.startswith("^") else None


def merged_as_text(ours: Path, base: Path, theirs: Path) -> bytes:
    """Give what git makes of two texts that go back to a common one, conflicts marked.

    Raises LpkitError where git cannot be started, or takes one of them for no text.
    """
    here = Path.cwd()
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    merged = run_git(here, "merge-file", "-p", *names, *(str(here / path) for path in (ours, base, theirs)))
    # Up to 127 it is the number of conflicts.
    if merged.returncode > 127:
        raise LpkitError(f"git cannot merge {ours} as text", "take one side: git checkout --ours or --theirs")
    return merged.stdout
