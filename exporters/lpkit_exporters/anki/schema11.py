"""Anki's schema 11 as it stands in every package: tables, configuration, decks and their preset."""

from collections.abc import Iterable
from typing import Any

from lpkit_exporters.anki.decks import Deck

DAILY = 10
"""New cards a day, by lpkit's preset."""

CREATED = 1_767_225_600
"""Seconds since 1970 at which the collection in the package says it was made: the same for all."""

DEFAULT_DECK = 1
DEFAULT_PRESET = 1
PRESET = 1_767_225_600_201
"""The id of lpkit's own preset."""

PRAGMAS = """
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
"""

DDL = """
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
  conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
  csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
  due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""


def configuration(count: int) -> dict[str, Any]:
    """Give the column `conf` of a collection with that many new cards."""
    return {
        "activeDecks": [DEFAULT_DECK],
        "addToCur": True,
        "collapseTime": 1200,
        "curDeck": DEFAULT_DECK,
        "curModel": None,
        "dueCounts": True,
        "estTimes": True,
        "newSpread": 0,
        "nextPos": count + 1,
        "sortBackwards": False,
        "sortType": "noteFld",
        "timeLim": 0,
    }


def deck_json(decks: Iterable[Deck]) -> dict[str, dict[str, Any]]:
    """Give the column `decks`: Anki's own default deck, then ours, by id."""
    default = Deck((), DEFAULT_DECK, "Default", "")
    return {str(deck.id): _deck(deck, PRESET if deck.path else DEFAULT_PRESET) for deck in (default, *decks)}


def _deck(deck: Deck, preset: int) -> dict[str, Any]:
    return {
        "id": deck.id,
        "name": deck.name,
        "desc": deck.description,
        "mod": CREATED,
        "usn": -1,
        "dyn": 0,
        "conf": preset,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        "newToday": [0, 0],
        "revToday": [0, 0],
        "lrnToday": [0, 0],
        "timeToday": [0, 0],
    }


def preset_json() -> dict[str, dict[str, Any]]:
    """Give the column `dconf`: Anki's default preset and lpkit's, which an import ignores unless it is asked.

    lpkit's shows so many new cards a day in the order of the deck, and on a day one card of a note.
    """
    default = _preset(DEFAULT_PRESET, "Default", 20, {})
    in_order = {"newGatherPriority": 1, "newSortOrder": 1, "buryInterdayLearning": True}
    return {str(DEFAULT_PRESET): default, str(PRESET): _preset(PRESET, "lpkit", DAILY, in_order)}


def _preset(number: int, name: str, daily: int, order: dict[str, Any]) -> dict[str, Any]:
    new = {"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1}
    lapse = {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0}
    review = {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1}
    return {
        "id": number,
        "name": name,
        "mod": 0,
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "replayq": True,
        "timer": 0,
        "new": {**new, "perDay": daily, "separate": True},
        "lapse": lapse,
        "rev": {**review, "perDay": 200},
        **order,
    }
