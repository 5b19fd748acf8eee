"""The shape of rows: one thing each, with all that it needs around it, for tables and pipelines."""

from pydantic import Field

from lpkit.model import Difficulty, Pool
from lpkit.model.types import Count, Entry, Id, Points, Prose, Text
from lpkit_exporters.bundle.index_model import Hash, Moment
from lpkit_exporters.bundle.resolved import Measure


class Row(Entry):
    """What every row begins with: the pack that it is from."""

    library: Id = Field(description="Permanent id of the library.")
    language: Text = Field(description="Language of the content as a BCP 47 tag such as en or pt-BR.")
    pack: Id = Field(description="Permanent id of the pack, unique in its library.")
    pack_title: Text = Field(description="Name of the pattern as learners see it.")
    principle: Id = Field(description="Permanent id of the principle that the pattern belongs to.")
    principle_title: Text = Field(description="Name of the principle as learners know it.")
    level: Id = Field(description="Permanent id of the level that the pattern is written for.")
    level_title: Text = Field(description="Name of the level as learners know it.")
    prompt: Text = Field(description="The interview question, in the interviewer's words.")
    id: Id = Field(description="Permanent id of the thing within its pack.")
    changed_at: Moment | None = Field(description="When it last changed, in UTC; null where no lock says so.")


class QuestionRow(Row):
    """A multiple-choice question."""

    pool: Pool = Field(description="Where the question is used: practice (with hints) or test.")
    difficulty: Difficulty = Field(description="easy, medium or hard.")
    stem: Text = Field(description="The question itself: plain text.")
    excerpt: Text | None = Field(description="The quoted answer that the stem speaks about, or null.")
    options: list[Text] = Field(description="The options in the order in which they are first shown.")
    option_ids: list[Id] = Field(description="Ids of the options in the order of `options`, to keep an answer by.")
    key: Measure = Field(description="Place of the key in `options`, from 0.")
    answer: Text = Field(description="The key: the text of that option.")
    whys: list[Prose | None] = Field(description="Why each option is wrong, in the order of `options`, or null.")
    steps: list[Prose] = Field(description="The worked solution, a step an entry.")
    hint: Prose | None = Field(description="A nudge that helps without giving the answer, or null.")
    mistakes: list[Prose] = Field(description="Common mistakes that lead to a distractor.")
    hash: Hash = Field(description="Hash of the question, as in its pack.")


class Score(Entry):
    """The expert's points for a dimension of the rubric."""

    dimension: Id = Field(description="Permanent id of the dimension.")
    title: Text = Field(description="Name of the dimension as learners know it.")
    weight: Points = Field(description="Highest score.")
    looks_for: Prose = Field(description="What an answer shows that scores high here.")
    points: Points = Field(description="The expert's score.")
    reason: Prose | None = Field(description="Why this many points, or null.")


class Finding(Entry):
    """A marker found in an answer, and where."""

    marker: Id = Field(description="Permanent id of the marker.")
    title: Text = Field(description="Name of the marker as learners know it.")
    quote: Text = Field(description="The words that show it, as the author quotes them.")
    start: int | None = Field(
        ge=0, description="Where the words begin in `answer`, in code points from 0; null where they are not found."
    )
    end: int | None = Field(ge=0, description="Where they end: the place after the last one.")
    why: Prose = Field(description="Why these words show the marker.")


class AnswerRow(Row):
    """A candidate's answer with the expert's scores."""

    minutes: Count = Field(description="Minutes that an answer may take.")
    setting: Prose = Field(description="Who asks, and what counts.")
    answer: Text = Field(description="What the candidate said: plain text.")
    words: Measure = Field(description="Words of the answer.")
    delivery: Prose | None = Field(description="How it sounded, or null; content is scored, delivery is not.")
    scores: list[Score] = Field(description="Points by dimension, in the order of the rubric.")
    total: Points = Field(description="Sum of the points, of 100.")
    verdict: Id = Field(description="Permanent id of the verdict whose band holds the total.")
    verdict_title: Text = Field(description="Name of the verdict as learners know it.")
    passes: bool = Field(description="Whether a candidate with this verdict passes.")
    auto_fails: list[Finding] = Field(description="Markers found in the answer.")
    notes: Prose | None = Field(description="The expert's notes on this answer, or null.")


class FixItRow(Row):
    """A weak passage of an answer and its rewrite."""

    title: Text = Field(description="What the rewrite mends.")
    candidate: Id = Field(description="Id of the candidate whose answer is mended: the `id` of a row of answers.")
    before: Text = Field(description="The weak words, verbatim from the candidate's answer.")
    after: Text = Field(description="The same passage, rewritten.")
    why: Prose = Field(description="Why the rewrite is stronger.")
