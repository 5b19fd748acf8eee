"""Rows of figures: one that is called a share of another, a sum of which one part changes, a change that fell short.

"4,100, 1,400 and 1,560. The last of them is three quarters of the first", "The sum is 68. Six points become one, which
leaves 62", "from 6 to 19 … had not even doubled": each may run over two sentences.
"""

from collections.abc import Iterator

from lpkit.text.figures import Figure, figures, shown
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Series
from lpkit.text.skeleton import Skeleton, skeleton
from lpkit.text.slip import Slip
from lpkit.text.tokens import words

_FEWEST, _MOST = 3, 60
"""Figures that such a text has; one with more is a table."""
_PERCENT, _SHARE, _MULTIPLE = 2.0, 6.0, 0.15
"""How far a share in digits, one in words, and a multiple as a part of it, may be off."""
_HUNDRED = 100.0
_NUMBERS = frozenset(("count", "points"))


def series_slips(text: str, language: Language) -> Iterator[Slip]:
    """Find what a text says wrongly of the figures of a row; none without the part on that."""
    known = language.get(Series)
    if known is None or known.cues.isdisjoint(words(text)):
        return
    if not _FEWEST <= len(figures(text, language)) <= _MOST:
        return
    bones = skeleton(text, language)
    yield from _compared(bones, known)
    yield from _regraded(bones, known)
    yield from _short(bones, known)


def _compared(bones: Skeleton, known: Series) -> Iterator[Slip]:
    for match in known.compared.finditer(bones.text):
        row, claim = _row(list(bones.within(match["row"]))), bones.figure(match["claim"])
        one, other = (_placed(row, known.places[match[name]]) for name in ("share", "whole"))
        if one is None or other is None or one is other or len({figure.kind for figure in row}) > 1 or not other.value:
            continue
        result = one.value / other.value * (_HUNDRED if claim.kind == "percent" else 1.0)
        if claim.kind in {"percent", "multiple"} and not _near(claim, result):
            said = bones.said(match.start(), match.end())
            computed = f"{one.text} is {shown(result, claim)} of {other.text}, not {claim.text}"
            yield Slip("change", said, computed, False)


def _row(found: list[Figure]) -> list[Figure]:
    """Give a row without the number that announces it: three bills, 4,100, 1,400 and 1,560."""
    announced = found[0].written == "words" and found[0].value == len(found) - 1
    return found[announced:]


def _placed(row: list[Figure], place: int) -> Figure | None:
    return row[place] if place < len(row) else None


def _near(claim: Figure, result: float) -> bool:
    """Tell whether a share or a multiple may be said of a result."""
    room = _PERCENT if claim.written == "digits" else _SHARE
    room = room if claim.kind == "percent" else claim.value * _MULTIPLE
    return claim.low - room <= result <= claim.high + room


def _regraded(bones: Skeleton, known: Series) -> Iterator[Slip]:
    for match in known.regraded.finditer(bones.text):
        whole, before, result = (bones.figure(match[name]) for name in ("sum", "before", "result"))
        every = (whole, before, *bones.within(match["after"]), result)
        if any(figure.kind not in _NUMBERS or figure.hedge for figure in every) or before.value > whole.value:
            continue
        after = every[2].value if len(every) > _FEWEST else 1.0  # A single one is no figure.
        left = whole.value - before.value + after
        if result.value not in {left, after, abs(before.value - after)}:
            computed = f"{whole.value:g} − {before.value:g} + {after:g} is {left:g}, not {result.value:g}"
            yield Slip("sum", bones.said(match.start(), match.end()), computed, False)


def _short(bones: Skeleton, known: Series) -> Iterator[Slip]:
    """Find a change of which a text says that it did not come to what it did."""
    for match in known.fallen_short.finditer(bones.text):
        before, after = bones.figure(match["before"]), bones.figure(match["after"])
        claim = bones.figure(match["claim"] or match["nearly"])
        if match["claim"] is None and claim.hedge != "nearly":
            continue
        bare = {before.kind, after.kind} <= {"count", "percent", "money", "duration"}
        if claim.kind != "multiple" or claim.value <= 1 or not bare or before.value <= 0:
            continue
        times = after.value / after.factor / (before.value / before.factor)
        if times >= claim.high:
            computed = f"from {before.text} to {after.text} is {times:.2g} times, which is {claim.text} and more"
            yield Slip("change", bones.said(match.start(), match.end()), computed, False)
