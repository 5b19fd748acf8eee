"""Random edits of a project: a run that may be answered from a record and a fresh one say the same.

    python tests/fuzz/replayed.py 2000 [SEED]

The edits are those of `kept_results.py`. Between them commands run, some twice, so that some are answered from their
records; commits and tags come and go. The last line says how many answers came from records.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent)]

from fuzz.kept_results import Play  # noqa: E402
from warm import Warm  # noqa: E402

COMMANDS = (
    ("check",),
    ("check", "-f", "json"),
    ("check", "--fail-on", "info", "packs/a"),
    ("fmt", "--check"),
    ("lock", "--check"),
    ("lock", "--existing"),
    ("fix", "--diff"),
)


@contextmanager
def running() -> Iterator[Warm]:
    warm = Warm({**os.environ, "LPKIT_CACHE": "off"})
    try:
        yield warm
    finally:
        warm.close()


def play(warm: Warm, folder: Path, seed: int, edits: int) -> int:
    """Play one history; give how many runs left their record as it was. Raises AssertionError where answers differ."""
    made = Play(folder, random.Random(seed))
    _git(made.folder, "init", "--quiet")
    repeated = 0
    for number in range(edits):
        command = made.chance.choice(COMMANDS)
        before = _records(made.kept)
        kept = _said(warm, made, command, str(made.kept))
        repeated += before == _records(made.kept) and bool(before)
        assert kept == _said(warm, made, command, "off"), (seed, number, command)
        if made.chance.random() < 0.6:
            made.edit()
        if made.chance.random() < 0.15:
            _git(made.folder, "add", "--all")
            _git(made.folder, "commit", "--quiet", "--allow-empty", "--message", "Change")
        if made.chance.random() < 0.05:
            _git(made.folder, "tag", "--force", made.chance.choice(("v1", "v2")))
    return repeated


def _said(warm: Warm, made: Play, command: tuple[str, ...], kept: str) -> tuple[int, str, str]:
    ended = warm.run(command, made.folder, {"LPKIT_CACHE": kept})
    return ended.returncode, ended.stdout, ended.stderr


def _records(kept: Path) -> list[tuple[str, int]]:
    return sorted((file.name, file.stat().st_mtime_ns) for file in kept.rglob("*.run"))


def _git(folder: Path, *arguments: str) -> None:
    said = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *said, *arguments], cwd=folder, check=False, capture_output=True)


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])
    answered = 0
    with running() as warm:
        for start in range(0, wanted, 50):
            with tempfile.TemporaryDirectory(prefix="lpkit-replayed-") as name:
                answered += play(warm, Path(name), seed + start, 50)
    sys.stdout.write(f"{wanted} runs: kept and fresh answers are equal; about {answered} came from records\n")
