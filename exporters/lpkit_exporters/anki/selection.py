"""Which cards an export holds, as its settings say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from lpkit.export import Corpus, LpkitError

KINDS = ("concept", "coaching", "spot", "fix-it", "question", "score")
POOLS = ("practice", "test")
SETTINGS = {
    "pools": "practice,test: questions of both pools; without it those of practice alone",
    "kinds": f"question,…: cards of these kinds alone, of {', '.join(KINDS)}",
    "packs": "ID,…: cards of these packs alone",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The kinds of cards, the pools of questions and the packs that are wanted; None for every pack."""

    kinds: frozenset[str] = frozenset(KINDS)
    pools: frozenset[str] = frozenset(("practice",))
    packs: frozenset[str] | None = None

    def wants(self, pack: str) -> bool:
        """Tell whether cards of a pack are wanted."""
        return self.packs is None or pack in self.packs


EVERYTHING = Selection(pools=frozenset(POOLS))


def selection_of(corpus: Corpus, options: Mapping[str, str]) -> Selection:
    """Read the settings of an export.

    Raises LpkitError for a word that none of them knows, with the nearest one.
    """
    plain = Selection()
    known = [pack.id for shelf in corpus.shelves for pack in shelf.packs]
    return Selection(
        _words("kinds", options["kinds"], KINDS) if "kinds" in options else plain.kinds,
        _words("pools", options["pools"], POOLS) if "pools" in options else plain.pools,
        _words("packs", options["packs"], known) if "packs" in options else None,
    )


def _words(setting: str, text: str, known: Collection[str]) -> frozenset[str]:
    words = [word.strip() for word in text.split(",")]
    takes = "it takes ids of published packs" if setting == "packs" else f"it takes, with commas: {', '.join(known)}"
    for word in words:
        if word not in known:
            close = get_close_matches(word, known, 1)
            what = f"{setting} names {word}, which is not known" if word else f"{setting} has an empty name"
            raise LpkitError(what, f"did you mean {close[0]}?" if close else takes)
    return frozenset(words)
