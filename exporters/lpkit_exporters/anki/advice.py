"""What the overview of a library's deck tells about studying it."""

from collections.abc import Mapping
from dataclasses import replace

from lpkit.export import Shelf
from lpkit_exporters.anki.decks import Deck, own_remarks
from lpkit_exporters.anki.schema11 import DAILY
from lpkit_exporters.catalogue.words import Words

Path = tuple[str, ...]


def with_advice(tree: Mapping[Path, Deck], shelf: Shelf, words: Words) -> dict[Path, Deck]:
    """Give the decks of a library with advice on the deck that holds them all."""
    advice = f"{_advice(words)} {own_remarks(words)}"
    root = (shelf.library.id,)
    return {path: replace(deck, description=advice) if path == root else deck for path, deck in tree.items()}


def _advice(words: Words) -> str:
    return words.gettext(
        "%(daily)s new cards a day are plenty: a card to score has an answer of two minutes behind it. When you "
        "import, tick “Import any deck presets”, or set in the options of this deck: new cards a day %(daily)s; "
        "new card gather order “ascending position”; bury new, review and learning siblings. Then no card gives "
        "another one away on the same day. Study this deck as a whole rather than the decks below it. "
        "Cards that were retired have the tag lpkit::retired: search for it in the browser and suspend them.",
        daily=DAILY,
    )
