"""The shape of index.json, and the values that both kinds of file share."""

from typing import Annotated, Any, Literal

from pydantic import Field

from lpkit.model import Level, Library, Marker, Mix, Principle, Retired, Rubric, Speaking, TestBlueprint, Verdict
from lpkit.model.roles import Role, optional
from lpkit.model.types import Entry, FormatVersion, Id, Points, Prose, Text
from lpkit_exporters.bundle.resolved import Measure, Resolved
from lpkit_exporters.bundle.spotting_model import Spotting

Hash = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
"""A short SHA-256 of canonical JSON: it changes when the content does, and only then."""

Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
"""A time in UTC, as in 2026-01-31T12:00:00Z: texts in order are times in order."""


def changed_at(what: str) -> Any:
    """Declare when something last changed: absent where no lock says so, and in no hash."""
    return optional(None, Role.IDENTITY, f"When {what} last changed, in UTC, as library.lock has it.")


class Reference(Entry):
    """Something that is defined elsewhere, with the name to show."""

    id: Id = Field(description="Permanent id of what is referred to.")
    title: Text = Field(description="Its name as learners know it.")


class VerdictReference(Reference):
    """A verdict, with what it means for the candidate."""

    passes: bool = Field(description="Whether a candidate with this verdict passes.")


class Band(Resolved):
    """A verdict and the totals that earn it."""

    source = Verdict

    id: Id = Field(description="Permanent id of the verdict.")
    title: Text = Field(description="Name of the verdict as learners know it.")
    starts_at: Points = Field(alias="from", description="Lowest total of the band.")
    to: Points = Field(description="Highest total of the band: one less than where the next verdict begins.")
    passes: bool = Field(description="Whether a candidate with this verdict passes.")


class MarkerEntry(Resolved):
    """An auto-fail marker with its references resolved."""

    source = Marker

    id: Id = Field(description="Permanent id of the marker.")
    title: Text = Field(description="Name of the marker as learners know it.")
    dimension: Reference = Field(description="The dimension that the marker caps.")
    cap: Points = Field(description="Highest score that this dimension may keep when the marker is found.")
    verdict: VerdictReference = Field(description="The highest verdict that remains possible.")
    phrases: list[Text] = Field(description="Plain phrases that give the marker away, matched without case.")
    why: Prose = Field(description="Why the marker fails an answer.")
    changed_at: Moment | None = changed_at("the marker")


class QuestionCounts(Entry):
    """How many questions a pack has."""

    practice: Mix = Field(description="Questions of the practice pool by difficulty.")
    test: Mix = Field(description="Questions of the test pool by difficulty.")
    total: Measure = Field(description="Questions of both pools together.")


class PackEntry(Entry):
    """A pack as the index lists it."""

    id: Id = Field(description="Permanent id of the pack, unique in its library.")
    title: Text = Field(description="Name of the pattern as learners see it.")
    principle: Reference = Field(description="The principle that the pattern belongs to.")
    level: Reference = Field(description="The level that the pattern is written for.")
    prompt: Text = Field(description="The interview question, in the interviewer's words.")
    questions: QuestionCounts = Field(description="How many questions the pack has.")
    path: Text = Field(description="The pack's file, relative to index.json.")
    hash: Hash = Field(description="Hash of the pack's file: the same as in the file itself.")
    changed_at: Moment | None = changed_at("anything in the pack")


class LibraryEntry(Resolved):
    """A library: the vocabulary that its packs share, and the list of its packs."""

    source = Library

    id: Id = Field(description="Permanent id of the library.")
    title: Text = Field(description="Name of the library as learners know it.")
    language: Text = Field(description="Language of the content as a BCP 47 tag such as en or pt-BR.")
    principles: list[Principle] = Field(description="All principles, in the order in which they are shown.")
    levels: list[Level] = Field(description="Job levels, lowest first.")
    verdicts: list[Band] = Field(description="Verdicts with their bands, lowest first.")
    rubrics: list[Rubric] = Field(description="Rubrics that packs may refer to.")
    markers: list[MarkerEntry] = Field(description="Auto-fail markers that answers may show.")
    spotting: Spotting | None = optional(None, None, "What finds the markers in a text.")
    test: TestBlueprint = Field(description="What the test of each pack is made of.")
    speaking: Speaking = Field(description="Speaking pace, for answer times.")
    retired: list[Retired] = Field(description="Ids of markers and packs that are no longer in use.")
    packs: list[PackEntry] = Field(description="Packs in the order of their principles, then by id.")


class IndexFile(Entry):
    """index.json: what there is, and where it lies."""

    kind: Literal["index"] = Field(description="Tells the index from a pack.")
    format: FormatVersion = Field(description="Version of the export's format: 1.")
    libraries: list[LibraryEntry] = Field(description="All libraries, by id.")
