"""Letters, numbers and ticks that authors write into lists, as on paper: `A) … B) …`, or a tick at the right option."""

import re
from collections.abc import Sequence

from lpkit.pattern import pattern

_PLACED = pattern(r"(?<!\S)\(?(?P<place>[A-Ha-h]|\d{1,2})[.)]\s+(?=\S)")
_TICKS = "✓✔✅☑"
_TICKED = pattern(
    rf"(?:\[[xX✓]\]|[{_TICKS}]\ufe0f?)\s*(?=\S)|(?<=\S)\s*(?:[{_TICKS}]\ufe0f?|[(\[](?:correct|right|richtig|x|✓)[)\]])\Z",
    re.IGNORECASE,
)
_SIGNS = pattern(rf"[\[({_TICKS}]")
"""One of these is in every tick, and in few options."""
_STARRED = pattern(r"\*{1,2}(?=[^\s*])")
_LONGEST = 300
"""Characters of an option at which a tick is looked for."""


def between_labels(text: str) -> list[str]:
    """Give the entries of a list that is written as one text, each behind its letter or number.

    Gives nothing where the text does not begin with the first of at least two.
    """
    begins: list[re.Match[str]] = []
    for match in _PLACED.finditer(text):
        if match["place"] in _next(begins):
            begins.append(match)
    if len(begins) < 2 or text[: begins[0].start()].strip():
        return []
    ends = [*(match.start() for match in begins[1:]), len(text)]
    parts = [text[match.end() : end].strip(" \n,;") for match, end in zip(begins, ends, strict=True)]
    return parts if all(parts) else []


def _next(begins: Sequence[re.Match[str]]) -> set[str]:
    """Give what may be the next letter or number."""
    if not begins:
        return {"a", "A", "1"}
    last = begins[-1]["place"]
    return {str(int(last) + 1) if last.isdigit() else chr(ord(last) + 1)}


def ticked(options: Sequence[str], stars: bool = False) -> tuple[int, str] | None:
    """Give the number of the one option that bears a tick, and its text without it; `stars` count too where wanted."""
    if not stars and not _SIGNS.search("\n".join(options)):
        return None
    short = {number: text.strip() for number, text in enumerate(options) if len(text) <= _LONGEST}
    bare = {number: _TICKED.sub("", text, count=1) for number, text in short.items() if _bears(text)}
    if stars and not bare:
        bare = {number: text.strip("*") for number, text in short.items() if _STARRED.match(text)}
    found = [(number, text) for number, text in bare.items() if text]
    return found[0] if len(found) == 1 and len(options) > 1 else None


def _bears(text: str) -> bool:
    return any(match.start() == 0 or match.end() == len(text) for match in _TICKED.finditer(text))
