"""Random edits, as somebody makes them who types, deletes, moves and pastes: a sequence of texts from a seed."""

import random
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


def edits(text: str, seed: int, count: int) -> Iterator[str]:
    """Give the text after each of so many edits; now and then all is undone."""
    draw = random.Random(seed)
    now = text
    for _ in range(count):
        now = text if draw.random() < 0.15 else _edited(now, draw)
        yield now


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
