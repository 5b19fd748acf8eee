"""Names of decks: made of titles when a deck is first published, and kept from then on.

Anki knows decks by name. A title that changed would give a learner a new, empty deck beside the one with the cards, and
so would a name that went back behind a release: of two names the one that was given later holds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from lpkit.model import Library, Pack
from lpkit.publishing.lock import Deck

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


def newest_decks(
    locked: Mapping[str, Deck], released: Mapping[str, Deck], moves: Mapping[str, str], now: int = 0
) -> dict[str, Deck]:
    """Give decks as a lock and the releases name them, whichever did so later, by the keys that they have now.

    One that has no name in `released`, as releases differ, has that of the lock, renamed after them.
    """
    result = moved_decks(locked, moves)
    missing = {key: deck for key, deck in moved_decks(released, moves).items() if key not in result and deck.name}
    for key, deck in decks_behind(locked, released, moves).items():
        result[key] = deck if deck.name else Deck(result[key].name, max(now, deck.renamed + 1))
    return result | missing


def decks_behind(locked: Mapping[str, Deck], released: Mapping[str, Deck], moves: Mapping[str, str]) -> dict[str, Deck]:
    """Give the released decks of which a lock has another name that is no newer, by the keys that they have now."""
    here = moved_decks(locked, moves)
    found = moved_decks(released, moves)
    return {key: deck for key, deck in found.items() if key in here and is_behind(here[key], deck)}


def is_behind(deck: Deck, released: Deck) -> bool:
    """Tell whether learners who have a release know a deck by another name, and none that is newer."""
    return deck != released and deck.renamed <= released.renamed


def moved_decks(decks: Mapping[str, Deck], moves: Mapping[str, str]) -> dict[str, Deck]:
    """Give decks by the keys that they have now; of two for one the newer, or that which had the key before."""
    result: dict[str, Deck] = {}
    for key in sorted(decks, key=lambda key: key in moves):
        target, other = moves.get(key, key), result.get(moves.get(key, key))
        result[target] = decks[key] if other is None or other.renamed < decks[key].renamed else other
    return result


def pack_moves(packs: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Give the keys of decks that packs had under former ids, with those of now: packs are ids and former ones."""
    known = list(packs)
    ids = {name for name, _ in known}
    return {f"pack/{old}": f"pack/{name}" for name, former in known for old in former if old not in ids}


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
