"""When content last changed, as library.lock knows it: the times of a bundle, which are in no hash."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from lpkit_exporters.bundle.index_model import MarkerEntry
from lpkit_exporters.bundle.pack_model import FixItEntry, PackFile, QuestionEntry, ScoredCandidate

Times = Mapping[tuple[str, str], int]
"""Seconds since 1970 by kind and ids, as in library.lock: `("question", "pack/question")`."""

Dated = TypeVar("Dated", QuestionEntry, FixItEntry, ScoredCandidate, MarkerEntry)


def dated(file: PackFile, times: Times) -> PackFile:
    """Put the times of the lock on a pack and its items; what the lock does not know has none."""
    within = f"{file.id}/"
    candidates = with_times("candidate", file.evaluate.candidates, times, within)
    changes = {
        "evaluate": file.evaluate.model_copy(update={"candidates": candidates}),
        "fix_its": with_times("fix-it", file.fix_its, times, within),
        "questions": with_times("question", file.questions, times, within),
        "changed_at": last_change(file.id, times),
    }
    return file.model_copy(update=changes)


def with_times(kind: str, entries: Sequence[Dated], times: Times, within: str = "") -> list[Dated]:
    """Put times on entries of a kind, whose ids stand `within` that of a pack and a slash."""
    moments = ((entry, moment(times.get((kind, within + entry.id)))) for entry in entries)
    return [entry.model_copy(update={"changed_at": time}) for entry, time in moments]


def last_change(pack: str, times: Times) -> str | None:
    """Give the time at which anything in a pack last changed."""
    return moment(max((time for (_, path), time in times.items() if path.partition("/")[0] == pack), default=None))


def moment(seconds: int | None) -> str | None:
    """Write a time in UTC, as in `2026-01-31T12:00:00Z`: texts in order are times in order."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
