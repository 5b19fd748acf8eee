"""From banks of questions to a report."""

from collections.abc import Callable, Sequence
from pathlib import Path

from lpkit.bank import BankSource
from lpkit.diagnostic import Diagnostic, Report
from lpkit.engine import corpus_stage, rule_infos
from lpkit.errors import LpkitError
from lpkit.examine_bank import BankOutcome, examine_bank
from lpkit.rule import Rule


def check_banks(files: Sequence[Path], rules: Sequence[Rule], name_of: Callable[[Path], str]) -> Report:
    """Check banks of questions: each by itself, with the rules on questions and quizzes.

    Raises LpkitError for a file that cannot be read or holds no line.
    """
    diagnostics: list[Diagnostic] = []
    questions = 0
    for file in dict.fromkeys(files):
        source = BankSource(name_of(file), file)
        outcome = _examine_bank(source, rules)
        questions += outcome.questions
        apt = [rule for rule in rules if rule.collect_quiz]
        diagnostics += outcome.diagnostics + corpus_stage(outcome.facts, apt, {source.name: source}.__getitem__)
    return Report(
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order)),
        packs=0,
        libraries=0,
        checked=tuple(sorted({name_of(file) for file in files})),
        rules=rule_infos({diagnostic.code for diagnostic in diagnostics}, rules),
        banks=len(set(files)),
        questions=questions,
    )


def _examine_bank(source: BankSource, rules: Sequence[Rule]) -> BankOutcome:
    try:
        outcome = examine_bank(source, rules)
    except OSError as error:
        raise LpkitError(f"cannot read {source.name}: {error.strerror or error}") from error
    if not outcome.lines:
        raise LpkitError(f"no questions found in {source.name}", "write one JSON object a line")
    return outcome
