"""The shared vocabulary of a folder of packs: `library.yaml`."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from lpkit.model.retired import Retired
from lpkit.model.roles import Role, from_the_start, key, optional
from lpkit.model.types import LANGUAGE_PATTERN, MAX_TEXT, Count, Entry, FormatVersion, Id, Points, Prose, Tally, Text


class Principle(Entry):
    """One principle: what interviewers look for."""

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


def _words_form(value: Any) -> str:
    return "words" if isinstance(value, list) else "group"


Words = Annotated[
    Annotated[Id, Tag("group")] | Annotated[list[Text], Field(min_length=1), Tag("words")],
    Discriminator(_words_form),
]
"""The id of a group of words, or words and groups in braces; the form decides which is meant."""


class Frame(Entry):
    """A way of saying what a marker stands for: who did what to whom, or words in order."""

    who: Words | None = optional(None, Role.RECOGNITION, "Who does it: words, or the id of a group of words.")
    did: Words | None = optional(
        None, Role.RECOGNITION, "What they do: verbs as dictionaries name them; any form counts."
    )
    did_not: Words | None = optional(None, Role.RECOGNITION, "What they do not do: verbs, as in `did`.")
    whom: Words | None = optional(None, Role.RECOGNITION, "To whom it is done.")
    what: Words | None = optional(None, Role.RECOGNITION, "Words of which one must follow: what is done, or to do.")
    says: list[Text] = optional(
        [],
        Role.RECOGNITION,
        "Instead of the keys above, words in order; `…` leaves up to four out, `{group}` is a group; parts with ` & ` "
        "between them stand in any order.",
    )
    unless: Words | None = optional(None, Role.RECOGNITION, "Words of which none may stand in the same sentence.")


class Marker(Entry):
    """A fault in an answer that caps a score and the verdict, however good the rest is."""

    id: Id = Field(description="Permanent id of the marker; auto-fails refer to it.")
    title: Text = key(Role.WORDING, "Name of the marker as learners know it.")
    dimension: Id = Field(description="Id of the dimension that the marker caps.")
    cap: Points = Field(description="Highest score that this dimension may keep when the marker is found.")
    verdict: Id = Field(description="Id of the highest verdict that remains possible.")
    phrases: list[Text] = from_the_start([], "Plain phrases that give the marker away, matched without case.")
    patterns: list[Frame] = optional(
        [], Role.RECOGNITION, "Ways to say it in other words, by who did what to whom, in any form of the words."
    )
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
    word_groups: dict[str, Annotated[list[Text], Field(min_length=1)]] = optional(
        {}, Role.RECOGNITION, "Lists of words by id, for the patterns of markers."
    )
    test: TestBlueprint = key(Role.CONTENT, "What the test of each pack is made of.")
    speaking: Speaking = key(Role.CONTENT, "Speaking pace, for answer times.")
    retired: list[Retired] = from_the_start(
        [], "Ids of markers and packs that are no longer there and were published once."
    )
