"""Banks of questions to a report: each by itself, a part of the file at a time, with the rules on questions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from lpkit.checking.across import by_code, corpus_stage
from lpkit.checking.locating import SourceBook, locate
from lpkit.checking.run import rule_infos
from lpkit.corpus import Fact, QuestionView, QuizView
from lpkit.corpus.bank import BankFlaw, BankSource, read_bank, without_questions
from lpkit.diagnostic import Diagnostic, Finding, Report
from lpkit.rule import Rule
from lpkit.text.languages import UNSAID, language_of

PART = 1000
"""Questions that are held at a time, and among which the keys of some are looked for in the stems of others."""


class BankOutcome:
    """What a bank gave: diagnostics, facts for rules across questions, and how many questions were sound."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.facts: list[tuple[str, Fact]] = []
        self.questions = 0
        self.lines = 0


def check_banks(files: Sequence[Path], rules: Sequence[Rule], name_of: Callable[[Path], str]) -> Report:
    """Check banks of questions: each by itself, with the rules on questions and quizzes.

    Raises LpkitError for a file that cannot be read or holds no line.
    """
    diagnostics: list[Diagnostic] = []
    questions = 0
    for file in dict.fromkeys(files):
        source = BankSource(name_of(file), file)
        outcome = _examined(source, rules)
        questions += outcome.questions
        apt = [rule for rule in rules if rule.collect_quiz]
        diagnostics += outcome.diagnostics + corpus_stage(
            by_code(outcome.facts), apt, {source.name: SourceBook(source)}.__getitem__
        )
    return report_on_banks([name_of(file) for file in dict.fromkeys(files)], diagnostics, questions, rules)


def report_on_banks(names: Sequence[str], found: Iterable[Diagnostic], questions: int, rules: Sequence[Rule]) -> Report:
    """Give the report of banks by their names, in which there are so many sound questions."""
    diagnostics = sorted(found, key=lambda diagnostic: diagnostic.order)
    return Report(
        diagnostics=tuple(diagnostics),
        packs=0,
        libraries=0,
        checked=tuple(sorted(names)),
        rules=rule_infos({diagnostic.code for diagnostic in diagnostics}, rules),
        banks=len(names),
        questions=questions,
    )


def _examined(source: BankSource, rules: Sequence[Rule]) -> BankOutcome:
    outcome = examine_bank(source, rules)
    if not outcome.lines:
        raise without_questions(source.name)
    return outcome


def examine_bank(source: BankSource, rules: Sequence[Rule]) -> BankOutcome:
    """Run the rules on quizzes and questions over a bank.

    Raises UnreadableError where the file cannot be read.
    """
    outcome = BankOutcome()
    form = {rule.name: rule for rule in rules}
    apt = [rule for rule in rules if rule.banks]
    entries, book = read_bank(source), SourceBook(source)
    while part := list(islice(entries, PART)):
        outcome.lines += len(part)
        flaws = [entry for entry in part if isinstance(entry, BankFlaw)]
        questions = [entry for entry in part if isinstance(entry, QuestionView)]
        outcome.questions += len(questions)
        quiz = QuizView(source.name, (), questions, language_of(UNSAID), source.name)
        found = [*_flaw_findings(flaws, form), *_findings(apt, quiz)]
        outcome.diagnostics += [locate(rule, finding, lambda _: book) for rule, finding in found]
        outcome.facts += [(rule.code, fact) for rule in apt if rule.collect_quiz for fact in rule.collect_quiz(quiz)]
    return outcome


def _flaw_findings(flaws: Iterable[BankFlaw], form: dict[str, Rule]) -> Iterator[tuple[Rule, Finding]]:
    for flaw in flaws:
        if flaw.kind in form:
            yield form[flaw.kind], Finding(flaw.site, flaw.message, flaw.help, value=flaw.message)


def _findings(rules: Sequence[Rule], quiz: QuizView) -> Iterator[tuple[Rule, Finding]]:
    single = [rule for rule in rules if "question" in rule.subjects]
    for question in quiz.questions:
        for rule in single:
            for finding in rule.check(question):
                yield rule, finding
    for rule in rules:
        if "quiz" in rule.subjects:
            for finding in rule.check(quiz):
                yield rule, finding
