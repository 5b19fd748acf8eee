"""What the overview of a library's deck tells about studying it."""

from collections.abc import Mapping
from dataclasses import replace

from lpkit.export import Shelf
from lpkit_exporters.anki.decks import OWN_REMARKS, Deck
from lpkit_exporters.anki.schema11 import DAILY

Path = tuple[str, ...]

_ADVICE = (
    f"{DAILY} new cards a day are plenty: a card to score has an answer of two minutes behind it. When you import, "
    "tick “Import any deck presets”, or set in the options of this deck: "
    f"new cards a day {DAILY}; new card gather order “ascending position”; bury new, review and learning siblings. "
    "Then no card gives another one away on the same day. Study this deck as a whole rather than the decks below it. "
    "Cards that were retired have the tag lpkit::retired: search for it in the browser and suspend them."
)


def with_advice(tree: Mapping[Path, Deck], shelf: Shelf) -> dict[Path, Deck]:
    """Give the decks of a library with advice on the deck that holds them all."""
    root = (shelf.library.id,)
    return {
        path: replace(deck, description=f"{_ADVICE} {OWN_REMARKS}") if path == root else deck
        for path, deck in tree.items()
    }
