"""A recording of random edits: what the editor is told after each, beside a fresh check of the same texts."""

import json
import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from client import Client, environment
from random_edits import edits

from project import write_sample
from warm import Warm

OTHER = "packs/ownership/second.yaml"
FILES = ("packs/ownership/noisy-alarm.yaml", OTHER, "packs/library.yaml")

Told = list[tuple[Any, ...]]
_SEVERITIES = ("", "error", "warning", "info")
"""By the numbers of the protocol."""


@dataclass
class Departure:
    """An edit after which the editor was told something else than a check says."""

    number: int
    file: str
    told: Told
    expected: Told


def play(folder: Path, seed: int, count: int) -> Departure | None:
    """Play so many edits over two packs and their library, which was published; give the first departure."""
    with closing(Warm(environment(folder))) as warm:
        return _play(folder, seed, count, warm)


def _play(folder: Path, seed: int, count: int, warm: Warm) -> Departure | None:
    pack = write_sample(folder / "edited")
    pack.with_name("second.yaml").write_text(
        pack.read_text(encoding="utf-8").replace("id: noisy-alarm", "id: second"), encoding="utf-8"
    )
    warm.run(["lock"], folder / "edited", {})
    mirror = folder / "mirror"
    shutil.copytree(folder / "edited", mirror)
    texts = {name: (folder / "edited" / name).read_text(encoding="utf-8") for name in FILES}
    streams = {name: edits(text, seed + place, count) for place, (name, text) in enumerate(texts.items())}
    draw = random.Random(seed)
    told: dict[str, Told] = {}
    with Client(folder / "edited", environment(folder)) as client:
        for name in FILES:
            client.open(name)
        for number in range(count):
            changed = draw.choices(FILES, (6, 3, 1))[0]
            texts[changed] = next(streams[changed])
            client.change(changed, texts[changed])
            for name, text in texts.items():
                (mirror / name).write_bytes(text.encode())
            expected = _expected(_fresh(warm, mirror), texts)
            # Every open file is told of after each check, those beside the changed one before or after it.
            client.request("textDocument/codeAction", _ask(client, changed))
            for message in client.history:
                told[message["uri"]] = _told(message["diagnostics"])
            client.history.clear()
            for name in FILES:
                if told[client.uri(name)] != expected[name]:
                    return Departure(number, name, told[client.uri(name)], expected[name])
    return None


def _ask(client: Client, name: str) -> dict[str, Any]:
    place = {"line": 0, "character": 0}
    return {
        "textDocument": {"uri": client.uri(name)},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": []},
    }


def _fresh(warm: Warm, folder: Path) -> list[dict[str, Any]]:
    """Check in a process that has checked nothing before."""
    ended = warm.run(["check", "packs", "--output-format", "json"], folder, {})
    assert ended.returncode in (0, 1), ended
    found: list[dict[str, Any]] = json.loads(ended.stdout)["diagnostics"]
    return found


def _expected(found: list[dict[str, Any]], texts: dict[str, str]) -> dict[str, Told]:
    """Count columns from the texts themselves, in UTF-16 units."""
    expected: dict[str, Told] = {name: [] for name in texts}
    for entry in found:
        if entry["path"] not in texts:
            continue
        lines = texts[entry["path"]].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")

        def units(line: int, column: int, lines: list[str] = lines) -> int:
            return len(lines[line - 1][: column - 1].encode("utf-16-le")) // 2

        start = (entry["line"] - 1, units(entry["line"], entry["column"]))
        end = (entry["end_line"] - 1, units(entry["end_line"], entry["end_column"]))
        message = f"{entry['message']}\n{entry['help']}" if entry["help"] else entry["message"]
        severity = _SEVERITIES.index(entry["severity"])
        expected[entry["path"]].append((entry["code"], severity, message, start, end, len(entry["related"])))
    return expected


def _told(diagnostics: list[dict[str, Any]]) -> Told:
    return [
        (
            entry["code"],
            entry["severity"],
            entry["message"],
            tuple(entry["range"]["start"][key] for key in ("line", "character")),
            tuple(entry["range"]["end"][key] for key in ("line", "character")),
            len(entry.get("relatedInformation", ())),
        )
        for entry in diagnostics
    ]
