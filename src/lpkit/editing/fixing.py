"""Mending faults: which fixes are applied, each once its proof holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lpkit.diagnostic import Diagnostic, Edit
from lpkit.editing.proof import Hiding, Proof, unread
from lpkit.editing.turns import Turns
from lpkit.source import Source

Check = Callable[[dict[str, Source]], Sequence[Diagnostic]]
"""Checks the corpus with some files as they would be after their fixes."""


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
    current = {name: source for name, source in sources.items() if unsafe or not unread(source)}
    changed: dict[str, Source] = {}
    turns = Turns()
    before = check({})
    while chosen := turns.choose(_wanted(before, current, unsafe, hiding)):
        trial = {name: _edited(current[name], faults) for name, faults in chosen.items()}
        # To look for the cause takes as long as many checks; what does not parse has failed without it.
        tried = {name: faults for name, faults in chosen.items() if not unread(trial[name])}
        after = check({**changed, **{name: trial[name] for name in tried}}) if tried else before
        proof = Proof(tried, current, trial, (before, after), hiding)
        if proof.unclear():
            turns.unclear(sorted(chosen))
            continue
        failing = proof.failing() | (chosen.keys() - tried.keys())
        kept = {name: faults for name, faults in chosen.items() if name not in failing}
        if kept and failing:
            after = check({**changed, **{name: trial[name] for name in kept}})
            if Proof(kept, current, trial, (before, after), hiding).failing():
                # What came into a file that failed came from one that did not.
                turns.unclear(sorted(chosen))
                continue
        _refuse(mended, turns, {name: chosen[name] for name in sorted(failing)}, proof)
        for name, faults in kept.items():
            turns.kept(name)
            changed[name] = current[name] = trial[name]
            mended.fixed += faults
        before = after if kept else before
    mended.texts = {name: source.text for name, source in changed.items()}
    mended.untried = turns.refused.untried(_wanted(before, current, unsafe, hiding))
    return mended


def _refuse(mended: Mended, turns: Turns, failing: dict[str, list[Diagnostic]], proof: Proof) -> None:
    """Look for the fixes to blame in files in which some failed; one that failed alone is refused."""
    for name, faults in failing.items():
        if turns.failed(name, faults, proof.suspects(name)):
            mended.refused += faults
            mended.causes.append(proof.cause(name))


def _wanted(
    found: Sequence[Diagnostic], current: dict[str, Source], unsafe: bool, hiding: Hiding
) -> Iterator[Diagnostic]:
    """Give the faults that have a fix; in files that are not sound YAML, only what is wrong with them as such."""
    for fault in found:
        source = current.get(fault.path)
        if source is None or fault.fix is None or not (fault.fix.safe or unsafe):
            continue
        if not source.flaws or fault.code in hiding.of_flaws:
            yield fault


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with edits that do not overlap."""
    parts, end = list[str](), len(text)
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        parts += (text[edit.end : end], edit.text)
        end = edit.start
    return "".join((text[:end], *reversed(parts)))


def _edited(source: Source, faults: Iterable[Diagnostic]) -> Source:
    edits = [edit for fault in faults if fault.fix for edit in fault.fix.edits]
    return Source(source.name, apply(source.text, edits))
