"""Mending faults: which fixes are applied, and the proof that each did what it says and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lpkit.diagnostic import Diagnostic, Edit
from lpkit.editing.differing import allowed, differences, shuffled, steps
from lpkit.editing.edits import protected
from lpkit.editing.refused import Refused, identity
from lpkit.source import Source

Check = Callable[[dict[str, Source]], Sequence[Diagnostic]]
"""Checks the corpus with some files as they would be after their fixes."""


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


@dataclass(slots=True)
class Mended:
    """What the fixes came to: the new texts by path, and how many faults they mend."""

    texts: dict[str, str] = field(default_factory=dict)
    fixed: list[Diagnostic] = field(default_factory=list)
    refused: list[Diagnostic] = field(default_factory=list)
    """Faults whose fix did not survive the check."""
    causes: list[Diagnostic | None] = field(default_factory=list)
    """For each of these, the fault that its fix would bring; None where the fix does not do what it says."""
    untried: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many more are left by the path of the file and the code of the rule, of which `MOST_REFUSED` had failed."""

    def __add__(self, other: "Mended") -> "Mended":
        """Join what was mended in two parts of a run."""
        lists = (self.fixed + other.fixed, self.refused + other.refused, self.causes + other.causes)
        return Mended({**self.texts, **other.texts}, *lists, self.untried + other.untried)


def mend(sources: dict[str, Source], check: Check, unsafe: bool, hiding: Hiding) -> Mended:
    """Apply fixes until none is left, each proven: its fault is gone, no other came, all other data is the same.

    `sources` are the files that may be changed, by path. Fixes that fail the proof are not made; `unsafe` says whether
    fixes that change meaning are wanted too, and those with which a file parses that did not. `hiding` says what may
    come to light on the way.
    """
    mended = Mended()
    current = {name: source for name, source in sources.items() if unsafe or not _unread(source)}
    changed: dict[str, Source] = {}
    limits: dict[str, int] = {}
    refused = Refused()
    before = check({})
    while chosen := _choose(_mendable(before, current, hiding), current, unsafe, refused, limits):
        trial = {name: _edited(current[name], faults) for name, faults in chosen.items()}
        # To look for the cause takes as long as many checks; what does not parse has failed without it.
        tried = {name: faults for name, faults in chosen.items() if not _unread(trial[name])}
        after = check({**changed, **{name: trial[name] for name in tried}}) if tried else before
        failing = chosen.keys() - _sound(tried, current, trial, before, after, hiding)
        for name in sorted(failing):
            # The one to blame is found by halves; once it is, all others are tried together again.
            limits[name] = len(chosen[name]) // 2
            if not limits[name]:
                refused.add(chosen[name][0])
                mended.refused += chosen[name]
                mended.causes.append(next(iter(_fresh(tried, before, after, hiding)), None) if name in tried else None)
                del limits[name]
        kept = {name: source for name, source in trial.items() if name not in failing}
        changed |= kept
        current |= kept
        limits |= {name: limits[name] * 2 for name in kept if name in limits}
        mended.fixed += [fault for name in kept for fault in chosen[name]]
        if kept:
            before = check(changed) if failing else after
    mended.texts = {name: source.text for name, source in changed.items()}
    wanted = (fault for fault in _mendable(before, current, hiding) if _wanted(fault, current, unsafe))
    mended.untried = refused.untried(wanted)
    return mended


def _wanted(fault: Diagnostic, current: dict[str, Source], unsafe: bool) -> bool:
    return fault.fix is not None and fault.path in current and (fault.fix.safe or unsafe)


def _mendable(found: Sequence[Diagnostic], current: dict[str, Source], hiding: Hiding) -> Iterator[Diagnostic]:
    """Give the faults without those of files that are not sound YAML, but for what is wrong with them as such."""
    for fault in found:
        source = current.get(fault.path)
        if source is not None and (not source.flaws or fault.code in hiding.of_flaws):
            yield fault


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with edits that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _choose(
    found: Iterable[Diagnostic],
    current: dict[str, Source],
    unsafe: bool,
    refused: Refused,
    limits: dict[str, int],
) -> dict[str, list[Diagnostic]]:
    """Give for each file the faults to mend in this round, at most so many, with edits that do not overlap."""
    chosen: dict[str, list[Diagnostic]] = {}
    taken: dict[str, list[Edit]] = {}
    for fault in found:
        if not _wanted(fault, current, unsafe) or fault in refused:
            continue
        if fault.fix is None or len(chosen.get(fault.path, ())) == limits.get(fault.path):
            continue
        mine = taken.setdefault(fault.path, [])
        if not any(edit.start <= other.end and other.start <= edit.end for edit in fault.fix.edits for other in mine):
            mine += fault.fix.edits
            chosen.setdefault(fault.path, []).append(fault)
    return chosen


def _edited(source: Source, faults: Iterable[Diagnostic]) -> Source:
    edits = [edit for fault in faults if fault.fix for edit in fault.fix.edits]
    return Source(source.name, apply(source.text, edits))


def _sound(
    tried: dict[str, list[Diagnostic]],
    old: dict[str, Source],
    new: dict[str, Source],
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
    hiding: Hiding,
) -> set[str]:
    """Give the files whose fixes survive the proof."""
    proven = {name for name, faults in tried.items() if _proven(faults, old[name], new[name], before, after)}
    unread = {name for name in tried if _unread(old[name])}
    return proven - _troubled(tried, before, after, hiding, unread)


def _proven(
    faults: Sequence[Diagnostic], old: Source, new: Source, before: Sequence[Diagnostic], after: Sequence[Diagnostic]
) -> bool:
    """Tell whether a file parses, differs where the faults were and nowhere else, and has them no more.

    Of a file that did not parse nothing else was known; it may have flaws of another kind once it does.
    """
    if _unread(new) or (new.flaws and not _unread(old) and len(new.flaws) >= len(old.flaws)):
        return False
    places = [steps(fault.pointer) for fault in faults]
    places += shuffled(places, old, new)
    unsafe = [steps(fault.pointer) for fault in faults if fault.fix and (fault.fix.restates or not fault.fix.safe)]
    for fault in faults:
        also = [tuple(map(str, at)) for at in fault.fix.also] if fault.fix else []
        places += also
        unsafe += [] if fault.fix and fault.fix.safe and not fault.fix.restates else also
    for at, what in differences(old.data, new.data):
        if not allowed(at, what, unsafe if what == "changed" and protected(at) else places):
            return False
    left, there = Counter(map(identity, after)), Counter(map(identity, before))
    return all(left[identity(fault)] < there[identity(fault)] for fault in faults)


def _troubled(
    chosen: dict[str, list[Diagnostic]],
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
    hiding: Hiding,
    unread: set[str],
) -> set[str]:
    """Give the changed files that have faults which were not there; all of them where another file has.

    In files that were `unread` every fault is new, and was there.
    """
    places = {fault.path for fault in _fresh(chosen, before, after, hiding) if fault.path not in unread}
    return places if places <= chosen.keys() else set(chosen)


def _fresh(
    chosen: dict[str, list[Diagnostic]], before: Sequence[Diagnostic], after: Sequence[Diagnostic], hiding: Hiding
) -> list[Diagnostic]:
    """Give the faults which were not there, the worst first, without those that only come to light."""
    fresh = Counter(map(identity, after)) - Counter(map(identity, before))
    codes = {fault.code for faults in chosen.values() for fault in faults}
    passed = hiding.by_lock | (hiding.hidden if codes & hiding.revealing else frozenset())
    renamed = _restated(chosen)
    # What a rule that is not mended said of the same place is the same fault, in other words.
    stood = {(*identity(fault)[:3], fault.severity) for fault in before if fault.code not in codes}
    found = [
        fault
        for fault in after
        if fresh[identity(fault)]
        and fault.code not in passed
        and (*identity(fault)[:3], fault.severity) not in stood
        and not (fault.code in hiding.revealing and any(_below(fault, path, place) for path, place in renamed))
    ]
    return sorted(found, key=lambda fault: (-fault.severity, fault.order))


def _restated(chosen: dict[str, list[Diagnostic]]) -> list[tuple[str, tuple[str, ...]]]:
    """Give where values are written in another form, or under another key: only then they are looked at."""
    return [
        (path, steps(fault.pointer)[:-1])
        for path, faults in chosen.items()
        for fault in faults
        if fault.fix and fault.fix.restates
    ]


def _below(fault: Diagnostic, path: str, place: tuple[str, ...]) -> bool:
    return fault.path == path and steps(fault.pointer)[: len(place)] == place


def _unread(source: Source) -> bool:
    return any(flaw.kind == "yaml-syntax" for flaw in source.flaws)
