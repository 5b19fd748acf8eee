"""Near pairs among many questions of which few changed since they were last looked for: who types changes one."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpkit.text.likeness import CROWD, Nearness, Print, Skip, are_near, nearness, numbers_of, prefix_of

_FEW = 3
"""Questions in a row that are compared with all others, one by one; of more, all pairs are found as fast."""


class _Base(NamedTuple):
    """All pairs of some questions, and the shingles of each."""

    asked: Sequence[object]
    numbers: "Sequence[array[int]]"
    found: Nearness


class Follower:
    """Finds what `nearness` finds, in one sequence of questions after another, and sooner where they are alike.

    The first sequence leaves nothing behind: most processes look at one only. What another is compared with is
    always one in which all pairs were looked for, not the one before, so that no error could add up.
    """

    def __init__(self) -> None:
        self._begun = False
        self._base: _Base | None = None

    def firsts(self, asked: Sequence[object], packed: Sequence[str], skip: Skip) -> dict[int, int]:
        """Give for each question the first earlier one that it is near to, by their places.

        `asked` has for each what its print and `skip` follow from.
        """
        known = _followed(self._base, asked, packed, skip) if self._base else None
        if known is not None:
            return known
        found = nearness(packed, skip)
        self._base = _Base(tuple(asked), [numbers_of(text) for text in packed], found) if self._begun else None
        self._begun = True
        return found.firsts


def _followed(base: _Base, asked: Sequence[object], packed: Sequence[str], skip: Skip) -> dict[int, int] | None:
    """Give the pairs of other questions than those of the base; None where too many differ, or too many are alike."""
    begin, end = _apart(base.asked, asked)
    shift = len(asked) - len(base.asked)
    gone, new = range(begin, end - shift), range(begin, end)
    if max(len(gone), len(new)) > _FEW or base.found.crowd + len(new) > CROWD:
        return None
    numbers = [*base.numbers[:begin], *map(numbers_of, packed[begin:end]), *base.numbers[end - shift :]]
    firsts: dict[int, int] = {}
    lost: list[int] = []
    for second, first in base.found.firsts.items():
        if second not in gone:
            moved = second + shift if second >= begin else second
            if first in gone:
                lost.append(moved)
            else:
                firsts[moved] = first + shift if first >= begin else first
    if len(lost) > _FEW:
        return None
    for place in (*new, *lost):
        near, crowd = _near(place, numbers, packed)
        if crowd > CROWD:
            return None
        for first, second in ((min(place, other), max(place, other)) for other in near):
            if (second == place or place in new) and not skip(first, second):
                firsts[second] = min(first, firsts.get(second, first))
    return firsts


def _near(place: int, numbers: "Sequence[array[int]]", packed: Sequence[str]) -> tuple[Iterator[int], int]:
    """Give all that are near to a question, and the `crowd` of `nearness` for it."""
    print_ = Print.unpacked(packed[place])
    whole = print_.whole
    sharing = [other for other, shingles in enumerate(numbers) if not whole.isdisjoint(shingles)]
    counts = Counter(shingle for other in sharing for shingle in whole.intersection(numbers[other]))
    prefix = prefix_of(whole, Counter({shingle: count for shingle, count in counts.items() if count > 1}))
    others = (other for other in sharing if other != place and are_near(Print.unpacked(packed[other]), print_))
    return others, counts[prefix[-1]] if prefix else 0


def _apart(before: Sequence[object], now: Sequence[object]) -> tuple[int, int]:
    """Give where two sequences begin to differ, and where in the second one they are the same again."""
    shorter = min(len(before), len(now))
    begin = next((at for at, same in enumerate(map(_same, before, now)) if not same), shorter)
    back = map(_same, reversed(before), reversed(now))
    tail = next((at for at, same in enumerate(back) if not same), shorter)
    return begin, len(now) - min(tail, shorter - begin)


def _same(one: object, two: object) -> bool:
    return one is two or one == two
