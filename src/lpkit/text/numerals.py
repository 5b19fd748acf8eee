"""Numbers of a text, in digits, words, shares or multiples: what each says without its unit."""

import math
import re

from lpkit.text.counting import is_measure
from lpkit.text.languages.parts import FigureWords

Read = tuple[float, float, int, str]
"""The least and the most that a number says, where it ends, and how it is written."""

ROOM_BEFORE = 22
"""Characters in which what limits a figure, or makes a name of it, stands before it."""


def read_number(text: str, lower: str, match: re.Match[str], known: FigureWords) -> Read | None:
    """Give the least and the most that the number itself says, where it ends, and how it is written."""
    if known.numbered.search(lower, max(match.start() - ROOM_BEFORE, 0), match.start()):
        return None
    if match["digits"]:
        return _in_digits(lower, match, known) if is_measure(text, match, known.evidence) else None
    if known.no_figure_after.match(lower, match.end()):
        return None
    if match["share"] or match["multiple"]:
        if known.no_figure_before.search(lower, max(match.start() - ROOM_BEFORE, 0), match.start()):
            return None
        value = known.shares.get(match["share"]) if match["share"] else known.multiples[match["multiple"]]
        if value is None:
            return None
        return value, value, match.end(), "share" if match["share"] else "multiple"
    if match["vague"]:
        return (*known.vague[match["vague"]], match.end(), "vague")
    value = spoken(match["words"], known)
    return _ranged(lower, match, value, match.end(), known, "words")


def _in_digits(lower: str, match: re.Match[str], known: FigureWords) -> Read | None:
    least, most = read_digits(match["digits"], known)
    end, scale = match.end(), known.scales.get(match["suffix"], 1.0)
    if match["suffix"] and match["suffix"] not in known.scales and match["suffix"] not in known.units:
        return None
    if least != most:
        return least * scale, most * scale, end, "range"
    return _ranged(lower, match, least * scale, end, known, "digits")


def read_digits(digits: str, known: FigureWords) -> tuple[float, float]:
    """Read a number in digits; one that may be grouped or a decimal (1.960) is an interval from one to the other."""
    group = "," if known.point == "." else "."
    head, _, rest = digits.partition(known.point)
    whole = float(head.replace(group, "") or 0)
    if not rest or known.point in rest:
        return (whole, whole) if not rest else (0.0, math.inf)
    value = float(f"{head.replace(group, '')}.{rest}")
    return (value, whole * 1000 + int(rest)) if len(rest) == 3 and 0 < whole < 1000 else (value, value)


def spoken(words: str, known: FigureWords) -> float:
    """Read a number in words (twelve hundred, two hundred and fifty, half a dozen)."""
    if words in known.numerals:
        return known.numerals[words]
    total = now = 0.0
    for word in words.replace("-", " ").split():
        scale = known.scales.get(word)
        if scale is None:
            now += known.numerals.get(word, 0.0)
        elif scale >= 1000:
            total, now = total + max(now, 1.0) * scale, 0.0
        else:
            now = max(now, 1.0) * scale
    return total + now


def _ranged(lower: str, match: re.Match[str], value: float, end: int, known: FigureWords, written: str) -> Read:
    """Take in a scale (3 thousand) and the other end of a range."""
    scaled = known.scale.match(lower, end)
    if scaled:
        value, end = value * known.scales[scaled["scale"]], scaled.end()
    start = match.start()
    upper = known.upper.match(lower, end)
    both = None if upper else known.both.match(lower, end)
    if both and known.range_before.search(lower, max(start - ROOM_BEFORE, 0), start):
        upper = both
    if upper is None:
        return value, value, end, written
    high = read_digits(upper["digits"], known)[0] if upper["digits"] else spoken(upper["words"], known)
    shared = None if scaled else known.scale.match(lower, upper.end())
    scale = known.scales[shared["scale"]] if shared else 1.0
    if not both and known.separate_before.search(lower, max(start - ROOM_BEFORE, 0), start):
        return value * scale, value * scale, end, written
    if high * scale <= value * scale:
        return value, value, end, written
    return value * scale, high * scale, shared.end() if shared else upper.end(), "range"
