"""How the keys of a column are to be read: decided once, from all rows, and refused where two readings fit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lpkit.importing import LpkitError
from lpkit_importers.table.choices import Choices
from lpkit_importers.table.headers import plain
from lpkit_importers.table.keys import (
    Label,
    by_label,
    by_name,
    by_text,
    contradiction,
    is_bare,
    label_of,
    says_several,
)

_NAME = 100
"""Characters of a key that may be the name of a column."""
_ENOUGH = 0.5
"""Share of the keys that a reading must make sense of."""


class Reading(StrEnum):
    """A way to read all keys of a column: the values of the setting `keys-from`."""

    FROM_0 = "0"
    FROM_1 = "1"
    LETTERS = "letters"
    TEXT = "text"
    NAMES = "names"
    APART = "apart"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Asked:
    """A row whose key is to be read: its place, its key, which is not empty, and its options, two or more.

    The rest is what the key says: as a letter or number, as the name of a column, and by its text.
    """

    place: str
    key: str
    row: Choices
    label: Label | None
    name: str
    text: int | None
    several: bool = False
    """Whether the key would name several options, were it no text of one: `AC`."""

    @property
    def number(self) -> int | None:
        """Give the number that the key is."""
        return self.label.number if self.label else None


def asked_for(place: str, key: str, row: Choices) -> Asked:
    """Look at the key of a row."""
    label = label_of(key)
    name = plain(key) if len(key) <= _NAME else ""
    text = by_text(key, label, row)
    worded = label is not None and bool(label.said) and text is not None
    return Asked(place, key, row, None if worded else label, name, text, says_several(key))


_WAYS: Mapping[Reading, Callable[[Asked], int | None]] = {
    Reading.TEXT: lambda one: one.text,
    Reading.NAMES: lambda one: by_name(one.name, one.row),
    Reading.LETTERS: lambda one: None if one.number is not None else by_label(one.label, one.row, 1),
    Reading.FROM_0: lambda one: by_label(one.label, one.row, 0),
    Reading.FROM_1: lambda one: by_label(one.label, one.row, 1),
}


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
    found = {reading: _read(asked, reading) for reading in _WAYS}
    if wanted is not None:
        return Decided(wanted, found[wanted], f"{_NAMES[wanted]}, {why}: {_share(found[wanted], asked)}")
    reading = _by_rows(asked, found) or _by_counts(asked, column, found)
    places = found[reading]
    if sum(place is not None for place in places) < _ENOUGH * len(asked) or not asked:
        raise _senseless(asked, column, places)
    return Decided(reading, places, _evidence(asked, reading, found))


def _read(asked: Sequence[Asked], reading: Reading) -> tuple[int | None, ...]:
    """Read all keys in one way; what is no letter or number in any way is a text, in whatever column it stands."""
    way = _WAYS[reading]
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
    if _fits(found[Reading.TEXT], rows) and any(not is_bare(asked[at].key) for at in rows):
        return Reading.TEXT
    return Reading.NAMES if rows and _fits(found[Reading.NAMES], rows) else None


def _by_counts(asked: Sequence[Asked], column: str, found: Mapping[Reading, tuple[int | None, ...]]) -> Reading:
    """Compare letters, numbers from 0, numbers from 1, and texts that look like them."""
    rows = _readable(found)
    if not rows:
        raise _senseless(asked, column, ())
    rivals = [
        reading
        for reading in (Reading.LETTERS, Reading.FROM_1, Reading.FROM_0, Reading.TEXT)
        if _fits(found[reading], rows)
    ]
    if not rivals:
        raise _torn(asked, column, found, rows)
    first, *others = rivals
    for other in others:
        for at in rows:
            if found[first][at] != found[other][at]:
                raise _two_fit(asked[at], column, found, [first, other], at)
    return first


_NAMES = {
    Reading.TEXT: "keys are texts of options",
    Reading.NAMES: "keys are names of columns",
    Reading.LETTERS: "keys are letters",
    Reading.FROM_0: "keys count from 0",
    Reading.FROM_1: "keys count from 1",
    Reading.APART: "the key stands apart from the wrong options",
    Reading.MARKS: "an option has a mark of its own",
}


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
    return f"{_NAMES[reading]}: {_share(found[reading], asked)}"


def _rows(number: int) -> str:
    return f"{number} {'row says' if number == 1 else 'rows say'}"


def _share(places: tuple[int | None, ...], asked: Sequence[Asked]) -> str:
    return f"{sum(place is not None for place in places)} of {len(asked)} rows"


def _two_fit(
    one: Asked,
    column: str,
    found: Mapping[Reading, tuple[int | None, ...]],
    rivals: Sequence[Reading],
    at: int,
) -> LpkitError:
    texts = [one.row.texts[place] for reading in rivals if (place := found[reading][at]) is not None]
    means = " or ".join(
        f'--keys-from {reading} ("{_brief(text)}")' for reading, text in zip(rivals, texts, strict=True)
    )
    return LpkitError(
        f'the keys of column "{column}" can be read in two ways: {one.place} says "{_brief(one.key)}"',
        f"say which is right: {means}",
    )


def _torn(
    asked: Sequence[Asked], column: str, found: Mapping[Reading, tuple[int | None, ...]], rows: Sequence[int]
) -> LpkitError:
    """Say which rows speak against the two readings that fit most."""
    best = sorted(_WAYS, key=lambda reading: -sum(found[reading][at] is not None for at in rows))
    first = best[0]
    second = next(one for one in best if any(found[one][at] is not None and found[first][at] is None for at in rows))
    against = [next(at for at in rows if found[one][at] is None) for one in (first, second)]
    said = ", ".join(
        f'{_NAMES[one]} but for {asked[at].place} ("{_brief(asked[at].key)}")'
        for one, at in zip((first, second), against, strict=True)
    )
    return LpkitError(
        f'the keys of column "{column}" contradict each other: {said}',
        f"mend those rows, or leave them out: --keys-from {first} or --keys-from {second}",
    )


def _senseless(asked: Sequence[Asked], column: str, places: Sequence[int | None]) -> LpkitError:
    """Say that the keys name no options, or too few, with one of them."""
    named = sum(place is not None for place in places)
    bad = next((one for at, one in enumerate(asked) if not places or places[at] is None), None)
    example = f': {bad.place} says "{_brief(bad.key)}"' if bad else ""
    if bad and (against := contradiction(bad.label, bad.row)):
        raise LpkitError(f"{bad.place}: {against}", "put the options in the order of their letters, or take those off")
    many = f'no key of column "{column}" names' if not named else f'few keys of column "{column}" name'
    hint = "name another column: --column answer=HEADER; where it is no option but one more: --keys-from apart"
    return LpkitError(f"{many} an option{example}", hint)


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
