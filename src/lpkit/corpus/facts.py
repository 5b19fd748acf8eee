"""Small values that the pack stage keeps for rules across packs."""

from typing import Any, NamedTuple

from lpkit.diagnostic import Site


class Fact(NamedTuple):
    """Something a rule across packs compares: what it is about, and where it stands."""

    library: str
    """The library's file, so that packs of different libraries are never compared by mistake."""
    value: Any
    """A value of the rule's own, such as a tuple that names its parts; None for a pack that cannot be read.

    It travels between processes and stays what it is: nobody makes a text of it and takes that apart again.
    """
    site: Site
    pack: str = ""
    key: str = ""
    """What facts of one rule are ordered by, below their library."""
