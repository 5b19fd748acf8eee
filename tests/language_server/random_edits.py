"""Random edits, as somebody makes them who types, deletes, moves and pastes: a sequence of texts from a seed."""

import random
import re
from collections.abc import Iterator

WORDS = (
    "19",
    "20",
    "b",
    "hire",
    "strong-hire",
    "ownership",
    "no",
    '"',
    ": ",
    "- ",
    "\n",
    "  ",
    "#",
    "😀",
    "…",
    "[",
    "{",
)
SPOKEN = ("never", "no", "I", "manager asked", "twelve", "19 of 20", "Hire at 71", "nobody", "in March", "candidate B")
_BETWEEN = re.compile(r"(?<=[a-z,.]) (?=[a-zA-Z0-9])")


def edits(text: str, seed: int, count: int) -> Iterator[str]:
    """Give the text after each of so many edits; now and then all is undone.

    Until then either anything is done to it, which soon leaves it broken, or words come and go in what it says: most of
    what was known of it before still holds.
    """
    draw = random.Random(seed)
    now, spoken = text, True
    for _ in range(count):
        if draw.random() < 0.15:
            now, spoken = text, draw.random() < 0.5
        else:
            now = _spoken(now, draw) if spoken else _edited(now, draw)
        yield now


def _spoken(text: str, draw: random.Random) -> str:
    """Put a word between two, or take one away."""
    places = [match.start() for match in _BETWEEN.finditer(text)]
    place = draw.choice(places or [0])
    if draw.random() < 0.6:
        return f"{text[:place]} {draw.choice(SPOKEN)}{text[place:]}"
    return text[:place] + re.sub(r"^ [a-z]+(?= [a-z])", "", text[place:])


def _edited(text: str, draw: random.Random) -> str:
    place = draw.randrange(len(text) + 1)
    match draw.choice(("type", "delete", "line", "twice", "swap", "number")):
        case "type":
            return text[:place] + draw.choice(WORDS) + text[place:]
        case "delete":
            return text[:place] + text[place + draw.randint(1, 12) :]
        case "number":
            return text.replace(str(draw.randint(1, 99)), str(draw.randint(0, 99)), 1)
        case kind:
            lines = text.splitlines(keepends=True) or [""]
            first, second = draw.randrange(len(lines)), draw.randrange(len(lines))
            if kind == "line":
                del lines[first]
            elif kind == "twice":
                lines.insert(second, lines[first])
            else:
                lines[first], lines[second] = lines[second], lines[first]
            return "".join(lines)
