"""What a text must have for a pattern to be found in it: proves the words by which patterns and forms are gated."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 60
"""How many texts of a stretch are followed; of more, nothing is said."""

Words = frozenset[str]


def proven(source: str, words: Sequence[str], flags: int = 0, *, folded: bool = True) -> bool:
    """Tell whether each text in which a pattern is found has one of some words, in lower case if that is asked."""
    every = needed(source, flags, folded=folded)
    return any(all(any(word in text for word in words) for text in texts) for texts in every)


def needed(source: str, flags: int = 0, *, folded: bool = True) -> list[Words]:
    """Give sets of texts: wherever a pattern is found, one text of each set is there, if asked in lower case."""
    tree = _parser.parse(source, flags)
    return [found for found in _of_sequence(_in_lower_case(tree) if folded else tree) if "" not in found]


def _in_lower_case(thing: Any) -> Any:
    """Give the tree of a pattern with its letters in lower case."""
    if isinstance(thing, tuple) and len(thing) == 2 and thing[0] is codes.LITERAL:
        return codes.LITERAL, ord(chr(thing[1]).lower()[0])
    if isinstance(thing, tuple | list | _parser.SubPattern):
        return [*map(_in_lower_case, thing)] if not isinstance(thing, tuple) else tuple(map(_in_lower_case, thing))
    return thing


def _of_sequence(items: Iterable[Any]) -> Iterator[Words]:
    """Give the sets of a sequence: stretches whose texts can be listed, and what is within the others."""
    stretch: Words = frozenset(("",))
    for kind, value in items:
        listed = _listed(kind, value)
        if listed is not None and len(listed) * len(stretch) <= _MOST:
            stretch = frozenset(first + second for first, second in product(stretch, listed))
            continue
        yield stretch
        stretch = listed or frozenset(("",))
        if listed is None:
            yield from _within(kind, value)
            stretch = frozenset(("",))
    yield stretch


def _within(kind: Any, value: Any) -> Iterator[Words]:
    if kind is codes.SUBPATTERN:
        yield from _of_sequence(value[3])
    elif kind is codes.BRANCH:
        yield from _of_all([[*_of_sequence(branch)] for branch in value[1]])
    elif kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and value[0] > 0:
        yield from _of_sequence(value[2])
    elif kind is codes.ATOMIC_GROUP:
        yield from _of_sequence(value)


def _of_all(branches: Sequence[Sequence[Words]]) -> Iterator[Words]:
    """Give what holds for all branches: the set with the longest shortest text of each."""
    best = [max(sets, key=_worth, default=frozenset(("",))) for sets in branches]
    yield frozenset().union(*best)


def _worth(texts: Words) -> tuple[int, int]:
    return min(map(len, texts)), -len(texts)


def _listed(kind: Any, value: Any) -> Words | None:
    """Give all texts that an item stands for; None where they are many."""
    if kind is codes.LITERAL:
        return frozenset((chr(value),))
    if kind in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
        return frozenset(("",))
    if kind is codes.IN:
        return _of_class(value)
    if kind is codes.SUBPATTERN:
        return _of_items(value[3])
    if kind is codes.BRANCH:
        return _joined([_of_items(branch) for branch in value[1]])
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[1] is not codes.MAXREPEAT and value[1] <= 3:
        once = _of_items(value[2])
        every = [_of_items([*value[2]] * number) for number in range(value[0], value[1] + 1)]
        return None if once is None else _joined(every)
    return None


def _of_class(value: Sequence[Any]) -> Words | None:
    if any(kind is not codes.LITERAL for kind, _ in value) or len(value) > 6:
        return None
    return frozenset(chr(code) for _, code in value)


def _of_items(items: Iterable[Any]) -> Words | None:
    found: Words = frozenset(("",))
    for kind, value in items:
        listed = _listed(kind, value)
        if listed is None or len(found) * len(listed) > _MOST:
            return None
        found = frozenset(first + second for first, second in product(found, listed))
    return found


def _joined(parts: Sequence[Words | None]) -> Words | None:
    if any(part is None for part in parts):
        return None
    every = frozenset().union(*(part for part in parts if part is not None))
    return every if len(every) <= _MOST else None
