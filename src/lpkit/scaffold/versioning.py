"""A new content repository under git, with the hook that checks every commit."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HOOK_STEP = "pip install pre-commit && pre-commit install"
DRIVER_KEY = "merge.lpkit.driver"
DRIVER = "lpkit lock --merge -- %O %A %B %P"
"""The command by which git merges library.lock; .gitattributes names it, and each clone has to know it."""
DRIVER_STEP = f'git config {DRIVER_KEY} "{DRIVER}"'


def put_under_git(folder: Path, branch: str) -> tuple[str, str | None]:
    """Make a git repository of a folder, tell it how to merge locks, and install the hooks of .pre-commit-config.yaml.

    Gives what was done, and what is left for the author to do. A repository that is there already is only told how to
    merge locks.
    """
    if shutil.which("git") is None:
        return "no git repository, since git is not installed", f"git init && {DRIVER_STEP} && {HOOK_STEP}"
    if _run(folder, "git", "rev-parse", "--show-toplevel") is not None:
        _teach_to_merge(folder)
        top = top_above(folder)
        if top is None:
            return "the git repository was there already", HOOK_STEP
        return f"part of the git repository {top}, which needs a hook of its own that runs lpkit check", None
    if _run(folder, "git", "-c", f"init.defaultBranch={branch}", "init", "--quiet") is None:
        return "no git repository: git init failed", f"git init && {DRIVER_STEP} && {HOOK_STEP}"
    _teach_to_merge(folder)
    command = _pre_commit()
    if command is None or _run(folder, *command, "install") is None:
        return "a git repository", HOOK_STEP
    return "a git repository whose hook checks every commit", None


def top_above(folder: Path) -> Path | None:
    """Give the top of the git repository that a folder is a part of; None where it is that top, or in none."""
    top = _run(folder, "git", "rev-parse", "--show-toplevel") if shutil.which("git") else None
    return Path(top) if top is not None and Path(top) != folder.resolve() else None


def _teach_to_merge(folder: Path) -> None:
    """Tell the repository of a folder how to merge locks, unless it knows; without, git merges them as any text."""
    if _run(folder, "git", "config", "--get", DRIVER_KEY) is None:
        _run(folder, "git", "config", DRIVER_KEY, DRIVER)


def _pre_commit() -> Sequence[str] | None:
    """Give the command of pre-commit: that of this environment, or else the one on the path."""
    if importlib.util.find_spec("pre_commit"):
        return [sys.executable, "-m", "pre_commit"]
    found = shutil.which("pre-commit")
    return [found] if found else None


def _run(folder: Path, *command: str) -> str | None:
    """Run a command in a folder; give its output without the last line end, or None where it fails."""
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return result.stdout.rstrip("\n") if result.returncode == 0 else None
