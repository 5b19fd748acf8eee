"""Figures that a text takes from another one and has otherwise.

A figure of a note that is in the answer, follows from its figures or is about something else is none of these. What is
left is certain where the answer has just one figure on the same matter in the same unit.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.text.accounting import follows, one_of
from lpkit.text.derived import apiece, derived, multiplied, repeated, shared_out
from lpkit.text.figures import Figure, agrees, comparable, figures, shown
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Accounts, Borrowings, Reckonings
from lpkit.text.lone import between_dates, lone_time, others_left
from lpkit.text.matters import Matter, matters
from lpkit.text.occasions import otherwise_told
from lpkit.text.ownsums import own_result
from lpkit.text.portions import portions
from lpkit.text.repeating import literally, repeats
from lpkit.text.shifts import Shift, claims, shifts
from lpkit.text.skeleton import skeleton
from lpkit.text.slip import Interval, claimed
from lpkit.text.stock import FEW, named, stock
from lpkit.text.supporting import supported

_MOST_FIGURES = 40
"""Figures of a source from which others are derived; longer texts are no answers."""
_SMALL = 12
"""Up to this, a count in words may be the note's own (two reasons, three steps)."""
_CLEAR = 5.0
_PLAIN = frozenset(("digits", "words"))


class Borrowed(NamedTuple):
    """A figure of a text, what its source has, and whether there is no other reading."""

    said: str
    source: str
    certain: bool
    related: bool = True
    """Whether both are said with a word in common; otherwise the note may speak of something else."""


@lru_cache(maxsize=512)  # The notes of some packs: two rules ask for them, and so does each keystroke.
def borrowed(note: str, source: str, others: tuple[str, ...], language: Language) -> tuple[Borrowed, ...]:
    """Find the figures of a note that its source has otherwise; what stands in one of the others is from there.

    Nothing is found in a language without the parts on figures, and nothing where two readings fit.
    """
    return tuple(_borrowed(note, source, others, language))


def _borrowed(note: str, source: str, others: Sequence[str], language: Language) -> Iterator[Borrowed]:
    known, reckonings = language.get(Borrowings), language.get(Reckonings)
    for left in others_left(note, source, language):
        yield Borrowed(*left, certain=False)
    for told in otherwise_told(note, source, others, language):
        yield Borrowed(*told, certain=False)
    if known is None or reckonings is None or repeats(note, source, language):
        return
    every = figures(note, language)
    if not 0 < len(every) <= _MOST_FIGURES:
        return
    lost = {figure for figure in every if not literally(note, figure, source)}
    pairs = []
    if len(every) > 1:
        other_parts = (Borrowed(*told) for told in portions(note, source, language))
        pairs = [*_pairs(note, source, language, reckonings), *other_parts]
    yield from pairs
    for matter in matters(note, language) if any(map(_measures, lost)) else ():
        figure = matter.figure
        if figure not in lost or not _measures(figure) or any(figure.text in pair.said for pair in pairs):
            continue
        theirs = known.own.search(matter.phrase) or known.supposed.search(matter.sentence)
        advised = _is_small(figure) and known.imagined.search(matter.sentence)
        if not theirs and (apart := between_dates(note, figure, source, language)):
            yield Borrowed(*apart, certain=False)
        if theirs or advised or not _rivalled(figure, source, language) or own_result(note, figure, language):
            continue
        if any(literally(note, figure, text) for text in others) or _follows(note, figure, source, language):
            continue
        elsewhere = [text for text in others if not _is_small(figure) or figure.unit[:-1] in text.lower()]
        if not _proved(note, figure, source, elsewhere, language):
            sized = _sized(note, figure, language, reckonings)
            alone = sum(other.kind == figure.kind for other in every) == 1
            found = list(_otherwise(matter, source, _taken(note, source, language), language, sized, alone))
            yield from found
            if not found and (lone := lone_time(note, figure, source, language)):
                yield Borrowed(*lone, certain=False)


def _proved(note: str, figure: Figure, source: str, others: Sequence[str], language: Language) -> bool:
    """Tell whether a figure stands in its source or one of the others, or is what the note makes of theirs."""
    return (
        any(work(note, figure, source, language) for work in (multiplied, shared_out, apiece, repeated))
        or any(_stands(figure, text, language) for text in (source, *others))
        or supported(note, figure, (source, *others), language)
    )


def _follows(note: str, figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a count follows from the source's counts of the same thing, or is denied."""
    known = language.get(Accounts)
    if known is None:
        return False
    stocked, plain = stock((source,), language), named(figure, note, known)
    phrase = known.phrase.split(note[: figure.start])[-1]
    several = figure.kind == "count" and figure.value >= FEW
    return (
        (several and (follows(plain, stocked) or one_of(plain, stocked)))
        or (known.rest.search(note) is not None and one_of(plain, stocked))
        or known.denied.search(phrase) is not None
    )


def _measures(figure: Figure) -> bool:
    """Tell whether a figure says what it counts or measures; a bare number may be anything."""
    return figure.written != "vague" and (figure.kind != "count" or bool(figure.unit))


def _rivalled(figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a source has figures with which another one can be compared; single words tell where it has none."""
    if figure.kind == "count" and figure.unit[:-1] not in source.lower():
        return False
    return figure.kind == "percent" or any(_like(figure, other) for other in figures(source, language))


def _stands(figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a figure is in a text or follows from those that are."""
    every = figures(source, language)
    if any(agrees(figure, other) or _same_number(figure, other) for other in every):
        return True
    return any(claimed(figure).miss(result) <= 0 for result in derived(source, figure.kind, figure.unit, language))


def _same_number(figure: Figure, other: Figure) -> bool:
    """Tell whether a count has the number of a figure of whatever kind: nouns are not always read alike."""
    named = figure.unit and other.unit and other.kind == "count"
    return figure.kind == "count" and not named and figure.value == other.value / other.factor


def _pairs(note: str, source: str, language: Language, known: Reckonings) -> Iterator[Borrowed]:
    """Find changes of a note of which one end stands in a change of the source, and the other end does not."""
    here = shifts(skeleton(note, language), known)
    there = shifts(skeleton(source, language), known) if here else []
    for shift in here:
        if any(_same(shift.before, other.before) and _same(shift.after, other.after) for other in there):
            continue
        close = [other for other in there if _same(shift.before, other.before) != _same(shift.after, other.after)]
        if len(close) == 1 and comparable(*_ends(shift, close[0])):
            wrong = shift.after if _same(shift.before, close[0].before) else shift.before
            if not _stands(wrong, source, language):
                yield Borrowed(_span(shift), _span(close[0]), certain=not wrong.hedge)


def _ends(one: Shift, other: Shift) -> tuple[Figure, Figure]:
    return one.before, other.before


def _same(one: Figure, other: Figure) -> bool:
    return agrees(one, other) or _same_number(one, other)


def _span(shift: Shift) -> str:
    return f"from {shift.before.text} to {shift.after.text}"


def _sized(note: str, figure: Figure, language: Language, known: Reckonings) -> bool:
    """Tell whether a figure of a note says how much something changed."""
    bones = skeleton(note, language)
    return any(claim.amount == figure and not claim.ratio for claim in claims(bones, known))


def _taken(note: str, source: str, language: Language) -> set[Figure]:
    """Give the figures of a source that a note has rightly: they are what none of its others means."""
    here = figures(note, language)
    return {other for other in figures(source, language) if any(agrees(figure, other) for figure in here)}


def _otherwise(
    matter: Matter, source: str, taken: set[Figure], language: Language, sized: bool, alone: bool
) -> Iterator[Borrowed]:
    """Compare a figure that the source lacks with what the source has on the same matter."""
    figure = matter.figure
    there = [other for other in matters(source, language) if _like(figure, other.figure) and other.figure not in taken]
    best = max((len(matter.about & other.about) for other in there), default=0)
    close = [other for other in there if len(matter.about & other.about) == best]
    values = {other.figure.value for other in close}
    small = _is_small(figure)
    if small and len(values) == 1 and abs(figure.value - min(values)) == 1 and language[Borrowings].one.search(source):
        return
    if best and len(values) == 1:
        limited = figure.hedge and figure.hedge != close[0].figure.hedge
        yield Borrowed(figure.text, close[0].figure.text, certain=not (limited or small))
    elif figure.kind == "percent" and sized and (shift := _told(matter, source, language)):
        yield from _recomputed(figure, shift)
    elif alone and figure.kind == "duration" and (slip := _in_another_unit(figure, [other.figure for other in there])):
        yield Borrowed(figure.text, slip.text, certain=False)
    elif len(values) == 1 and not small and figure.kind != "duration":
        yield Borrowed(figure.text, close[0].figure.text, certain=False, related=False)
    elif values and figure.kind == "percent" and figure.written == "digits":
        yield Borrowed(figure.text, ", ".join(other.figure.text for other in there), False, related=False)


def _in_another_unit(figure: Figure, there: Sequence[Figure]) -> Figure | None:
    """Give a time of the very same number in another unit: nine weeks where a source has nine days."""
    number = figure.value / figure.factor
    plain = figure.written in _PLAIN and number > 1
    return next(
        (
            other
            for other in there
            if plain
            and other.written in _PLAIN
            and other.value / other.factor == number
            and other.factor != figure.factor
        ),
        None,
    )


def _is_small(figure: Figure) -> bool:
    return figure.kind == "count" and figure.value <= _SMALL and figure.written == "words"


def _like(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures measure in the very same unit."""
    if figure.kind == "count" or other.kind == "count":
        return figure.kind == other.kind and figure.unit == other.unit
    return comparable(figure, other)


def _told(matter: Matter, source: str, language: Language) -> Shift | None:
    """Give the change of the source that is about the same matter as a figure; None unless there is just one."""
    bones = skeleton(source, language)
    about = [other for other in matters(source, language) if matter.about & other.about]
    ends = {other.figure.text for other in about}
    found = [shift for shift in shifts(bones, language[Reckonings]) if {shift.before.text, shift.after.text} & ends]
    return found[0] if len(found) == 1 else None


def _recomputed(figure: Figure, shift: Shift) -> Iterator[Borrowed]:
    before, after = shift.before.value, shift.after.value
    change = abs(after - before) / before * 100
    miss = claimed(figure).miss(Interval(change, change))
    if miss > 0:
        yield Borrowed(figure.text, f"{_span(shift)}, which is {shown(change, figure)}", certain=miss > _CLEAR)
