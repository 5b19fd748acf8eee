"""One library.lock brought up to date, and what is said of that."""

import os
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.running import latest_time, plural
from lpkit.corpus import Stock, stocked
from lpkit.errors import LpkitError
from lpkit.publishing.decks import deck_names
from lpkit.publishing.lock import LOCK_FILE, MENDED, MOVED, Deck, Key, Lock, iso, lock_text, parse_time, sound_lock
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.publishing.released import is_ahead
from lpkit.publishing.updating import Presence, Update, update
from lpkit.source import read_text
from lpkit.witness import stands
from lpkit.writing import write_file


class Wanted(NamedTuple):
    """What a run asks of a lock: the time for what changed, to write nothing, to make names of decks anew."""

    moment: int
    check: bool = False
    rename_decks: bool = False


def moment_of(text: str | None) -> int:
    """Give the time for what changed: the one that is given, that of SOURCE_DATE_EPOCH, or now.

    Raises LpkitError where it is no time, or lies more than a day ahead: clocks and time zones differ by less.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH") or None if text is None else text
    moment = parse_time(given) if given is not None else int(time.time())
    if moment > latest_time():
        hint = "a later correction would count as older and never arrive; leave --time out for now"
        raise LpkitError(f"{iso(moment)} lies in the future", hint)
    return moment


def bring_up_to_date(stock: Stock, wanted: Wanted) -> str | None:
    """Bring the lock of a library up to date; give its name where it was not."""
    file = stock.file.with_name(LOCK_FILE)
    name = name_of(file)
    old = read_text(file, name).text if stands(file) else None
    known = sound_lock(old, name, conflicts=True) if old is not None else Lock()
    result, decks = _updated(stock, known, wanted.moment), _decks(stock, wanted)
    text = lock_text(result.items, decks)
    # A merge may leave lines out of order, or both sides' lines for one item: that is tidied, and never a fault.
    stale = bool(result.changes or known.conflicts or old is None or decks != known.decks)
    if not wanted.check and old != text:
        write_file(file, text.encode())
    if not (wanted.check and stale):
        _say(name, result.changes, known.decks, decks, old == text)
    return name if stale else None


def _updated(stock: Stock, known: Lock, moment: int) -> Update:
    released, latest = stock.released.items, latest_time()
    ahead = {key for key, entry in known.items.items() if is_ahead(entry, released.get(key), latest)}
    items = {key: entry._replace(time=moment) if key in ahead else entry for key, entry in known.items.items()}
    result = update(items, _presences(stock), moment, released=released)
    result.changes.update({key: MENDED for key in ahead if key not in result.changes})
    return result


def _decks(stock: Stock, wanted: Wanted) -> dict[str, Deck]:
    """Give the decks: names that were published stay, unless they are to be made anew.

    That of a pack which is not published at present stays in either case: learners may have it.
    """
    known, (shelf,) = stock.decks(wanted.moment), stocked([stock]).shelves
    names = deck_names(shelf.library, shelf.packs, {} if wanted.rename_decks else shelf.decks)
    return known | {key: _named(known.get(key), name, wanted.moment) for key, name in names.items()}


def _named(deck: Deck | None, name: str, moment: int) -> Deck:
    """Give a deck under a name: of a new one that is its first, and another one is newer than that which it had."""
    if deck is None or deck.name == name:
        return deck or Deck(name)
    return Deck(name, max(moment, deck.renamed + 1))


def _say(name: str, changes: Mapping[Key, str], old: Mapping[str, Deck], new: Mapping[str, Deck], same: bool) -> None:
    renamed = [(old[key].name, deck.name) for key, deck in new.items() if old.get(key, deck).name != deck.name]
    said = [_summary(changes), plural(len(renamed), "renamed deck") if renamed else ""]
    rest = "up to date" if same else "sorted" if new.keys() == old.keys() else "names of decks recorded"
    say(f"{name}: {', '.join(filter(None, said)) or rest}")
    for before, after in renamed:
        say(f"  {before} becomes {after}")
    if renamed:
        say("  Anki moves no card: learners keep old decks with their cards, and get new ones for cards that come.")


def _summary(changes: Mapping[Key, str]) -> str:
    words = ("new", "changed", "retired", MOVED, MENDED)
    counts = {word: sum(1 for change in changes.values() if change == word) for word in words}
    return ", ".join(plural(count, f"{word} item") for word, count in counts.items() if count)


def _presences(stock: Stock) -> Sequence[Presence]:
    found = [*library_presences(stock.library)]
    for pack in stock.packs:
        found += pack_presences(stock.library, pack)
    return found
