"""What a reader of the tour did in two weeks, as the file that the site itself saves and loads."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

NOW = datetime(2026, 3, 16, 8, 30, tzinfo=UTC)
"""The morning on which the pictures are taken."""
INTERVIEW = "2026-04-02"
LIBRARY = "amazon-lp"

DIMENSIONS = {
    "structure_star": ("STAR structure", 15, (4, 3, 3, 2, 1, 1)),
    "ownership_signal": ("Ownership signal", 30, (13, 14, 9, 7, 4, 3)),
    "action_specificity": ("Action specificity", 25, (7, 5, 6, 2, 3, 1)),
    "quantified_impact": ("Quantified impact", 20, (-4, -6, -2, -3, -1, 0)),
    "self_awareness": ("Self-awareness", 10, (2, 1, 2, 0, 1, -1)),
}
"""Of each dimension title and weight, and how far off the reader was in one pattern after the other, on average."""
ANSWERS = 2

PATTERNS = (
    "need-behind-the-request",
    "pay-for-the-long-term",
    "answer-from-another-trade",
    "change-your-mind-in-time",
    "ask-the-beginners-question",
    "problem-without-an-owner",
)
"""In the order in which they were scored, two days apart."""
TESTS = {PATTERNS[0]: 90, PATTERNS[1]: 70, PATTERNS[2]: 80}
"""How many percent were right in the last test."""
MISTAKES = {
    PATTERNS[5]: ("Which principle would you write beside this story from a new engineer?", "sure"),
    PATTERNS[4]: ("Which sentence shows a result that can be checked?", "unsure"),
}
"""The first question of a pattern, answered wrong yesterday: what it was about, and how sure the reader was."""
STORIES = {
    "The night the import failed": (
        ("ownership", PATTERNS[1], 58),
        ("ownership", PATTERNS[1], 71),
        ("dive-deep", "doubt-a-healthy-metric", 77),
    ),
    "Four weeks of alarms": (("customer-obsession", PATTERNS[0], 66), ("invent-and-simplify", PATTERNS[2], 83)),
    "A plan that everybody liked": (("have-backbone-disagree-and-commit", "no-to-a-plan-that-all-like", 74),),
}
"""Of each story its takes: principle, pattern, and the reader's own score."""
TOLD = (
    "The import had failed at night, and nobody was on duty. I read the log, found that 3 of 40 files had no end, and"
    " ran them again by hand. I wrote the check that has stopped such files since."
)


def progress(listed: Mapping[str, Any]) -> str:
    """Give the file; `listed` is what the first page knows of the patterns by their ids."""
    items: dict[str, Any] = {"plan": {"date": INTERVIEW, "at": _days_ago(12)}}
    for place, pattern in enumerate(PATTERNS):
        items |= {f"{LIBRARY}/{pattern}/{name}": value for name, value in _scored(place).items()}
        questions = listed[pattern]["practice"].split()
        for question in questions[: 2 + place % 3]:
            items |= {f"{LIBRARY}/{pattern}/{name}": value for name, value in _answered(question, place).items()}
        if pattern in MISTAKES:
            about, sure = MISTAKES[pattern]
            missed = {**_memory(1, right=False), "sure": sure, "about": about}
            items[f"{LIBRARY}/{pattern}/memory/question/{questions[0]}"] = missed
    for pattern, percent in TESTS.items():
        result = {"kind": "draw", "started": _days_ago(3), "finished": _days_ago(3), "percent": percent}
        items[f"{LIBRARY}/{pattern}/test/1"] = {**result, "questions": [], "answers": {}, "at": _days_ago(3)}
    return json.dumps({"kind": "lpkit-progress", "version": 1, "items": items, "stories": _stories(listed)})


def _days_ago(days: float) -> int:
    return round((NOW - timedelta(days=days)).timestamp() * 1000)


def _scored(place: int) -> dict[str, Any]:
    """Give what is kept of a pattern whose answers were scored."""
    then = _days_ago(12 - 2 * place)
    gaps = [
        {"id": name, "title": title, "weight": weight, "gap": ANSWERS * off[place], "off": ANSWERS * abs(off[place])}
        for name, (title, weight, off) in DIMENSIONS.items()
    ]
    return {
        "evaluate": {"opened": True, "at": then},
        "learn": {"opened": True, "after": True, "at": then},
        "gaps": {"dimensions": [{**gap, "answers": ANSWERS} for gap in gaps], "time": then, "at": then},
    }


def _answered(question: str, place: int) -> dict[str, Any]:
    then = _days_ago(9 - place)
    return {
        f"question/{question}": {"chosen": None, "right": True, "round": 1, "tries": 1, "at": then},
        f"memory/question/{question}": _memory(9 - place, right=True),
    }


def _memory(days: int, right: bool) -> dict[str, Any]:
    times = {"last": _days_ago(days), "due": _days_ago(days - (8 if right else 1)), "at": _days_ago(days)}
    return {"form": 1, "stability": 8.3 if right else 0.2, "difficulty": 5, "right": right, "times": 1, **times}


def _stories(listed: Mapping[str, Any]) -> dict[str, Any]:
    stories, takes = [], []
    for number, (title, told) in enumerate(STORIES.items()):
        stories.append({"id": f"story-{number}", "title": title, "at": _days_ago(8 - number)})
        for place, (principle, pattern, total) in enumerate(told):
            counts = {"words": 190 + 9 * place, "first": 6 + place, "numbers": 3 + place, "pronoun": "I"}
            take: dict[str, Any] = {
                "pack": f"{LIBRARY}/{pattern}",
                "principle": f"{LIBRARY}/{principle}",
                "text": TOLD,
                "seconds": None,
            }
            take |= {"title": listed[pattern]["title"], "counts": {**counts, "spoken": [88, 101]}, "markers": []}
            take |= {
                "total": total,
                "weight": 100,
                "scores": {},
                "verdict": None,
                "at": _days_ago(7 - number - 2 * place),
            }
            takes.append({"id": f"take-{number}-{place}", "story": f"story-{number}", **take})
    return {"form": 1, "stories": stories, "takes": takes, "drafts": [], "audio": []}
