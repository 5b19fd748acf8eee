"""Names of decks: made of titles when a deck is first published, and kept from then on.

Anki knows decks by name. A title that changed would give a learner a new, empty deck beside the one with the cards.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from lpkit.model import Library, Pack

PARENT = "::"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class _Place(NamedTuple):
    """A deck: what it is called in the lock, that of its parent, its own id and its title."""

    key: str
    parent: str
    id: str
    title: str
    former: tuple[str, ...] = ()


def deck_names(library: Library, packs: Sequence[Pack], frozen: Mapping[str, str]) -> dict[str, str]:
    """Give the full names of the decks of published packs, parents first, by what they are for.

    Keys are `library/ID`, `principle/ID` and `pack/ID`. A name in `frozen` stays; a new one is made of titles, with
    the id behind it where another deck has the name.
    """
    places = list(_places(library, packs))
    names: dict[str, str] = {}
    for place in places:
        kept = next((frozen[key] for key in (place.key, *place.former) if key in frozen), None)
        if kept is not None:
            names[place.key] = kept
    fresh = [place for place in places if place.key not in names]
    for place in fresh:
        part = component(place.title)
        twins = [other for other in fresh if other.parent == place.parent and _same(other.title, place.title)]
        lead = f"{names[place.parent]}{PARENT}" if place.parent else ""
        taken = {name.casefold() for name in names.values()}
        # Two packs of one title would share a deck.
        double = len(twins) > 1 or f"{lead}{part}".casefold() in taken
        names[place.key] = f"{lead}{part} ({place.id})" if double else f"{lead}{part}"
    return {place.key: names[place.key] for place in places}


def _same(one: str, other: str) -> bool:
    return component(one).casefold() == component(other).casefold()


def _places(library: Library, packs: Sequence[Pack]) -> Iterator[_Place]:
    root = f"library/{library.id}"
    yield _Place(root, "", library.id, library.title)
    used = {pack.principle for pack in packs}
    known = {one.id: one.title for one in library.principles if one.id in used}
    for name, title in {**known, **{name: name for name in sorted(used - known.keys())}}.items():
        yield _Place(f"principle/{name}", root, name, title)
    for pack in packs:
        former = tuple(f"pack/{name}" for name in reversed(pack.formerly))
        yield _Place(f"pack/{pack.id}", f"principle/{pack.principle}", pack.id, pack.title, former)


def component(title: str) -> str:
    """Make a title one component of a deck's name, which may hold no `::`, no quotation mark and no break."""
    shown = _UNPRINTABLE.sub("\ufffd", title.replace("\r\n", "\n"))
    name = " ".join(normalize("NFC", shown).replace('"', "'").split())
    while PARENT in name:
        name = name.replace(PARENT, ":")
    return name.strip(": ") or "-"
