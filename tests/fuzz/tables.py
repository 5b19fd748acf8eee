"""Tables made of the questions of packs/, in random shapes: no key may come out wrong.

    python tests/fuzz/tables.py 2000

Each table has its questions, the order of their options, a style of headers, a way to write the key, a separator, an
encoding and its quoting by chance. It is read right at once, or refused; where the refusal names `--keys-from`, the
table is read again with the true one. A key that is not the true one raises AssertionError, and so does an option
that is lost. The last line says how many tables were read at once, with one option, and refused.
"""

import csv
import io
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lpkit.errors import LpkitError
from lpkit.source import decode
from lpkit_importers.csv import importer

PACKS = Path(__file__).parents[2] / "packs"
LETTERS = "ABCDEFGHIJ"
WITH_A_GAP = "ACDEFGHIJ"
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
GERMAN_PLACES = ("erste", "zweite", "dritte", "vierte", "fünfte", "sechste")

HEADERS = [
    ("question", "option{n}", "answer"),
    ("Question", "Option {L}", "Correct Answer"),
    ("question_text", "option_{l}", "correct_option"),
    ("Stem", "{L}", "Key"),
    ("QUESTION", "ANSWER {n}", "CORRECT_ANSWER"),
    ("questionText", "answer{L}", "correctAnswer"),
    ("prompt", "choice {n}", "answer key"),
    ("Frage", "Antwort {L}", "Richtige Antwort"),
    ("Fragetext", "Antwort{n}", "Lösung"),
    ("Question", "Réponse {L}", "Bonne réponse"),
    ("Énoncé", "Proposition {n}", "Réponse correcte"),
    ("Pregunta", "Opción {L}", "Respuesta correcta"),
    ("pregunta", "respuesta_{n}", "correcta"),
    ("Domanda", "Risposta {L}", "Risposta corretta"),
    ("Pergunta", "Alternativa {L}", "Gabarito"),
    ("Q", "ans{n}", "Right Answer"),
    ("Question - what is asked", "Answer {n} - max 75 characters", "Correct answer(s) - choose one"),
    ("Prompt (text)", "op{l}", "cop"),
]


@dataclass(frozen=True)
class Asked:
    """A question as it is: its stem, its options in the order of the table, its key."""

    stem: str
    options: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Table:
    """A table in bytes, what it holds, and the reading of its keys where a refusal asks for it."""

    content: bytes
    asked: tuple[Asked, ...]
    reading: str
    shape: str


@cache
def questions() -> tuple[Asked, ...]:
    """Give all questions of the packs."""
    found = []
    for file in sorted(PACKS.rglob("*.yaml")):
        data = decode(file.read_bytes(), file.name).data
        for entry in data.get("questions", []):
            texts = tuple(option if isinstance(option, str) else option["text"] for option in entry["options"])
            found.append(Asked(entry["stem"], texts, entry["answer"]))
    return tuple(found)


def table(chance: random.Random) -> Table:
    """Make a table by chance."""
    asked = [_shuffled(one, chance) for one in chance.sample(questions(), chance.choice([1, 2, 3, 5, 8, 20]))]
    styles = [*COLUMNS, *WHOLE]
    name = chance.choice(styles)
    stem, option, key = chance.choice(HEADERS)
    rows = COLUMNS[name](asked, option) if name in COLUMNS else WHOLE[name](asked)
    if name in COLUMNS:
        width = max(len(one.options) for one in asked)
        heads = [stem, *(_head(option, place) for place in range(width)), key]
    else:
        heads = [stem, *WHOLE_HEADERS[name](len(rows[0]) - 2), _apart_key(key)]
    rows = [heads, *rows]
    if chance.random() < 0.3:
        rows = [["Author" if at == 0 else "Ada Nobody", *row] for at, row in enumerate(rows)]
    if chance.random() < 0.1 and name in {"letters", "text"}:
        rows = rows[1:]
    content, way = _written(rows, chance)
    reading = {"from 0": "0", "from 1": "1", "text": "text"}.get(name, "letters")
    return Table(content, tuple(asked), reading, f"{name}, {stem}, {way}")


def _shuffled(one: Asked, chance: random.Random) -> Asked:
    return Asked(one.stem, tuple(chance.sample(one.options, len(one.options))), one.answer)


def _head(option: str, place: int) -> str:
    return option.format(n=place + 1, L=LETTERS[place], l=LETTERS[place].lower())


def _apart_key(key: str) -> str:
    return key


def _in_columns(write: Callable[[Asked, int, str], str]) -> Callable[[Sequence[Asked], str], list[list[str]]]:
    def rows(asked: Sequence[Asked], option: str) -> list[list[str]]:
        width = max(len(one.options) for one in asked)
        return [
            [
                one.stem,
                *one.options,
                *[""] * (width - len(one.options)),
                write(one, one.options.index(one.answer), option),
            ]
            for one in asked
        ]

    return rows


COLUMNS = {
    "text": _in_columns(lambda one, _place, _option: one.answer),
    "text in capitals": _in_columns(lambda one, _place, _option: one.answer.upper()),
    "letters": _in_columns(lambda _one, place, _option: LETTERS[place]),
    "small letters": _in_columns(lambda _one, place, _option: LETTERS[place].lower()),
    "letters in brackets": _in_columns(lambda _one, place, _option: f"({LETTERS[place]})"),
    "letters and text": _in_columns(lambda one, place, _option: f"{LETTERS[place]}. {one.answer}"),
    "option and letter": _in_columns(lambda _one, place, _option: f"Option {LETTERS[place]}"),
    "names of columns": _in_columns(lambda _one, place, option: _head(option, place)),
    "words": _in_columns(lambda _one, place, _option: PLACES[place]),
    "words and option": _in_columns(lambda _one, place, _option: f"the {PLACES[place]} option"),
    "German words": _in_columns(lambda _one, place, _option: f"Die {GERMAN_PLACES[place]} Antwort"),
    "from 0": _in_columns(lambda _one, place, _option: str(place)),
    "from 1": _in_columns(lambda _one, place, _option: str(place + 1)),
}


def _listed(
    write: Callable[[Sequence[str]], str], letters: bool, marks: str = LETTERS
) -> Callable[[Sequence[Asked]], list[list[str]]]:
    return lambda asked: [
        [one.stem, write(one.options), marks[one.options.index(one.answer)] if letters else one.answer] for one in asked
    ]


def _apart(asked: Sequence[Asked]) -> list[list[str]]:
    width = max(len(one.options) for one in asked) - 1
    wrong = [[option for option in one.options if option != one.answer] for one in asked]
    return [
        [one.stem, *texts, *[""] * (width - len(texts)), one.answer] for one, texts in zip(asked, wrong, strict=True)
    ]


def _apart_list(asked: Sequence[Asked]) -> list[list[str]]:
    return [[one.stem, json.dumps([text for text in one.options if text != one.answer]), one.answer] for one in asked]


def _lettered(options: Sequence[str]) -> str:
    return "\n".join(f"{letter}) {text}" for letter, text in zip(LETTERS, options, strict=False))


def _lettered_with_a_gap(options: Sequence[str]) -> str:
    return "|".join(f"{letter}) {text}" for letter, text in zip(WITH_A_GAP, options, strict=False))


def _with_an_empty_part(options: Sequence[str]) -> str:
    return "|".join((options[0], "", *options[1:]))


def _array(options: Sequence[str]) -> str:
    return "[" + " ".join(map(repr, options)) + "]"


WHOLE = {
    "bars": _listed(" | ".join, letters=False),
    "bars, letters": _listed("|".join, letters=True),
    "lines, letters": _listed("\n".join, letters=True),
    "lettered lines": _listed(_lettered, letters=True),
    "lettered with a gap": _listed(_lettered_with_a_gap, letters=True, marks=WITH_A_GAP),
    "an empty part": _listed(_with_an_empty_part, letters=True, marks=WITH_A_GAP),
    "json": _listed(json.dumps, letters=False),
    "json, letters": _listed(json.dumps, letters=True),
    "python": _listed(lambda options: repr([*options]), letters=True),
    "array": _listed(_array, letters=True),
    "apart": _apart,
    "apart, list": _apart_list,
}
_CHOICES: Callable[[int], list[str]] = lambda _number: ["choices"]  # noqa: E731
WHOLE_HEADERS: dict[str, Callable[[int], list[str]]] = {
    **dict.fromkeys(WHOLE, _CHOICES),
    "apart": lambda number: [f"incorrect_answer_{place + 1}" for place in range(number)],
    "apart, list": lambda _number: ["incorrect_answers"],
}


def _written(rows: Sequence[Sequence[str]], chance: random.Random) -> tuple[bytes, str]:
    """Write a table as programs do; what an encoding does not have is written in one that has it."""
    separator = chance.choice([",", ",", ";", "\t", "|"])
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=chance.choice(["\n", "\r\n"])).writerows(rows)
    text = out.getvalue()
    if chance.random() < 0.1:
        text = f"sep={separator}\n{text}"
    if quoting == csv.QUOTE_ALL and chance.random() < 0.3:
        text = text.replace(f'"{separator}"', f'"{separator} "')
    encoding = chance.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
    try:
        return text.encode(encoding), f"{separator!r} {encoding}"
    except UnicodeEncodeError:
        return text.encode(), f"{separator!r} utf-8"


def read(made: Table, **settings: str) -> str:
    """Read a table; tell whether it came out right, was refused or lost rows.

    Raises AssertionError for a wrong key or other options than the table has.
    """
    try:
        found = importer.read(made.content, {name.replace("_", "-"): [value] for name, value in settings.items()})
    except LpkitError as error:
        if "--keys-from" in (error.hint or "") and not settings:
            return f"one option: {read(made, keys_from=made.reading)}"
        return f"refused: {error.message} ({error.hint})"
    taken = [draft for draft in found.drafts if not draft.unfit]
    true = {" ".join(one.stem.split()): one for one in made.asked}
    for draft in taken:
        one = true[" ".join(draft.fields["stem"].split())]
        assert draft.fields["answer"] == one.answer, (made.shape, draft)
        assert sorted(draft.fields["options"]) == sorted(one.options), (made.shape, draft)
    return "right" if len(taken) == len(made.asked) else f"lost {len(made.asked) - len(taken)} rows"


def main(many: int, seed: int = 0) -> None:
    """Make and read tables, and count what came of them."""
    outcomes: Counter[str] = Counter()
    for number in range(seed, seed + many):
        made = table(random.Random(number))
        try:
            outcome = read(made)
        except Exception:
            print(f"table {number}: {made.shape}\n{made.content[:2000]!r}")
            raise
        if outcome not in {"right", "one option: right"}:
            print(f"table {number}: {made.shape}: {outcome}")
        outcomes[outcome.partition(": ")[0] if not outcome.startswith("one") else outcome] += 1
    print(", ".join(f"{count} {name}" for name, count in outcomes.most_common()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
