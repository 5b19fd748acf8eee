"""By which names prose may call the verdicts and dimensions of a pack."""

import re
from collections.abc import Mapping, Sequence

from lpkit.pattern import pattern

_PARTS = pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_SHORTEST_WORD = 4
"""Letters of the shortest word of a title by which its dimension may be called."""


def either(names: Mapping[str, str]) -> str:
    """Give the source of a pattern for any of some names."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"[\s_-]+") for name in longest_first)


def roughly(names: Mapping[str, str]) -> frozenset[str]:
    """Give what is in every text in lower case that has one of some names: the first word of each."""
    return frozenset(name.split()[0] for name in names)


def plain(name: str) -> str:
    """Give a name as it is looked up: in lower case, with single spaces."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def by_name(entries: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Give ids by title and by id; a title of signs alone, such as a dash, is nothing that prose could name."""
    return {name: key for title, key in entries for given in (title, key) if (name := plain(given))}


def called(dimensions: Sequence[tuple[str, str]], common: frozenset[str]) -> dict[str, str]:
    """Give the dimension for each name that it is called by: title, id, and each word that no other has."""
    words: dict[str, set[str]] = {}
    for title, key in dimensions:
        for word in _PARTS.findall(f"{plain(title)} {plain(key)}"):
            words.setdefault(word, set()).add(key)
    single = {
        word: next(iter(keys))
        for word, keys in words.items()
        if len(keys) == 1 and len(word) >= _SHORTEST_WORD and word not in common
    }
    return single | by_name(dimensions)
