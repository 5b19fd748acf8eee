"""The proof of fixes: each fault is gone, no other came, all other data is the same; and who is to blame if not."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lpkit.diagnostic import Diagnostic
from lpkit.editing.differing import Places, differences, shuffled, steps
from lpkit.editing.edits import protected
from lpkit.editing.refused import Identity, identity
from lpkit.source import Source


class Hiding(NamedTuple):
    """Which faults hide others, by the codes of their rules.

    A part that does not fit, or a rubric that cannot be found, is not looked at. What comes to light once such a fault
    is mended was there before.
    """

    revealing: frozenset[str]
    """Mending one of these brings others to light."""
    hidden: frozenset[str]
    """What may come to light; all else is looked at in any case."""
    of_flaws: frozenset[str] = frozenset()
    """What is wrong with a file as YAML: nothing else in it is mended before."""
    by_lock: frozenset[str] = frozenset()
    """What `lpkit lock` and `lpkit schema --library` mend: what follows from a fix is no fault of it."""


class Proof:
    """What a check before some fixes and one after them prove of each file that they change."""

    def __init__(
        self,
        chosen: Mapping[str, Sequence[Diagnostic]],
        old: Mapping[str, Source],
        new: Mapping[str, Source],
        checks: tuple[Sequence[Diagnostic], Sequence[Diagnostic]],
        hiding: Hiding,
    ) -> None:
        """`chosen` are the faults that were to be mended, by file; `checks` what was found before and after."""
        self._chosen, self._old, self._new = chosen, old, new
        self._there, self._left = (Counter(map(identity, found)) for found in checks)
        self.fresh = _fresh(chosen, checks, self._left - self._there, hiding)
        """The faults which were not there, the worst first, without those that only come to light."""

    def failing(self) -> set[str]:
        """Give the files whose fixes do not survive; all of them where another file has a new fault."""
        troubled = {fault.path for fault in self._troubles()}
        foreign = not troubled <= self._chosen.keys()
        return {name for name in self._chosen if foreign or name in troubled or not self._proven(name)}

    def unclear(self) -> bool:
        """Tell whether a fault came into a file that is not changed, and several files may be to blame."""
        return len(self._chosen) > 1 and any(fault.path not in self._chosen for fault in self._troubles())

    def cause(self, name: str) -> Diagnostic | None:
        """Give the fault that the fixes of a file would bring; None where they do not do what they say."""
        others = self._chosen.keys() - {name}
        fresh = self.fresh if name in self._chosen else ()
        return next((fault for fault in fresh if fault.path not in others), None)

    def suspects(self, name: str) -> frozenset[Identity]:
        """Give the faults whose fixes are likely to have failed: they are still there, or something is beside them."""
        faults = self._chosen.get(name, ())
        near: dict[tuple[str, ...], set[Identity]] = {}
        for fault in faults:
            for place in {*_around(steps(fault.pointer)), *(around for at in _also(fault) for around in _around(at))}:
                near.setdefault(place, set()).add(identity(fault))
        found = {identity(fault) for fault in faults if self._stays(fault)}
        places = [steps(fault.pointer) for fault in self.fresh if fault.path == name]
        for at in (*places, *(self._astray(name) if faults else ())):
            found |= next((near[place] for place in _around(at) if place in near), set())
        return frozenset(found)

    def _troubles(self) -> list[Diagnostic]:
        """Give the new faults; in files that did not parse every fault is new, and was there."""
        return [fault for fault in self.fresh if fault.path not in self._chosen or not unread(self._old[fault.path])]

    def _proven(self, name: str) -> bool:
        """Tell whether a file parses, differs where the faults were and nowhere else, and has them no more.

        Of a file that did not parse nothing else was known; it may have flaws of another kind once it does.
        """
        old, new = self._old[name], self._new[name]
        if unread(new) or (new.flaws and not unread(old) and len(new.flaws) >= len(old.flaws)):
            return False
        return not any(map(self._stays, self._chosen[name])) and not any(True for _ in self._astray(name))

    def _stays(self, fault: Diagnostic) -> bool:
        return self._left[identity(fault)] >= self._there[identity(fault)]

    def _astray(self, name: str) -> Iterator[tuple[str, ...]]:
        """Give where a file differs and no fix may have changed it."""
        old, new = self._old[name], self._new[name]
        places, unsafe = list[tuple[str, ...]](), list[tuple[str, ...]]()
        for fault in self._chosen[name]:
            free = fault.fix is not None and (fault.fix.restates or not fault.fix.safe)
            places += [steps(fault.pointer), *_also(fault)]
            unsafe += [steps(fault.pointer), *_also(fault)] if free else []
        everywhere, protected_too = Places((*places, *shuffled(places, old, new))), Places(unsafe)
        for at, what in differences(old.data, new.data):
            allowed = protected_too if what == "changed" and protected(at) else everywhere
            if not allowed.allow(at, what):
                yield tuple(map(str, at))


def unread(source: Source) -> bool:
    """Tell whether a file does not parse."""
    return any(flaw.kind == "yaml-syntax" for flaw in source.flaws)


def _also(fault: Diagnostic) -> list[tuple[str, ...]]:
    return [tuple(map(str, at)) for at in fault.fix.also] if fault.fix else []


def _around(place: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give a place and what it lies in, the nearest first; a key at the top, as `questions`, has too much below it."""
    return [place, *(place[:end] for end in range(len(place) - 1, 1, -1))]


def _fresh(
    chosen: Mapping[str, Sequence[Diagnostic]],
    checks: tuple[Sequence[Diagnostic], Sequence[Diagnostic]],
    fresh: Mapping[Identity, int],
    hiding: Hiding,
) -> list[Diagnostic]:
    before, after = checks
    codes = {fault.code for faults in chosen.values() for fault in faults}
    passed = hiding.by_lock | (hiding.hidden if codes & hiding.revealing else frozenset())
    restated = _restated(chosen)
    # What a rule that is not mended said of the same place is the same fault, in other words.
    stood = {_place(fault) for fault in before if fault.code not in codes}
    found = [
        fault
        for fault in after
        if identity(fault) in fresh
        and fault.code not in passed
        and _place(fault) not in stood
        and not (fault.code in hiding.revealing and _below(fault, restated))
    ]
    return sorted(found, key=lambda fault: (-fault.severity, fault.order))


def _place(fault: Diagnostic) -> tuple[object, ...]:
    return (*identity(fault)[:3], fault.severity)


def _restated(chosen: Mapping[str, Iterable[Diagnostic]]) -> set[tuple[str, ...]]:
    """Give where values are written in another form, or under another key: only then they are looked at."""
    return {
        (path, *steps(fault.pointer)[:-1])
        for path, faults in chosen.items()
        for fault in faults
        if fault.fix and fault.fix.restates
    }


def _below(fault: Diagnostic, places: Collection[tuple[str, ...]]) -> bool:
    at = (fault.path, *steps(fault.pointer))
    return any(at[:end] in places for end in range(1, len(at) + 1))
