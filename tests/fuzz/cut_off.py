"""A model of commands that are cut off: build, export, lock, fmt and fix, between things of somebody else.

    python tests/fuzz/cut_off.py 2000 [--seed 1]

Each history makes a project, perhaps with an earlier output and things of somebody else in it, and runs one command
there. In a folder that is the same the command is ended just before one of its calls of the system, once or several
times, and then run again. What must hold: after each end every file and link is as it was before or as the command
leaves it, and nothing is new but what bears lpkit's mark; after the last run all is as the command leaves it.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from types import FrameType

sys.path[0] = str(Path(__file__).parent.parent)

from fuzz.running import call, state  # noqa: E402
from project import PACK, SAMPLE  # noqa: E402

COMMANDS = (
    ("build",),
    ("export", "json", "--jsonl", "-o", "out"),
    ("export", "html", "-o", "out"),
    ("export", "anki", "-o", "out"),
    ("lock", "--time", "2026-03-01"),
    ("fmt",),
    ("fmt", "--ids"),
    ("fix",),
    ("fix", "--unsafe"),
)
_EXPORTS = {"build", "export"}

FOREIGN = (
    *("mine.txt", ".out.old/x", "dist/json/x/y", "dist/html/empty", "dist/json.old/diary.txt"),
    *("out/CNAME", "out/packs/notes.txt", "out/.git/refs", "out/link", "out/broken", "out/pipe"),
    *("packs/notes.md", "packs/ownership/.a.yaml.swp", "packs/ownership/pipe", "packs/ownership/broken"),
    *("packs/library.lock.orig", "packs/ownership/noisy-alarm.yaml~"),
)
SYSTEM = ("posix", "_io", "fcntl", "io")
"""Modules whose functions call the system."""

_AUDITED = {
    "open",
    "fcntl.flock",
    *(f"os.{name}" for name in ("rename", "mkdir", "rmdir", "remove", "listdir", "chmod")),
}
"""What an audit hook sees of them."""

State = dict[str, object]


def play(seed: int, number: int) -> str:
    """Play one history; give the name of its command. Raises AssertionError where something was lost."""
    chance = Random(f"{seed}/{number}")
    command = chance.choice(COMMANDS)
    with tempfile.TemporaryDirectory(prefix="lpkit-cut-") as name:
        folder, twin = Path(name) / "one", Path(name) / "two"
        _lay_out(folder, command, chance)
        subprocess.run(["cp", "-a", folder, twin], check=True)
        old, inodes = state(folder), _inodes(folder)
        code, calls = _run(twin, command)
        new = state(twin)
        assert code == 0, command
        before = old
        for _ in range(chance.choice((1, 1, 2, 4))):
            how = chance.choices((signal.SIGKILL, signal.SIGTERM, signal.SIGINT), (8, 1, 2))[0]
            ended, _ = _run(folder, command, chance.randint(1, calls), how)
            now = state(folder)
            _compare(now, old, new)
            if how is signal.SIGINT and ended == 130:
                # What Ctrl-C leaves half done is at most a complete new output, which the next run brings in.
                assert all(path in before for path in now if _is_marked(path, command) or "/.lpkit-new/" in path)
            before = now
            assert _inodes(folder) == inodes
        assert _run(folder, command)[0] == 0
        left = state(folder)
        assert {path: entry for path, entry in left.items() if not _is_marked(path, command)} == new
        assert _inodes(folder) == inodes
    return command[0]


def _compare(now: State, old: State, new: State) -> None:
    for path in now.keys() | old.keys() | new.keys():
        if "/.lpkit-" in f"/{path}" and path not in new:
            continue
        assert now.get(path) in (old.get(path), new.get(path)), path


def _is_marked(path: str, command: tuple[str, ...]) -> bool:
    """Tell whether a file is one that a cut off run may leave for good: it bears lpkit's mark, and is no output's."""
    return command[0] not in _EXPORTS and Path(path).name.startswith(".lpkit-") and path.endswith(".tmp")


def _lay_out(folder: Path, command: tuple[str, ...], chance: Random) -> None:
    """Make a project in which the command has something to do."""
    packs = folder / "packs"
    library, pack = (SAMPLE / "library.yaml").read_text(encoding="utf-8"), (SAMPLE / PACK).read_text(encoding="utf-8")
    names = ["noisy-alarm", *chance.sample(("second", "third", "fourth"), chance.randint(0, 3))]
    _write(packs / "library.yaml", library)
    for name in names:
        _write(packs / f"ownership/{name}.yaml", _pack(pack, name))
    if chance.random() < 0.7:
        assert _run(folder, ("lock", "--time", "2026-01-01"))[0] == 0
    if command[0] in _EXPORTS and chance.random() < 0.7:
        assert _run(folder, command)[0] == 0
        if len(names) > 1:
            (packs / f"ownership/{names.pop()}.yaml").unlink()
            (packs / "library.lock").unlink(missing_ok=True)
    for name in names:
        changed = _pack(pack, name).replace("title: Quiet", f"title: Quieten {chance.randint(1, 3)}")
        _write(packs / f"ownership/{name}.yaml", _faulty(changed) if command[0] in {"fmt", "fix"} else changed)
    if chance.random() < 0.2:
        elsewhere = folder / "elsewhere/noisy-alarm.yaml"
        elsewhere.parent.mkdir()
        (packs / "ownership/noisy-alarm.yaml").rename(elsewhere)
        (packs / "ownership/noisy-alarm.yaml").symlink_to("../../elsewhere/noisy-alarm.yaml")
    for name in chance.sample(FOREIGN, chance.randint(0, 8)):
        _put_foreign(folder, name, chance)


def _pack(text: str, name: str) -> str:
    text = text.replace("id: noisy-alarm", f"id: {name}", 1)
    return text if name == "noisy-alarm" else text.replace("stem: ", f"stem: In {name} we ask. ")


def _faulty(text: str) -> str:
    """Put in what `fix` mends, and an order of keys that `fmt` does."""
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    return text.replace(f"{title}\n", "", 1).replace("notes: ", "notes: The the ", 1) + f"{title}\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _put_foreign(folder: Path, name: str, chance: Random) -> None:
    place = folder / name
    top = folder / place.relative_to(folder).parts[0]
    # An output folder that holds only what is somebody else's is refused, and rightly so.
    if top.name in {"out", "dist"} and not (
        place.parent.exists() and any(folder.glob(f"{top.name}/**/.lpkit-manifest"))
    ):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.name == "link":
        place.symlink_to("..")
    elif place.name == "broken":
        place.symlink_to("nowhere")
    elif place.name == "pipe":
        os.mkfifo(place)
    elif place.name in {"empty", "refs"}:
        place.mkdir()
    else:
        place.write_bytes(b"years of work")
        place.chmod(chance.choice((0o600, 0o644, 0o755)))


def _inodes(folder: Path) -> dict[str, int]:
    """Give the numbers of what is foreign: a copy would have another one."""
    return {name: os.lstat(folder / name).st_ino for name in FOREIGN if os.path.lexists(folder / name)}


def _run(
    folder: Path, arguments: tuple[str, ...], last: int = 0, how: signal.Signals = signal.SIGKILL
) -> tuple[int, int]:
    """Run lpkit in a process that gets a signal just before its `last` call of the system, from the first that writes.

    Gives the exit code (below 0 where a signal ended it) and how many such calls there were.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        calls = _watch(last, how, arguments[0] not in _EXPORTS)
        try:
            code = call(arguments).code
        except BaseException:
            code = 99
        sys.setprofile(None)
        os.write(write, str(calls[0]).encode())
        os._exit(code)
    os.close(write)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(read) as stream:
        return code, int(stream.read() or 0)


def _watch(last: int, how: signal.Signals, closely: bool) -> list[int]:
    """Count the calls of the system in this process; nothing can be lost before the first that writes.

    Only some are counted where not `closely`: rendering under a profile would take ten times as long.
    """
    calls = [0]

    def count() -> None:
        calls[0] += 1
        if calls[0] == last:
            os.kill(os.getpid(), how)

    def profile(_: FrameType, event: str, called: object) -> None:
        if event == "c_call" and _calls_system(called):
            count()

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        begins = (writes or event == "os.mkdir") and not calls[0]
        if closely and begins and sys.getprofile() is None:
            sys.setprofile(profile)
        elif not closely and (begins or calls[0]) and event in _AUDITED:
            count()

    sys.addaudithook(audit)
    return calls


def _calls_system(called: object) -> bool:
    owner = getattr(called, "__self__", None)
    return getattr(called, "__module__", None) in SYSTEM or type(owner).__module__ in SYSTEM


def _warm_up() -> None:
    """Fill what is filled once, such as templates, so that no fork pays for it."""
    with tempfile.TemporaryDirectory() as name:
        for number, command in enumerate(COMMANDS):
            folder = Path(name) / str(number)
            _lay_out(folder, command, Random(0))
            os.chdir(folder)
            call(command)
        os.chdir("/")


def main() -> None:
    """Play as many histories as the command line says."""
    from warm import _import_all, _prepare

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    _import_all()
    _prepare()
    _warm_up()
    played: Counter[str] = Counter()
    for number in range(given.count):
        if number and number % 100 == 0:
            print(f"{number} histories", file=sys.stderr, flush=True)
        try:
            played[play(given.seed, number)] += 1
        except BaseException:
            print(f"history {number} of seed {given.seed}")
            raise
    figures = ", ".join(f"{command} {count}" for command, count in sorted(played.items()))
    print(f"{given.count} histories ({figures}): every file the former or the new one, and nothing foreign changed")


if __name__ == "__main__":
    main()
