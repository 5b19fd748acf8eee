"""What stands on the card of a marker: the sentence of its quote, marked only where another marker is in it too."""

from collections.abc import Callable
from typing import Any

import pytest

from lpkit.export import Shelf
from lpkit_exporters.anki.exercises import auto_fail_notes
from lpkit_exporters.anki.page import pages

ANSWER = "It began in May. My manager asked me to look, and we looked for a week. We found little. It ended in June."


@pytest.mark.parametrize(
    ("found", "sentences"),
    [
        (
            [("manager-directed", "My manager asked me")],
            {"manager-directed": ["My manager asked me to look, and we looked for a week."]},
        ),
        (
            [("manager-directed", "My manager asked me"), ("collective-language", "we looked")],
            {
                "manager-directed": ["<mark>My manager asked me</mark> to look, and we looked for a week."],
                "collective-language": ["My manager asked me to look, and <mark>we looked</mark> for a week."],
            },
        ),
        (
            [("collective-language", "we looked"), ("collective-language", "We found")],
            {"collective-language": ["My manager asked me to look, and we looked for a week.", "We found little."]},
        ),
    ],
)
def test_passage(
    sample: Any, shelve: Callable[[Any], Shelf], found: list[tuple[str, str]], sentences: dict[str, list[str]]
) -> None:
    library, packs = sample
    candidate = packs[0]["evaluate"]["candidates"][0]
    candidate["answer"] = ANSWER
    candidate["auto_fails"] = [{"marker": marker, "quote": quote, "why": "So."} for marker, quote in found]
    (page,) = pages(shelve((library, packs[:1])))
    notes = {
        note.path[-1]: note.fields["Sentence"] for note in auto_fail_notes(page) if note.path[-2] == candidate["id"]
    }
    expected = {marker: "".join(f"<p>{text.strip()}</p>" for text in texts) for marker, texts in sentences.items()}
    assert notes == expected
