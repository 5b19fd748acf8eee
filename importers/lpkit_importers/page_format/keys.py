"""Which option is right: what is ticked, what a label says, what a key elsewhere says, where an arrow leads."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lpkit_importers.page_format.words import folded

_ARROW = re.compile(r"(?:->|→|=>|⇒)\s*+([^→⇒>]+)$")
_NAME = re.compile(
    r"[(*_]{0,3}(?:option\s+)?([A-H]|\d{1,2}(?![\d%]))[)*_]{0,3}(?:[.):,](?!\d)|\s*[-–—](?!\d)|(?=\s+(?:because|since)\b)|(?=\s*\()|$)"
    r"[*_]{0,2}\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The letter or number of an option, and what stands behind it."""
_MORE = re.compile(
    r"(?:and|or|&|/|[-–—]|\s)*[(*_]{0,3}(?:[A-H]|\d{1,2})\b(?!['’])(?:[)*_.,:&/]|\s+(?:and|or)\b|\s*$)", re.IGNORECASE
)
"""What names one more option."""


@dataclass(slots=True)
class Evidence:
    """What a page says of the key: places of options that are ticked, texts behind a label, a letter elsewhere.

    `marks` are what a reader calls the options by: `letters`, `numbers`, or neither.
    """

    ticked: list[int]
    said: list[str]
    letter: str
    marks: str = ""


def key_of(options: Sequence[str], evidence: Evidence, explained: Sequence[str]) -> tuple[int | None, str]:
    """Give the place of the key where all that the page says leads to the same option, else why there is none.

    `explained` are texts of the solution: an arrow in one leads to an option where just its text stands behind it.
    """
    same = _telling(options)
    places = {same(option): at for at, option in enumerate(options) if same(option)}
    if len(places) < len(options):
        return None, "two options have the same words: a TODO stands for the key"
    found = set(evidence.ticked)
    unread = [text for text in evidence.said if place_of(text, options, evidence.marks) is None]
    if unread:
        return None, f"the answer is none of the options: {unread[0]}"
    found |= {at for text in evidence.said if (at := place_of(text, options, evidence.marks)) is not None}
    if evidence.letter and evidence.marks == "numbers":
        return None, f"the answer key names a letter, and the options are numbered: {evidence.letter}"
    if evidence.letter:
        at = ord(evidence.letter) - ord("A")
        found |= {at} if at < len(options) else set()
    for text in explained:
        arrow = _ARROW.search(text)
        led = places.get(same(arrow[1])) if arrow else None
        found |= {led} if led is not None else set()
    if len(found) > 1:
        named = " and ".join(options[at] for at in sorted(found))
        return None, f"the page leads to more than one key: {named}"
    return (found.pop(), "") if found else (None, "")


def place_of(text: str, options: Sequence[str], marks: str) -> int | None:
    """Give the place of the option that a text behind a label names: by its words, or by its letter or number.

    None where it names none, more than one, or one by its words and another by its name.
    """
    same = _telling(options)
    places = {same(option): at for at, option in enumerate(options)}
    by_words = places.get(same(text))
    found = _NAME.match(text.strip())
    at = _named(found[1], marks) if found else None
    if by_words is not None:
        # Where options have names, words that are the name of another option may mean either.
        return by_words if not (marks and found and not found[2] and at is not None and at != by_words) else None
    if at is None or at >= len(options) or found is None:
        return None
    if _MORE.match(found[2]) and places.get(same(found[2])) != at:
        return None
    return at if places.get(same(found[2]), at) == at else None


def _telling(options: Sequence[str]) -> Callable[[str], str]:
    """Give what options are told apart by: their words, or their signs too where those alone differ, as in code."""
    return folded if len({*map(folded, options)}) == len(options) else str.strip


def _named(name: str, marks: str) -> int | None:
    """Give the place that a letter or number names among options of such marks; those without any have letters."""
    if name.isdecimal():
        return int(name) - 1 if marks == "numbers" and int(name) else None
    return ord(name.upper()) - ord("A") if marks != "numbers" else None


def reason_of(text: str, options: Sequence[str]) -> str:
    """Give what stands behind the letter or number of an option, where it is more than the words of that option."""
    found = _NAME.match(text.strip())
    if not found or folded(text) in map(folded, options) or folded(found[2]) in map(folded, options):
        return ""
    said = found[2].strip()
    return said[1:-1].strip() if said.startswith("(") and said.endswith(")") and said.count("(") == 1 else said
