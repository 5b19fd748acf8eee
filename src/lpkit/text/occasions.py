"""Days, months, times and numbered places of a note that its source has otherwise, or tells of something else."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.dates import moments
from lpkit.text.figures import figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Borrowings, ContentWords, Occasions
from lpkit.text.lone import Lone
from lpkit.text.tokens import content, words

_ANY_DIGIT = pattern("[0-9]")
_DIGIT = pattern(r"[12]?\d:[0-5]\d|(?:19|20)\d\d")
_PARTING = pattern("[-:]")
_DAY, _ANY_YEAR = 86_400.0, 2023
_MOST = 24
"""Occasions of a text that are looked at; a table has more."""
_STEM = 4
"""Letters that two forms of a word have in common: objected and objection."""


class _Occasion(NamedTuple):
    """A day, a time or a place with a number: what it is, and the words that say of what it is told."""

    kind: str
    value: str
    text: str
    about: frozenset[str]
    sentence: str
    around: frozenset[str]


def otherwise_told(note: str, source: str, others: Sequence[str], language: Language) -> Iterator[Lone]:
    """Find the occasions of a note for which its source has another one of the same kind, by the words around it."""
    known, supposed = language.get(Occasions), language.get(Borrowings)
    if known is None or supposed is None or not _may_have(note, known):
        return
    here = _occasions(note, language)
    there = _occasions(source, language) if here else ()
    for one in here if there else ():
        told = supposed.supposed.search(one.sentence) or supposed.imagined.search(one.sentence)
        if told or any(one.text in text for text in others if text != source):
            continue
        rivals = [other for other in there if other.kind == one.kind]
        same = [other for other in rivals if other.value == one.value]
        if one.kind == "date" and not same and _later(note, one, source, language):
            continue
        if rival := _swapped(one, same, rivals) if same else _other(one, rivals):
            yield Lone(one.text, rival.text)


def _swapped(one: _Occasion, same: Sequence[_Occasion], rivals: Sequence[_Occasion]) -> _Occasion | None:
    """Give the occasion of which a source tells what a note tells of another one, that has nothing of it."""
    if any(_common(one.about, other.about) for other in same):
        return None
    close = [other for other in rivals if other.value != one.value and _common(one.about, other.about)]
    return close[0] if len({other.value for other in close}) == 1 else None


def _other(one: _Occasion, rivals: Sequence[_Occasion]) -> _Occasion | None:
    """Give the occasion of a source that is meant by one that it lacks."""
    close = [other for other in rivals if _common(one.around, other.around)]
    if one.kind in {"date", "time"}:
        close = [other for other in rivals if set(_PARTING.split(one.value)) & set(_PARTING.split(other.value))]
    close = close or [other for other in rivals if sorted(other.value) == sorted(one.value)]
    return close[0] if close else None


def _later(note: str, one: _Occasion, source: str, language: Language) -> bool:
    """Tell whether a date follows from one of a source and a time that it tells: a week after 13 March."""
    times = [time.value / _DAY for time in figures(source, language) if time.kind == "duration" and time.factor >= _DAY]
    said = next(moment for moment in moments(note, language) if moment.text == one.text)
    days = [moment.span(_ANY_YEAR)[0] for moment in moments(source, language) if moment.day and moment.month]
    apart = [abs((said.span(_ANY_YEAR)[0] - day).days) for day in days]
    return any(abs(days - time) <= 1 for days in apart for time in times)


def _common(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of words have one in common, whatever its ending."""
    return not one.isdisjoint(other) or not {word[:_STEM] for word in one if len(word) > _STEM}.isdisjoint(
        word[:_STEM] for word in other if len(word) > _STEM
    )


def _may_have(text: str, known: Occasions) -> bool:
    every = words(text)
    if not known.names.isdisjoint(every):
        return True
    if not _ANY_DIGIT.search(text):
        return False
    told = ":" in text or "19" in text or "20" in text
    return (told and _DIGIT.search(text) is not None) or not known.labels.isdisjoint(every)


@lru_cache(maxsize=128)
def _occasions(text: str, language: Language) -> tuple[_Occasion, ...]:
    known, parting, terms = language[Occasions], language[Borrowings], language.get(ContentWords)
    if terms is None or not _may_have(text, known):
        return ()
    found: list[tuple[int, int, str, str]] = [
        (moment.start, moment.end, "date", f"d{moment.day}-m{moment.month}")
        for moment in moments(text, language)
        if moment.day and moment.month
    ]
    taken = {place for start, end, _, _ in found for place in range(start, end)}
    for kind, said in known.kinds:
        for match in said.finditer(text):
            label = match.groupdict().get("label") or ""
            if match.start("value") not in taken:
                start = match.start("label") if label else match.start("value")
                found.append((start, match.end("value"), f"{kind} {label}".strip(), match["value"]))
    if not found:
        return ()
    found.sort()
    ends = [0, *(end.end() for end in parting.sentence_end.finditer(text)), len(text)]
    phrases = sorted({*ends, *(end.end() for end in parting.phrase_end.finditer(text))})
    made: list[_Occasion] = []
    for number, (start, end, kind, value) in enumerate(found[:_MOST]):
        first, last = _between(ends, start)
        begin, stop = _between(phrases, start)
        begin = max(begin, found[number - 1][1]) if number else begin
        stop = min(stop, found[number + 1][0]) if number + 1 < len(found) else stop
        before = content(words(text[begin:start]), terms) - parting.vague
        about = before or content(words(text[end:stop]), terms) - parting.vague
        around = content(words(f"{text[first:start]} {text[end:last]}"), terms) - parting.vague
        made.append(_Occasion(kind, value, text[start:end], about, text[first:last], around))
    return tuple(made)


def _between(ends: Sequence[int], start: int) -> tuple[int, int]:
    """Give the stretch between two ends in which a place lies."""
    after = bisect_right(ends, start)
    return ends[after - 1], ends[after]
