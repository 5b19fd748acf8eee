"""Files: their text, their data, and where every value stands."""

from lpkit.source.comments import BREAKS, comment_extents, text_extents
from lpkit.source.node import Node
from lpkit.source.reading import Source, decode, read_source, read_text
from lpkit.source.scalar import one_line
from lpkit.source.tree import Flaw

__all__ = [
    "BREAKS",
    "Flaw",
    "Node",
    "Source",
    "comment_extents",
    "decode",
    "one_line",
    "read_source",
    "read_text",
    "text_extents",
]
