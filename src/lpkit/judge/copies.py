"""Copies of questions, exact and near: who knows one by heart knows the other, and has learned nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lpkit.judge.case import Case

_ENDS = " .,;:!?…。؟"
_COMPARED = 200
"""How many of the questions that share a text are compared with a new one, the latest: many share "none of these"."""


def without_copies(cases: Iterable[Case]) -> list[Case]:
    """Leave out near copies of earlier cases with the same key, and give other near copies the group of the first.

    Two cases are near copies where most of their texts (more than half of the longer case) are the same but for blanks,
    capitals and signs at the end. With the same key they would be won or lost together, as one case; with another key
    they must be learned together or tried together.
    """
    known = _Known()
    for case in cases:
        known.add(case)
    return known.kept


class _Known:
    """The cases so far, found by their rarest texts."""

    def __init__(self) -> None:
        self.kept: list[Case] = []
        self._texts: list[frozenset[str]] = []
        self._keys: list[frozenset[str]] = []
        self._holding: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, case: Case) -> None:
        """Keep a case, with the group of its first near copy, unless it is one with the same key."""
        plain = [_plain(text) for text in case.texts]
        texts, keys = frozenset(plain), frozenset(plain[at] for at in case.keys)
        near = sorted(self._near(texts))
        if any(self._keys[at] == keys for at in near):
            return
        for text in texts:
            self._holding[text].append(len(self.kept))
        self.kept.append(case._replace(group=self.kept[near[0]].group) if near else case)
        self._texts.append(texts)
        self._keys.append(keys)

    def _near(self, texts: frozenset[str]) -> Iterator[int]:
        # Of more than half of the texts one at least is among the half that stands in fewest cases.
        rare = sorted(texts, key=lambda text: (len(self._holding[text]), text))[: len(texts) - len(texts) // 2]
        for at in {at for text in rare for at in self._holding[text][-_COMPARED:]}:
            if 2 * len(texts & self._texts[at]) > max(len(texts), len(self._texts[at])):
                yield at


def in_parts(cases: Sequence[Case], parts: int) -> list[Case]:
    """Deal neighbouring cases out to as many groups; those whose group is the same stay together.

    Each case comes with a group that is the name of its first near copy, or its own.
    """
    together: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        together[case.group].append(case)
    dealt: list[Case] = []
    for family in together.values():
        part = str(len(dealt) * parts // len(cases))
        dealt += [case._replace(group=part) for case in family]
    return dealt


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(_ENDS) or text
