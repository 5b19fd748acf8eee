"""One pattern of interview question: a pack."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from lpkit.model.library import Dimension
from lpkit.model.question import Question
from lpkit.model.retired import Retired
from lpkit.model.roles import Role, from_the_start, key, optional
from lpkit.model.types import Count, Entry, FormatVersion, Id, Points, Prose, Tally, Text


class Concept(Entry):
    """Something to know before practising."""

    id: Id | None = optional(None, Role.IDENTITY, "Permanent id of its card within the pack; keep it when you reword.")
    title: Text = Field(description="Name of the concept.")
    text: Prose = Field(description="The concept in a few sentences.")
    ask: Text | None = optional(None, Role.WORDING, "The question that the text answers, which makes a card of it.")


class Advice(Entry):
    """A coach's note that answers a question: with `ask` it is a card as well."""

    id: Id | None = optional(None, Role.IDENTITY, "Permanent id of its card within the pack; keep it when you reword.")
    text: Prose = Field(description="The note in a few sentences.")
    ask: Text | None = optional(None, Role.WORDING, "The question that the text answers, which makes a card of it.")


def _advice_form(value: Any) -> str:
    # A note with an unquoted colon is a mapping by accident: it is read as the text that it was meant to be.
    if isinstance(value, dict):
        return "entry" if value.keys() & {"text", "ask"} else "note"
    return "entry" if isinstance(value, Advice) else "note"


CoachingNote = Annotated[
    Annotated[Prose, Tag("note")] | Annotated[Advice, Tag("entry")],
    Discriminator(_advice_form),
]
"""A note of the coach: its text, or a mapping of it."""


def advice_of(note: str | Advice) -> Advice:
    """Give a coach's note as a mapping, whichever way it is written."""
    return note if isinstance(note, Advice) else Advice(text=note)


class AutoFail(Entry):
    """A marker found in an answer, with its evidence."""

    marker: Id = Field(description="Id of a marker of the library.")
    quote: Text = Field(description="The words of the answer that show the marker, verbatim.")
    why: Prose = key(Role.WORDING, "Why these words show the marker.")


class Probe(Entry):
    """A follow-up question of the interviewer, and what the reply to it shows."""

    ask: Text = Field(description="What the interviewer asks next: plain text.")
    reply: Text = Field(description="What the candidate replies: plain text.")
    shows: Prose = Field(description="What the reply shows about the candidate.")


class Candidate(Entry):
    """A candidate's answer and the expert's scores for it."""

    id: Id = Field(description="Permanent id of the candidate within the pack, such as a or b.")
    answer: Text = Field(description="What the candidate said: plain text.")
    delivery: Prose | None = optional(None, Role.WORDING, "How it sounded; content is scored, delivery is not.")
    scores: dict[str, Points] = Field(
        description="Points for each dimension of the rubric, from 0 to the dimension's weight."
    )
    reasons: dict[str, Prose] = optional({}, Role.WORDING, "Why this many points, by the id of the dimension.")
    total: Points = Field(description="Sum of the scores.")
    verdict: Id = Field(description="Id of the verdict whose band holds the total.")
    auto_fails: list[AutoFail] = from_the_start([], "Markers found in the answer, each with its quote.")
    notes: Prose | None = optional(None, Role.WORDING, "The expert's notes on this answer.")
    probes: list[Probe] = optional([], Role.CONTENT, "Follow-up questions on the answer, each with the reply.")

    @property
    def spoken(self) -> tuple[str, ...]:
        """Give all that is said by the candidate: the answer, and the replies to what was asked on."""
        return (self.answer, *(probe.reply for probe in self.probes))


class Calibration(Entry):
    """What a reader's own score would tell about the reader."""

    candidate: Id = Field(description="Id of the candidate that the reader scored.")
    above: Points = Field(description="The message is shown when the reader's total lies above this.")
    message: Prose = Field(description="What such a score says about the reader's eye.")


def _rubric_form(value: Any) -> str:
    return "dimensions" if isinstance(value, list) else "name"


RubricChoice = Annotated[
    Annotated[Id, Tag("name")] | Annotated[list[Dimension], Field(min_length=1), Tag("dimensions")],
    Discriminator(_rubric_form),
]
"""The form decides which alternative is meant, so that a fault is reported against that one alone."""


class Evaluate(Entry):
    """The exercise in which the reader scores the candidates before the rubric opens."""

    minutes: Count = Field(description="Minutes that an answer may take.")
    setting: Prose = key(Role.WORDING, "Who asks, and what counts.")
    score_first: Annotated[list[Id], Field(min_length=1)] = Field(
        description="Ids of the dimensions to score before the rubric opens."
    )
    rubric: RubricChoice = Field(
        description="Id of a rubric of the library, or the dimensions of a rubric of the pack's own."
    )
    candidates: Annotated[list[Candidate], Field(min_length=2)] = Field(
        description="Two or more answers; at least one passes and one does not."
    )
    calibration: list[Calibration] = from_the_start([], "Messages that a reader's own scores earn.")


class FixIt(Entry):
    """A weak passage of an answer and its rewrite."""

    id: Id = Field(description="Permanent id of the fix-it within the pack.")
    title: Text = key(Role.WORDING, "What the rewrite mends.")
    candidate: Id = Field(description="Id of the candidate whose answer is mended.")
    before: Text = Field(description="The weak words, verbatim from the candidate's answer.")
    after: Text = Field(description="The same passage, rewritten.")
    why: Prose = key(Role.WORDING, "Why the rewrite is stronger.")


class Requirements(Entry):
    """What a strong answer must show, as figures that can be counted."""

    first_person_sentences: Tally = from_the_start(0, "Sentences that begin with I.")
    numbers: Tally = from_the_start(0, "Numbers that measure something.")


class ModelAnswer(Entry):
    """What a strong answer does, and the candidate who does it."""

    guidance: Prose = key(Role.WORDING, "How to build a strong answer to this prompt.")
    candidate: Id = Field(description="Id of the candidate whose answer shows it.")
    requires: Requirements | None = from_the_start(None, "Figures that the model answer meets.")


class Pack(Entry):
    """One pattern of interview question with everything that prepares for it."""

    format: FormatVersion = Field(description="Version of the file format: 1.")
    id: Id = Field(description="Permanent id of the pack; equal to the file's name without its ending.")
    formerly: list[Id] = optional([], Role.IDENTITY, "Ids that the pack had before, in this library or another.")
    title: Text = key(Role.WORDING, "Name of the pattern as learners see it.")
    principle: Id = Field(description="Id of the principle that the pattern belongs to.")
    level: Id = Field(description="Id of the level that the pattern is written for.")
    status: Literal["draft", "published", "retired"] = Field(
        description="draft and retired packs are checked but not exported."
    )
    tags: list[Id] = from_the_start([], "Labels of your own: exported as they are; house schemas may require them.")
    prompt: Text = Field(description="The interview question, in the interviewer's words.")
    concepts: Annotated[list[Concept], Field(min_length=1)] = Field(description="What to know before practising.")
    evaluate: Evaluate = Field(description="The answers to score, with the expert's scores.")
    fix_its: Annotated[list[FixIt], Field(min_length=1)] = Field(
        description="Weak passages of the answers with their rewrites."
    )
    coaching: Annotated[list[CoachingNote], Field(min_length=1)] = Field(
        description="The coach's notes: a text each, or its `id`, `text` and `ask`."
    )
    model_answer: ModelAnswer = Field(description="What a strong answer does.")
    questions: Annotated[list[Question], Field(min_length=1)] = Field(
        description="Multiple-choice questions of both pools."
    )
    retired: list[Retired] = from_the_start([], "Ids of this pack that are no longer in use.")
