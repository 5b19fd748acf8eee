"""The part on numbers: how a language writes them, and names them."""

from collections.abc import Collection, Mapping, Sequence
from re import IGNORECASE, Pattern
from typing import NamedTuple

from lpkit.pattern import pattern

_NOTHING = "(?!)"
_THIN = "\u00a0\u202f"


class NumberWords(NamedTuple):
    """How numbers are written and named; made by `number_words`. Texts are in lower case."""

    numerals: Sequence[str]
    """The names of 0, 1, 2 and so on."""
    numeral: Pattern[str]
    """One of these at the start of a text."""
    several: Pattern[str]
    """One of these from 2 on, in any case: `one` is mostly no number."""
    named: Mapping[str, tuple[int, str]]
    """Names that have an order of their own (months, days), each with its place and the series that it is from."""
    number: Pattern[str]
    """A number in digits: groups `sign`, `whole`, `part`, `under` and `scale`."""
    groups: str
    """Marks between groups of three digits."""
    point: str
    """The mark before decimals."""
    scales: Mapping[str, float]
    """What stands behind digits and multiplies them."""
    between: Pattern[str]
    """What joins the ends of a range."""
    listing: tuple[str, str]
    """The word for `and`, and the one before two numbers that makes a range of them."""
    expression: Pattern[str]
    """What makes of numbers a formula; `#` stands for a number."""
    clock: Pattern[str]
    """A time of day: groups `hours`, `minutes` and `half`, the first letter of which is a or p."""
    plurals: Sequence[str]
    """Endings that a unit takes with more than one; the first that fits is left out."""
    units: Mapping[str, tuple[str, float]]
    """Units that are words, as one of each is called: what they measure, and how much of it."""
    names: Pattern[str] | None
    """What a stem says that asks for a number that is a name: a room, a telephone, a flight."""


# What was read is remembered by text and part, and a language has one such part.
NumberWords.__hash__ = object.__hash__  # type: ignore[method-assign]


def number_words(
    numerals: str = "",
    series: Collection[str] = (),
    scales: Mapping[str, float] | None = None,
    marks: tuple[str, str] = (",", "."),
    joints: Sequence[str] = (),
    listing: tuple[str, str] = ("", ""),
    hyphened: Collection[str] = (),
    clock: str = "",
    plurals: Sequence[str] = (),
    units: Mapping[str, tuple[str, float]] | None = None,
    names: str = "",
) -> NumberWords:
    """Make the part of a language's words: `marks` between groups of digits and before decimals, `joints` in ranges.

    `series` are names in their order, `hyphened` the units that may follow a number and a hyphen, `clock` what may
    stand behind a time of day. `units` and `names` are as the part has them.
    """
    numbers = numerals.split()
    factors = {"k": 1e3, **(scales or {})}
    group, point = (f"\\{mark}" for mark in marks)
    return NumberWords(
        tuple(numbers),
        pattern(rf"(?:{'|'.join(numbers) or _NOTHING})\b"),
        pattern(rf"\b(?:{'|'.join(numbers[2:]) or _NOTHING})\b", IGNORECASE),
        {name: (at, entry[:6]) for entry in series for at, name in enumerate(entry.split())},
        pattern(
            rf"(?<![\w.,])(?P<sign>[-−–]?)(?={point}?\d)(?P<whole>\d{{1,3}}(?:[{group}{_THIN}]\d{{3}})+|\d*)"
            rf"(?P<part>{point}\d+)?(?:/(?P<under>\d+))?(?P<scale>\s?(?:{'|'.join(factors)})\b)?"
        ),
        marks[0] + _THIN,
        marks[1],
        factors,
        pattern(rf"\s*(?:{'|'.join(('[-–—]', *joints))})\s*[$€£]?\s*"),
        listing,
        pattern(
            r"[=*^()\[\]{}|\\√π∞±<>:;+]|\b[nxyzi]\b|/\s*#|#\s*/|\d"
            rf"|# -(?!{'|'.join(hyphened) or _NOTHING})"
        ),
        pattern(rf"(?P<hours>\d{{1,2}})[:.](?P<minutes>[0-5]\d){clock}\s?(?P<half>[ap]\.?m)?"),
        tuple(plurals),
        dict(units or {}),
        pattern(names, IGNORECASE) if names else None,
    )


PLAIN_NUMBERS = number_words(plurals=("s",))
"""Digits with a decimal point, for languages of which nothing is known."""
