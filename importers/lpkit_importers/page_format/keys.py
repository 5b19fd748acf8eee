"""Which option is right: what is ticked, what a label says, what a key elsewhere says, where an arrow leads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lpkit_importers.page_format.words import folded

_ARROW = re.compile(r"(?:->|→|=>|⇒)\s*+([^→⇒>]+)$")
_LETTER = re.compile(r"\(?(?:option\s+)?([A-H])\)?(?:[.):,]|\s*[-–—]|$)\s*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class Evidence:
    """What a page says of the key: places of options that are ticked, texts behind a label, a letter elsewhere."""

    ticked: list[int]
    said: list[str]
    letter: str


def key_of(options: Sequence[str], evidence: Evidence, explained: Sequence[str]) -> tuple[int | None, str]:
    """Give the place of the key where all that the page says leads to the same option, else why there is none.

    `explained` are texts of the solution: an arrow in one leads to an option where just its text stands behind it.
    """
    places = {folded(option): at for at, option in enumerate(options) if folded(option)}
    if len(places) < len(options):
        return None, "two options have the same words: a TODO stands for the key"
    found = set(evidence.ticked)
    unread = []
    for text in evidence.said:
        at = _place(text, places, len(options))
        found |= {at} if at is not None else set()
        unread += [text] if at is None else []
    if evidence.letter:
        at = ord(evidence.letter) - ord("A")
        found |= {at} if at < len(options) else set()
    for text in explained:
        arrow = _ARROW.search(text)
        at = places.get(folded(arrow[1])) if arrow else None
        found |= {at} if at is not None else set()
    if unread:
        return None, f"the answer is none of the options: {unread[0]}"
    if len(found) > 1:
        named = " and ".join(options[at] for at in sorted(found))
        return None, f"the page leads to more than one key: {named}"
    return (found.pop(), "") if found else (None, "")


def _place(text: str, places: dict[str, int], many: int) -> int | None:
    """Give the place of the option that a text behind a label names: by its words, or by its letter."""
    if (at := places.get(folded(text))) is not None:
        return at
    found = _LETTER.match(text.strip())
    if not found:
        return None
    at = ord(found[1].upper()) - ord("A")
    other = places.get(folded(found[2])) if found[2] else at
    return at if at < many and other in {at, None} else None
