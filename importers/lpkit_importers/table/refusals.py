"""Why keys cannot be read, or in two ways, with the rows that show it and the option that settles it."""

from collections.abc import Mapping, Sequence

from lpkit.importing import LpkitError
from lpkit_importers.table.keys import contradiction
from lpkit_importers.table.readings import NAMES, WAYS, Asked, Reading, without_note


def two_fit(
    one: Asked,
    column: str,
    found: Mapping[Reading, tuple[int | None, ...]],
    rivals: Sequence[Reading],
    at: int,
) -> LpkitError:
    """Say that two readings give different keys for a row, with the option that chooses either."""
    texts = [one.row.texts[place] for reading in rivals if (place := found[reading][at]) is not None]
    means = " or ".join(
        f'--keys-from {reading} ("{_brief(text)}")' for reading, text in zip(rivals, texts, strict=True)
    )
    return LpkitError(
        f'the keys of column "{column}" can be read in two ways: {one.place} says "{_brief(one.key)}"',
        f"say which is right: {means}",
    )


def torn(
    asked: Sequence[Asked], column: str, found: Mapping[Reading, tuple[int | None, ...]], rows: Sequence[int]
) -> LpkitError:
    """Say which rows speak against the two readings that fit most."""
    best = sorted(WAYS, key=lambda reading: -sum(found[reading][at] is not None for at in rows))
    first = best[0]
    second = next(one for one in best if any(found[one][at] is not None and found[first][at] is None for at in rows))
    against = [next(at for at in rows if found[one][at] is None) for one in (first, second)]
    said = ", ".join(
        f'{NAMES[one]} but for {asked[at].place} ("{_brief(asked[at].key)}")'
        for one, at in zip((first, second), against, strict=True)
    )
    return LpkitError(
        f'the keys of column "{column}" contradict each other: {said}',
        f"mend those rows, or leave them out: --keys-from {first} or --keys-from {second}",
    )


def senseless(asked: Sequence[Asked], column: str, places: Sequence[int | None]) -> LpkitError:
    """Say that the keys name no options, or too few, with one of them."""
    named = sum(place is not None for place in places)
    bad = next((one for at, one in enumerate(asked) if not places or places[at] is None), None)
    example = f': {bad.place} says "{_brief(bad.key)}"' if bad else ""
    if bad and (against := contradiction(bad.label, bad.row)):
        raise LpkitError(f"{bad.place}: {against}", "put the options in the order of their letters, or take those off")
    many = f'no key of column "{column}" names' if not named else f'few keys of column "{column}" name'
    hint = "name another column: --column answer=HEADER; where it is no option but one more: --keys-from apart"
    if noted := next((one.label for one in asked if without_note(one) is not one), None):
        ways = "letters" if noted.letter else "1 or --keys-from 0"
        hint = f"where notes stand behind the keys: --keys-from {ways}; else {hint}"
    return LpkitError(f"{many} an option{example}", hint)


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
