"""Entries that an author is to fill in: every text begins with TODO, which LP701 refuses until it is replaced."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from lpkit.authoring.ids import FreeIds
from lpkit.authoring.slug import slug
from lpkit.corpus import LibraryView
from lpkit.model import Dimension
from lpkit.text.languages import Language


def question(
    name: str,
    pool: str = "practice",
    difficulty: str = "easy",
    stem: str | None = None,
    options: Sequence[str] = (),
    answer: str | None = None,
    steps: Sequence[str] = (),
    hint: str | None = None,
    excerpt: str | None = None,
    mistakes: Sequence[str] = (),
    language: Language | None = None,
) -> dict[str, Any]:
    """Give a question; what is not given is a placeholder that says what belongs there.

    With the language of the library each option gets a permanent id; without one it is a bare text.
    """
    key = answer or (options[0] if options else f"TODO: the right option of {name}")
    chosen = [*options] or [key, f"TODO: a wrong option of {name}", f"TODO: one more wrong option of {name}"]
    entry: dict[str, Any] = {"id": name, "pool": pool, "difficulty": difficulty}
    entry["stem"] = stem or f"TODO: ask {name} so that it can be answered without the options"
    if excerpt:
        entry["excerpt"] = excerpt
    texts = chosen if key in chosen else [*chosen, key]
    entry |= {"options": _identified(texts, language) if language else texts, "answer": key}
    entry["steps"] = [*steps] or [f"TODO: how a learner gets to the answer of {name}"]
    entry["hint"] = hint or "TODO: a nudge that does not give the answer away"
    return {**entry, "mistakes": [*mistakes]} if mistakes else entry


def _identified(texts: Sequence[str], language: Language) -> list[dict[str, str]]:
    """Name options by their texts, and placeholders, whose texts are to go, by numbers."""
    ids = FreeIds(())
    entries = []
    for text in texts:
        name = ids.numbered("option") if text.startswith("TODO") else ids.like(slug(text, "option", language))
        entries.append({"id": ids.take(name), "text": text})
    return entries


def candidate(
    name: str,
    dimensions: Sequence[Dimension],
    library: LibraryView,
    scores: Mapping[str, int],
    answer: str | None = None,
    delivery: str | None = None,
    notes: str | None = None,
) -> dict[str, Any]:
    """Give a candidate; scores that are not given are 0, total and verdict follow from the scores.

    The library's bands must hold (`LibraryView.bands_hold`).
    """
    points = {dimension.id: scores.get(dimension.id, 0) for dimension in dimensions}
    total = sum(points.values())
    return {
        "id": name,
        "answer": answer or f"TODO: what candidate {name} said",
        "delivery": delivery or "TODO: how it sounded",
        "scores": points,
        "total": total,
        "verdict": library.band(min(total, 100)).id,
        "notes": notes or f"TODO: the notes of the expert on candidate {name}",
    }


def fix_it(
    name: str,
    candidate: str,
    title: str | None = None,
    before: str | None = None,
    after: str | None = None,
    why: str | None = None,
) -> dict[str, Any]:
    """Give a fix-it of a candidate's answer."""
    return {
        "id": name,
        "title": title or "TODO: what the rewrite mends",
        "candidate": candidate,
        "before": before or f"TODO: what candidate {candidate} said",
        "after": after or "TODO: the same passage, rewritten",
        "why": why or "TODO: why the rewrite is stronger",
    }


def pack(
    name: str,
    principle: str,
    level: str,
    library: LibraryView,
    title: str | None = None,
    prompt: str | None = None,
) -> dict[str, Any]:
    """Give a whole pack as a draft, with as many test questions as the library's mix asks for."""
    rubric = library.library.rubrics[0]
    best = {dimension.id: dimension.weight for dimension in rubric.dimensions}
    answers = [candidate("a", rubric.dimensions, library, {}), candidate("b", rubric.dimensions, library, best)]
    numbers = count(1)
    wanted = [("practice", "easy"), *(("test", difficulty) for difficulty, many in _mix(library) for _ in range(many))]
    return {
        "format": 1,
        "id": name,
        "title": title or "TODO: the name of the pattern",
        "principle": principle,
        "level": level,
        "status": "draft",
        "prompt": prompt or "TODO: the interview question, in the words of the interviewer",
        "concepts": [{"title": "TODO: a concept", "text": "TODO: what to know before practising"}],
        "evaluate": {
            "minutes": 3,
            "setting": "TODO: who asks, and what counts",
            "score_first": [rubric.dimensions[0].id],
            "rubric": rubric.id,
            "candidates": answers,
        },
        "fix_its": [fix_it("fix-1", "a")],
        "coaching": ["TODO: a note of the coach"],
        "model_answer": {"guidance": "TODO: what a strong answer does", "candidate": "b"},
        "questions": [
            question(f"question-{next(numbers)}", pool, difficulty, language=library.language)
            for pool, difficulty in wanted
        ],
    }


def _mix(library: LibraryView) -> list[tuple[str, int]]:
    return [*library.library.test.mix.counts().items()]
