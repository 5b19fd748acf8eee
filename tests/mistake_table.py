"""The table of mistakes that authors make: what is typed, where and in which words it is told, what `lpkit fix` gives.

Each file in `tests/mistakes` is a kind. An entry puts `typed` into the place of `was` in the sample's pack, or in its
library (`in`); what is mended must be the sample again, or hold `gives` there (`anywhere`: somewhere). `line` counts
from the first typed line, and `at` names another line by its number or by how it begins. `beside` and `stays` list
codes of what follows from the mistake before and after it is mended.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from lpkit.checking.memory import Memory
from lpkit.diagnostic import Diagnostic
from lpkit.editing.fixing import Mended, mend
from lpkit.rule import hiding
from lpkit.rules import all_rules
from lpkit.source import Source
from project import LIBRARY, PACK, SAMPLE, project_at, read_yaml, write_sample

FOLDER = Path(__file__).parent / "mistakes"
JARGON = re.compile(
    r"\b(mappings?|scalars?|tokens?|indicators?|nodes?|null|strings?|integers?|booleans?|sequences?|pars(?:er|ing|es?)|"
    r"alias(?:es)?|anchors?|tag)\b",
    re.IGNORECASE,
)
"""What no author is told."""


class Mistake(NamedTuple):
    """An entry of the table, with the texts that it stands for."""

    kind: str
    name: str
    file: str
    text: str
    line: int
    code: str
    says: tuple[str, ...]
    fix: str
    mended: str | None
    """The text after the fix; None where only `holds` is known of it."""
    holds: str
    beside: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


def mistakes() -> list[Mistake]:
    """Read the table."""
    return [of_entry(file.stem, entry) for file in sorted(FOLDER.glob("*.yaml")) for entry in read_yaml(file)]


class Sample:
    """The sample as one project that is opened once: each mistake takes the place of a file in it."""

    def __init__(self, folder: Path) -> None:
        write_sample(folder)
        self._project = replace(project_at(folder), memory=Memory())

    def typed(self, was: str, typed: str) -> Mistake:
        """Give a mistake of which nothing is expected."""
        return of_entry("", {"is": "", "was": was, "typed": typed, "code": "", "says": (), "fix": ""})

    def check(self, mistake: Mistake) -> Sequence[Diagnostic]:
        """Give what is found in the sample with a mistake."""
        return self._found({mistake.file: Source(mistake.file, mistake.text)})

    def fixed(self, mistake: Mistake, unsafe: bool) -> Mended:
        """Give what `lpkit fix` makes of the sample with a mistake."""
        typed = {mistake.file: Source(mistake.file, mistake.text)}
        return mend(typed, lambda changed: self._found({**typed, **changed}), unsafe, hiding(all_rules()))

    def _found(self, changed: dict[str, Source]) -> Sequence[Diagnostic]:
        return self._project.with_sources(changed).check().report.diagnostics


def of_entry(kind: str, entry: dict[str, Any]) -> Mistake:
    """Give the mistake that an entry of the table stands for."""
    file = LIBRARY if entry.get("in") == "library" else PACK
    sample = (SAMPLE / file).read_text(encoding="utf-8")
    was = _block(sample, entry["cut"]) if "cut" in entry else entry["was"]
    typed = entry.get("typed", "")
    assert was in sample, entry["is"]
    text = sample.replace(was, typed, 1)
    gives = entry.get("gives", was)
    return Mistake(
        kind,
        entry["is"],
        f"packs/{file}",
        text,
        _line(entry, text, sample.index(was)),
        entry["code"],
        tuple(entry["says"]),
        entry["fix"],
        None if "anywhere" in entry else sample.replace(was, gives, 1),
        entry.get("anywhere", ""),
        tuple(entry.get("beside", ())),
        tuple(entry.get("stays", ())),
    )


def _line(entry: dict[str, Any], text: str, start: int) -> int:
    at = entry.get("at")
    if isinstance(at, str):
        return next(number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(at))
    return at or text.count("\n", 0, start) + 1 + int(entry.get("line", 0))


def _block(sample: str, key: str) -> str:
    start = sample.index(f"\n{key}:") + 1
    return sample[start:]
