"""The numbers of texts, whatever they measure, and those by which answers are scored."""

from collections.abc import Iterator
from functools import lru_cache

from lpkit.ledger.account import Account
from lpkit.pattern import pattern
from lpkit.text.figures import figures
from lpkit.text.languages import Language

_DIGITS = pattern(r"\d[\d,]*(?:\.\d+)?")


@lru_cache(maxsize=512)
def numbers_of(text: str, language: Language) -> frozenset[float]:
    """Give the numbers of a text, whatever they measure: in digits, and in words where they are figures."""
    written = (match.group().rstrip(",").replace(",", "") for match in _DIGITS.finditer(text))
    read = (other.value / other.factor for other in figures(text, language))
    return frozenset(round(number, 9) for number in (*map(float, written), *read))


def scoring(account: Account) -> Iterator[float]:
    """Give the numbers by which answers are scored: weights, bands, ceilings."""
    yield 100.0
    yield from map(float, account.weights.values())
    for verdict in account.pack.library.library.verdicts if account.pack.library else ():
        yield float(verdict.starts_at)
    for marker in account.pack.library.library.markers if account.pack.library else ():
        yield float(marker.cap)
