"""Files of facts that somebody changed and signed anew: a merge reports, or says in a line what is wrong.

    python tests/fuzz/forged_facts.py 2000 [SEED]

Values anywhere in the lines are replaced by nasty ones, by others of the same file, or taken out; the digest is right.
"""

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent)]

from lpkit.checking.merging import merged  # noqa: E402
from lpkit.cli.examining import concerning  # noqa: E402
from lpkit.errors import LpkitError  # noqa: E402
from lpkit.report import format_names, renderer  # noqa: E402

_PLAIN = (None, True, 0, -1, 3, 2**70, 1.5, float("nan"), "", "a", "\ud800", "\x1b]0;x\x07", "\u2028", "LP204", "error")
_NASTY = (
    *_PLAIN,
    *("packs/library.yaml", "../../etc/passwd", [], {}, [1], ["a"], [[]], {"is": 0}, {"is": 99}, {"is": True}),
    *({"is": "list", "of": []}, {"is": "map", "of": [[[], 1]]}, {"is": "counter", "of": [["a", "b"]]}),
)
_HOW_MANY = (1, 1, 1, 2, 4)

Way = tuple[str | int, ...]


def signed(lines: Sequence[str]) -> str:
    """Give a file of facts of some lines, with the digest that they ask for."""
    text = "".join(lines)
    end = {"record": "end", "lines": len(lines), "digest": sha256(text.encode()).hexdigest()}
    return f"{text}{json.dumps(end)}\n"


def _ways(value: Any, here: Way = ()) -> Iterator[Way]:
    if here:
        yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in inner:
        yield from _ways(part, (*here, step))


def _at(value: Any, way: Way) -> Any:
    for step in way:
        value = value[step]
    return value


def forged(lines: Sequence[str], chance: random.Random) -> str:
    """Give a file with one or a few values changed."""
    lines = list(lines)
    for _ in range(chance.choice(_HOW_MANY)):
        number = chance.choice((0, chance.randrange(len(lines)), chance.randrange(len(lines))))
        record, other = json.loads(lines[number]), json.loads(chance.choice(lines))
        *way, last = chance.choice([*_ways(record)])
        kind, holder = chance.random(), _at(record, tuple(way))
        if kind < 0.1:
            del holder[last]
        else:
            holder[last] = chance.choice(_NASTY) if kind < 0.8 else _at(other, chance.choice([*_ways(other)]))
        lines[number] = json.dumps(record, separators=(",", ":")) + "\n"
    return signed(lines)


def play(files: Sequence[Path], folder: Path, seed: int, count: int) -> int:
    """Merge forgeries of some files of facts; give how many were refused. Raises whatever is no LpkitError."""
    chance, refused = random.Random(seed), 0
    texts = [file.read_text(encoding="ascii").splitlines(keepends=True)[:-1] for file in files]
    copies = [folder / f"{number}.jsonl" for number in range(len(files))]
    for _ in range(count):
        which = chance.randrange(len(files))
        for number, (copy, lines) in enumerate(zip(copies, texts, strict=True)):
            copy.write_text(forged(lines, chance) if number == which else signed(lines), encoding="ascii")
        try:
            parts = merged(copies, folder)
            report = concerning(lambda parts=parts: parts.parts, None, None, None)  # type: ignore[misc]
            for name in format_names():
                renderer(name)(report, False)
        except LpkitError:
            refused += 1
    return refused


def _shards(folder: Path) -> list[Path]:
    """Write packs with faults of all kinds, and check them in two shards."""
    import subprocess

    from test_shards import write_faults

    write_faults(folder)
    files = [folder / f"facts-{number}.jsonl" for number in (1, 2)]
    for number, file in enumerate(files, start=1):
        command = ("lpkit", "check", "--shard", f"{number}/2", "--facts", file, "--bank", "one.jsonl", "packs")
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return files


if __name__ == "__main__":
    wanted, first = int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])
    with tempfile.TemporaryDirectory(prefix="lpkit-forged-") as name:
        known = _shards(Path(name))
        refusals = play(known, Path(name), first, wanted)
    sys.stdout.write(f"{wanted} forgeries: {refusals} refused in a line, the others reported\n")
