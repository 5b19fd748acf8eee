"""Sentences with figures and dates: each is put into the sample pack, and is found or left alone.

A case of `tests/ledger/*.yaml` has a sentence to `say`, at `at` (`b`, `q`, `fix` and `message` stand for longer
paths), and perhaps what the text that it speaks of has, `it`, and other values, `also`. `expect` is the code that
finds it, and `level` its severity; a case without is right, and only looks wrong.
"""

import json
import math
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.diagnostic import Finding
from lpkit.rules import all_rules
from lpkit.source import read_source
from lpkit.text.figures import BOUNDS, agrees, figures
from lpkit.text.languages import language_of
from lpkit.text.languages.parts.figures import FigureWords, Hedge
from lpkit.text.order import misordered
from lpkit.text.reckoning import slips
from project import LIBRARY, PACK, base_of, read_yaml

FOLDER = Path(__file__).parent / "ledger"
TABLES = (
    "arithmetic",
    "dates",
    "figures",
    "denials",
    "counts",
    "reckoned",
    "denied",
    "undone",
    "products",
    "presences",
    "deeds",
)
CODES = ("LP308", "LP330", "LP331", "LP332", "LP333")
RULES = {rule.code: rule for rule in all_rules() if rule.code in CODES}
ENGLISH = language_of("en")
SHORT = {
    "a": "evaluate.candidates.0",
    "b": "evaluate.candidates.1",
    "message": "evaluate.calibration.0.message",
    "fix": "fix_its.0",
    "q": "questions.0",
}
SPOKEN_OF = {"q": "q.excerpt", "fix": "a.answer", "message": "a.answer"}
"""What a text speaks of, by where it stands; all others speak of b's answer."""


def _load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


CASES = [
    pytest.param(case, id=f"{name}-{number}")
    for name in TABLES
    for number, case in enumerate(read_yaml(FOLDER / f"{name}.yaml"))
]


@cache
def _base() -> str:
    return json.dumps(_load(base_of(PACK)), ensure_ascii=False)


@cache
def _library(folder: Path) -> LibraryView:
    file = folder / LIBRARY
    file.write_text(base_of(LIBRARY), encoding="utf-8")
    view = view_library(read_source(file, LIBRARY))[1]
    assert view is not None
    return view


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryView:
    return _library(tmp_path_factory.mktemp("library"))


def _set(data: Any, at: str, value: Any) -> None:
    head, _, rest = at.partition(".")
    path = f"{SHORT.get(head, head)}.{rest}".strip(".").split(".")
    *parents, last = [int(step) if step.isdigit() else step for step in path]
    for step in parents:
        if isinstance(data, list) and isinstance(data[step], str):
            data[step] = {"text": data[step]}
        data = data.setdefault(step, [""]) if isinstance(data, dict) else data[step]
    data[last] = value


def _planted(case: dict[str, Any], library: LibraryView, folder: Path) -> PackView:
    data = json.loads(_base())
    at = case.get("at", "b.notes" if "it" in case else "coaching.0")
    texts = {at: case["say"], **case.get("also", {})}
    if "it" in case:
        texts[SPOKEN_OF.get(at.partition(".")[0], "b.answer")] = case["it"]
    for place, text in texts.items():
        _set(data, place, text)
    file = folder / "pack.yaml"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    view = view_pack(read_source(file, file.name), library)[1]
    assert view is not None
    assert view.sound
    return view


def _found(case: dict[str, Any], library: LibraryView, folder: Path) -> list[tuple[str, Finding]]:
    view = _planted(case, library, folder)
    return [(code, finding) for code, rule in RULES.items() for finding in rule.check(view)]


def test_the_sample_is_clean(library: LibraryView, tmp_path: Path) -> None:
    assert _found({"say": "Count first."}, library, tmp_path) == []


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_found_or_left_alone(case: dict[str, Any], library: LibraryView, tmp_path: Path) -> None:
    found = _found(case, library, tmp_path)
    assert [code for code, _ in found] == ([case["expect"]] if "expect" in case else []), found
    for code, finding in found:
        severity = RULES[code].severity if finding.severity is None else finding.severity
        assert severity.label == case.get("level", severity.label)


READ = [
    ("about 2,000", "1,960 tickets", True),
    ("a dozen vans", "12 vans", True),
    ("12 vans", "12 tickets", False),
    ("six weeks", "a month and a half", True),
    ("two weeks", "ten days", False),
    ("three days", "72 hours", True),
    ("half an hour", "30 minutes", True),
    ("two thirds", "66 %", True),
    ("over 40 %", "43 %", True),
    ("half of them", "48 %", False),
    ("nearly half of them", "48 %", True),
    ("35%", "25%", False),
    ("hundreds of users", "640 users", True),
    ("a couple of days", "two days", True),
    ("3.5 million euros", "3,500,000 euros", True),
    ("20k users", "19,800 users", True),
    ("twelve hundred", "1,200", True),
    ("5,000", "1,960", False),
    ("35–55 seconds", "50 seconds", True),
    ("between 3 and 5 days", "6 days", False),
    ("within 48 hours", "within 72 hours", False),
]


@pytest.mark.parametrize(("claim", "source", "agree"), READ)
def test_figures_are_compared_as_intervals(claim: str, source: str, agree: bool) -> None:
    (one,), (two,) = figures(claim, ENGLISH), figures(source, ENGLISH)
    assert agrees(one, two) is agree


NO_FIGURES = [
    "S3, SDE 2, p99, Q3, v2, 24/7, ABC-123, #12",
    "at 14:30 on 3 May 2023, and in 2024",
    "the 2nd of them, a third-party check, the other half",
    "one of them, for the third time",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_names_dates_and_ordinals_are_no_figures(text: str) -> None:
    assert figures(text, ENGLISH) == ()


HEDGED: dict[Hedge, tuple[str, float, float]] = {
    "": ("40 people", 40, 40),
    "roughly": ("about 40 people", 36, 44),
    "nearly": ("nearly 40 people", 36, 40),
    "above": ("over 40 people", 40, 60),
    "below": ("under 40 people", 0, 40),
    "minimum": ("at least 40 people", 40, math.inf),
    "maximum": ("at most 40 people", 0, 40),
}


@pytest.mark.parametrize("hedge", get_args(Hedge))
def test_each_hedge_has_words_and_an_interval_of_its_own(hedge: Hedge) -> None:
    text, low, high = HEDGED[hedge]
    (figure,) = figures(text, ENGLISH)
    assert (figure.hedge, figure.low, figure.high) == (hedge, low, high)
    assert not hedge or hedge in ENGLISH[FigureWords].hedges.values()


def test_only_hedges_are_bounds() -> None:
    assert set(get_args(Hedge)) >= BOUNDS


def test_a_figure_says_what_it_counts_and_where_it_stands() -> None:
    text = "It took about 20 support tickets."
    (figure,) = figures(text, ENGLISH)
    assert (text[figure.start : figure.end], figure.unit, figure.low, figure.high) == ("about 20", "ticket", 18, 22)


@pytest.mark.parametrize("tag", ["fr", "de"])
def test_nothing_is_read_in_a_language_without_the_words(tag: str) -> None:
    language = language_of(tag)
    text = "From 90 to 30, a drop of 30%, on 31 April."
    assert (figures(text, language), slips(text, language), [*misordered(text, language)]) == ((), (), [])
