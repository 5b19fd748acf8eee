"""library.judge as text: what a judge that learns found in a library, and the hashes of what it was shown.

    questions right 141.75 of 383 chance 96.6667 p 0.005
    tell a comma: 51 of 93, chance 36.1
    question need-behind-the-request/first-metric 9f86d081884c7d65

A check reads it and never learns itself. Whatever is no such line, or cannot be, makes the file useless until it is
written anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lpkit.files import lines_of
from lpkit.pattern import pattern
from lpkit.publishing.lock import Key
from lpkit.publishing.updating import Presence

JUDGE_FILE = "library.judge"
HEADER = "# Written by `lpkit stats --guess --write`. Commit it and do not edit it: `lpkit check` reads it.\n"

QUESTIONS, DELIVERIES = "questions", "deliveries"
SHOWN = {QUESTIONS: "question", DELIVERIES: "candidate"}
"""What a judge was tried on, with the kind of the items that it was shown."""

_NUMBER = r"\d{1,9}(?:\.\d{1,6})?"
_RESULT = pattern(rf"(questions|deliveries) right ({_NUMBER}) of (\d{{1,9}}) chance ({_NUMBER}) p ({_NUMBER})")
_ITEM = pattern(r"(question|candidate) ([a-z0-9_/-]+) ([0-9a-f]{16})")
_TELL = "tell "
_UNDECODED = "\ufffd"


class Result(NamedTuple):
    """What a judge earned on how many cases, what chance earns there, and how probable that much is by luck."""

    right: float
    cases: int
    chance: float
    p: float

    @property
    def possible(self) -> bool:
        """Tell whether a judge can have earned that."""
        return self.right <= self.cases and 0 < self.chance < self.cases and 0 < self.p <= 1


@dataclass(slots=True)
class Judged:
    """The content of the file; `lines` gives the line of each result.

    `faults` gives the lines that are none of the file, and why; `own` tells that it begins as lpkit begins it.
    """

    results: dict[str, Result] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    tells: list[str] = field(default_factory=list)
    items: dict[Key, str] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)
    own: bool = False

    def changed(self, kind: str, now: Mapping[Key, str]) -> tuple[int, int]:
        """Give how many items of a kind are new, gone or other than those judged, and how many there are now."""
        then = {key: content for key, content in self.items.items() if key.kind == kind}
        differ = sum(1 for key in then.keys() | now.keys() if then.get(key) != now.get(key))
        return differ, len(now)


def read_judged(text: str) -> Judged:
    """Read the file; bytes that are no UTF-8 stand in the text as U+FFFD."""
    judged = Judged(own=text.startswith(HEADER.rstrip()))
    unproven: dict[str, int] = {}
    for number, line in enumerate(map(str.rstrip, lines_of(text)), start=1):
        if match := _ITEM.fullmatch(line):
            judged.items[Key(match[1], match[2])] = match[3]
            unproven.setdefault(match[1], number)
        elif match := _RESULT.fullmatch(line):
            _add_result(
                judged, match[1], number, Result(float(match[2]), int(match[3]), float(match[4]), float(match[5]))
            )
        elif _UNDECODED in line:
            judged.faults.append((number, "this line is no UTF-8"))
        elif line.startswith(_TELL):
            judged.tells.append(line.removeprefix(_TELL))
        elif line and not line.startswith("#"):
            judged.faults.append((number, "this is no line of library.judge"))
    for name, kind in SHOWN.items():
        if kind in unproven and name not in judged.results:
            judged.faults.append((unproven[kind], f"library.judge has lines for {name}, and no result for them"))
    if not judged.results and not judged.faults:
        judged.faults.append((1, "library.judge holds no result"))
    judged.faults.sort()
    return judged


def _add_result(judged: Judged, name: str, number: int, result: Result) -> None:
    if name in judged.results:
        judged.faults.append((number, f"library.judge has two results for {name}"))
    elif not result.possible:
        judged.faults.append((number, "these figures cannot be: right, chance and p have their bounds"))
    judged.results.setdefault(name, result)
    judged.lines.setdefault(name, number)


def judged_text(results: Mapping[str, Result], tells: Sequence[str], presences: Iterable[Presence]) -> str:
    """Give the file for these results and for what is there; items that no result is about are left out."""
    kinds = {SHOWN[name] for name in results}
    lines = [
        f"{name} right {one.right:.10g} of {one.cases} chance {one.chance:.6g} p {one.p:.4g}"
        for name, one in results.items()
    ]
    lines += [f"{_TELL}{tell}" for tell in tells]
    lines += sorted(
        f"{presence.key} {presence.hash}"
        for presence in presences
        if presence.state == "live" and presence.key.kind in kinds
    )
    return HEADER + "".join(f"{line}\n" for line in lines)
