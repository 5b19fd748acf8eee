"""One entry taken apart: its title, its text, its answers, and what is said of all answers."""

import re
from dataclasses import dataclass

from lpkit_importers.gift_format.entries import Entry

GAP = "_____"
_CLOZE = re.compile(
    r"\{\d*:(?:MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MCH?|MCV|MRH?|SA|MW|NM)(?:_?[A-Z]){0,4}:", re.IGNORECASE
)
"""A question within a text, as `{1:MC:` begins one: a form of its own, which is no GIFT."""

_MORE_BRACES = (
    r"it has braces beside those of its answers: a blank line must part two questions, \{ is a brace of a text"
)
_NO_TEXT = "its answers have no question before them (a blank line parts both)"


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands where in an entry, with escaped signs hidden; `fault` says why it cannot be read."""

    title: str = ""
    text: str = ""
    answers: str | None = None
    """What stands between the braces; None where there are none, which makes a description."""
    general: str = ""
    """The feedback for all answers."""
    gap: bool = False
    fault: str = ""


def parts_of(entry: Entry) -> Parts:
    """Take an entry apart: the first brace that opens and the first that closes hold its answers."""
    title, text = _titled(entry.text)
    if _CLOZE.search(text):
        return Parts(title, fault="embedded answers (Cloze) are several questions in one text")
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        return Parts(title, text)
    if fault := _fault(text, start, end):
        return Parts(title, fault=fault)
    gap = not text.endswith("}")
    answers, _, general = _before_the_last(text[start + 1 : end].strip(), "####")
    return Parts(title, (text[:start] + GAP * gap + text[end + 1 :]).strip(), answers.strip(), general, gap)


def _titled(text: str) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    title, closed, rest = text[2:].partition("::")
    return (title.strip(), rest.strip()) if closed else ("", title)


def _before_the_last(text: str, sign: str) -> tuple[str, str, str]:
    before, found, after = text.rpartition(sign)
    return (before, found, after) if found else (text, "", "")


def _fault(text: str, start: int, end: int) -> str:
    """Say why braces hold no answers of one question."""
    if end < 0:
        return r"a brace is opened and not closed: one that is text is written \{"
    if start < 0 or end < start:
        return r"a brace is closed that was not opened: one that is text is written \}"
    within, behind = text[start + 1 : end], text[end + 1 :]
    if _begins_another(within) or "{" in behind or ("{" in within and "}" in behind):
        return _MORE_BRACES
    return "" if text[:start].strip() or behind.strip() else _NO_TEXT


def _begins_another(answers: str) -> bool:
    """Tell whether a brace among answers begins those of another question: it stands in no line of an answer."""
    return any("{" in line and line.lstrip()[:1] not in {"=", "~", "#"} for line in answers.split("\n"))
