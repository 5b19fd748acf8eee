"""A model of an export's folder: foreign files and folders come, exports are cut off, and nothing foreign may change.

    python tests/fuzz/output_folder.py 2000

Each run makes a folder, fills it with things of somebody else, exports into it a few times, and kills some of the
exports just before one of their file operations (an audit hook sees them all). What must hold after each: what is
foreign is the same to the byte, the target of its links and its mode; and once the next export has had its turn, its
output is whole. After a kill, each file of the output is one of the old or the new state, never a half.
"""

import os
import random
import signal
import sys
import tempfile
from pathlib import Path

from lpkit.export import Artifact
from lpkit.writing import write_folder

NAMES = ("index.html", "assets/app.js", "packs/a.html", "packs/b.html", "packs/deep/c.html", "d", "d/e")
FOREIGN = ("mine.txt", "packs/notes.txt", "empty", "link", "broken", "pipe", ".git/refs", "assets/deep/x", ".html.old")

State = dict[str, bytes]


def run(number: int) -> None:
    """Play one random history; raises AssertionError where something was lost."""
    chance = random.Random(number)
    with tempfile.TemporaryDirectory(prefix="lpkit-model-") as name:
        target = Path(name) / "out"
        beside = _beside(Path(name), chance)
        last: State = {}
        for _ in range(chance.randint(2, 5)):
            new = _output(chance)
            if target.exists() and last:
                _put_foreign(target, chance)
            foreign = _foreign(target, last)
            if chance.random() < 0.6:
                _killed(target, new, chance.randint(1, 60))
                assert _foreign(target, {**last, **new}) == foreign
                for path, content in _files(target, {**last, **new}).items():
                    assert content in (last.get(path), new.get(path)), path
                if not last and not (target / ".lpkit-manifest").exists():
                    assert not _files(target, new) or (target / ".lpkit-ready").exists()
            write_folder(target, _artifacts(new))
            assert _files(target, {**last, **new}) == new
            assert _foreign(target, new) == foreign
            last = new
        assert _beside_state(Path(name)) == beside


def _output(chance: random.Random) -> State:
    names = chance.sample(NAMES, chance.randint(1, len(NAMES)))
    names = [name for name in names if not (name == "d" and "d/e" in names)]
    return {name: bytes(chance.choices(b"abc\n", k=chance.randint(0, 40))) for name in names}


def _artifacts(state: State) -> list[Artifact]:
    return [Artifact(path, content) for path, content in state.items()]


def _killed(target: Path, new: State, operation: int) -> None:
    """Export in a process that ends just before its n-th operation on files."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, _: object) -> None:
            nonlocal seen
            if event in {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.listdir", "os.scandir"}:
                seen += 1
                if seen >= operation:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        write_folder(target, _artifacts(new))
        os._exit(0)
    os.waitpid(child, 0)


def _put_foreign(target: Path, chance: random.Random) -> None:
    for name in chance.sample(FOREIGN, chance.randint(0, 4)):
        place = target / name
        if os.path.lexists(place) or not _free(place.parent, target):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        if name == "link":
            place.symlink_to("..")
        elif name == "broken":
            place.symlink_to("nowhere")
        elif name == "pipe":
            os.mkfifo(place)
        elif name in {"empty", ".git/refs", ".html.old"}:
            place.mkdir()
        else:
            place.write_bytes(b"years of work")
            place.chmod(chance.choice((0o600, 0o644, 0o755)))


def _free(folder: Path, target: Path) -> bool:
    return folder == target or folder.is_dir() or (not os.path.lexists(folder) and _free(folder.parent, target))


def _files(target: Path, ours: State) -> State:
    """Give what stands at the places of an export's files."""
    return {path: (target / path).read_bytes() for path in ours if (target / path).is_file()}


def _foreign(target: Path, ours: State) -> dict[str, object]:
    """Give all that is not an export's: files with content and mode, links with their target, empty folders, pipes."""
    found: dict[str, object] = {}
    for entry in sorted(target.rglob("*")) if target.exists() else ():
        name = entry.relative_to(target).as_posix()
        if name in ours or name.startswith(".lpkit-"):
            continue
        if entry.is_symlink():
            found[name] = entry.readlink()
        elif entry.is_file():
            found[name] = (entry.read_bytes(), entry.stat().st_mode, entry.stat().st_ino)
        elif not entry.is_dir() or name in FOREIGN:
            found[name] = entry.stat().st_ino
    return found


def _beside(folder: Path, chance: random.Random) -> dict[str, bytes]:
    """Put things beside the folder whose names an export might take for its own."""
    for name in (".out.old", f".out.{os.getpid()}.new", ".lpkit-new"):
        if chance.random() < 0.5:
            (folder / name).mkdir()
            (folder / name / "diary.txt").write_bytes(b"precious")
    return _beside_state(folder)


def _beside_state(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_symlink() and file.relative_to(folder).parts[0] != "out"
    }


def main() -> None:
    """Play as many histories as the command line says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for number in range(count):
        try:
            run(number)
        except BaseException:
            print(f"history {number}")
            raise
    print(f"{count} histories: nothing foreign changed, every output whole")


if __name__ == "__main__":
    main()
