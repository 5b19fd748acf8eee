"""In which order new cards come: what shows a passage of an answer keeps away from what asks about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from lpkit_exporters.anki.decks import Deck
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notetypes import FIX_IT, SCORE

_LATER = (0, 1, 3)
"""How many packs later each part comes. Behind the last pack no questions stand between: rewrites and whole answers of
one pack are then parted by the answers of two others."""


class Card(NamedTuple):
    """A card of a note: which of the note's, and the deck that it comes into."""

    note: Note
    face: int
    deck: Deck


def in_order(packs: Sequence[Sequence[Card]]) -> list[Card]:
    """Put the cards of packs, in the order of the library, into the order in which a learner meets them.

    Of each pack first what is recalled, spotted and asked, then rewrites, then whole answers to score. Between these
    parts stand parts of the packs beside it. In a library of a few packs, or the deck of one, there is little to put
    between; nothing there gives away what comes later either, and Anki buries cards of one note.
    """
    parts = [[_turns(card for card in cards if _part(card) == part) for part in range(3)] for cards in packs]
    ordered: list[Card] = []
    for turn in range(len(parts) + _LATER[-1]):
        for part, later in enumerate(_LATER):
            if 0 <= turn - later < len(parts):
                ordered += parts[turn - later][part]
    return ordered


def _part(card: Card) -> int:
    return {FIX_IT.key: 1, SCORE.key: 2}.get(card.note.note_type.key, 0)


def _turns(cards: Iterable[Card]) -> list[Card]:
    """Let notes of several cards take turns, a card each: Anki buries what comes on one day beside one of its note."""
    seen: Counter[int] = Counter()
    ranked: list[tuple[int, Card]] = []
    for card in cards:
        ranked.append((seen[id(card.note)], card))
        seen[id(card.note)] += 1
    return [card for _, card in sorted(ranked, key=itemgetter(0))]
