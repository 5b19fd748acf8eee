"""Guessability of whole quizzes: the strategies, the test against chance, and rules LP601 to LP605 on quizzes."""

import json
import pickle
from itertools import cycle, islice
from math import comb
from pathlib import Path

import pytest

from lpkit.checking.bank import check_banks
from lpkit.rules import all_rules
from lpkit.text.guessing import (
    TITLES,
    Play,
    Tally,
    at_least,
    by_absolutes,
    by_convergence,
    by_length,
    by_overlap,
    play,
)
from lpkit.text.item import ItemText
from lpkit.text.languages import language_of
from project import check_folder, codes, write_sample

NOUNS = "disk pager clock light relay probe siren panel meter switch cable mirror".split()  # noqa: SIM905
Entry = tuple[str, list[str], str]
ENGLISH = language_of("en")


def _bank(folder: Path, entries: list[Entry]) -> Path:
    file = folder / "bank.jsonl"
    lines = [json.dumps({"stem": stem, "options": options, "answer": answer}) for stem, options, answer in entries]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _found(folder: Path, entries: list[Entry], code: str) -> list[str]:
    rules = [rule for rule in all_rules() if rule.code == code]
    report = check_banks([_bank(folder, entries)], rules, lambda file: file.name)
    return [entry.message for entry in report.diagnostics]


def _even(count: int, width: int, place_of: int | None = None, long_keys: int = 0) -> list[Entry]:
    """Make a quiz in which nothing helps: keys go round the places, and the longest option stands beside the key.

    `place_of` puts all keys into one place; the first `long_keys` questions have the key as the longest option.
    """
    entries = []
    for number in range(count):
        place = number % width if place_of is None else place_of
        sizes = [9, 10, 11, 12, 13, 14][:width]
        shift = (number // width) % width
        sizes = sizes[shift:] + sizes[:shift]
        top = sizes.index(max(sizes))
        target = place if number < long_keys else top
        sizes[top], sizes[target] = sizes[target], sizes[top]
        options = [chr(ord("k") + at) * size for at, size in enumerate(sizes)]
        entries.append((f"Which code opens door {number}?", options, options[place]))
    return entries


@pytest.mark.parametrize("width", [3, 4, 5])
@pytest.mark.parametrize("count", [10, 20, 40, 100])
def test_longest_answer_rate(tmp_path: Path, count: int, width: int) -> None:
    assert _found(tmp_path, _even(count, width), "LP601") == []
    (message,) = _found(tmp_path, _even(count, width, long_keys=count), "LP601")
    assert f"{count} of {count} questions" in message


@pytest.mark.parametrize("width", [3, 4, 5])
@pytest.mark.parametrize("count", [10, 20, 40, 100])
def test_answer_position(tmp_path: Path, count: int, width: int) -> None:
    assert _found(tmp_path, _even(count, width), "LP602") == []
    for place, ordinal in enumerate(("first", "second", "third")):
        (message,) = _found(tmp_path, _even(count, width, place_of=place), "LP602")
        assert message.startswith(f"the {ordinal} option is the answer to {count} of {count} questions")


@pytest.mark.parametrize("pinned", [True, False])
def test_answer_position_counts_pinned_keys(tmp_path: Path, pinned: bool) -> None:
    pack = write_sample(tmp_path)
    question = (
        "  - {{id: alarm-{}, pool: practice, difficulty: easy, stem: 'What rings at {}?', "
        "options: [a bell, {{text: a siren, pinned: {}}}, a gong, a horn], answer: a siren, "
        "steps: [Read.], hint: Read.}}\n"
    )
    head = pack.read_text(encoding="utf-8").partition("questions:\n")[0]
    body = "".join(question.format(number, number, str(pinned).lower()) for number in range(6))
    pack.write_text(f"{head}questions:\n{body}", encoding="utf-8")
    assert ("LP602" in codes(check_folder(tmp_path, select=("LP602",)))) is pinned


@pytest.mark.parametrize("noun", NOUNS)
def test_guessable_by_words(tmp_path: Path, noun: str) -> None:
    said = [f"the {noun} rings", "a fire burns", "some rain falls", "one bird sings"]
    seeds = islice(cycle(range(4)), 12)
    told: list[Entry] = [
        (f"What does the {noun} do at {n}?", said[s:] + said[:s], said[0]) for n, s in enumerate(seeds)
    ]
    (message,) = _found(tmp_path, told, "LP603")
    assert "the option with most words of the stem earns 12 of 12" in message
    others = [(stem, options, options[number % 4]) for number, (stem, options, _) in enumerate(told)]
    assert not any("words of the stem" in message for message in _found(tmp_path, others, "LP603"))


def test_few_questions_prove_nothing(tmp_path: Path) -> None:
    for code in ("LP601", "LP602", "LP603"):
        assert _found(tmp_path, _even(3, 4, place_of=1, long_keys=3), code) == []


def test_a_slight_gain_in_a_large_bank_is_left_alone(tmp_path: Path) -> None:
    # 580 of 2,000 is significant (p < .0001) and nothing that a learner could use.
    tally = Tally(2000, 580, 500)
    assert tally.luck < 0.0001
    assert not tally.wins
    assert tmp_path.exists()


@pytest.mark.parametrize("number", range(12))
def test_leak(tmp_path: Path, number: int) -> None:
    noun = NOUNS[number]
    key = f"she counted every {noun} in the house"
    first: Entry = ("What did Ada do?", [key, "she slept", "she left"], key)
    leaking: Entry = (
        f"Why was it that she counted every {noun} in the house?",
        ["for fun", "for money", "by law"],
        "by law",
    )
    sound: Entry = (f"Why did she count each {noun}?", ["for fun", "for money", "by law"], "by law")
    filler = _even(number, 4)
    assert _found(tmp_path, [leaking, *filler, first], "LP605") == [
        f'the stem holds the answer of another question, "{key}"'
    ]
    assert _found(tmp_path, [sound, *filler, first], "LP605") == []


CHOICES = ["Customer Obsession", "Ownership", "Frugality"]
Keyed = tuple[str, list[str]]


def _keyed(*keys: str, options: list[str] = CHOICES) -> list[Keyed]:
    """Give an answer and options for each question on principles."""
    return [(key, options if key in options else [*options, key]) for key in keys]


def _other(count: int) -> list[Keyed]:
    """Give questions that name no principle."""
    return [("a figure", ["a figure", "a date", "a name"])] * count


OWN, TWO = "Ownership", ["Ownership", "Frugality"]
SAME = {
    **{f"{count} questions": _keyed(*[OWN] * count) for count in (3, 4, 5, 8, 15)},
    **{f"3 questions among {count} others": [*_other(count), *_keyed(*[OWN] * 3)] for count in (1, 2, 10)},
    "with two options each": _keyed(*[OWN] * 3, options=TWO),
    "with the key last": _keyed(*[OWN] * 4, options=TWO[::-1]),
    "in another order each time": [(OWN, CHOICES), (OWN, CHOICES[::-1]), (OWN, CHOICES[1:] + CHOICES[:1])],
    "with an option that is no principle": _keyed(*[OWN] * 3, options=[*TWO, "a figure"]),
}
MIXED = {
    **{f"{count} questions are too few": _keyed(*[OWN] * count) for count in (1, 2)},
    "no question at all on principles": _other(5),
    "2 questions among 9 others": [*_other(9), *_keyed(OWN, OWN)],
    "one of 3 differs": _keyed(OWN, "Frugality", OWN),
    "one of 10 differs": _keyed(*[OWN] * 9, "Customer Obsession"),
    "the first differs": _keyed("Customer Obsession", *[OWN] * 3),
    "all are another principle": _keyed(*["Frugality"] * 4),
    "keys go round": _keyed(*CHOICES, *CHOICES),
    "the pack's is only ever a distractor": _keyed("Frugality", "Customer Obsession", "Frugality"),
    "the key is the only principle": _keyed(*[OWN] * 4, options=["a figure", "a date"]),
    "the name is part of a sentence": [("It shows Ownership", ["It shows Ownership", *TWO])] * 4,
}


def _same_answer_cue(folder: Path, entries: list[Keyed]) -> bool:
    pack = write_sample(folder)
    library = folder / "packs" / "library.yaml"
    library.write_text(
        library.read_text(encoding="utf-8").replace(
            "principles:\n", "principles:\n  - {id: frugality, title: Frugality, summary: Less.}\n"
        ),
        encoding="utf-8",
    )
    question = "  - {{id: alarm-{}, pool: practice, difficulty: easy, stem: 'Story {}?', options: {}, answer: {}, "
    head = pack.read_text(encoding="utf-8").partition("questions:\n")[0]
    body = "".join(
        question.format(number, number, json.dumps(options), json.dumps(key)) + "steps: [Read.], hint: Read.}\n"
        for number, (key, options) in enumerate(entries)
    )
    pack.write_text(f"{head}questions:\n{body}", encoding="utf-8")
    return "LP604" in codes(check_folder(folder, select=("LP604",)))


@pytest.mark.parametrize("name", SAME)
def test_same_answer_cue(tmp_path: Path, name: str) -> None:
    assert _same_answer_cue(tmp_path, SAME[name])


@pytest.mark.parametrize("name", MIXED)
def test_no_answer_cue(tmp_path: Path, name: str) -> None:
    assert not _same_answer_cue(tmp_path, MIXED[name])


def test_cues_have_cases_enough() -> None:
    assert min(len(SAME), len(MIXED)) >= 12


@pytest.mark.parametrize(("questions", "options"), [(5, 4), (10, 4), (20, 3), (40, 5)])
def test_tail_is_the_exact_binomial(questions: int, options: int) -> None:
    p = 1 / options
    for hits in range(questions + 1):
        exact = sum(comb(questions, k) * p**k * (1 - p) ** (questions - k) for k in range(hits, questions + 1))
        assert at_least(hits, questions, questions * p) == pytest.approx(exact, rel=1e-9)


def test_tail_has_the_figures_of_the_literature() -> None:
    assert at_least(4, 5, 1.25) == pytest.approx(0.0156, abs=1e-4)
    assert at_least(7, 10, 2.5) < 0.01 < at_least(6, 10, 2.5)
    assert at_least(11, 20, 5) < 0.01 < at_least(10, 20, 5)


def test_the_place_of_most_keys_is_named_where_it_earns_no_more_than_chance() -> None:
    items = [(ItemText("Which?", ["abc", "xyz", "uvw"], "abc", ENGLISH), True)] * 2
    items += [(ItemText("Which?", ["abc", "xyz", "uvw"], "uvw", ENGLISH), True)] * 3
    place, tally, luck = play(items).position()
    assert (place, tally.questions, tally.score) == (2, 5, 3)
    assert luck > 0.5
    assert play([(item, False) for item, _ in items]).position() == (0, Tally(), 1.0)


def test_strategies() -> None:
    item = ItemText(
        "Which law describes springs?", ["Hooke's law of springs", "Ohm's law", "It always bends"], "Ohm's law", ENGLISH
    )
    assert by_length(item) == ([0], [1])
    assert by_overlap(item) == ([0], [2])
    assert by_absolutes(item) == ([2], [0, 1])
    assert by_convergence(item) == ([0, 1], [2])
    assert by_overlap(ItemText("Which?", ["one thing", "two things"], "one thing", ENGLISH)) == ([], [])


@pytest.mark.parametrize("name", ["shortest", "apart", "absolute", "divergence"])
def test_the_other_side_of_a_cue_is_played_too(tmp_path: Path, name: str) -> None:
    told = {
        "shortest": ["a wall of grey stone", "a roof of red tiles", "a door", "a path of white sand"],
        "apart": ["the alarm of the tower", "an alarm with a lamp", "some rain", "one alarm more"],
        "absolute": ["the lamp is dim", "the bell is old", "it always rings", "the gate is shut"],
        "divergence": ["red stone and sand", "sand and grey stone", "a whistle blown", "stone beside red sand"],
    }[name]
    entries: list[Entry] = [
        (f"What does the alarm show at {at}?", told[at % 4 :] + told[: at % 4], told[2]) for at in range(16)
    ]
    (message,) = _found(tmp_path, entries, "LP603")
    assert f"{TITLES[name]} earns 16 of 16" in message


def test_ties_share_the_point_and_undecided_questions_do_not_count() -> None:
    tied = ItemText("Which?", ["abc", "xyz", "d"], "abc", ENGLISH)
    even = ItemText("Which?", ["abc", "xyz", "uvw"], "abc", ENGLISH)
    tally = play([(tied, True), (even, False)]).tallies["longest"]
    assert (tally.questions, tally.score, tally.chance) == (1, 0.5, pytest.approx(1 / 3))


def test_plays_of_parts_sum_to_the_whole_and_travel_between_processes() -> None:
    items = [(ItemText(stem, options, answer, ENGLISH), True) for stem, options, answer in _even(9, 4)]
    whole = play(items)
    halves = Play.total([play(items[:4]), play(items[4:])])
    assert (halves.questions, halves.places) == (whole.questions, whole.places)
    for name, tally in whole.tallies.items():
        assert halves.tallies[name] == pytest.approx(tally)
    for some in (whole, halves, Play()):
        assert pickle.loads(pickle.dumps(some)) == some
