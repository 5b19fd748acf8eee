"""Rows of evaluation data: those of the JSON export, with one type for each column whatever the packs hold.

What reads JSON lines into columns infers their types, and stumbles where a column is null throughout one file: an
absent text is empty here, an absent place is -1. Times are left out, which some take for texts and some do not.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pydantic import Field

from lpkit.model.types import Entry, Id, Points, Prose, Text
from lpkit_exporters.bundle.index_model import Band, LibraryEntry
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.rows import answer_rows, question_rows
from lpkit_exporters.bundle.rows_model import AnswerRow
from lpkit_exporters.bundle.text import data_of

Data = dict[str, Any]
PLACES = {"start", "end"}
TIME = "changed_at"


class JudgedAnswer(AnswerRow):
    """A row of answers, with the verdicts that were possible."""

    verdicts: list[Band] = Field(
        description="The verdicts of the library with the totals that earn them, lowest first."
    )


class MarkerRow(Entry):
    """A marker that an answer may show: what a judge looks for."""

    library: Id = Field(description="Permanent id of the library.")
    id: Id = Field(description="Permanent id of the marker.")
    title: Text = Field(description="Name of the marker as learners know it.")
    dimension: Id = Field(description="Permanent id of the dimension that it caps.")
    dimension_title: Text = Field(description="Name of that dimension.")
    cap: Points = Field(description="Highest score that the dimension may keep.")
    verdict: Id = Field(description="Permanent id of the highest verdict that remains possible.")
    verdict_title: Text = Field(description="Name of that verdict.")
    phrases: list[Text] = Field(description="Plain phrases that give the marker away.")
    why: Prose = Field(description="Why the marker fails an answer.")


def split_of(library: str, pack: str, test: int) -> str:
    """Give the split of a pack, `test` for so many of 100: by its ids alone, so that no other pack moves it.

    `pack` is the id under which it was published first: another name moves nothing between the splits.
    """
    number = int.from_bytes(sha256(f"split/{library}/{pack}".encode()).digest()[:8], "big")
    return "test" if number % 100 < test else "train"


def answers(file: PackFile) -> Iterator[Data]:
    """Give the scored answers of a pack."""
    for row in answer_rows(file):
        yield _filled(data_of(JudgedAnswer(**dict(row), verdicts=file.verdicts)))


def questions(file: PackFile) -> Iterator[Data]:
    """Give the questions of a pack as multiple-choice items."""
    for row in question_rows(file):
        yield _filled(data_of(row))


def markers(library: LibraryEntry) -> Iterator[Data]:
    """Give the markers of a library."""
    for entry in library.markers:
        row = MarkerRow(
            library=library.id,
            id=entry.id,
            title=entry.title,
            dimension=entry.dimension.id,
            dimension_title=entry.dimension.title,
            cap=entry.cap,
            verdict=entry.verdict.id,
            verdict_title=entry.verdict.title,
            phrases=entry.phrases,
            why=entry.why,
        )
        yield data_of(row)


def _filled(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _filled(entry, key) for key, entry in value.items() if key != TIME}
    if isinstance(value, list):
        return [_filled(entry) for entry in value]
    return (-1 if name in PLACES else "") if value is None else value
