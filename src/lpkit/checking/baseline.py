"""Baselines: faults that were there before, so that a gate fails on new ones only."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lpkit.diagnostic import Diagnostic
from lpkit.errors import LpkitError
from lpkit.files import RECORD_MOST, UnreadableError, read_file, read_json
from lpkit.printable import json_for_log
from lpkit.witness import is_there

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted faults by fingerprint: how often each may occur, and a line that says what it is."""

    allowed: Counter[str]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """New faults, how many known ones were left out, and the notes of entries that match nothing any more."""

    new: tuple[Diagnostic, ...]
    known: int
    stale: tuple[str, ...]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises LpkitError where it is missing or is no baseline.
    """
    try:
        document: Any = read_json(read_file(path, RECORD_MOST).decode("utf-8-sig"))
        if document["version"] != _VERSION:
            raise LpkitError(f"{path} has version {document['version']}", "write it anew with --write-baseline")
        allowed = Counter({entry["fingerprint"]: int(entry["count"]) for entry in document["faults"]})
        return Baseline(allowed, {entry["fingerprint"]: _note(entry) for entry in document["faults"]})
    except UnreadableError as error:
        raise LpkitError(error.message, "write it with --write-baseline FILE") from error
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise LpkitError(f"{path} is not a baseline", "write it anew with --write-baseline FILE") from error


def _note(entry: dict[str, Any]) -> str:
    return f"{entry['path']}: {entry['code']} {entry['message']}"


def compare(diagnostics: Iterable[Diagnostic], baseline: Baseline, checked: Iterable[str], top: Path) -> Compared:
    """Part the new faults from the known ones.

    An entry is stale only where its file was checked (`checked`: paths as in reports, which begin at `top`) or is gone.
    """
    left = Counter(baseline.allowed)
    new: list[Diagnostic] = []
    known = 0
    for entry in diagnostics:
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
            known += 1
        else:
            new.append(entry)
    looked_at = set(checked)
    left_over = ((note, note.partition(": ")[0]) for print_, note in baseline.notes.items() if left[print_] > 0)
    stale = sorted(note for note, name in left_over if name in looked_at or not is_there(top / name))
    return Compared(tuple(new), known, tuple(stale))


def baseline_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Give the content of a baseline file: one entry a fault, sorted, so that branches merge."""
    counts: Counter[str] = Counter()
    entries: dict[str, Diagnostic] = {}
    for entry in diagnostics:
        counts[entry.fingerprint] += 1
        entries.setdefault(entry.fingerprint, entry)
    ordered = sorted(entries.values(), key=lambda entry: (entry.path, entry.code, entry.fingerprint))
    lines = [
        json.dumps(
            {
                "fingerprint": entry.fingerprint,
                "count": counts[entry.fingerprint],
                "code": entry.code,
                "path": entry.path,
                "message": entry.message,
            },
            ensure_ascii=False,
        )
        for entry in ordered
    ]
    body = ",\n".join(f"    {line}" for line in lines)
    listed = f"[\n{body}\n  ]" if lines else "[]"
    return json_for_log(f'{{\n  "version": {_VERSION},\n  "faults": {listed}\n}}\n')
