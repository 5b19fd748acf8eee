"""What stands around a quote on the card of a marker: its neighbours, but for those that show another marker."""

from collections.abc import Callable
from typing import Any

import pytest

from lpkit.export import Shelf
from lpkit_exporters.anki.exercises import auto_fail_notes
from lpkit_exporters.anki.page import pages

ANSWER = "It began in May. My manager asked me to look. We looked for a week. We found little. It ended in June."


@pytest.mark.parametrize(
    ("found", "passages"),
    [
        (
            [("manager-directed", "My manager asked me")],
            {"manager-directed": ["It began in May. My manager asked me to look. We looked for a week. "]},
        ),
        # A neighbour that shows another marker would be a second right answer; one of the same marker is none.
        (
            [("manager-directed", "My manager asked me"), ("collective-language", "We looked")],
            {
                "manager-directed": ["It began in May. My manager asked me to look. "],
                "collective-language": ["We looked for a week. We found little. "],
            },
        ),
        (
            [("collective-language", "We looked"), ("collective-language", "We found")],
            {
                "collective-language": [
                    "My manager asked me to look. We looked for a week. We found little. ",
                    "We looked for a week. We found little. It ended in June.",
                ]
            },
        ),
    ],
)
def test_passage(
    sample: Any, shelve: Callable[[Any], Shelf], found: list[tuple[str, str]], passages: dict[str, list[str]]
) -> None:
    library, packs = sample
    candidate = packs[0]["evaluate"]["candidates"][0]
    candidate["answer"] = ANSWER
    candidate["auto_fails"] = [{"marker": marker, "quote": quote, "why": "So."} for marker, quote in found]
    (page,) = pages(shelve((library, packs[:1])))
    notes = {
        note.path[-1]: note.fields["Passage"] for note in auto_fail_notes(page) if note.path[-2] == candidate["id"]
    }
    expected = {marker: "".join(f"<p>{text.strip()}</p>" for text in texts) for marker, texts in passages.items()}
    assert notes == expected
