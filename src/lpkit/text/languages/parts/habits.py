"""The part on how options are worded: single words that tell one option from its neighbours."""

from collections.abc import Mapping
from typing import NamedTuple


class Habits(NamedTuple):
    """Words by what they do in an option, in lower case; each kind has its title in `lpkit.text.habits`."""

    kinds: Mapping[str, frozenset[str]]
    endings: tuple[str, ...]
    """Endings that tell the kind or the form of a word, the longest first."""
