"""The tree of decks: library, principle, pattern."""

from collections import Counter
from dataclasses import dataclass
from unicodedata import normalize

from lpkit.export import Shelf
from lpkit.model import Pack
from lpkit_exporters.anki.fields import plain, printable
from lpkit_exporters.anki.identity import distinct, number

PARENT = "::"
Row = tuple[tuple[str, ...], str, str]
"""Path, title and description of a deck."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: the ids that it stands for, its full name and the text of its overview."""

    path: tuple[str, ...]
    id: int
    name: str
    description: str


def decks(shelf: Shelf) -> dict[tuple[str, ...], Deck]:
    """Give the decks of a library by path, parents first; only principles with packs have one."""
    library = shelf.library
    used = {pack.principle for pack in shelf.packs}
    root = (library.id,)
    rows: list[Row] = [(root, library.title, "")]
    rows += [((*root, one.id), one.title, one.summary) for one in library.principles if one.id in used]
    known = {path[-1] for path, _, _ in rows[1:]}
    rows += [((*root, name), name, "") for name in sorted(used - known)]
    rows += [((*root, pack.principle, pack.id), pack.title, pack.prompt) for pack in shelf.packs]
    return _named(rows)


def deck_of(shelf: Shelf, pack: Pack) -> tuple[str, ...]:
    """Give the path of the deck that holds the cards of a pack."""
    return (shelf.library.id, pack.principle, pack.id)


def _named(rows: list[Row]) -> dict[tuple[str, ...], Deck]:
    parts = {path: component(title) for path, title, _ in rows}
    seen = Counter((path[:-1], part.casefold()) for path, part in parts.items())
    ids = distinct(number("deck", *path) for path, _, _ in rows)
    made: dict[tuple[str, ...], Deck] = {}
    for (path, _, text), deck_id in zip(rows, ids, strict=True):
        part = parts[path]
        if seen[path[:-1], part.casefold()] > 1:
            # Anki knows decks by name: two packs of one title would share a deck.
            part = f"{part} ({path[-1]})"
        parent = made.get(path[:-1])
        name = f"{parent.name}{PARENT}{part}" if parent else part
        made[path] = Deck(path, deck_id, name, plain(text))
    return made


def component(title: str) -> str:
    """Make a title one component of a deck's name, which may hold no `::`, no quotation mark and no break."""
    name = " ".join(normalize("NFC", printable(title)).replace('"', "'").split())
    while PARENT in name:
        name = name.replace(PARENT, ":")
    return name.strip(": ") or "-"
