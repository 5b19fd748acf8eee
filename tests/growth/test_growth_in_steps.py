"""Twice the text takes about twice the steps: of every rule, importer and reader, and of what they stand on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth.steps import Engine, TooManyError
from lpkit.checking.stretches import Stretches
from lpkit.diagnostic import Span
from lpkit.text.enclosed import Enclosed
from lpkit.text.passage import contains, locate, missing_piece
from lpkit.text.verbatim import verbatim

MATRIX = Path(__file__).parent / "matrix.py"


def test_a_sample_of_the_matrix_grows_as_its_texts_do() -> None:
    """The sample holds what once took the square; `python tests/growth/matrix.py` runs all."""
    # A hash of its own for each run would make the order of sets, and so some counts, differ.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, MATRIX, "--sample"], capture_output=True, text=True, check=False, env=environment
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("pattern", "unit", "linear"),
    [
        (r"\s+-", " ", False),
        (r"(?<!\s)\s+-", " ", True),
        (r"“[^”]*”", "“", False),
        (r"“[^“”]*”", "“", True),
        (r"(?:_{2,}\s*|[:.])*\s*$", "_", False),
        (r"(?:_{2,}+\s*|[:.])*\s*$", "_ ", True),
        (r".*x", "a", False),
    ],
)
def test_steps_tell_what_grows(pattern: str, unit: str, linear: bool) -> None:
    engine, counts = Engine(pattern), []
    for times in (12, 24, 48):
        engine.steps, engine.most = 0, 1_000_000
        try:
            engine.spans(unit * times + "!")
        except TooManyError:
            engine.steps = engine.most
        counts.append(engine.steps)
    assert (counts[2] <= 3 * counts[1] < engine.most) is linear, counts


TEXTS = st.text(alphabet="ab_ .“”„«»\"'`{}\n–-…[", max_size=30)
PATTERNS = [
    (r'"[^"]*"|“[^”]*”', {'"': '"', "“": "”"}, ""),
    (r'`[^`]*`|"[^"\n]*"|“[^”\n]*”', {"`": "`", '"': '["\\n]', "“": "[”\\n]"}, ""),
    (
        r"\"[^\"\n]{2,}\"|“[^”]{2,}”|„[^“”]{2,}[“”]|«[^»]{2,}»|`[^`\n]+`|(?<![\w'])'[^'\n]{2,}'(?!\w)",
        {"“": "”", "„": "[“”]", "«": "»"},
        "\"`'",
    ),
    (r"\{\{.*?\}\}|\.\.", {"{": r"\}\}|\n"}, "."),
    (r"\[[^\]]*\]", {"[": r"\]"}, ""),
]


@pytest.mark.parametrize(("pattern", "ends", "others"), PATTERNS)
@given(text=TEXTS)
def test_enclosed_finds_what_its_pattern_finds(pattern: str, ends: dict[str, str], others: str, text: str) -> None:
    engine = Engine(pattern)
    assert [match.span() for match in Enclosed(pattern, ends, others).finditer(text)] == engine.spans(text)


@given(text=st.text(alphabet="ab ", max_size=40), quote=st.text(alphabet="ab ", min_size=1, max_size=6))
def test_words_within_others_do_not_hide_words(text: str, quote: str) -> None:
    """After some tries at words that stand within others, the rest is searched at once: with the same end."""
    words, passage = quote.split(), text.split()
    there = any(passage[at : at + len(words)] == words for at in range(len(passage)))
    assert contains(text, quote) is (there and bool(words))
    assert (missing_piece(text, quote) == "") is (there or not words)
    place = locate(text, quote)
    assert (place is not None) is (there and bool(words))
    said = verbatim(text, quote)
    assert said == (" ".join(words) if there and words else None)


def test_a_word_behind_many_that_hold_it() -> None:
    text = "aa " * 50 + "x a y"
    place = locate(text, "a")
    assert place is not None
    assert text[slice(*place)] == "a"
    assert place[0] == 152


SPANS = st.tuples(st.integers(1, 12), st.integers(0, 5)).map(lambda pair: (pair[0], sum(pair)))


@given(lines=st.lists(SPANS, max_size=6), asked=SPANS)
def test_stretches_touch_what_any_of_them_touches(lines: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    touched = any(first <= asked[1] and asked[0] <= last for first, last in lines)
    assert Stretches(lines).touches(Span(asked[0], 1, asked[1], 1)) is touched
