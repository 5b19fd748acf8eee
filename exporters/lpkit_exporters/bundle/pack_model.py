"""The shape of a pack's file: every field of the pack, with its references resolved."""

from typing import Annotated, Literal

from pydantic import Field

from lpkit.model import (
    Advice,
    AutoFail,
    Calibration,
    Candidate,
    Concept,
    Difficulty,
    Dimension,
    Evaluate,
    FixIt,
    ModelAnswer,
    Option,
    Pack,
    Pool,
    Principle,
    Probe,
    Question,
    Retired,
    Speaking,
    TestBlueprint,
)
from lpkit.model.roles import Role, key, optional
from lpkit.model.types import Count, Entry, FormatVersion, Id, Points, Prose, Text
from lpkit_exporters.bundle.index_model import Band, Hash, MarkerEntry, Moment, Reference, VerdictReference, changed_at
from lpkit_exporters.bundle.resolved import Measure, Resolved


class LibraryReference(Reference):
    """The library of a pack."""

    language: Text = Field(description="Language of the content as a BCP 47 tag such as en or pt-BR.")


class Passage(Entry):
    """A run of an answer that the same auto-fails quote."""

    text: str = Field(description="The words; all passages joined give the answer back.")
    auto_fails: list[Measure] = Field(
        description="Places in `auto_fails` of those whose quote covers these words; empty for plain text."
    )


class FoundAutoFail(Resolved):
    """A marker found in an answer, with its evidence."""

    source = AutoFail

    marker: MarkerEntry = Field(description="The marker of the library.")
    quote: Text = Field(description="The words of the answer that show the marker, verbatim.")
    why: Prose = Field(description="Why these words show the marker.")


class ScoredCandidate(Resolved):
    """A candidate's answer and the expert's scores for it."""

    source = Candidate

    id: Id = Field(description="Permanent id of the candidate within the pack, such as a or b.")
    answer: Text = Field(description="What the candidate said: plain text.")
    passages: list[Passage] = Field(description="The answer cut where quotes of auto-fails begin and end.")
    words: Measure = Field(description="Words of the answer.")
    speaking_seconds: Annotated[list[Measure], Field(min_length=2, max_length=2)] = Field(
        description="Seconds that the answer takes at the fast and at the slow pace of the library."
    )
    delivery: Prose | None = optional(None, Role.WORDING, "How it sounded; content is scored, delivery is not.")
    scores: dict[str, Points] = Field(description="Points by the id of the rubric's dimension.")
    total: Points = Field(description="Sum of the scores, as the pack states it.")
    computed_total: Measure = Field(description="Sum of the scores, computed.")
    verdict: VerdictReference = Field(description="The verdict whose band holds the total.")
    auto_fails: list[FoundAutoFail] = Field(description="Markers found in the answer, each with its quote.")
    notes: Prose | None = optional(None, Role.WORDING, "The expert's notes on this answer.")
    reasons: dict[str, Prose] = optional({}, Role.WORDING, "Why this many points, by the id of the dimension.")
    probes: list[Probe] = optional([], Role.CONTENT, "Follow-up questions on the answer, each with the reply.")
    changed_at: Moment | None = changed_at("what is shown with the answer")


class FixItEntry(FixIt):
    """A weak passage of an answer and its rewrite."""

    changed_at: Moment | None = changed_at("the fix-it")


class RubricInForce(Entry):
    """The rubric that the candidates of a pack are scored with."""

    id: Id | None = Field(description="Id of the library's rubric; null where the pack has its own.")
    dimensions: list[Dimension] = Field(description="The dimensions in the order in which they are shown.")
    weight: Measure = Field(description="Sum of the weights: the highest total.")


class Exercise(Resolved):
    """The exercise in which the reader scores the candidates before the rubric opens."""

    source = Evaluate

    minutes: Count = Field(description="Minutes that an answer may take.")
    setting: Prose = Field(description="Who asks, and what counts.")
    score_first: list[Reference] = Field(description="The dimensions to score before the rubric opens.")
    rubric: RubricInForce = Field(description="The rubric, with its dimensions written out.")
    candidates: list[ScoredCandidate] = Field(description="Two or more answers; some pass, some do not.")
    calibration: list[Calibration] = Field(description="Messages that a reader's own scores earn.")


class OptionEntry(Resolved):
    """An option of a question."""

    source = Option

    id: Id = key(
        Role.IDENTITY,
        "Id of the option within its question, to keep an answer by: permanent where the author gave one, else h- and "
        "a hash of the text.",
    )
    formerly: list[Id] = optional([], Role.IDENTITY, "What the id was before the author gave one: answers follow it.")
    text: Text = Field(description="The option as learners read it: plain text.")
    why: Prose | None = Field(description="Why a learner who chose this option is wrong, or null.")
    correct: bool = Field(description="Whether this option is the key.")
    pinned: bool = Field(default=False, description="Whether it keeps its place in whatever order options are shown.")


class QuestionEntry(Resolved):
    """A multiple-choice question with one key."""

    source = Question

    id: Id = Field(description="Permanent id of the question within the pack.")
    pool: Pool = Field(description="Where the question is used: practice (with hints) or test.")
    difficulty: Difficulty = Field(description="easy, medium or hard.")
    stem: Text = Field(description="The question itself: plain text.")
    excerpt: Text | None = Field(description="The quoted answer that the stem speaks about, or null.")
    options: list[OptionEntry] = Field(description="The options in the order of the source.")
    shuffled: list[Id] = Field(
        description="Ids of the options in an order to show them in: rising numbers and pinned options keep the places "
        "that they have in `options`, two or more others never all do."
    )
    answer: Text = Field(description="The key: the exact text of one option.")
    steps: list[Prose] = Field(description="The worked solution, a step an entry.")
    hint: Prose | None = optional(None, Role.WORDING, "A nudge that helps without giving the answer.")
    mistakes: list[Prose] = Field(description="Common mistakes that lead to a distractor.")
    hash: Hash = Field(
        description="Hash of what learners see of the question: its wording, and the order of the source."
    )
    changed_at: Moment | None = changed_at("the question")

    def shown(self) -> list[OptionEntry]:
        """Give the options in the order in which they are first shown."""
        named = {option.id: option for option in self.options}
        return [named[name] for name in self.shuffled]


class PackFile(Resolved):
    """packs/<library>/<pack>.json: one pattern of interview question, complete in itself."""

    source = Pack

    kind: Literal["pack"] = Field(description="Tells a pack from the index.")
    format: FormatVersion = Field(description="Version of the export's format: 1.")
    id: Id = Field(description="Permanent id of the pack, unique in its library.")
    title: Text = Field(description="Name of the pattern as learners see it.")
    status: Literal["draft", "published", "retired"] = Field(description="Where the pack is in its life.")
    library: LibraryReference = Field(description="The library that the pack belongs to.")
    principle: Principle = Field(description="The principle that the pattern belongs to.")
    level: Reference = Field(description="The level that the pattern is written for.")
    tags: list[str] = Field(description="Labels of the authors' own.")
    prompt: Text = Field(description="The interview question, in the interviewer's words.")
    concepts: list[Concept] = Field(description="What to know before practising.")
    evaluate: Exercise = Field(description="The answers to score, with the expert's scores.")
    fix_its: list[FixItEntry] = Field(description="Weak passages of the answers with their rewrites.")
    coaching: list[Advice] = Field(description="The coach's notes.")
    model_answer: ModelAnswer = Field(description="What a strong answer does.")
    questions: list[QuestionEntry] = Field(description="Multiple-choice questions of both pools.")
    retired: list[Retired] = Field(description="Ids of this pack that are no longer in use.")
    verdicts: list[Band] = Field(description="The library's verdicts with their bands, lowest first.")
    test: TestBlueprint = Field(description="What the test is made of.")
    speaking: Speaking = Field(description="Speaking pace, for answer times.")
    hash: Hash = Field(description="Hash of everything else in this file but times.")
    changed_at: Moment | None = changed_at("anything in the pack")
