"""Small values that the pack stage keeps for rules across packs."""

from typing import NamedTuple

from lpkit.diagnostic import Site


class Fact(NamedTuple):
    """Something a rule across packs compares: what it is about, and where it stands."""

    library: str
    """The library's file, so that packs of different libraries are never compared by mistake."""
    value: str
    site: Site
    pack: str = ""
