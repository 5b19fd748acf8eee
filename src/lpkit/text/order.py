"""The order of the dates in a text: where one that came first is said to be later, or a time between two is not so."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lpkit.text.dates import Misdated, Moment, dated, moments
from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Dates

_ROOM = 70
"""Characters in which what joins two dates stands."""
_YEAR_DAYS, _FAR, _DAY = 365, 92, 86_400.0
"""Days of a year; how far back a date without a year may lie before it is taken for one of the year after; seconds."""
_ANY_YEAR, _MONTH = 2023, 31
_LONG, _NEARLY = 20, 0.85
"""Days of a unit of time that is told roughly, and from which part on of such a time it is nearly that."""
_MINUTE, _HALF_DAY = 60.0, 720
"""Seconds of a minute, and minutes after which a clock with twelve hours shows the same."""


def misordered(text: str, language: Language) -> Iterator[Misdated]:
    """Find dates whose order, or distance, a text itself contradicts; none without the part on dates."""
    known = language.get(Dates)
    if known is None or not dated(text, language):
        return
    yield from _hours(text, language, known)
    found = moments(text, language)
    times = [figure for figure in figures(text, language) if figure.kind == "duration"] if found[1:] else []
    for one, two in pairwise(found):
        if two.start - one.end > 2 * _ROOM:
            continue
        fault = _reversed(text, one, two, known) or _miscounted(text, one, two, times, known)
        if fault:
            yield Misdated("order", text[one.start : two.end], *fault)


def _hours(text: str, language: Language, known: Dates) -> Iterator[Misdated]:
    """Find times of day whose distance is not the time that a text gives right behind them."""
    for match in known.hours.finditer(text) if ":" in text else ():
        first = int(match["hours"]) * 60 + int(match["minutes"])
        apart = (int(match["last_hours"]) * 60 + int(match["last_minutes"]) - first) % _HALF_DAY
        for time in figures(text, language):
            behind = time.kind == "duration" and time.start >= match.end()
            if not (behind and known.length.fullmatch(text, match.end(), time.start)):
                continue
            low, high = time.low / _MINUTE - 1, time.high / _MINUTE + 1
            fits = any(low <= apart + turn <= high for turn in (0, _HALF_DAY))
            if not fits and not known.no_length_after.match(text, time.end):
                why = f"that is {apart} minutes, not {time.text}"
                yield Misdated("order", text[match.start() : time.end], why, certain=True)


def _reversed(text: str, one: Moment, two: Moment, known: Dates) -> tuple[str, bool] | None:
    """Say why two dates are in the wrong order, and whether that is certain."""
    lead, gap = text[max(one.start - _ROOM, 0) : one.start], text[one.end : two.start]
    early, late, joined = one, two, False
    if known.opens.search(lead) and known.through.fullmatch(gap):
        pass
    elif known.begins.search(lead) and known.ends.search(gap) and not known.others.search(gap):
        pass
    elif known.ends.search(lead) and known.begins.search(gap) and not known.others.search(gap):
        early, late = two, one
    elif known.at.search(lead) and known.before.fullmatch(gap):
        joined = True
    elif known.at.search(lead) and known.after.fullmatch(gap):
        early, late, joined = two, one, True
    elif one.day and two.day and known.goes_on.fullmatch(gap) and (known.had.search(lead) or known.then.search(gap)):
        pass  # What had been so, or came first, lies before what is told behind it.
    elif turned := _turned(one, two, lead, gap, known):
        early, late = turned
    else:
        return None
    return _backwards(early, late, bool(known.same_year.match(text, two.end)), joined)


def _turned(one: Moment, two: Moment, lead: str, gap: str, known: Dates) -> tuple[Moment, Moment] | None:
    """Give two years of one sentence in the order of the deeds that are told of them: sold, and bought back."""
    for opens, goes_on, ends, looks_back in known.turns if one.year and two.year else ():
        if opens.search(lead) and goes_on.fullmatch(gap):
            return one, two
        if ends.search(lead) and looks_back.fullmatch(gap):
            return two, one
    return None


def _backwards(early: Moment, late: Moment, same_year: bool, joined: bool) -> tuple[str, bool] | None:
    certain = same_year or bool(early.year and late.year)
    if not certain and (early.year or late.year or not early.month or not late.month):
        return None
    first, last = early.span(_ANY_YEAR)[0], late.span(_ANY_YEAR)[1]
    # Of two months alone, what is right before the other hardly means most of a year.
    close = bool(early.day and late.day) or (joined and (first - last).days <= _MONTH)
    if last >= first or (not certain and ((first - last).days > _FAR or not close)):
        return None
    return f"{late.text} comes before {early.text}", certain


def _miscounted(text: str, one: Moment, two: Moment, times: list[Figure], known: Dates) -> tuple[str, bool] | None:
    """Say why the time that a text gives between two dates is not the one between them."""
    gap = text[one.end : two.start]
    for time in times:
        if one.end <= time.start and time.end <= two.start and "\n" not in gap:
            behind = text[time.end : two.start]
            for sign, words in ((1, known.later), (-1, known.earlier), (-1, known.before), (1, known.after)):
                if words.fullmatch(behind):
                    ends = (one, two) if words in {known.later, known.earlier} else (two, one)
                    return _distance(*ends, time, sign)
        elif time.start >= two.end and time.start - two.end < _ROOM // 2:
            between = text[two.end : time.start]
            period = known.opens.search(text[max(one.start - _ROOM, 0) : one.start]) and known.through.fullmatch(gap)
            if period and known.length.fullmatch(between) and not known.no_length_after.match(text, time.end):
                return _distance(one, two, time, 1, whole=True)
            if known.later_behind.fullmatch(between) and known.later.match(text, time.end) and "." not in gap:
                return _distance(one, two, time, 1)
    return None


def _distance(one: Moment, two: Moment, time: Figure, sign: int, whole: bool = False) -> tuple[str, bool] | None:
    """Compare the days from one date to another with a time; without years, the nearest turn of the year counts."""
    if bool(one.month) != bool(two.month):
        return None
    base = one.year or two.year or _ANY_YEAR
    (first, last), (begin, end) = one.span(base), two.span(base)
    low, high = (begin - last).days * sign, (end - first).days * sign
    if not one.month and not whole and one.year and two.year and time.factor > _YEAR_DAYS * _DAY:
        low = high = (two.year - one.year) * _YEAR_DAYS * sign
    low, high = min(low, high) - 1, max(low, high) + 1 + whole
    least, most = time.low / _DAY, time.high / _DAY
    if time.hedge == "nearly" and time.factor > _LONG * _DAY:
        least = time.value * _NEARLY / _DAY
    turns = (0,) if one.year and two.year else (-_YEAR_DAYS, 0, _YEAR_DAYS)
    if any(low + turn <= most and least <= high + turn for turn in turns):
        return None
    exact = bool(one.day and two.day)
    days = abs(_days(begin, first)) if exact else 0
    shown = f"{days} days" if exact else "not so long"
    return f"from {one.text} to {two.text} it is {shown}, not {time.text}", exact and bool(one.year or days < _FAR)


def _days(end: date, start: date) -> int:
    return (end - start).days
