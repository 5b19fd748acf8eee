"""Numbers in notation: TeX, fractions of one sign, powers of ten and prefixes of units, as plain decimals."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lpkit.pattern import pattern
from lpkit.text.languages.parts import NumberWords

_TEX = pattern(r"\\[()\[\],;!]|\$|\\(?:text|mathrm|mbox|rm)\b|\\left|\\right|[{}]")
_FRACTION = pattern(r"\\[dt]?frac\s*\{(?P<over>[^{}]{1,20})\}\s*\{(?P<under>[^{}]{1,20})\}")
_SCIENTIFIC = pattern(r"(?<=\d)[eE]\+?(-?\d{1,2})(?!\w)")
_SPOKEN = {"\\times": "×", "\\cdot": "×", "\\%": "%", "\\pi": "π", "\\sqrt": "√", "\\,": " ", "−": "-", "·": "×"}
_SIGNS = dict(
    zip("½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞", "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/8 3/8 5/8 7/8".split(), strict=True)  # noqa: SIM905
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_NUMBER = pattern(
    r"(?P<before>[$€£]?)(?P<sign>-?)(?P<whole>\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)?"
    r"(?:\^\(?(?P<exponent>-?\d{1,3})\)?|(?P<high>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))?"
    r"(?P<mixed>\s+\d+(?=\s?/))?(?:\s?/\s?(?P<under>\d+))?"
    r"(?P<power>\s?[×x*]\s?10(?:\s?\^\s?\(?(?P<plain>-?\d+)\)?|(?P<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?"
    r"\s?(?P<factor>π|√\d+)?(?P<unit>\s?[^\d\s=<>+*^()|][^\d=<>+*^()|]{0,20})?"
)
_KINDS = (
    ("mass", {"kg": 1e3, "g": 1.0, "mg": 1e-3, "µg": 1e-6, "μg": 1e-6, "mcg": 1e-6}),
    ("length", {"km": 1e3, "m": 1.0, "cm": 1e-2, "mm": 1e-3, "µm": 1e-6, "nm": 1e-9}),
    ("volume", {"l": 1.0, "dl": 1e-1, "cl": 1e-2, "ml": 1e-3}),
    ("time", {"s": 1.0, "ms": 1e-3, "µs": 1e-6, "ns": 1e-9, "min": 60.0, "h": 3600.0}),
    ("data", {"b": 1.0, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}),
)
_UNITS = {unit: (kind, size) for kind, sizes in _KINDS for unit, size in sizes.items()}
_POWERS, _MOST = 99, 48
"""Highest power of ten; characters of an option, of which longer ones are sentences that hold a number."""


def read_all(options: Sequence[str], known: NumberWords) -> list[float] | None:
    """Read options in notation as numbers that can be compared; None where one is no number or the units differ.

    So it is where each has another unit that is a word: which of a day, two hours and thirty minutes is more has to be
    reckoned, and no place is the one where readers would look.
    """
    found, kinds, spelt = [], set(), []
    for option in options:
        read = _read(option, known) if len(option) <= _MOST else None
        if read is None:
            return None
        found.append(read[0])
        kinds.add(read[1])
        spelt.append(read[2])
    return found if len(kinds) == 1 and (not all(spelt) or len(set(spelt)) < len(spelt)) else None


def in_order(values: Sequence[float]) -> bool:
    """Tell whether numbers rise or fall from first to last."""
    pairs = list(pairwise(values))
    return all(left <= right for left, right in pairs) or all(left >= right for left, right in pairs)


def _read(option: str, known: NumberWords) -> tuple[float, str, str] | None:
    """Give an option's number in the smallest common terms, what it counts, and its unit where that is a word."""
    match = _NUMBER.fullmatch(_plain(option))
    value = _value(match) if match and (match["whole"] or match["factor"]) else None
    if match is None or value is None:
        return None
    factor, unit = match["factor"] or "", (match["unit"] or "").strip().rstrip(".")
    if factor.startswith("√"):
        value, factor = value * int(factor[1:]) ** 0.5, ""
    one = _one(unit.lower(), known)
    kind, size = _UNITS.get(unit.lower()) or known.units.get(one) or (unit.removesuffix("s"), 1.0)
    spelt = one if one in known.units else ""
    return (-value if match["sign"] else value) * size, f"{match['before']}{factor}{kind}", spelt


def _one(unit: str, known: NumberWords) -> str:
    """Give a unit as one of it is called."""
    return next((unit.removesuffix(end) for end in ("", *known.plurals) if unit.removesuffix(end) in known.units), unit)


def _value(match: re.Match[str]) -> float | None:
    """Give the number without its sign and factor; None where it is no number after all."""
    value, under = float((match["whole"] or "1").replace(",", "")), int(match["under"] or 1) or 1
    if own := match["exponent"] or (match["high"] or "").translate(_RAISED):
        if not (1 <= value <= _POWERS and own.lstrip("-").isdigit() and abs(int(own)) <= _POWERS):
            return None
        value **= int(own)
    if match["mixed"]:
        if not match["under"]:
            return None
        value += int(match["mixed"]) / under
    else:
        value /= under
    exponent = int(match["plain"] or (match["raised"] or "0").translate(_RAISED))
    return value * 10.0**exponent if abs(exponent) <= _POWERS else None


def _plain(option: str) -> str:
    text = _SCIENTIFIC.sub(r" x 10^\1", option.strip())
    if text.isascii() and "\\" not in text and "$" not in text:
        return text
    text = _FRACTION.sub(lambda match: f"{match['over']}/{match['under']}", text)
    for sign, plain in _SPOKEN.items():
        text = text.replace(sign, plain)
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, f" {plain}")
    return re.sub(r"\s+", " ", _TEX.sub("", text)).strip()
