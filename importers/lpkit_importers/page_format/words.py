"""The words by which parts of a page are known: headings of sections, and labels within them."""

import re
from collections.abc import Mapping

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "prompt": ("prompt", "interview question", "interview prompt", "the question asked", "question asked", "the ask"),
    "scores": (
        *("score comparison", "scores", "score table", "scorecard", "scoring", "score sheet", "scoring table"),
        *("how they scored", "points", "marks", "grades", "expert scores", "rubric scores", "score breakdown"),
    ),
    "markers": (
        *("auto fail markers", "auto fails", "auto fail", "automatic fails", "automatic fail", "red flags", "red flag"),
        *("disqualifiers", "deal breakers", "dealbreakers", "fatal flaws", "knock outs", "markers", "knockout markers"),
    ),
    "notes": (
        *("bar raiser notes", "interviewer notes", "evaluator notes", "assessor notes", "panel notes", "notes"),
        *(
            "bar raiser s notes",
            "interviewer s notes",
            "assessor s remarks",
            "debrief notes",
            "debrief",
            "verdict notes",
        ),
    ),
    "fixes": (
        *("fix it challenge", "fix its", "fix it", "fix the answer", "rewrites", "rewrite", "before and after"),
        *(
            "before after",
            "repairs",
            "repair shop",
            "improve the answer",
            "say it better",
            "rewording",
            "make it stronger",
        ),
    ),
    "coaching": (
        *("coaching notes", "coaching", "coach s notes", "coaching tips", "coach s corner", "tips", "advice"),
        *("takeaways", "key takeaways", "from the coach", "what to remember"),
    ),
    "model": (
        *("model answer guidance", "model answer", "strong answer", "ideal answer", "sample answer guidance"),
        *("what a strong answer does", "anatomy of a strong answer", "guidance", "what good looks like"),
    ),
    "concepts": (
        *(
            "concepts",
            "key concepts",
            "core concepts",
            "learn",
            "what to know",
            "background",
            "key ideas",
            "the basics",
        ),
        *("learn the pattern", "ideas to know"),
    ),
    "practice": (
        *("practice", "practice questions", "quiz", "questions", "exercises", "check yourself", "drill", "practise"),
        *("check your understanding", "try it yourself", "multiple choice", "warm up questions"),
    ),
    "test": ("test", "test questions", "test yourself", "assessment", "exam", "exam questions", "final test"),
    "calibration": ("calibration", "calibrate yourself", "check your calibration", "your calibration"),
    "setting": ("setting", "context", "interview setting", "format", "the setting", "who asks"),
    "first": ("score first", "score these first", "before you open the rubric", "before the rubric"),
    "key": ("answer key", "key", "answers", "solutions", "solution key"),
    "evaluate": (
        "evaluate",
        "evaluate these answers",
        "evaluate these two answers",
        "compare the answers",
        "two answers",
        "candidates",
        "the answers",
    ),
}
"""Headings of sections, folded; a longer heading that holds one of them means the same."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "pattern"),
    "principle": ("principle", "leadership principle", "competency", "value"),
    "level": ("level", "job level", "role", "seniority"),
    "minutes": ("time", "time limit", "minutes", "duration", "length"),
    "setting": ("setting", "context", "interviewer"),
    "prompt": ("prompt", "question", "interview question"),
    "answer": ("answer", "what they said", "response", "transcript", "reply"),
    "delivery": ("delivery", "how it sounded", "tone", "manner"),
    "notes": SECTIONS["notes"],
    "total": ("total", "sum", "overall", "overall score", "total score"),
    "verdict": ("verdict", "decision", "outcome", "recommendation", "result"),
    "weight": ("weight", "max", "maximum", "out of", "worth", "available"),
    "quote": ("quote", "evidence", "words", "said", "the words", "heard"),
    "marker": ("marker", "flag", "red flag"),
    "candidate": ("candidate", "who", "speaker"),
    "before": ("before", "instead of", "weak", "weak version", "original", "was", "as said", "weaker"),
    "after": ("after", "say", "better", "rewrite", "strong version", "stronger", "improved", "now", "try"),
    "why": ("why", "reason", "because", "why it works", "why it matters", "rationale", "what changed"),
    "key": (
        "answer",
        "show answer",
        "reveal answer",
        "correct answer",
        "correct",
        "right answer",
        "key",
        "correct option",
        "the answer",
        "ans",
        "correct ans",
        "correct choice",
    ),
    "steps": (
        "solution",
        "show solution",
        "worked solution",
        "explanation",
        "working",
        "reasoning",
        "how to get there",
        "steps",
        "why",
    ),
    "hint": ("hint", "nudge", "clue", "tip"),
    "mistakes": ("common mistakes", "mistakes", "common mistake", "pitfalls", "traps", "trap", "common traps"),
    "difficulty": ("difficulty", "level", "how hard"),
    "excerpt": ("excerpt", "candidate answer excerpt", "candidate answer", "answer excerpt", "candidate says"),
    "options": ("options", "choices", "pick one", "choose one"),
}
"""Labels, folded: what stands before a colon, in a cell of a header, or alone above what it names."""

DIFFICULTIES = ("easy", "medium", "hard")
_SOUNDS = (
    "delivery tone fluent fluently fluency confident confidently voice pace seconds sounded sounds hesitant filler "
    "fillers polished calm nervous dry warm halting rambling spoken speaks"
)
SOUNDS = frozenset(_SOUNDS.split())
"""Words of which one tells that a line is about how an answer sounded."""

NUMBER = re.compile(
    r"(?:(?:Question|Q)\s*(\d{1,3})\b\s*[-.):–—·|]*\s*|(\d{1,3})\s*[.):]\s+)(.*)", re.IGNORECASE | re.DOTALL
)
"""What a question begins with: its number, as `Q2.`, `Question 2:` or `2)`."""
BEHIND = ("key", "steps", "hint", "mistakes", "difficulty")
"""Labels of what stands behind the options of a question."""


def folded(text: str) -> str:
    """Give a text by its words alone, in lower case, an apostrophe as a blank: `Coach's notes` is `coach s notes`."""
    return " ".join(_WORD.findall(text.casefold())).replace("'", " ").replace("’", " ")


def count_words(text: str) -> int:
    """Count what blanks part, as `wc -w` does."""
    return len(text.split())


def label_of(text: str, kinds: tuple[str, ...]) -> str:
    """Give which of some labels a whole text is; empty where it is none."""
    said = folded(text) if len(text) <= 60 else ""
    return next((kind for kind in kinds if said in LABELS[kind]), "") if said else ""


_END_OF_MARK = re.compile(r"\A[*_]{1,2}\s+")
"""What ends the emphasis of a label in Markdown, as in `**Why:** `."""
_BEGINNING = re.compile(r"\W{0,4}([^:\n\"“”]{1,40}?)\W{0,2}(?::|[-–—]\s|(?=[\"“]))\s*")


def labelled(text: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Give which of some labels a text begins with, as in `Hint: …` or `Before"…"`, and what is behind it."""
    found = _BEGINNING.match(text)
    kind = label_of(found[1], kinds) if found else ""
    return (kind, _END_OF_MARK.sub("", text[found.end() :])) if found and kind else ("", text)


def prose_behind(prose: str, kinds: tuple[str, ...], rest: str) -> str:
    """Give what is behind the label of a text in Markdown; `rest` is the same in plain text."""
    kind, found = labelled(prose, kinds)
    return found if kind else rest
