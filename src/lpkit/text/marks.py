"""What single signs, capitals and ends of words show, by the names that readers have for it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lpkit.pattern import pattern
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Habits

_KNOWN = {
    ",": "a comma",
    **dict.fromkeys(":;", "a colon or semicolon"),
    **dict.fromkeys("–—", "a dash"),
    **dict.fromkeys("()[]", "brackets"),
    **dict.fromkeys('"“”„«»', "quotation marks"),
    **dict.fromkeys("%€£", "a percentage or a price"),
    "?": "a question mark",
}
"""Signs for which there is a habit (`lpkit.text.habits`), with its title."""
_HABITS = frozenset(_KNOWN.values())
_JOINING = frozenset(".…-_")
"""Signs that are named by where they stand, or that readers take for a part of the word."""
_SIGN = pattern(r"[^\w\s]")
_FIGURE = "a number with a point or comma inside"
_DOTS = "dots"
_STOP = "a full stop at the end"
_SHAPES = {
    "a capital at the start": pattern(r"^\W*[A-ZÀ-ÖØ-Þ]"),
    "a capital in every word": pattern(r"^[^\w\s]*[A-Z]\S*(?:\s+[^\w\s]*[A-Z]\S*)+\s*$"),
    "a word in capitals": pattern(r"\b[A-ZÀ-ÖØ-Þ]{2,}\b"),
    "an underscore": pattern("_"),
    "a word twice in a row": pattern(r"\b(\w{2,}) \1\b", re.IGNORECASE),
    _FIGURE: pattern(r"\d[.,]\d"),
    _DOTS: pattern(r"\.\.|…"),
}
_STEM = 3
"""Letters that stand before an ending at least: `sing`, `red`, `fly` and `is` have none."""


def marks_of(text: str, tokens: Sequence[str], language: Language) -> frozenset[str]:
    """Give what a text has for which there is no habit: other signs, capitals, and words that end alike."""
    endings = _endings(language)
    found = {title for title, shape in _SHAPES.items() if shape.search(text)}
    found |= {title for title in map(_sign, set(_SIGN.findall(text))) if title not in _HABITS}
    found |= {_ending(_end(token, endings)) for token in tokens if token.endswith(endings)}
    return frozenset(found - {""})


def run_title(run: str, language: Language) -> str:
    """Give what a run of characters shows, a blank standing for the end of a word; nothing for a part of a word."""
    shape = next((title for title in (_FIGURE, _DOTS) if _SHAPES[title].search(run)), "")
    if shape or run.endswith(". "):
        return shape or _STOP
    titles = {title for title in map(_sign, _SIGN.findall(run)) if title}
    if titles:
        return titles.pop() if len(titles) == 1 else ""
    return _ending(next((end for end in _endings(language) if run.endswith(f"{end} ")), ""))


def parts_title(runs: Iterable[str], most: int = 3) -> str:
    """Name runs that are parts of words, those that say most first; one inside of another is named once."""
    shown: list[str] = []
    for run in map(str.strip, runs):
        if len(run) > 1 and not any(run in other or other in run for other in shown):
            shown.append(run)
        if len(shown) == most:
            break
    quoted = (f'"{run}"' for run in shown)
    return f"parts of words, such as {', '.join(quoted)}"


@lru_cache(maxsize=1024)
def _sign(sign: str) -> str:
    """Give what readers call a sign; nothing where it is none of its own."""
    kind = unicodedata.category(sign)
    if sign in _JOINING or kind in {"Mn", "Mc", "Cf"} or (kind == "Sk" and not sign.isascii()):
        return ""
    if kind == "So" and ord(sign) >= 0x2190:
        return "an emoji"
    return _KNOWN.get(sign) or f'the sign "{sign}"'


def _endings(language: Language) -> tuple[str, ...]:
    known = language.get(Habits)
    return known.endings if known else ()


def _end(word: str, endings: Sequence[str]) -> str:
    return next((end for end in endings if word.endswith(end) and len(word) >= len(end) + _STEM), "")


def _ending(end: str) -> str:
    return f'a word that ends in "-{end}"' if end else ""
