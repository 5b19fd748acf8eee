"""Which texts of a pack say what is so, and which of them the pack itself doubts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpkit.corpus.view import PackView
from lpkit.diagnostic import Path
from lpkit.text.gate import Gate
from lpkit.text.languages.parts import Dates

_WRONG_ON_PURPOSE = frozenset(("mistakes", "before"))
"""What shows others' faults: common mistakes, and what a fix-it mends, which stands in the answer too."""
_NOT_SAID = frozenset(("id", "reason"))


@lru_cache(maxsize=1)
def told(pack: PackView) -> tuple[tuple[Path, str], ...]:
    """Give the texts of a pack that say what is so: without options, most of which are wrong, and mistakes."""
    return tuple(_told(pack))


def _told(pack: PackView) -> Iterator[tuple[Path, str]]:
    for at, text in pack.texts:
        offered = "options" in at and at[-1] != "why"
        if not offered and _WRONG_ON_PURPOSE.isdisjoint(at) and at[0] not in _NOT_SAID:
            yield at, text


@lru_cache(maxsize=1)
def dated(pack: PackView) -> tuple[tuple[Path, str], ...]:
    """Give those of these texts that may have dates or times; a pack has few, and one search tells which."""
    known, rows = pack.language[Dates], told(pack)
    gate = Gate([text for _, text in rows])
    return tuple(rows[number] for number in sorted(gate.matching(known.named) | gate.matching(known.sign)))


def offered(pack: PackView) -> tuple[tuple[Path, str], ...]:
    """Give the texts of options that may have dates: a wrong one is wrong otherwise than by a day that never was."""
    rows = [(at, text) for at, text in pack.texts if "options" in at and at[-1] != "why"]
    gate = Gate([text for _, text in rows])
    return tuple(rows[number] for number in sorted(gate.matching(pack.language[Dates].named)))


def fiction(at: Path) -> bool:
    """Tell whether a text is the story of a question, which may be told with faults for the question's sake."""
    return at[0] == "questions" and at[-1] in {"stem", "excerpt"}


def doubted(pack: PackView, at: Path, doubts: re.Pattern[str]) -> bool:
    """Tell whether something beside a text, in the same candidate or question, says that its figures are wrong."""
    return at[0] in {"questions", "evaluate"} and any(map(doubts.search, _by_item(pack)[_item(at)]))


@lru_cache(maxsize=1)
def _by_item(pack: PackView) -> dict[Path, list[str]]:
    """Give the texts of each candidate and each entry: to look for them in all texts would take the square of these."""
    found: dict[Path, list[str]] = {}
    for at, text in pack.texts:
        found.setdefault(_item(at), []).append(text)
    return found


def _item(at: Path) -> Path:
    return at[:3] if at[:2] == ("evaluate", "candidates") else at[:2]
