"""What all item-writing rules cost for a question: `python benchmarks/item_rules.py [BANK.jsonl]` prints milliseconds.

Without a bank it takes the questions of tests/items, each in some variants, so that no cache of texts helps. The
target is 0.15 ms a question on one core, for rules LP5xx and for LP6xx together.
"""

import json
import sys
import time
from pathlib import Path

from lpkit.corpus import QuestionView, QuizView
from lpkit.model import Option, Question
from lpkit.rules import all_rules
from lpkit.source import read_source
from lpkit.text.languages import language_of

TARGET = 0.15
ENGLISH = language_of("en")
ROUNDS = 5
REPEATS = 11
"""Other processes run beside: the best of some repeats, in CPU time, is nearest to what the rules cost."""


def texts() -> list[tuple[str, list[str], str]]:
    """Give stems, options and keys: of a bank, or of the tests with a running number in each stem and option."""
    if len(sys.argv) > 1:
        lines = [
            json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()
        ]
        return [(entry["stem"], entry["options"], entry["answer"]) for entry in lines]
    folder = Path(__file__).parent.parent / "tests" / "items"
    cases = [case for file in sorted(folder.glob("*.yaml")) for case in read_source(file, "").data["pass"]]
    return [
        (
            f"{case['stem']} (v{number})",
            [f"{text} v{number}" for text in case["options"]],
            f"{case['answer']} v{number}",
        )
        for number in range(ROUNDS)
        for case in cases
    ]


def views() -> list[QuestionView]:
    """Make fresh views, with nothing worked out yet."""
    return [
        QuestionView(
            "bank.jsonl",
            (number,),
            Question.model_construct(
                id=str(number),
                pool="practice",
                stem=stem,
                excerpt=None,
                options=[Option.model_construct(text=text) for text in options],
                answer=answer,
            ),
            ENGLISH,
        )
        for number, (stem, options, answer) in enumerate(texts())
    ]


def main() -> None:
    """Measure the best of some rounds, rule by rule and all together."""
    rules = [rule for rule in all_rules() if rule.code.startswith("LP5")]
    quizzes = [rule for rule in all_rules() if rule.code.startswith("LP6")]
    costs: dict[str, float] = {}
    best = float("inf")
    for _ in range(REPEATS):
        questions = views()
        start = time.process_time()
        for question in questions:
            for rule in rules:
                for _finding in rule.check(question):
                    pass
        single = time.process_time()
        quiz = QuizView("bank.jsonl", (), questions, ENGLISH, "bank.jsonl")
        for rule in quizzes:
            found = (
                rule.collect_quiz(quiz) if rule.collect_quiz else rule.check(quiz) if "quiz" in rule.subjects else ()
            )
            for _fact in found:
                pass
        end = time.process_time()
        best = min(best, (end - start) / len(questions))
        for name, cost in (("LP5xx", single - start), ("LP6xx", end - single)):
            costs[name] = min(costs.get(name, 1e9), cost / len(questions))
    for rule in rules:
        start = time.process_time()
        for question in questions:
            for _finding in rule.check(question):
                pass
        costs[rule.code] = (time.process_time() - start) / len(questions)
    for name, cost in costs.items():
        print(f"{name}  {cost * 1000:.4f} ms")
    verdict = "within" if best * 1000 <= TARGET else "OVER"
    print(f"all    {best * 1000:.4f} ms a question ({len(questions)} questions), {verdict} the target of {TARGET} ms")


if __name__ == "__main__":
    main()
