"""`lpkit lock --merge`: what git asks of a merge driver for library.lock."""

from collections.abc import Sequence
from pathlib import Path

import typer

from lpkit.cli.printer import say
from lpkit.cli.running import EXIT_FAULTS, plural
from lpkit.errors import LpkitError
from lpkit.git.command import merged_as_text
from lpkit.publishing.lock import LOCK_FILE, Lock, read_lock
from lpkit.publishing.merging import merge_locks
from lpkit.source import read_text
from lpkit.writing import write_file


def merge_files(paths: Sequence[Path]) -> None:
    """Merge the locks BASE, OURS and THEIRS into OURS; a fourth path is what git calls the file.

    Exits with 1 where conflicts are marked in it. Where a side is no lock, git merges both as text, and a person has
    to look: exit code 1 as well. Raises LpkitError, with nothing written, where a file is missing or git is.
    """
    if len(paths) not in {3, 4}:
        hint = 'git config merge.lpkit.driver "lpkit lock --merge -- %O %A %B %P"'
        raise LpkitError("--merge takes the paths BASE OURS THEIRS [NAME]", hint)
    base, ours, theirs = paths[:3]
    name = str(paths[3]) if len(paths) > 3 else LOCK_FILE
    locks = [read_lock(read_text(path, name).text) for path in (base, ours, theirs)]
    for lock, side in zip(locks[1:], ("ours", "theirs"), strict=True):
        if wrong := _wrong(lock):
            write_file(ours, merged_as_text(ours, base, theirs))
            say(f"{name}: {side} {wrong}, so it was merged as any text: mend it, then run lpkit lock")
            raise typer.Exit(EXIT_FAULTS)
    merged = merge_locks(*locks)
    write_file(ours, merged.text.encode())
    if merged.conflicts:
        say(f"{name}: {plural(merged.conflicts, 'conflict')}: keep one line of each, or run lpkit lock to keep ours")
        raise typer.Exit(EXIT_FAULTS)
    if merged.both:
        say(f"{name}: both sides published {plural(merged.both, 'item')} anew: run lpkit lock once packs are merged")


def _wrong(lock: Lock) -> str:
    """Say what is wrong with a side; nothing where it is a lock."""
    if lock.conflicts:
        return f"has an old conflict in line {lock.conflicts[0]}"
    return f"has in line {lock.faults[0][0]} no line of a lock" if lock.faults else ""
