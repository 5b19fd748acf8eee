"""The shared vocabulary of a folder of packs: `library.yaml`."""

from typing import Annotated, Literal

from pydantic import Field

from lpkit.model.retired import Retired
from lpkit.model.roles import Role, from_the_start, key
from lpkit.model.types import LANGUAGE_PATTERN, MAX_TEXT, Count, Entry, FormatVersion, Id, Points, Prose, Tally, Text


class Principle(Entry):
    """One Leadership Principle."""

    id: Id = Field(description="Permanent id of the principle; packs refer to it.")
    title: Text = key(Role.WORDING, "Name of the principle as learners know it.")
    summary: Prose = key(Role.WORDING, "What the principle asks of people, in a sentence or two.")


class Level(Entry):
    """A job level that candidates interview for."""

    id: Id = Field(description="Permanent id of the level; packs refer to it.")
    title: Text = key(Role.WORDING, "Name of the level as learners know it.")


class Verdict(Entry):
    """A hiring verdict and the band of totals that earns it."""

    id: Id = Field(description="Permanent id of the verdict; candidates and markers refer to it.")
    title: Text = key(Role.WORDING, "Name of the verdict as learners know it.")
    starts_at: Points = Field(
        alias="from", description="Lowest total of the band; it runs up to where the next verdict begins."
    )
    passes: bool = Field(description="Whether a candidate with this verdict passes: true or false.")


class Dimension(Entry):
    """One thing that a rubric scores."""

    id: Id = Field(description="Permanent id of the dimension; scores and markers refer to it.")
    title: Text = key(Role.WORDING, "Name of the dimension as learners know it.")
    weight: Points = Field(description="Highest score; the weights of a rubric sum to 100.")
    looks_for: Prose = key(Role.WORDING, "What an answer shows that scores high here.")
    expects: Literal["first-person", "number"] | None = from_the_start(
        None, "Evidence that a high score needs in the answer: first-person or number."
    )


class Rubric(Entry):
    """A named set of weighted dimensions."""

    id: Id = Field(description="Permanent id of the rubric; packs refer to it.")
    dimensions: Annotated[list[Dimension], Field(min_length=1)] = Field(
        description="The dimensions in the order in which they are shown; the weights sum to 100."
    )


class Marker(Entry):
    """A fault in an answer that caps a score and the verdict, however good the rest is."""

    id: Id = Field(description="Permanent id of the marker; auto-fails refer to it.")
    title: Text = key(Role.WORDING, "Name of the marker as learners know it.")
    dimension: Id = Field(description="Id of the dimension that the marker caps.")
    cap: Points = Field(description="Highest score that this dimension may keep when the marker is found.")
    verdict: Id = Field(description="Id of the highest verdict that remains possible.")
    phrases: list[Text] = from_the_start([], "Plain phrases that give the marker away, matched without case.")
    why: Prose = key(Role.WORDING, "Why the marker fails an answer.")


class Mix(Entry):
    """How many questions of each difficulty a test draws."""

    easy: Tally = Field(description="Easy questions in a test.")
    medium: Tally = Field(description="Medium questions in a test.")
    hard: Tally = Field(description="Hard questions in a test.")

    def counts(self) -> dict[str, int]:
        """Give the number of questions by difficulty, easy first."""
        return {"easy": self.easy, "medium": self.medium, "hard": self.hard}


class TestBlueprint(Entry):
    """What the test of a pack is made of."""

    draw: Count = Field(description="Questions in one test.")
    mix: Mix = Field(description="Questions of each difficulty; together as many as `draw`.")
    strong_from: Points = Field(description="Percentage of right answers from which the pattern is strong.")


class Speaking(Entry):
    """How fast candidates speak."""

    words_per_minute: Annotated[list[Count], Field(min_length=2, max_length=2)] = Field(
        description="Slow and fast speaking pace in words a minute, the slower first."
    )


class Library(Entry):
    """The vocabulary that the packs of one folder share: principles, levels, verdicts, rubrics, markers."""

    format: FormatVersion = Field(description="Version of the file format: 1.")
    id: Id = Field(description="Permanent id of the library.")
    title: Text = key(Role.WORDING, "Name of the library as learners know it.")
    language: Annotated[str, Field(pattern=LANGUAGE_PATTERN, max_length=MAX_TEXT)] = key(
        Role.CONTENT, "Language of the content as a BCP 47 tag such as en or pt-BR."
    )
    principles: Annotated[list[Principle], Field(min_length=1)] = Field(
        description="All principles, in the order in which they are shown."
    )
    levels: Annotated[list[Level], Field(min_length=1)] = Field(description="Job levels, lowest first.")
    verdicts: Annotated[list[Verdict], Field(min_length=2)] = Field(
        description="Verdicts, lowest first; the first band begins at 0."
    )
    rubrics: Annotated[list[Rubric], Field(min_length=1)] = Field(description="Rubrics that packs may refer to.")
    markers: list[Marker] = from_the_start([], "Auto-fail markers that candidates' answers may show.")
    test: TestBlueprint = key(Role.CONTENT, "What the test of each pack is made of.")
    speaking: Speaking = key(Role.CONTENT, "Speaking pace, for answer times.")
    retired: list[Retired] = from_the_start(
        [], "Ids of markers and packs that are no longer there and were published once."
    )
