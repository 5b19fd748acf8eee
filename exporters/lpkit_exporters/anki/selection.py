"""Which cards an export holds, as its settings say."""

from collections.abc import Mapping

from lpkit.export import Corpus
from lpkit_exporters.bundle import selection
from lpkit_exporters.bundle.selection import POOLS, Selection

KINDS = ("concept", "coaching", "spot", "fix-it", "question", "score")
SETTINGS = {
    **selection.settings_of(KINDS, "cards"),
    "kinds": f"question,…: cards of these kinds alone, of {', '.join(KINDS)}",
}
CARDS = Selection(frozenset(KINDS))
"""What a deck holds where nobody chooses."""
EVERYTHING = Selection(frozenset(KINDS), frozenset(POOLS))


def selection_of(corpus: Corpus, options: Mapping[str, str]) -> Selection:
    """Read the settings of an export.

    Raises LpkitError for a word that none of them knows, with the nearest one.
    """
    return selection.selection_of(corpus, options, KINDS)
