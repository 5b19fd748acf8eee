"""Examples for the schema of the export, by definition."""

from typing import Any

_QUESTION = {
    "id": "alarm-figure",
    "pool": "practice",
    "difficulty": "medium",
    "stem": "How many of the pages were real faults?",
    "excerpt": "I counted the pages of one month and found 64, with 2 real faults among them.",
    "options": [
        {"text": "62", "why": "These are the *false* alarms.", "correct": False, "pinned": False},
        {"text": "2", "why": None, "correct": True, "pinned": False},
        {"text": "64", "why": None, "correct": False, "pinned": False},
    ],
    "shuffled": [2, 0, 1],
    "answer": "2",
    "steps": ["The sentence names both figures; the second one counts the faults."],
    "hint": "Read to the end of the sentence.",
    "mistakes": ["Taking the first number for the answer."],
    "hash": "5e884898da280471",
}

EXAMPLES: dict[str, list[Any]] = {
    "Band": [{"id": "hire", "title": "Hire", "from": 60, "to": 84, "passes": True}],
    "OptionEntry": _QUESTION["options"],  # type: ignore[dict-item]
    "PackEntry": [
        {
            "id": "quiet-alarm",
            "title": "Quiet an Alarm",
            "principle": {"id": "ownership", "title": "Ownership"},
            "level": {"id": "sde-1", "title": "SDE 1"},
            "prompt": "Tell me about a nuisance that you removed.",
            "questions": {
                "practice": {"easy": 5, "medium": 6, "hard": 4},
                "test": {"easy": 3, "medium": 4, "hard": 3},
                "total": 25,
            },
            "path": "packs/sample/quiet-alarm.json",
            "hash": "9f86d081884c7d65",
        }
    ],
    "QuestionEntry": [_QUESTION],
    "Retired": [{"id": "alarm-colour", "reason": "It asked for taste.", "replaced_by": "alarm-figure"}],
    "VerdictReference": [{"id": "hire", "title": "Hire", "passes": True}],
}
