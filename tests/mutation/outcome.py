"""Run the rules over a mutant in this process, and judge what they found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lpkit.checking.memory import Memory
from lpkit.corpus import Listing
from lpkit.diagnostic import Diagnostic
from lpkit.rule import Rule
from lpkit.rules import all_rules
from mutation.clean import Clean
from mutation.registry import Change, Operator
from project import project_of


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: found by the right rule (`killed`), at the right place, without the wrong rules."""

    label: str
    killed: bool
    placed: bool
    found: tuple[str, ...]

    @property
    def good(self) -> bool:
        return self.killed and self.placed

    def __str__(self) -> str:
        what = "survives" if not self.killed else "is found elsewhere"
        return f"{self.label} {what}; found: {', '.join(self.found) or 'nothing'}"


def judge(operator: Operator, clean: Clean, change: Change, folder: Path) -> Outcome:
    """Check one mutant in a folder of its own, by the rules that must find it or must not, and by all of one file."""
    wanted = operator.codes | operator.never
    every = all_rules()
    rules = [rule for rule in every if rule.code in wanted or "file" in rule.subjects]
    if any("suppressions" in rule.subjects for rule in rules if rule.code in wanted):
        rules = every  # Whether a comment silences nothing is known of rules that ran.
    known = _known(clean, folder)
    new = [entry for entry in _check(clean, change, folder, rules) if _identity(entry) not in known]
    right = [entry for entry in new if entry.code in operator.codes and entry.path == change.file]
    placed = [entry for entry in right if entry.pointer in change.pointers and _on_line(entry, change)]
    label = f"{operator.name} {clean.pack.name}:{change.document.name}:{change.line} {min(change.pointers)}"
    wrong = operator.never & {entry.code for entry in new}
    found = tuple(f"{entry.code} {entry.path}:{entry.span.line}{entry.pointer}" for entry in new[:4])
    return Outcome(label, bool(right) and not wrong, bool(placed), found)


def _on_line(entry: Diagnostic, change: Change) -> bool:
    if change.below:
        return entry.span.line >= change.line
    return not change.here or entry.span.line <= change.line <= entry.span.end_line


def _identity(entry: Diagnostic) -> tuple[str, ...]:
    return entry.code, entry.path, entry.pointer, entry.message


_memory = Memory()
"""The library is the same for most mutants, and looked at once; that memory changes nothing has tests of its own."""

_baselines: dict[int, frozenset[tuple[str, ...]]] = {}


def _known(clean: Clean, folder: Path) -> frozenset[tuple[str, ...]]:
    """Give what is found in the clean pack alone: without its fellows, a library is not covered."""
    if id(clean) not in _baselines:
        _baselines[id(clean)] = frozenset(_identity(entry) for entry in _check(clean, None, folder, all_rules()))
    return _baselines[id(clean)]


def _check(clean: Clean, change: Change | None, folder: Path, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    texts = {document.name: document.text for document in clean.documents}
    if change is not None:
        texts[change.document.name] = change.text
        if change.beside:
            texts[change.beside[0]] = change.beside[1]
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        # A lone surrogate stands for a byte that is no UTF-8.
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    library = None if change is not None and change.without_library else folder / clean.library.name
    packs = sorted(folder / name for name in texts if name != clean.library.name)
    listing = Listing({library: packs}, {*packs, *([library] if library else [])})
    report = replace(project_of(folder, listing), memory=_memory).with_rules(rules).check().report
    if change is not None and change.beside:
        (folder / change.beside[0]).unlink()
    return report.diagnostics
