"""`lpkit check --review`: a checklist for people, of what no rule can see in a question."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lpkit.checking.places import places
from lpkit.cli.naming import name_of
from lpkit.cli.printer import show
from lpkit.cli.running import Choice
from lpkit.corpus import QuestionView, view_pack
from lpkit.corpus.bank import BankSource, read_bank
from lpkit.diagnostic import Site
from lpkit.printable import printable
from lpkit.source import Source, read_source
from lpkit.text.habits import HABITS, RELATIONS, habits_among
from lpkit.text.item import ItemText

_LONGEST = 96


def review(paths: Sequence[Path], banks: Sequence[Path], choice: Choice) -> None:
    """Print the checklist of each question of the packs and banks of a run.

    What only the key has comes first: it need not give away a quiz, and no rule reports it. What no deterministic rule
    can tell are implausible distractors, ambiguity, logical cues and a second right answer (Tarrant et al. 2006,
    criteria 1, 2, 8 and 18).
    """
    if paths or not banks:
        for file in (file for place in places(paths, choice.of) for file in place.listing().asked):
            source = read_source(file, name_of(file))
            _, view = view_pack(source, None)
            _print(view.questions if view else (), source)
    for file in banks:
        bank = BankSource(name_of(file), file)
        _print((entry for entry in read_bank(bank) if isinstance(entry, QuestionView)), bank)


def _print(questions: Iterator[QuestionView] | Sequence[QuestionView], source: Source) -> None:
    for question in questions:
        line = source.span(Site(question.file, question.at)).line
        show(f"{question.file}:{line}: {question.value.id}: {_short(question.value.stem)}")
        for entry in _checklist(question):
            show(f"  [ ] {entry}")
        show()


def _checklist(question: QuestionView) -> list[str]:
    item = question.item
    wrong = ", ".join(f'"{_short(text, 40)}"' for text in item.options if text != item.answer)
    key = f'"{_short(item.answer, 60)}"'
    return [
        *_tells(item, key),
        f"each distractor would tempt somebody who has not understood it: {wrong}",
        f"no distractor could be defended as right, and {key} cannot be disputed",
        "stem and options can be read in one way only",
        f"nothing in the stem or in the relation of the options points to {key} by logic alone",
    ]


def _tells(item: ItemText, key: str) -> Iterator[str]:
    """Say which habits the key alone has, and which it alone lacks, besides what it says."""
    if item.key is None or len(item.options) < 3:
        return
    found = habits_among(item.options, item.option_words, item.language)
    others = [habits for at, habits in enumerate(found) if at != item.key]
    alone = found[item.key].difference(*others)
    # Of options that tie for the greatest length, each has it: that the key is shorter tells nothing.
    lacking = others[0].intersection(*others[1:]) - found[item.key] - RELATIONS.keys()
    for what, names in (("alone has", alone), ("alone lacks", lacking)):
        if names:
            titles = ", ".join(title for name, (title, _) in HABITS.items() if name in names)
            yield f"{key} {what} {titles}: in as many other questions a wrong option does"


def _short(text: str, most: int = _LONGEST) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= most else line[: most - 1] + "…"
