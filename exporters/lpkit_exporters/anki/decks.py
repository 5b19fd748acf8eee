"""The tree of decks: library, principle, pattern. Their names are kept in library.lock once they are published."""

from dataclasses import dataclass

from lpkit.export import Shelf, component, deck_names
from lpkit.model import Pack
from lpkit_exporters.anki.fields import plain
from lpkit_exporters.anki.identity import distinct, number
from lpkit_exporters.catalogue.words import Words

__all__ = ["PARENT", "Deck", "component", "deck_of", "decks"]

PARENT = "::"
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck: the ids that it stands for, its full name and the text of its overview."""

    path: Path
    id: int
    name: str
    description: str


def own_remarks(words: Words) -> str:
    """Say what learners should know before they write on cards; tests/export/anki/test_anki_edits.py shows it."""
    return words.gettext(
        "When a card is corrected, Anki replaces all texts and tags of its note; due dates, history and flags stay. "
        "So keep what you want to remember in a note of your own, in this deck or another: no update touches it."
    )


def decks(shelf: Shelf, words: Words) -> dict[Path, Deck]:
    """Give the decks of a library by path, parents first; only principles with packs have one."""
    library = shelf.library
    names = deck_names(library, shelf.packs, shelf.decks)
    paths = dict(zip(names, _paths(shelf, names), strict=True))
    texts = {f"principle/{one.id}": one.summary for one in library.principles}
    texts[f"library/{library.id}"] = own_remarks(words)
    texts |= {f"pack/{pack.id}": pack.prompt for pack in shelf.packs}
    rows = [(paths[key], name, texts.get(key, "")) for key, name in names.items()]
    # A deck whose pack went to another principle stays where it was: what it lies below must be there too.
    known = set(names.values())
    split = [name.split(PARENT) for name in known]
    above = {PARENT.join(parts[:end]) for parts in split for end in range(1, len(parts))}
    rows = [((library.id, "", "above", name), name, "") for name in sorted(above - known)] + rows
    ids = distinct(number("deck", *path) for path, _, _ in rows)
    return {path: Deck(path, deck_id, name, plain(text)) for (path, name, text), deck_id in zip(rows, ids, strict=True)}


def deck_of(shelf: Shelf, pack: Pack) -> Path:
    """Give the path of the deck that holds the cards of a pack."""
    return (shelf.library.id, pack.principle, pack.id)


def _paths(shelf: Shelf, names: dict[str, str]) -> list[Path]:
    principle = {pack.id: pack.principle for pack in shelf.packs}
    found: list[Path] = []
    for key in names:
        kind, _, name = key.partition("/")
        own = {"library": (), "principle": (name,), "pack": (principle.get(name, ""), name)}[kind]
        found.append((shelf.library.id, *own))
    return found
