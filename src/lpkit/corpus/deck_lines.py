"""What rules know of the decks in library.lock: lines that tell another name than a release does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lpkit.corpus.facts import Fact
from lpkit.corpus.lines import line_site
from lpkit.corpus.view import LibraryView
from lpkit.diagnostic import Site
from lpkit.publishing.decks import is_behind, pack_moves
from lpkit.publishing.lock import Deck, Lock
from lpkit.publishing.released import ReleasedDeck
from lpkit.publishing.updating import Presence
from lpkit.source import Source


class DeckLine(NamedTuple):
    """A line of the lock for a deck."""

    key: str
    deck: Deck


class ReleasedLine(NamedTuple):
    """A line of a release for a deck."""

    key: str
    released: ReleasedDeck


class DeckBehind(NamedTuple):
    """A deck whose name in the lock is no newer than another one that was released."""

    site: Site
    key: str
    deck: Deck
    released: ReleasedDeck


def deck_facts(view: LibraryView, source: Source, lock: Lock) -> Iterator[Fact]:
    """Give the decks of lock and releases where they differ: nearly always they do not."""
    other = {key: found for key, found in view.released.decks.items() if lock.decks.get(key) != found.deck}
    for key, found in other.items():
        yield Fact(view.source.name, ReleasedLine(key, found), line_site(source, 1), key=f"released deck {key}")
    for key, deck in lock.decks.items() if other else ():
        yield Fact(view.source.name, DeckLine(key, deck), line_site(source, lock.deck_lines[key]), key=f"deck {key}")


@dataclass(slots=True)
class DeckLines:
    """The decks of a lock and of releases, from the facts of one library."""

    locked: dict[str, tuple[Deck, Site]] = field(default_factory=dict)
    released: dict[str, ReleasedDeck] = field(default_factory=dict)

    def add(self, line: DeckLine | ReleasedLine, site: Site) -> None:
        """Take a line that a fact tells of."""
        if isinstance(line, DeckLine):
            self.locked[line.key] = line.deck, site
        else:
            self.released[line.key] = line.released

    def behind(self, presences: Iterable[Presence]) -> Iterator[DeckBehind]:
        """Give the decks whose name went back, those of packs under former ids too."""
        moves = pack_moves((one.key.path, one.formerly) for one in presences if one.key.kind == "pack")
        here = {moves.get(key, key): key for key in self.locked}
        for old, released in sorted(self.released.items()):
            key = here.get(moves.get(old, old))
            if key is not None and is_behind(self.locked[key][0], released.deck):
                yield DeckBehind(self.locked[key][1], key, self.locked[key][0], released)
