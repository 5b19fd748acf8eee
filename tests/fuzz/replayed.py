"""Random edits of a project: a run that may be answered from a record and a fresh one say the same.

    python tests/fuzz/replayed.py 2000 [SEED]

The edits are those of `kept_results.py`, and some that change no pack: links, times, settings elsewhere, schemas and
locks, a repository that is gone, a machine without git. Between them commands run, some twice, so that some are
answered from their records; commits and tags come and go. The last line says how many answers came from records.
"""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent)]

from fuzz.kept_results import Play  # noqa: E402
from repository import try_git  # noqa: E402
from warm import Warm  # noqa: E402

COMMANDS = (
    ("check",),
    ("check", "-f", "json"),
    ("check", "--fail-on", "info", "packs/a"),
    ("fmt", "--check"),
    ("lock", "--check"),
    ("lock", "--existing"),
    ("fix", "--diff"),
    ("check", "--since", "HEAD"),
    ("check", "packs/b", "packs/a"),
    ("lock", "--check", "--after", "HEAD"),
    ("fmt", "--check", "packs/a"),
    ("rules",),
    ("explain", "LP204"),
)
BESIDE = {
    "pyproject.toml": ("[tool.other]\n", '[tool.lpkit]\nignore = ["LP2"]\n', "[tool.lpkit\n"),
    "packs/lpkit.toml": ("", 'ignore = ["LP1"]\n'),
    "packs/a/lpkit.toml": ('severity = {LP204 = "info"}\n',),
    "packs/a/pack.schema.json": ("{}", '{"$comment": "Written by lpkit schema --library"}'),
    "packs/pack.schema.json": ('{"$comment": "Written by lpkit schema --library"}',),
    "packs/library.yaml": ("format: 1\n",),
    "schema/pack.schema.json": ("{}",),
    "packs/a/library.lock": ("", "nonsense\n", "pack y 0123456789abcdef 2026-01-01T00:00:00Z\n"),
    "packs/a/library.released": ("nonsense\n", "pack y 0123456789abcdef 2026-01-01T00:00:00Z\n"),
    "packs/a/library.judge": ("nonsense\n",),
    ".gitignore": ("packs/a/*\n", "*.yaml\n"),
}
"""Files that may come, go and change, with what they may hold."""


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
    try_git(made.folder, "init", "--quiet")
    repeated = 0
    for number in range(edits):
        command = made.chance.choice(COMMANDS)
        before = _records(made.kept)
        path = {"PATH": ""} if made.chance.random() < 0.1 else {}
        kept = _said(warm, made, command, str(made.kept), **path)
        repeated += before == _records(made.kept) and bool(before)
        assert kept == _said(warm, made, command, "off", **path), (seed, number, command)
        if made.chance.random() < 0.5:
            made.edit()
        if made.chance.random() < 0.3:
            reshape(made, number)
        if made.chance.random() < 0.15:
            try_git(made.folder, "add", "--all")
            try_git(made.folder, "commit", "--quiet", "--allow-empty", "--message", "Change")
        if made.chance.random() < 0.05:
            try_git(made.folder, "tag", "--force", made.chance.choice(("v1", "v2")))
    return repeated


def reshape(made: Play, number: int) -> None:
    """Change something that is no text of a pack."""
    kind = made.chance.choice(("beside", "beside", "gone", "link", "old", "again", "repository", "mode"))
    if kind == "beside":
        name = made.chance.choice([*BESIDE])
        file = made.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made.chance.choice(BESIDE[name]), encoding="utf-8")
    elif kind == "gone":
        (made.folder / made.chance.choice([*BESIDE])).unlink(missing_ok=True)
    elif kind == "link":
        _lead_elsewhere(made.folder / made.chance.choice(("packs", "packs/a", "packs/b")), made.folder, number)
    elif kind == "repository":
        git, gone = made.folder / ".git", made.folder / "git"
        if git.exists():
            git.rename(gone)
        else:
            gone.rename(git)
    else:
        _same_size(made, kind)


def _lead_elsewhere(folder: Path, root: Path, number: int) -> None:
    """Put a copy of a folder elsewhere, and in its place a link to that."""
    copy = root / f".elsewhere/{number}" / ("deeper/there" if number % 2 else "there")
    shutil.copytree(folder, copy, symlinks=True)
    if folder.is_symlink():
        folder.unlink()
    else:
        folder.rename(root / f".before-{number}")
    folder.symlink_to(copy)


def _same_size(made: Play, kind: str) -> None:
    """Change a digit and set the time back, put an equal file into the place of one, or take its mode away."""
    file = made.folder / made.chance.choice([*made.texts])
    if not file.is_file():
        return
    about, content = file.stat(), file.read_bytes()
    if kind == "mode":
        file.chmod(made.chance.choice((0o000, 0o644)))
        return
    file.unlink()
    file.write_bytes(content.replace(b"1", b"2", 1) if kind == "old" else content)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))


def _said(warm: Warm, made: Play, command: tuple[str, ...], kept: str, **more: str) -> tuple[int, str, str]:
    ended = warm.run(command, made.folder, {"LPKIT_CACHE": kept, **more})
    return ended.returncode, ended.stdout, ended.stderr


def _records(kept: Path) -> list[tuple[str, int]]:
    return sorted((file.name, file.stat().st_mtime_ns) for file in kept.rglob("*.run"))


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])
    answered = 0
    with running() as warm:
        for start in range(0, wanted, 50):
            with tempfile.TemporaryDirectory(prefix="lpkit-replayed-") as name:
                answered += play(warm, Path(name), seed + start, 50)
    sys.stdout.write(f"{wanted} runs: kept and fresh answers are equal; about {answered} came from records\n")
