"""A recording of random edits: what the editor is told after each, beside a fresh check of the same texts."""

import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from client import Client, environment
from random_edits import edits

from lpkit.checking.project import open_project
from lpkit.config import Config
from lpkit.corpus import discover
from lpkit.diagnostic import Report
from project import write_sample

OTHER = "packs/ownership/second.yaml"
FILES = ("packs/ownership/noisy-alarm.yaml", OTHER, "packs/library.yaml")

Told = list[tuple[Any, ...]]


@dataclass
class Departure:
    """An edit after which the editor was told something else than a check says."""

    number: int
    file: str
    told: Told
    expected: Told


def play(folder: Path, seed: int, count: int) -> Departure | None:
    """Play so many edits over two packs and their library; give the first departure."""
    pack = write_sample(folder / "edited")
    pack.with_name("second.yaml").write_text(
        pack.read_text(encoding="utf-8").replace("id: noisy-alarm", "id: second"), encoding="utf-8"
    )
    mirror = folder / "mirror"
    write_sample(mirror)
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
            expected = _expected(_fresh(mirror), texts)
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


def _fresh(folder: Path) -> Report:
    listing = discover([folder / "packs"], [], folder, folder)
    project = open_project(Config(folder), listing, lambda file: file.relative_to(folder).as_posix())
    return replace(project, content=False).check().report


def _expected(report: Report, texts: dict[str, str]) -> dict[str, Told]:
    """Count columns from the texts themselves, in UTF-16 units."""
    found: dict[str, Told] = {name: [] for name in texts}
    for entry in report.diagnostics:
        lines = texts[entry.path].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        span = entry.span

        def units(line: int, column: int, lines: list[str] = lines) -> int:
            return len(lines[line - 1][: column - 1].encode("utf-16-le")) // 2

        start = (span.line - 1, units(span.line, span.column))
        end = (span.end_line - 1, units(span.end_line, span.end_column))
        message = f"{entry.message}\n{entry.help}" if entry.help else entry.message
        found[entry.path].append((entry.code, 4 - entry.severity, message, start, end, len(entry.related)))
    return found


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
