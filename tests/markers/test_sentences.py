"""Which sentences show a marker of the library: rewordings do, right sentences that look alike do not."""

from collections import Counter
from pathlib import Path

import pytest
from tables import FILES, rows, sayings, sees

from lpkit.corpus import view_library
from lpkit.source import Source
from project import LIBRARY, SAMPLE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sentences_are_seen_as_the_table_says(file: Path) -> None:
    wrong = [row for row in rows(file) if sees(row) is not (row.kind == "seen")]
    assert wrong == []


def test_the_tables_are_large_and_balanced() -> None:
    counts = Counter((row.marker, row.kind == "unseen") for file in FILES for row in rows(file))
    assert {marker for marker, _ in counts} == set(sayings()[1])
    assert min(counts.values()) > 25
    assert sum(counts.values()) > 500


@pytest.mark.parametrize("marker", sayings()[1])
def test_four_of_five_rewordings_that_nobody_tuned_on_are_seen(marker: str) -> None:
    (file,) = (file for file in FILES if file.stem == "kept_aside")
    wanted = [row for row in rows(file) if row.marker == marker and row.kind != "unseen"]
    assert sum(map(sees, wanted)) >= 0.8 * len(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "My manager asked whether I could go. " * 700,
        "we " * 9000 + "decided",
        "my manager " * 2500 + "asked me to",
        "my manager, " * 2000 + "told me to",
        "nobody " * 3000 + "measured it",
        '"' * 20_000,
        "'a " * 7000,
        "I would not " * 2000,
        "a" * 20_000 + "n't",
        "3.14 " * 4000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_long_texts_come_to_an_end(text: str) -> None:
    """Gaps are bounded and never cross a sentence, so that a text twice as long takes twice the steps."""
    markers, _ = sayings()
    assert all(0 <= said.start < said.end <= len(text) for said in markers.said(text))


def test_a_phrase_is_certain_only_where_nothing_else_is_in_doubt() -> None:
    markers, names = sayings()
    place = names.index("blame-shifting")
    certain = {
        "It was not my fault.": True,
        "Then they dropped the ball and we lost a week.": True,
        "It was not my fault, and she later thought so too.": False,
        "It was not my fault, but I paid for it.": False,
        "It was not my fault; I paid all the same.": False,
        "The foreman knew for sure that it was not my fault.": True,
        "The foreman knew that the other team dropped the ball.": False,
        "The foreman saw how the other team dropped the ball.": False,
        "A colleague of the night shift found that it was not my fault.": False,
    }
    assert {text: markers.by_marker(text)[place].certain for text in certain} == certain


def test_tables_hold_each_sentence_once() -> None:
    texts = Counter(row.text for file in FILES for row in rows(file))
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("phrase", ["?", "? ?", "...", "!?", ". . ."])
def test_signs_alone_are_no_sentence_and_show_nothing(phrase: str) -> None:
    text = (SAMPLE / LIBRARY).read_text(encoding="utf-8")
    said = text.replace("phrases: [my manager asked me]", f'phrases: ["{phrase}"]')
    _, library = view_library(Source(LIBRARY, said))
    assert said != text
    assert library is not None
    assert [library.sayings.by_marker(signs) for signs in ("?", "? ? ?", "....", "!?", " . . . ")] == [{}] * 5


@pytest.mark.parametrize("said", ["… my manager asked me", "my manager … asked me …", "… my … asked … me …"])
def test_what_is_left_out_at_an_end_is_no_part_of_what_is_said(said: str) -> None:
    text = (SAMPLE / LIBRARY).read_text(encoding="utf-8")
    changed = text.replace("phrases: [my manager asked me]", f"patterns: [{{says: [{said}]}}]")
    _, library = view_library(Source(LIBRARY, changed))
    assert changed != text
    assert library is not None
    told = "So yesterday my manager asked me to look."
    assert [told[found.start : found.end] for found in library.sayings.said(told)] == ["my manager asked me"]
