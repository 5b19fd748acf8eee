"""Where two states of a file's data differ, and whether that is where its fixes may change it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lpkit.diagnostic import Path
from lpkit.source import Source


def shuffled(places: Sequence[tuple[str, ...]], old: Source, new: Source) -> list[tuple[str, ...]]:
    """Give the lists around some places that hold the same entries in another order."""
    found = []
    for place in dict.fromkeys(place[:-1] for place in places if place[-1:] and place[-1].isdecimal()):
        before, after = _entries(old, place), _entries(new, place)
        if None not in (before, after) and _sorted(before) == _sorted(after):
            found.append(place)
    return found


def _sorted(entries: list[Any] | None) -> list[str]:
    return sorted(map(repr, entries or ()))


def _entries(source: Source, steps: tuple[str, ...]) -> list[Any] | None:
    """Give the entries of a list; None where none stands there, or no more."""
    here = source.data
    for step in steps:
        try:
            here = here[int(step)] if isinstance(here, list) else here[step]
        except (IndexError, KeyError, TypeError, ValueError):
            return None
    return here if isinstance(here, list) else None


def steps(pointer: str) -> tuple[str, ...]:
    """Give the steps of a pointer."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


class Places:
    """Where a file may differ: at some places and below them."""

    def __init__(self, places: Iterable[tuple[str, ...]]) -> None:
        self._places = frozenset(places)
        self._beside = frozenset(place[:-1] for place in self._places)

    def allow(self, at: Path, what: str) -> bool:
        """Tell whether a path is one of the places or lies below one; a new key may also stand beside one."""
        steps = tuple(map(str, at))
        below = any(steps[:end] in self._places for end in range(len(steps) + 1))
        return below or (what == "added" and steps[:-1] in self._beside)


def differences(old: Any, new: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give the paths at which two trees differ, and whether the value was added, removed or changed."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            if key in old and key in new:
                yield from differences(old[key], new[key], (*at, key))
            else:
                yield (*at, key), "added" if key in new else "removed"
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (left, right) in enumerate(zip(old, new, strict=True)):
            yield from differences(left, right, (*at, number))
    elif (type(old), old) != (type(new), new):
        yield at, "changed"
