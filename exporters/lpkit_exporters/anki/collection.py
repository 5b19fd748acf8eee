"""From notes to the bytes of Anki's database, schema 11, which every version since 2012 imports.

The database is built in memory, in one order, with everything set that a build of SQLite could choose by
itself; what SQLite writes about itself into the header is replaced. A build with reserved bytes in each page
would still give other bytes.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha1
from typing import Any

from lpkit_exporters.anki.decks import Deck
from lpkit_exporters.anki.fields import bare
from lpkit_exporters.anki.identity import distinct
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notetypes import note_type_json
from lpkit_exporters.anki.order import Card
from lpkit_exporters.anki.schema11 import CREATED, DDL, PRAGMAS, configuration, deck_json, preset_json
from lpkit_exporters.anki.times import Times
from lpkit_exporters.bundle.sqlite_bytes import untraced
from lpkit_exporters.catalogue.words import Words


def collection(
    decks: Sequence[Deck], notes: Sequence[Note], cards: Sequence[Card], times: Times, others: tuple[Words, ...] = ()
) -> bytes:
    """Write a collection of notes with their cards, new and due in the given order; `others` are words for labels."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(PRAGMAS + DDL)
        connection.execute(f"INSERT INTO col VALUES ({', '.join('?' * 13)})", _col_row(decks, len(cards), others))
        ids = list(distinct(note.number for note in notes))
        connection.executemany(
            f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", sorted(_note_rows(ids, notes, times))
        )
        connection.executemany(
            f"INSERT INTO cards VALUES ({', '.join('?' * 18)})",
            sorted(_card_rows(dict(zip(map(id, notes), ids, strict=True)), cards, times)),
        )
        return untraced(connection)
    finally:
        connection.close()


def _col_row(decks: Sequence[Deck], count: int, others: tuple[Words, ...]) -> tuple[Any, ...]:
    columns: tuple[dict[str, Any], ...] = (
        configuration(count),
        note_type_json(others),
        deck_json(decks),
        preset_json(),
        {},
    )
    milliseconds = CREATED * 1000
    stamps = (1, CREATED, milliseconds, milliseconds, 11, 0, 0, 0)
    return (*stamps, *(json.dumps(column, ensure_ascii=False) for column in columns))


def _note_rows(ids: Iterable[int], notes: Iterable[Note], times: Times) -> Iterator[tuple[Any, ...]]:
    for note_id, note in zip(ids, notes, strict=True):
        texts = note.texts()
        first = bare(texts[0])
        checksum = int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        tags = f" {' '.join(note.tags)} "
        identity = (note_id, note.guid, note.note_type.id, note.time(times), -1)
        yield (*identity, tags, "\x1f".join(texts), first, checksum, 0, "")


def _card_rows(note_ids: Mapping[int, int], cards: Sequence[Card], times: Times) -> Iterator[tuple[Any, ...]]:
    card_ids = distinct(card.note.card_number(card.face) for card in cards)
    for due, (card_id, card) in enumerate(zip(card_ids, cards, strict=True), start=1):
        never_studied = (0,) * 8
        note_id, changed = note_ids[id(card.note)], card.note.time(times)
        yield (card_id, note_id, card.deck.id, card.face, changed, -1, 0, 0, due, *never_studied, "")
