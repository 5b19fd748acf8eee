"""Git in a folder, as nobody in particular: without the settings of who runs the tests, or a hook's variables."""

import os
import subprocess
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

Git = Callable[..., "subprocess.CompletedProcess[str]"]
"""Git in one folder: arguments in, a finished process out that succeeded."""

LOCK = "packs/library.lock"


def alone() -> dict[str, str]:
    """Give the environment of this process without what git would take from it."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**plain, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}


def try_git(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run git; its process may have failed."""
    command = ["git", "-c", "user.name=Author", "-c", "user.email=author@example.org", *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env={**alone(), **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run_git(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, code: int = 0
) -> "subprocess.CompletedProcess[str]":
    """Run git, which must end with this code."""
    result = try_git(folder, *arguments, environment=environment)
    assert result.returncode == code, result.stdout + result.stderr
    return result


def begin(folder: Path, *tags: str) -> Git:
    """Make a repository of a folder, with all of it committed and tagged; give git in it."""

    git = partial(run_git, folder)
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    for tag in tags:
        git("tag", tag)
    return git


def revert(git: Git) -> None:
    """Undo the last commit by another."""
    git("revert", "--no-edit", "HEAD")


def restore(git: Git) -> None:
    """Write the packs as the first release has them."""
    git("checkout", "--quiet", "v1", "--", "packs")


def merge_badly(git: Git) -> None:
    """Merge a branch of before the second release, and take its side of everything."""
    git("checkout", "--quiet", "-b", "old", "v1")
    git("commit", "--quiet", "--allow-empty", "--message", "elsewhere")
    git("merge", "--quiet", "-s", "ours", "--no-edit", "main")
