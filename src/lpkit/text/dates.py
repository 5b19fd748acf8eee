"""Dates of a text: those that no calendar has, and those whose order or distance the text itself contradicts."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Dates
from lpkit.text.tokens import words

_DIGIT = pattern("[0-9]")
_ISO = pattern(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_SLASHES = pattern(r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])")
_LEAP = 2000
_LEAD = 8
"""Characters before a date in which a single word stands; a search from the start would cost the square."""
_MONTHS, _LAST_DAY, _HOURS, _MINUTES = 12, 31, 24, 60


class Moment(NamedTuple):
    """A date as far as a text says it, and where it stands."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    text: str

    def span(self, year: int) -> tuple[date, date]:
        """Give the first and the last day that it may mean, in its own year or else in a given one."""
        year = self.year or year
        first, last = self.month or 1, self.month or _MONTHS
        end = self.day or monthrange(year, last)[1]
        return date(year, first, self.day or 1), date(year, last, min(end, monthrange(year, last)[1]))


class Misdated(NamedTuple):
    """A date that cannot be, or two that contradict each other; `certain` where there is no other reading."""

    kind: Literal["impossible", "order"]
    said: str
    why: str
    certain: bool


@lru_cache(maxsize=512)
def moments(text: str, language: Language) -> tuple[Moment, ...]:
    """Give the dates of a text that a calendar has, in their order; none in a language without the part on dates."""
    known = language.get(Dates)
    if known is None or not dated(text, language):
        return ()
    found = [moment for moment in _written(text, language) if not _fault(moment)]
    return tuple(sorted(found, key=lambda moment: moment.start))


def impossible(text: str, language: Language) -> Iterator[Misdated]:
    """Find dates and times that no calendar and no clock has."""
    known = language.get(Dates)
    if known is None or not _DIGIT.search(text) or not dated(text, language):
        return
    for moment in _written(text, language):
        if why := _fault(moment):
            yield Misdated("impossible", moment.text, why, True)
    for match in known.date.finditer(text) if not known.weekdays.keys().isdisjoint(words(text)) else ():
        if why := _other_weekday(match, known):
            yield Misdated("impossible", match.group(), why, True)
    if ":" in text:
        yield from _times(text, known)
    for match in known.no_period.finditer(text):
        yield Misdated("impossible", match.group(), "no year has that", bool(match["sure"]))


@lru_cache(maxsize=64)
def _written(text: str, language: Language) -> tuple[Moment, ...]:
    """Give the dates of a text, also those that cannot be."""
    return tuple(_read(text, language[Dates]))


def _read(text: str, known: Dates) -> Iterator[Moment]:
    within: set[int] = set()
    """Places of years that belong to a date."""
    if _has_month(text, known):
        for match in known.date.finditer(text):
            moment = _named(text, match, known)
            within.update(range(moment.start, moment.end))
            yield moment
    if "20" in text or "19" in text:
        for match in _ISO.finditer(text):
            yield Moment(int(match["year"]), int(match["month"]), int(match["day"]), *match.span(), match.group())
        for match in _SLASHES.finditer(text):
            one, two = sorted((int(match["one"]), int(match["two"])))
            yield Moment(int(match["year"]), one, two, *match.span(), match.group())
        for match in known.year.finditer(text):
            if match.start("year") not in within:
                yield Moment(int(match["year"]), None, None, match.start("year"), match.end(), match["year"])


@lru_cache(maxsize=1024)
def dated(text: str, language: Language) -> bool:
    """Tell whether a text may have dates or times; most have none, and a language without the part reads none."""
    known = language.get(Dates)
    if known is None:
        return False
    return _has_month(text, known) or (_DIGIT.search(text) is not None and known.sign.search(text) is not None)


def _has_month(text: str, known: Dates) -> bool:
    return known.named.search(text) is not None


def _named(text: str, match: re.Match[str], known: Dates) -> Moment:
    """Give the moment of a date with a month in words; "April 31 vans" and "the 31 May orders" name no day."""
    day, start, end = match["day"] or match["day_after"], match.start(), match.end()
    if day and not match["year"] and _counts(text, match, known):
        start = match.start("month")
        day, end = None, match.end("month")
    if match["weekday"] and start == match.start():
        start = match.start("day") if match["day"] else match.start("month")
    year = int(match["year"]) if match["year"] else None
    number = known.months[match["month"][:3].lower()]
    return Moment(year, number, int(day) if day else None, start, end, text[start:end])


def _counts(text: str, match: re.Match[str], known: Dates) -> bool:
    """Tell whether the number beside a month counts things and is no day."""
    if match["day"]:
        return known.counted.match(text, match.end()) is not None
    loose = known.counted_after.match(text, match.end()) or known.counted_before.search(
        text, max(match.start() - _LEAD, 0), match.start()
    )
    return loose is not None or int(match["day_after"]) > _LAST_DAY


def _fault(moment: Moment) -> str | None:
    """Say why a date cannot be; None where it can."""
    if moment.month is None:
        return None
    if not 1 <= moment.month <= _MONTHS:
        return f"there is no month {moment.month}"
    days = monthrange(moment.year or _LEAP, moment.month)[1]
    if moment.day is None or 1 <= moment.day <= days:
        return None
    if moment.month == 2 and moment.day == days + 1 and moment.year and not isleap(moment.year):
        return f"{moment.year} was no leap year"
    return f"that month has {days} days"


def _other_weekday(match: re.Match[str], known: Dates) -> str | None:
    day = match["day"] or match["day_after"]
    if not (match["weekday"] and day and match["year"]):
        return None
    month, year = known.months[match["month"][:3].lower()], int(match["year"])
    if not 1 <= int(day) <= monthrange(year, month)[1]:
        return None
    number = date(year, month, int(day)).weekday()
    if number == known.weekdays[match["weekday"].lower()]:
        return None
    name = next(name for name, place in known.weekdays.items() if place == number)
    return f"that day is a {name.capitalize()}"


def _times(text: str, known: Dates) -> Iterator[Misdated]:
    for match in known.clock.finditer(text):
        hours, minutes = int(match["hours"]), int(match["minutes"])
        wrong = hours > _HOURS or minutes >= _MINUTES or (hours == _HOURS and minutes)
        if wrong and hours + minutes != 100 and not known.no_clock_after.match(text, match.end()):
            said = f"{match['hours']}:{match['minutes']}"
            yield Misdated("impossible", said, "a day has 24 hours, and an hour 60 minutes", True)
