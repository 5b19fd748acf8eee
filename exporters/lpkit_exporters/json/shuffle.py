"""The order in which the options of a question are shown."""

import re
from collections.abc import Sequence
from hashlib import sha256

_FIGURE = re.compile(r"[^\w\d]{0,2}(\d[\d,]*(?:\.\d+)?)\s*[^\d\s]*(?:\s[^\d\s]+)?")


def shuffled(seed: str, options: Sequence[str]) -> list[int]:
    """Give places in `options` in an order that depends on the seed alone.

    Rising numbers keep their order: learners look for a number where it belongs.
    """
    places = range(len(options))
    if _rising(options):
        return list(places)
    return sorted(places, key=lambda place: sha256(f"{seed}\n{place}".encode()).digest())


def _rising(options: Sequence[str]) -> bool:
    figures = [_FIGURE.fullmatch(option.strip()) for option in options]
    numbers = [float(figure[1].replace(",", "")) for figure in figures if figure]
    return len(numbers) == len(options) and numbers == sorted(numbers)
