"""What a reader's marks are judged by: where sentences of an answer begin, which fail it, which are weak."""

from collections.abc import Iterator, Sequence
from typing import Any

from lpkit.export import locate, sentence_starts
from lpkit_exporters.bundle.pack_model import FixItEntry, ScoredCandidate


def sentences(candidate: ScoredCandidate, fix_its: Sequence[FixItEntry]) -> dict[str, Any]:
    """Give the places where sentences begin, as scripts count characters, and those that quotes and fix-its are about.

    `fails` has the sentences of each auto-fail's quote, in the order of the auto-fails; none for a quote that is not in
    the answer.
    """
    starts = sentence_starts(candidate.answer)
    fails = [_touched(candidate.answer, starts, found.quote) for found in candidate.auto_fails]
    about = [
        (fix.id, _touched(candidate.answer, starts, fix.before)) for fix in fix_its if fix.candidate == candidate.id
    ]
    weak = [{"id": name, "at": places} for name, places in about if places]
    units = [len(candidate.answer[:start].encode("utf-16-le")) // 2 for start in starts]
    return {"starts": units, "fails": fails, **({"weak": weak} if weak else {})}


def _touched(answer: str, starts: Sequence[int], quote: str) -> list[int]:
    span = locate(answer, quote)
    return list(_between(starts, *span)) if span else []


def _between(starts: Sequence[int], first: int, end: int) -> Iterator[int]:
    for place, start in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else None
        if start < end and (following is None or first < following):
            yield place
