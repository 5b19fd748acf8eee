"""Ids made from texts."""

import re
import unicodedata

from lpkit.text.tokens import STOP_WORDS, words

_LONGEST = 48
"""Characters of the longest id that is made; ids of one's own may be longer."""


def slug(text: str, otherwise: str) -> str:
    """Give a text as an id: its words that carry content, in ASCII; `otherwise` where nothing is left."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    found = [re.sub(r"[^a-z0-9]", "", word) for word in words(folded)]
    telling = [word for word in found if word and word not in STOP_WORDS] or [word for word in found if word]
    made = ""
    for word in telling:
        longer = f"{made}-{word}" if made else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        made = longer
    return made or otherwise
