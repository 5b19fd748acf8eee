"""Items between the bundle and the formats of learning systems: single choices, and answers that are scored.

`gather` gives a corpus as libraries, principles, packs and pools of items; each format is a small folder on that.
"""

from lpkit_exporters.items.gathering import gather
from lpkit_exporters.items.group import ItemLibrary, ItemPack, ItemPool, ItemPrinciple
from lpkit_exporters.items.model import (
    Choice,
    Evaluation,
    Level,
    MarkerSeen,
    Option,
    Passage,
    RubricDimension,
    ScoredAnswer,
    VerdictBand,
)
from lpkit_exporters.items.text import Text

__all__ = [
    "Choice",
    "Evaluation",
    "ItemLibrary",
    "ItemPack",
    "ItemPool",
    "ItemPrinciple",
    "Level",
    "MarkerSeen",
    "Option",
    "Passage",
    "RubricDimension",
    "ScoredAnswer",
    "Text",
    "VerdictBand",
    "gather",
]
