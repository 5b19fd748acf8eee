"""Files: their text, their data, and where every value stands."""

from lpkit.source.node import Node
from lpkit.source.reading import Source, decode, read_source, read_text
from lpkit.source.tree import Flaw

__all__ = ["Flaw", "Node", "Source", "decode", "read_source", "read_text"]
