"""How far the item-writing rules agree with labels: `python tests/judged/agreement.py [BANK.jsonl]` prints the figures.

A bank is that of `lpkit check --bank`, with a list `flaws` for each question. The names of flaws are those of `CODES`.
Where a bank has the labels of a second reader too, in `second`, they are compared with the first reader's.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lpkit.checking.bank import check_banks
from lpkit.diagnostic import Severity
from lpkit.rules import all_rules

BANK = Path(__file__).parent / "bank.jsonl"
READERS = Path(__file__).parent / "two_readers.jsonl"
"""Questions that two readers labelled before any rule ran, neither seeing the other's labels."""
KINDS = Path(__file__).parent / "two_kinds.jsonl"
"""Questions as in exams (e-…) and as in benchmarks and trivia (b-…), labelled before any rule ran."""

CRITERIA = Path(__file__).parent / "criteria.jsonl"
"""Questions as in exams (x-…) and benchmarks (y-…), labelled by the 19 criteria before any rule ran.

The rules were mended after that. `second` is the same reader once more, with what the rules had found at hand: it has
what was overlooked at first.
"""
AFTER = Path(__file__).parent / "criteria_after.jsonl"
"""The same again (z-…, the first 30 as in exams), for rules that were mended before."""

CODES = {
    "none-of-above": ("LP501",),
    "all-of-above": ("LP502",),
    "k-type": ("LP504", "LP503"),
    "longest": ("LP505",),
    "negative": ("LP507",),
    "true-false": ("LP509",),
    "blank": ("LP510",),
    "lost-sequence": ("LP511",),
    "word-repeat": ("LP513",),
    "absolute": ("LP514",),
    "vague": ("LP515",),
    "grammar": ("LP516",),
    "unfocused": ("LP517",),
    "gratuitous": ("LP518",),
}
"""The criteria of Tarrant et al. (2006) that a rule holds, and the rules that hold them."""

NO_RULE = frozenset(("convergence", "implausible", "ambiguous", "logical-cue", "two-keys"))
"""The criteria that no rule holds: for those there is `lpkit check --review`."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Ids of questions by who flagged them: both, the rule alone, the label alone; and what the warnings alone hit."""

    both: frozenset[str]
    rule_only: frozenset[str]
    label_only: frozenset[str]
    warned: frozenset[str]

    @property
    def precision(self) -> float:
        """Give the share of flagged questions that are labelled; 1 where none is flagged."""
        return len(self.both) / (len(self.both) + len(self.rule_only) or 1) if self.both or self.rule_only else 1.0

    @property
    def recall(self) -> float:
        """Give the share of labelled questions that are flagged."""
        return len(self.both) / (len(self.both) + len(self.label_only) or 1)

    @property
    def warning_precision(self) -> float:
        """Give the precision of warnings and errors alone; 1 where there is none."""
        return len(self.warned & self.both) / len(self.warned) if self.warned else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return f1(len(self.both), len(self.rule_only), len(self.label_only))


def f1(both: int, rule_only: int, label_only: int) -> float:
    """Give the F1 of counts."""
    return 2 * both / (2 * both + rule_only + label_only or 1)


def read_labels(bank: Path, reader: str = "flaws") -> defaultdict[str, set[str]]:
    """Give the ids of the questions that a reader labelled with each flaw."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for line in bank.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for flaw in entry.get(reader, ()):
            labels[flaw].add(entry["id"])
    return labels


def kappa(bank: Path) -> float:
    """Give Cohen's kappa of two readers over all pairs of a question and a flaw."""
    one, two = (
        {(flaw, name) for flaw, names in read_labels(bank, reader).items() for name in names}
        for reader in ("flaws", "second")
    )
    number = len(bank.read_text(encoding="utf-8").splitlines()) * len(CODES | dict.fromkeys(NO_RULE))
    same = 1 - len(one ^ two) / number
    first, second = len(one) / number, len(two) / number
    chance = first * second + (1 - first) * (1 - second)
    return (same - chance) / (1 - chance)


def agreements(bank: Path = BANK, reader: str = "flaws") -> dict[str, Agreement]:
    """Run the rules on a labelled bank and compare, flaw by flaw."""
    labels = read_labels(bank, reader)
    flagged: defaultdict[str, set[str]] = defaultdict(set)
    warned: defaultdict[str, set[str]] = defaultdict(set)
    for found in check_banks([bank], [rule for rule in all_rules() if rule.code.startswith("LP5")], str).diagnostics:
        flagged[found.code].add(found.item or "")
        if found.severity > Severity.INFO:
            warned[found.code].add(found.item or "")
    result = {}
    for flaw, codes in CODES.items():
        said = set().union(*(flagged[code] for code in codes))
        loud = set().union(*(warned[code] for code in codes))
        real = labels[flaw]
        result[flaw] = Agreement(*map(frozenset, (said & real, said - real, real - said, loud)))
    return result


def warnings_by_rule(banks: Sequence[Path]) -> dict[str, tuple[int, int]]:
    """Give for each rule how many questions its warnings and errors hit, and how many of these are labelled."""
    result: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for bank in banks:
        labels = read_labels(bank)
        for code, names in _loud(bank).items():
            real = set().union(*(labels[flaw] for flaw, codes in CODES.items() if code in codes))
            result[code][0] += len(names)
            result[code][1] += len(names & real)
    return {code: (said, right) for code, (said, right) in sorted(result.items())}


def _loud(bank: Path) -> dict[str, set[str]]:
    rules = [rule for rule in all_rules() if any(rule.code in codes for codes in CODES.values())]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in check_banks([bank], rules, str).diagnostics:
        if entry.severity > Severity.INFO:
            found[entry.code].add(entry.item or "")
    return found


def pooled(found: dict[str, Agreement]) -> float:
    """Give the F1 of the counts of all flaws together."""
    return f1(
        sum(len(entry.both) for entry in found.values()),
        sum(len(entry.rule_only) for entry in found.values()),
        sum(len(entry.label_only) for entry in found.values()),
    )


def main() -> None:
    """Print a line for each flaw, and the questions on which rule and label disagree."""
    bank = Path(sys.argv[1]) if len(sys.argv) > 1 else BANK
    _print(agreements(bank))
    if read_labels(bank, "second"):
        sys.stdout.write("\nthe second reader\n")
        _print(agreements(bank, "second"))
        sys.stdout.write(f"\nkappa of the two readers {kappa(bank):.3f}\n")


def _print(found: dict[str, Agreement]) -> None:
    write = sys.stdout.write
    write(f"{'flaw':14} {'both':>4} {'rule':>4} {'label':>5} {'P':>5} {'R':>5} {'F1':>5} {'P warn':>7}\n")
    for flaw, entry in found.items():
        counts = f"{len(entry.both):4} {len(entry.rule_only):4} {len(entry.label_only):5}"
        write(f"{flaw:14} {counts} {entry.precision:5.2f} {entry.recall:5.2f} {entry.f1:5.2f}")
        write(f" {entry.warning_precision:7.2f}  {' '.join(sorted(entry.rule_only))}")
        write(f"{' | ' if entry.label_only else ''}{' '.join(sorted(entry.label_only))}\n")
    write(f"pooled F1 {pooled(found):.3f}\n")


if __name__ == "__main__":
    main()
