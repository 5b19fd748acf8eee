"""Which fixes are tried together: all of them, and where some fail, fewer, until the ones to blame are found."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lpkit.diagnostic import Diagnostic, Edit
from lpkit.editing.refused import Identity, Refused, identity


class _Group(NamedTuple):
    """Faults of one file whose fixes are tried together."""

    faults: frozenset[Identity]
    singly: bool = False
    """Whether each is tried alone, because it is likely to be one that fails."""
    cleared: bool = False
    """Whether it is what was left when those were taken out; where it fails all the same, it is halved."""


class Turns:
    """What is tried in each round, file by file.

    Of fixes that failed together, those that are suspected by what was found are tried alone, and all others together
    before them: where a hundred fail, each takes one check. Without a suspect they are halved.
    """

    def __init__(self) -> None:
        self.refused = Refused()
        self._groups: dict[str, list[_Group]] = {}
        self._files: list[frozenset[str]] = []

    def choose(self, wanted: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
        """Give for each file the faults to mend in this round, with edits that do not overlap."""
        by_file: dict[str, list[Diagnostic]] = {}
        for fault in wanted:
            if fault not in self.refused:
                by_file.setdefault(fault.path, []).append(fault)
        while self._files and not self._files[-1] & by_file.keys():
            self._files.pop()
        names = self._files[-1] if self._files else by_file.keys()
        return {name: _apart(self._turn(name, faults)) for name, faults in by_file.items() if name in names}

    def _turn(self, name: str, faults: list[Diagnostic]) -> list[Diagnostic]:
        groups = self._groups.get(name, [])
        while groups:
            mine = [fault for fault in faults if identity(fault) in groups[-1].faults]
            if mine:
                return mine[:1] if groups[-1].singly else mine
            groups.pop()
        return faults

    def unclear(self, names: Sequence[str]) -> None:
        """Take note that nobody knows which of some files is to blame: half of them is tried at a time."""
        half = len(names) // 2
        self._files += [frozenset(names[half:]), frozenset(names[:half])]

    def kept(self, name: str) -> None:
        """Take note that the fixes of a file were made; what was suspected with them may be as good."""
        groups = self._groups.get(name)
        if groups and groups[-1].singly:
            groups[-1] = groups[-1]._replace(singly=False, cleared=True)

    def failed(self, name: str, chosen: Sequence[Diagnostic], suspects: frozenset[Identity]) -> bool:
        """Take note that the fixes of a file failed together; a single one is refused, and that is told."""
        if len(chosen) == 1:
            self.refused.add(chosen[0])
            return True
        groups = self._groups.setdefault(name, [])
        tried = [identity(fault) for fault in chosen]
        if suspects and not (groups and groups[-1].cleared):
            others = frozenset(tried) - suspects
            groups.append(_Group(suspects, singly=True))
            groups += [_Group(others, cleared=True)] if others else []
        else:
            half = len(tried) // 2
            groups += [_Group(frozenset(tried[half:])), _Group(frozenset(tried[:half]))]
        return False


def _apart(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the faults whose edits neither overlap nor touch those of one before."""
    chosen: list[Diagnostic] = []
    taken: list[tuple[int, int]] = []
    for fault in faults:
        edits = fault.fix.edits if fault.fix else ()
        if not any(_meets(edit, taken) for edit in edits):
            chosen.append(fault)
            for edit in edits:
                insort(taken, (edit.start, edit.end))
    return chosen


def _meets(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an edit overlaps or touches one of some stretches, which do not overlap each other."""
    behind = bisect_right(taken, (edit.start, edit.end))
    return any(edit.start <= end and start <= edit.end for start, end in taken[max(behind - 1, 0) : behind + 1])
