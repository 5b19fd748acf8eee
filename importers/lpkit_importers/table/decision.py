"""How the keys of a column are to be read: decided once, from all rows, and refused where two readings fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lpkit_importers.table.readings import LABELLED, NAMES, WAYS, Asked, Reading, without_note
from lpkit_importers.table.refusals import senseless, torn, two_fit

_ENOUGH = 0.5
"""Share of the keys that a reading must make sense of."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The reading of a column, the place of the key among the options of each row, and the evidence in words."""

    reading: Reading
    places: tuple[int | None, ...]
    said: str


def decide(asked: Sequence[Asked], column: str, wanted: Reading | None, why: str) -> Decided:
    """Decide how the keys of a column are read; `why` says where the wanted reading is from, if one is wanted.

    Raises LpkitError where no reading makes sense of half of the keys, where readings that fit give different keys,
    and where some rows speak for one and some for another.
    """
    found = {reading: _read(asked, reading) for reading in WAYS}
    if wanted is not None:
        if wanted in LABELLED:
            found = {wanted: _read([*map(without_note, asked)], wanted)}
        return Decided(wanted, found[wanted], f"{NAMES[wanted]}, {why}: {_share(found[wanted], asked)}")
    reading = _by_rows(asked, found) or _by_counts(asked, column, found)
    places = found[reading]
    if sum(place is not None for place in places) < _ENOUGH * len(asked) or not asked:
        raise senseless(asked, column, places)
    return Decided(reading, places, _evidence(asked, reading, found))


def read_beside(asked: Sequence[Asked], keys: Sequence[int | None]) -> Decided | None:
    """Read a column that fits in several ways in the one that agrees most with keys that another column names.

    None where no reading makes sense of half of the keys. Where even the best one disagrees, the rows say two things.
    """
    found = {reading: _read(asked, reading) for reading in WAYS}

    def agreeing(reading: Reading) -> int:
        return sum(place is not None and place == key for place, key in zip(found[reading], keys, strict=True))

    sensible = [one for one in found if sum(place is not None for place in found[one]) > _ENOUGH * len(asked)]
    best = max(sensible, key=agreeing, default=None)
    if best is None:
        return None
    return Decided(best, found[best], f"{NAMES[best]}, as the other column says: {_share(found[best], asked)}")


def _read(asked: Sequence[Asked], reading: Reading) -> tuple[int | None, ...]:
    """Read all keys in one way; what is no letter or number in any way is a text, in whatever column it stands."""
    way = WAYS[reading]
    if reading != Reading.TEXT:
        asked = [replace(one, text=None) if one.several else one for one in asked]
    return tuple(one.text if one.label is None and reading != Reading.NAMES else way(one) for one in asked)


def _readable(found: Mapping[Reading, tuple[int | None, ...]]) -> list[int]:
    """Give the numbers of the rows whose key makes sense in any reading; the others are left out by name."""
    return [at for at, places in enumerate(zip(*found.values(), strict=True)) if any(one is not None for one in places)]


def _fits(places: tuple[int | None, ...], rows: Sequence[int]) -> bool:
    return all(places[at] is not None for at in rows)


def _by_rows(asked: Sequence[Asked], found: Mapping[Reading, tuple[int | None, ...]]) -> Reading | None:
    """Take the reading that whole texts or names of columns prove."""
    rows = _readable(found)
    if _fits(found[Reading.TEXT], rows) and any(not asked[at].bare for at in rows):
        return Reading.TEXT
    return Reading.NAMES if rows and _fits(found[Reading.NAMES], rows) else None


def _by_counts(asked: Sequence[Asked], column: str, found: Mapping[Reading, tuple[int | None, ...]]) -> Reading:
    """Compare letters, numbers from 0, numbers from 1, and texts that look like them."""
    rows = _readable(found)
    if not rows:
        raise senseless(asked, column, ())
    rivals = [
        reading
        for reading in (Reading.LETTERS, Reading.FROM_1, Reading.FROM_0, Reading.TEXT)
        if _fits(found[reading], rows)
    ]
    if not rivals:
        raise torn(asked, column, found, rows)
    first, *others = rivals
    for other in others:
        for at in rows:
            if found[first][at] != found[other][at]:
                raise two_fit(asked[at], column, found, [first, other], at)
    return first


def _evidence(asked: Sequence[Asked], reading: Reading, found: Mapping[Reading, tuple[int | None, ...]]) -> str:
    numbers = [(one.number, one.row) for one in asked if one.number is not None]
    if reading == Reading.FROM_0:
        zeros = sum(number == 0 for number, _ in numbers)
        over = "none exceeds" if all(n < max(row.places) for n, row in numbers) else "few exceed"
        return f"keys count from 0: {_rows(zeros)} 0, {over} {max(max(row.places) for _, row in numbers) - 1}"
    if reading == Reading.FROM_1 and numbers and all(one.label.is_place for one in asked if one.label):
        return f"keys are words for places: {_share(found[reading], asked)}"
    if reading == Reading.FROM_1:
        last = sum(number == max(row.places) for number, row in numbers)
        return f"keys count from 1: {_rows(last)} the number of the last option, none says 0"
    return f"{NAMES[reading]}: {_share(found[reading], asked)}"


def _rows(number: int) -> str:
    return f"{number} {'row says' if number == 1 else 'rows say'}"


def _share(places: tuple[int | None, ...], asked: Sequence[Asked]) -> str:
    return f"{sum(place is not None for place in places)} of {len(asked)} rows"
