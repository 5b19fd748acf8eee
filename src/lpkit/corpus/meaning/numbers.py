"""Numbers as authors write them: of how many, in per cent, with a unit, in words."""

import math
import re
import unicodedata
from typing import NamedTuple

from lpkit.corpus.meaning.case import Case, Meant
from lpkit.diagnostic import Edit, Fix
from lpkit.editing.restating import node_at, restated
from lpkit.pattern import pattern

_MARKS = "\"'“”„‘’‚«»` \n"
_LONGEST = 60
_PLAIN = pattern(r"[=+]?\s*(\d{1,6})(?:[.,]0{1,2})?")
_PART = pattern(r"(\d{1,6})\s*(?:/|of|out of|von|sur|de)\s*(\d{1,6})(?:\s*(?:points?|pts?)\.?)?", re.IGNORECASE)
_SHARE = pattern(r"(\d{1,3})\s*(?:%|per ?cent)", re.IGNORECASE)
_MISREAD = pattern(r"\d[\dOoIl]{0,5}(?<![\d ])|[OoIl]\d{1,5}")
"""A number in which a letter stands for the digit that looks like it."""
_EQUATION = pattern(r"([A-Za-z_][\w-]*)\s*=\s*(\d{1,6})")
_DIGITS = str.maketrans("OoIl", "0011")
_UNIT = pattern(r"(\d{1,6})\s*([a-z]{1,12})\.?", re.IGNORECASE)
_WATCH = pattern(r"(\d{1,3}):00")
_CLOCK = pattern(r"(\d{1,3})[:.,](\d{1,2})(?:\s*(?:min|minutes|minuten)\.?)?", re.IGNORECASE)
_LEAST = pattern(r"(?:(?:>=|=>|≥|at least|mindestens|ab)\s*(\d{1,6})|(\d{1,6})\s*\+)", re.IGNORECASE)
_OVER = pattern(r"(?:>|over|above|more than|über)\s*(\d{1,6})", re.IGNORECASE)
_ABOUT = pattern(r"(?:~|≈|about|around|ca\.?|approx\.?|etwa)\s*(\d{1,6})", re.IGNORECASE)
_SUM = pattern(r"\d{1,4}(?:\s*\+\s*\d{1,4})+(?:\s*=\s*\d{1,5})?")
_RANGE = pattern(r"(\d{1,6})\s*(?:-|–|—|to|bis|\.\.\.?|…)\s*(\d{1,6})", re.IGNORECASE)
_VERSION = pattern(r"v(?:ersion)?\.?\s*(\d{1,3})(?:\.0+)*", re.IGNORECASE)
_POINTS = frozenset(("p", "pt", "pts", "pkt", "point", "points", "punkt", "punkte", "punkten"))
_MINUTES = frozenset(("m", "min", "mins", "mn", "minute", "minutes", "minuten", "minutos"))
_SECONDS = frozenset(("s", "sec", "secs", "second", "seconds", "sekunden"))
_HOURS = frozenset(("h", "hr", "hrs", "hour", "hours", "stunde", "stunden"))
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Amount(NamedTuple):
    """A number that was read; `scale` is the number that it is a part of, 0 where none is named."""

    number: int
    certain: bool = True
    scale: int = 0
    note: str = ""


def number_of(text: str, key: str) -> Amount | None:
    """Read a number that stands behind a key; None where it is none, or not a whole one."""
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", text.replace("\u200b", "")).strip(_MARKS)
    if _MISREAD.fullmatch(plain):
        return Amount(int(plain.translate(_DIGITS)), certain=False)
    if match := _PLAIN.fullmatch(plain):
        return Amount(int(match[1]))
    if match := _PART.fullmatch(plain):
        return Amount(int(match[1]), scale=int(match[2]))
    if match := _SHARE.fullmatch(plain):
        return Amount(int(match[1]), scale=100)
    if _SUM.fullmatch(plain):
        written, _, result = plain.partition("=")
        total = sum(int(term) for term in re.findall(r"\d+", written))
        return Amount(total, certain=not result or int(result) == total)
    if match := _LEAST.fullmatch(plain):
        return Amount(int(match[1] or match[2]), certain=key != "above")
    if match := _OVER.fullmatch(plain):
        return Amount(int(match[1]), certain=key == "above")
    if match := _ABOUT.fullmatch(plain):
        return Amount(int(match[1]), certain=False)
    return _by_key(plain, key) or _in_words(plain)


def _by_key(plain: str, key: str) -> Amount | None:
    if key == "format" and (match := _VERSION.fullmatch(plain)):
        return Amount(int(match[1]))
    if key == "minutes" and (match := _WATCH.fullmatch(plain)):
        return Amount(int(match[1]))
    if key == "from" and (match := _RANGE.fullmatch(plain)):
        return Amount(int(match[1]), note="; the band ends where the next one begins")
    match = _UNIT.fullmatch(plain)
    return _with_unit(int(match[1]), match[2].casefold(), key) if match else None


def _with_unit(number: int, unit: str, key: str) -> Amount | None:
    """Read a number with a unit: another unit than that of the key is no such number, an unknown word may be one."""
    if key != "minutes":
        return None if unit in _SECONDS | _HOURS | _MINUTES else Amount(number, certain=unit in _POINTS)
    if unit in _SECONDS:
        return Amount(number // 60) if number and number % 60 == 0 else None
    if unit in _HOURS:
        return Amount(number * 60)
    return Amount(number) if unit in _MINUTES else None


def _in_words(plain: str) -> Amount | None:
    head, _, tail = plain.casefold().replace(" ", "-").partition("-")
    if head in _WORDS and not tail:
        return Amount(_WORDS.index(head))
    if head in _TENS and (not tail or tail in _WORDS[1:10]):
        return Amount(20 + 10 * _TENS.index(head) + (_WORDS.index(tail) if tail else 0))
    return None


def number_meant(case: Case) -> Meant | None:
    """Give the number that is meant where a whole one is expected."""
    if isinstance(case.value, list) and len(case.value) == 1:
        return None
    if case.value is None and (meant := _within_key(case)):
        return meant
    text = case.value if isinstance(case.value, str) else case.source.written(case.at)
    if isinstance(case.value, float):
        return _decimal(case, case.value)
    amount = number_of(text, case.key) if text else None
    if amount is None:
        return _not_read(case, text or "")
    return _scaled(case, amount, case.names.scale(case.at) if isinstance(case.value, str) else None)


def _within_key(case: Case) -> Meant | None:
    """Read a key in braces that holds its number, behind an equals sign, or is what a decimal comma cut off."""
    node, key = node_at(case.source, case.at), str(case.at[-1]) if case.at else ""
    if node is None or node.key is None:
        return None
    if match := _EQUATION.fullmatch(key):
        written = f"{match[1]}: {match[2]}"
        fix = Fix(f"write {written}", (Edit(*node.key, written),), restates=True)
        return Meant(f"write {written}, with a colon and a space", fix)
    if key.isdecimal() and case.source.text[node.key[0] - 1 : node.key[0]] == ",":
        return Meant("the comma before it parts two entries: write a whole number there, without a comma")
    return None


def _scaled(case: Case, amount: Amount, most: int | None) -> Meant:
    text = case.value.strip() if isinstance(case.value, str) else ""
    bare = "without quotation marks" if text == str(amount.number) else "a number without anything else"
    written = bare if any(char.isdigit() for char in text) else "in digits"
    if not amount.scale or most is None or amount.scale == most:
        note = amount.note or (f", {written}")
        certain = amount.certain and bool(not amount.scale or amount.scale == most)
        return Meant(f"write {amount.number}{note}", restated(case.source, case.at, str(amount.number), certain))
    exact = amount.number * most / amount.scale
    help = f"points count from 0 to {most} here: {amount.number} of {amount.scale} would be {exact:g} of {most}"
    share = case.value.strip().endswith("%")
    number = int(exact) if share else amount.number
    if number > most or (share and exact != number):
        return Meant(f"{help}; write a whole number")
    return Meant(f"{help}; write the points that are meant", restated(case.source, case.at, str(number), False))


def _decimal(case: Case, value: float) -> Meant | None:
    if case.key in {"weight", "from", "strong_from"} and 0 < value < 1 and round(value * 100, 6) == round(value * 100):
        number = round(value * 100)
        help = f"points are parts of 100: write {number}"
        return Meant(help, restated(case.source, case.at, str(number), False))
    return Meant(f"write a whole number: {math.floor(value)} or {math.floor(value) + 1}")


def _not_read(case: Case, text: str) -> Meant | None:
    if case.key == "total" and (total := _sum_beside(case)) is not None:
        help = f"write the sum of the scores: {total}"
        return Meant(help, restated(case.source, case.at, str(total), False))
    if match := _RANGE.fullmatch(text.strip(_MARKS)):
        if case.key != "minutes":
            return Meant("write one number")
        help = f"write one number, the most that is allowed: {int(match[2])}"
        return Meant(help, restated(case.source, case.at, str(int(match[2])), False))
    if case.key == "minutes" and (match := _CLOCK.fullmatch(text.strip(_MARKS))):
        most = int(match[1]) + (int(match[2]) > 0)
        return Meant(f"write whole minutes: {most}", restated(case.source, case.at, str(most), False))
    if any(char.isdigit() for char in text):
        return Meant("write one whole number in digits, without anything else")
    return None


def _sum_beside(case: Case) -> int | None:
    return sum_of_scores(case.source.value((*case.at[:-1], "scores")))


def sum_of_scores(scores: object) -> int | None:
    """Give the sum of scores, where all are whole numbers."""
    points = list(scores.values()) if isinstance(scores, dict) else []
    return sum(points) if points and all(type(score) is int for score in points) else None


def range_of(text: str) -> tuple[int, int] | None:
    """Read a text such as `130-150` as the two numbers that it names."""
    match = _RANGE.fullmatch(text.strip(_MARKS)) if len(text) <= _LONGEST else None
    return (int(match[1]), int(match[2])) if match else None
