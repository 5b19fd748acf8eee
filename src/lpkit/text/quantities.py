"""Options that are numbers: reading them, comparing their form, and telling whether they stand in order."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lpkit.pattern import pattern


class Quantity(NamedTuple):
    """A number or a range, and the words around it with a mark in its place."""

    low: float
    high: float
    template: str


_MAX_LENGTH = 48
"""Longer options are sentences that hold a number."""

_NUMBER = pattern(
    r"(?<![\w.,])(?P<sign>[-−–]?)(?=\.?\d)(?P<whole>\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d*)(?P<part>\.\d+)?"
    r"(?:/(?P<under>\d+))?(?P<scale>\s?(?:k|thousand|million|billion|trillion)\b)?",
)
_BETWEEN = pattern(r"\s*(?:[-–—]|to|and)\s*[$€£]?\s*")
_EXPRESSION = pattern(r"[=*^()\[\]{}|\\√π∞±<>:;+]|\b[nxyzi]\b|/\s*#|#\s*/|\d|# -(?!year|day|hour|week|month)")
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = pattern(rf"(?:{'|'.join(_WORDS)})\b")
_NUMERAL = pattern(rf"\b(?:{'|'.join(_WORDS[2:])})\b", re.IGNORECASE)
_SERIES = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
first second third fourth fifth sixth seventh eighth ninth tenth
"""
_NAMED = {
    name: Quantity(at, at, series[:6]) for series in _SERIES.splitlines() for at, name in enumerate(series.split())
}
"""Names that have an order of their own, where an option is nothing else."""
_CLOCK = pattern(r"(?P<hours>\d{1,2})[:.](?P<minutes>[0-5]\d)\s?(?P<half>[ap]\.?m)?")
_SCALES = {"k": 1e3, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def quantities(options: Sequence[str]) -> list[Quantity] | None:
    """Read options as numbers of one form; None where one is no number or the forms differ."""
    found: list[Quantity] = []
    for option in options:
        quantity = read_quantity(option) if len(option) <= _MAX_LENGTH else None
        if quantity is None or (found and quantity.template != found[0].template):
            return None
        found.append(quantity)
    return found


@lru_cache(maxsize=4096)
def read_quantity(text: str) -> Quantity | None:
    """Read `$1,200`, `3/4`, `12%`, `5-10 days`, `two weeks`, `1.5 million`; None for what is no such thing."""
    text = text.strip().rstrip(".").lower()
    if named := _NAMED.get(text):
        return named
    if ":" in text and (clock := _CLOCK.fullmatch(text)):
        return _time(clock)
    if word := _WORD.match(text):
        text = str(_WORDS.index(word.group())) + text[word.end() :]
    numbers = list(_NUMBER.finditer(text))
    if not numbers or len(numbers) > 2:
        return None
    first, last = numbers[0], numbers[-1]
    before, after = text[: first.start()].strip(), text[last.end() :].strip()
    if first is not last:
        joint = _joint(text, first, last).strip().removeprefix(after)
        # "1 and 3" are two numbers; only "between 1 and 3" is a range.
        if not _BETWEEN.fullmatch(joint) or (joint.strip() == "and" and not before.endswith("between")):
            return None
    template = f"{before} {'#' if first is last else '#-#'} {after.removesuffix('s')}"
    if _EXPRESSION.search(template):
        return None
    scale = last["scale"] or ""
    low = _value(first, first["scale"] or scale, signed=True)
    high = low if first is last else _value(last, scale, signed=False)
    return Quantity(low, high, template) if high >= low else None


def _time(clock: re.Match[str]) -> Quantity:
    """Give the minutes since midnight."""
    half = (clock["half"] or "")[:1]
    minutes = int(clock["hours"]) % (12 if half else 24) * 60 + int(clock["minutes"]) + (720 if half == "p" else 0)
    return Quantity(minutes, minutes, "clock" + half.replace("p", "a"))


def in_digits(text: str) -> str:
    """Give a text with its numerals from two to twelve in digits; `one` is mostly no number."""
    return _NUMERAL.sub(lambda match: str(_WORDS.index(match.group().lower())), text)


def _joint(text: str, first: re.Match[str], last: re.Match[str]) -> str:
    """Give what stands between two numbers; a hyphen there parts them and is no sign."""
    return text[first.end() : last.start() + len(last["sign"])]


def _value(number: re.Match[str], scale: str, signed: bool) -> float:
    digits = re.sub(r"[,\u00a0\u202f]", "", number["whole"]) + (number["part"] or "")
    value = float(digits or 0) / (float(number["under"] or 1) or 1.0) * _SCALES.get(scale.strip(), 1.0)
    return -value if signed and number["sign"] else value


def ordered(found: Sequence[Quantity]) -> bool:
    """Tell whether numbers rise or fall from first to last."""
    values = [(quantity.low, quantity.high) for quantity in found]
    rising = all(left <= right for left, right in pairwise(values))
    return rising or all(left >= right for left, right in pairwise(values))


def rising(options: Sequence[str]) -> bool:
    """Tell whether options are numbers that rise: front ends keep their order, and shuffle all others."""
    found = quantities(options)
    return found is not None and ordered(found) and found[0].low <= found[-1].low
