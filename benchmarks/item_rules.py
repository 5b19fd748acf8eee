"""What the rules on questions cost: `python benchmarks/item_rules.py [BANK.jsonl]` prints milliseconds a question.

Without a bank it takes the labelled questions of tests/judged, which are those of exams and benchmarks. Wanted are at
most 0.15 ms for the item rules (LP5xx), and 0.25 ms with the rules on quizzes (LP4xx and LP6xx, LP409 among them).

Processor time of one process, on one core. Each round is a fork of a process that has read tests/items with the same
rules: patterns are compiled and words known, as in any bank of some size, and no text of the round was ever seen. The
least of all rounds counts, since other work only adds. What other work adds to the first figure, it adds to the
others: compare two states by what they print in turn.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lpkit.corpus import QuestionView, QuizView
from lpkit.model import Option, Question
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.source import read_source
from lpkit.text.languages import language_of

TARGETS = {"LP5xx": 0.15, "all": 0.25}
ENGLISH = language_of("en")
TESTS = Path(__file__).parent.parent / "tests"
ROUNDS = 15

Entry = tuple[str, list[str], str]


def entries_of(banks: Sequence[Path]) -> list[Entry]:
    """Read stems, options and keys of banks."""
    lines = [json.loads(line) for bank in banks for line in bank.read_text("utf-8").splitlines() if line.strip()]
    return [(entry["stem"], entry["options"], entry["answer"]) for entry in lines]


def known() -> list[Entry]:
    """Give the questions on which everything is warmed up: those that the item rules are tested with."""
    cases = [case for file in sorted(TESTS.glob("items/*.yaml")) for case in _cases(read_source(file, "").data)]
    return [(case["stem"], case["options"], case["answer"]) for case in cases]


def _cases(data: Any) -> list[Any]:
    return [*data["pass"], *data["fail"]]


def quiz_of(entries: Sequence[Entry]) -> QuizView:
    """Make fresh views, with nothing worked out yet."""
    views = [
        QuestionView(
            "bank.jsonl",
            (number,),
            Question.model_construct(
                id=f"line-{number}",
                pool="practice",
                stem=stem,
                excerpt=None,
                options=[Option.model_construct(text=text) for text in options],
                answer=answer,
            ),
            ENGLISH,
        )
        for number, (stem, options, answer) in enumerate(entries)
    ]
    return QuizView("bank.jsonl", (), views, ENGLISH, "bank.jsonl")


def run(rule: Rule, quiz: QuizView) -> None:
    """Run one rule over a bank, as a check does: on questions, on the quiz, or on the facts that it collects."""
    if "question" in rule.subjects:
        for question in quiz.questions:
            for _finding in rule.check(question):
                pass
    elif "quiz" in rule.subjects:
        for _finding in rule.check(quiz):
            pass
    elif rule.collect_quiz:
        for _finding in rule.check(list(rule.collect_quiz(quiz))):
            pass


def measured(entries: Sequence[Entry], rules: Sequence[Rule]) -> dict[str, float]:
    """Give milliseconds a question for each rule, for the families in the order in which they run, and for all."""
    quiz = quiz_of(entries)
    costs: dict[str, float] = {}
    for rule in rules:
        begun = time.process_time()
        run(rule, quiz)
        costs[rule.code] = (time.process_time() - begun) * 1000 / len(quiz.questions)
    sums = {f"{family}xx": sum(costs[code] for code in costs if code[:3] == family) for family in ("LP5", "LP4", "LP6")}
    return {**costs, **sums, "all": sum(costs.values())}


def in_a_fork(work: Callable[[], dict[str, float]]) -> dict[str, float]:
    """Do something in a fork, so that nothing of it is remembered, and give what it gives."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, json.dumps(work()).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        result: dict[str, float] = json.loads(stream.read())
    os.waitpid(child, 0)
    return result


def main() -> None:
    """Measure some rounds, and print the least of each figure."""
    found = [rule for rule in all_rules() if rule.banks and rule.code[:3] in {"LP4", "LP5", "LP6"}]
    # What a question works out once, the first rule pays for that asks: LP5xx, whose target is the tighter one.
    rules = sorted(found, key=lambda rule: (not rule.code.startswith("LP5"), rule.code))
    entries = entries_of([Path(name) for name in sys.argv[1:]] or sorted(TESTS.glob("judged/*.jsonl")))
    measured(known(), rules)
    rounds = [in_a_fork(lambda: measured(entries, rules)) for _ in range(ROUNDS)]
    for name in rounds[0]:
        least = min(costs[name] for costs in rounds)
        target = TARGETS.get(name)
        verdict = f"  {'within' if least <= target else 'OVER'} the {target} that are wanted" if target else ""
        print(f"{name}  {least:.4f} ms{verdict}")
    print(f"{len(entries)} questions, the least of {ROUNDS} rounds")


if __name__ == "__main__":
    main()
