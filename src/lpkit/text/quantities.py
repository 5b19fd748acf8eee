"""Options that are numbers: reading them, comparing their form, and telling whether they stand in order."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages import Language
from lpkit.text.languages.parts import PLAIN_NUMBERS, NumberWords


class Quantity(NamedTuple):
    """A number or a range, and the words around it with a mark in its place."""

    low: float
    high: float
    template: str


_CONVERTED = pattern(r"\s\((?=[^()]*\d)[^()]{1,20}\)$")
"""The same in another unit: `100 °C (212 °F)`."""
_MAX_LENGTH = 48
"""Longer options are sentences that hold a number."""


def quantities(options: Sequence[str], language: Language) -> list[Quantity] | None:
    """Read options as numbers of one form; None where one is no number or the forms differ."""
    known = _numbers(language)
    found: list[Quantity] = []
    for option in options:
        quantity = read_quantity(option, known) if len(option) <= _MAX_LENGTH else None
        if quantity is None or (found and quantity.template != found[0].template):
            return None
        found.append(quantity)
    return found


@lru_cache(maxsize=4096)
def read_quantity(text: str, known: NumberWords) -> Quantity | None:
    """Read `$1,200`, `3/4`, `12%`, `5-10 days`, `two weeks`, `1.5 million`; None for what is no such thing."""
    text = _CONVERTED.sub("", text.strip().rstrip(".").lower())
    if named := known.named.get(text):
        return Quantity(named[0], *named)
    if ":" in text and (clock := known.clock.fullmatch(text)):
        return _time(clock)
    if word := known.numeral.match(text):
        text = str(known.numerals.index(word.group())) + text[word.end() :]
    numbers = list(known.number.finditer(text))
    if not numbers or len(numbers) > 2:
        return None
    first, last = numbers[0], numbers[-1]
    before, after = text[: first.start()].strip(), text[last.end() :].strip()
    if first is not last:
        joint = _joint(text, first, last).strip().removeprefix(after)
        # "1 and 3" are two numbers; only "between 1 and 3" is a range.
        both, range_of = known.listing
        if not known.between.fullmatch(joint) or (joint.strip() == both and not before.endswith(range_of)):
            return None
    template = f"{before} {'#' if first is last else '#-#'} {_one(after, known)}"
    if known.expression.search(template):
        return None
    scale = last["scale"] or ""
    low = _value(first, first["scale"] or scale, known, signed=True)
    high = low if first is last else _value(last, scale, known, signed=False)
    return Quantity(low, high, template) if high >= low else None


def _time(clock: re.Match[str]) -> Quantity:
    """Give the minutes since midnight."""
    half = (clock["half"] or "")[:1]
    minutes = int(clock["hours"]) % (12 if half else 24) * 60 + int(clock["minutes"]) + (720 if half == "p" else 0)
    return Quantity(minutes, minutes, "clock" + half.replace("p", "a"))


def in_digits(text: str, language: Language) -> str:
    """Give a text with its numerals from two to twelve in digits; `one` is mostly no number."""
    known = _numbers(language)
    return known.several.sub(lambda match: str(known.numerals.index(match.group().lower())), text)


def _numbers(language: Language) -> NumberWords:
    return language.get(NumberWords) or PLAIN_NUMBERS


def _one(unit: str, known: NumberWords) -> str:
    """Give a unit without the ending that it takes with more than one."""
    ending = next(filter(unit.endswith, known.plurals), "")
    return unit.removesuffix(ending)


def _joint(text: str, first: re.Match[str], last: re.Match[str]) -> str:
    """Give what stands between two numbers; a hyphen there parts them and is no sign."""
    return text[first.end() : last.start() + len(last["sign"])]


def _value(number: re.Match[str], scale: str, known: NumberWords, signed: bool) -> float:
    whole = number["whole"]
    for mark in known.groups if not whole.isdigit() else "":
        whole = whole.replace(mark, "")
    digits = whole + (number["part"] or "").replace(known.point, ".")
    value = float(digits or 0) / (float(number["under"] or 1) or 1.0) * known.scales.get(scale.strip(), 1.0)
    return -value if signed and number["sign"] else value


def ordered(found: Sequence[Quantity]) -> bool:
    """Tell whether numbers rise or fall from first to last."""
    values = [(quantity.low, quantity.high) for quantity in found]
    rising = all(left <= right for left, right in pairwise(values))
    return rising or all(left >= right for left, right in pairwise(values))


def rising(options: Sequence[str], language: Language) -> bool:
    """Tell whether options are numbers that rise: front ends keep their order, and shuffle all others."""
    found = quantities(options, language)
    return found is not None and ordered(found) and found[0].low <= found[-1].low
