"""Which items of a corpus an export holds, as its settings say: kinds, pools and packs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lpkit.export import Corpus
from lpkit_exporters.bundle.settings import Options, choice, several

POOLS: tuple[Literal["practice", "test"], ...] = ("practice", "test")

ITEMS = ("question", "score", "answer")
"""Kinds of items: questions; choices that score an answer; and the evaluation, for which learners write their own."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The kinds of items, the pools of questions and the packs that are wanted; None for every pack."""

    kinds: frozenset[str]
    pools: frozenset[str] = frozenset(("practice",))
    packs: frozenset[str] | None = None

    def wants(self, pack: str) -> bool:
        """Tell whether items of a pack are wanted."""
        return self.packs is None or pack in self.packs


def settings_of(kinds: Sequence[str], what: str, pools: Sequence[str] = ("practice",)) -> Mapping[str, str]:
    """Describe the settings that choose; `what` is the word for items, as in `cards`, `pools` are taken without one."""
    both = "practice: questions of that pool alone; without it those of practice and test"
    more = f"practice,test: questions of both pools; without it those of {pools[0]} alone"
    return {
        "pools": both if len(pools) > 1 else more,
        "kinds": f"{kinds[0]},…: {what} of these kinds alone, of {', '.join(kinds)}",
        "packs": f"ID,…: {what} of these packs alone",
    }


def is_by_pack(options: Options) -> bool:
    """Read the setting `files`: whether each pack gets a file of its own.

    Raises LpkitError for another word.
    """
    return choice(options, "files", ("library", "pack"), "library") == "pack"


def selection_of(
    corpus: Corpus, options: Options, kinds: Sequence[str], pools: Sequence[str] = ("practice",)
) -> Selection:
    """Read the settings of an export; `kinds` are all that it knows, `pools` those that it takes where none are named.

    Raises LpkitError for a word that none of them knows, with the nearest one.
    """
    known = [pack.id for shelf in corpus.shelves for pack in shelf.packs]
    named = several(options, "packs", known, (), "it takes ids of published packs")
    return Selection(
        frozenset(several(options, "kinds", kinds, kinds)),
        frozenset(several(options, "pools", POOLS, pools)),
        frozenset(named) if "packs" in options else None,
    )
