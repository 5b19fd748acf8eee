"""Figures that a text reckons itself from others of the same sentence: time between two dates, what is left of a whole.

"From 30 April to 6 May, six days", "Friday to Tuesday, four days", "thirty of 150 leave 120": whoever has the ends, or
the parts, has the result too, which then need not stand in the source.
"""

from collections.abc import Iterator
from itertools import combinations

from lpkit.text.counting import sentence_starts
from lpkit.text.dates import moments
from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Dates, Statements, Timeline

_DAY, _WEEK, _ANY_YEAR, _YEAR_DAYS = 86_400.0, 7, 2023, 365
_MOST = 20
"""Figures of a sentence that are put together; a sentence with more is a table."""


def own_result(text: str, figure: Figure, language: Language) -> bool:
    """Tell whether a figure follows from dates, days of the week or figures of its own sentence."""
    starts = sentence_starts(text)
    first = max((start for start in starts if start <= figure.start), default=0)
    last = min((start for start in starts if start > figure.start), default=len(text))
    if figure.kind == "duration" and figure.factor >= _DAY:
        room = figure.factor / _DAY / 2 if figure.factor > _DAY else 1
        days = figure.value / _DAY
        if any(abs(apart - days) <= room for apart in _apart(text, first, last, language)):
            return True
    known = language.get(Statements)
    if known is None or not known.result_before.search(text[first : figure.start]):
        return False
    others = [one for one in figures(text, language) if first <= one.start < last and one.start != figure.start]
    same = [one.value for one in others if one.kind == figure.kind][:_MOST]
    return any(figure.value in {one + two, abs(one - two)} for one, two in combinations(same, 2))


def _apart(text: str, first: int, last: int, language: Language) -> Iterator[float]:
    """Give how many days the dates, and the days of the week, of a stretch lie apart."""
    known, timeline = language.get(Dates), language.get(Timeline)
    if known is None or timeline is None:
        return
    found = [one for one in moments(text, language) if first <= one.start < last and one.month and one.day]
    for one, two in combinations(found[:_MOST], 2):
        early, late = (moment.span(moment.year or _ANY_YEAR)[0] for moment in (one, two))
        yield from (abs((late - early).days), _YEAR_DAYS - abs((late - early).days))
    named = [known.weekdays[match["day"].lower()] for match in timeline.weekday.finditer(text, first, last)]
    yield from (float((late - early) % _WEEK) for early, late in combinations(named[:_MOST], 2) if late != early)
