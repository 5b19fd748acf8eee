"""A smallest pack and a smallest library: what stands in for parts that do not fit the schema."""

from typing import Any

_DIMENSION = {"id": "none", "title": "none", "weight": 100, "looks_for": "none"}

_MARKER = {
    "id": "none",
    "title": "none",
    "dimension": "none",
    "cap": 0,
    "verdict": "none",
    "patterns": [{"says": ["none"]}],
    "why": "none",
}

LIBRARY: dict[str, Any] = {
    "format": 1,
    "id": "none",
    "title": "none",
    "language": "en",
    "principles": [{"id": "none", "title": "none", "summary": "none"}],
    "levels": [{"id": "none", "title": "none"}],
    "verdicts": [
        {"id": "none", "title": "none", "from": 0, "passes": False},
        {"id": "some", "title": "some", "from": 50, "passes": True},
    ],
    "rubrics": [{"id": "none", "dimensions": [_DIMENSION]}],
    "markers": [_MARKER],
    "test": {"draw": 1, "mix": {"easy": 1, "medium": 0, "hard": 0}, "strong_from": 80},
    "speaking": {"words_per_minute": [130, 150]},
    "retired": [{"id": "none", "reason": "none"}],
}

_CANDIDATE = {
    "id": "none",
    "answer": "none",
    "delivery": "none",
    "scores": {},
    "total": 0,
    "verdict": "none",
    "auto_fails": [{"marker": "none", "quote": "none", "why": "none"}],
    "notes": "none",
}

PACK: dict[str, Any] = {
    "format": 1,
    "id": "none",
    "title": "none",
    "principle": "none",
    "level": "none",
    "status": "draft",
    "tags": [],
    "prompt": "none",
    "concepts": [{"title": "none", "text": "none"}],
    "evaluate": {
        "minutes": 1,
        "setting": "none",
        "score_first": ["none"],
        "rubric": "none",
        "candidates": [_CANDIDATE, _CANDIDATE],
        "calibration": [{"candidate": "none", "above": 0, "message": "none"}],
    },
    "fix_its": [{"id": "none", "title": "none", "candidate": "none", "before": "none", "after": "some", "why": "none"}],
    "coaching": ["none"],
    "model_answer": {
        "guidance": "none",
        "candidate": "none",
        "requires": {"first_person_sentences": 0, "numbers": 0},
    },
    "questions": [
        {
            "id": "none",
            "pool": "practice",
            "difficulty": "easy",
            "stem": "none",
            "options": ["none", "some"],
            "answer": "none",
            "steps": ["none"],
            "hint": "none",
        }
    ],
    "retired": [{"id": "none", "reason": "none"}],
}
