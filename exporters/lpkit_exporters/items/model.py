"""What learning systems hold: a choice of one option, and an evaluation of answers with a rubric.

All values are frozen. An item's `id` is permanent: the ids under which it was published first, from the library down,
joined by slashes; a format that keeps items by ids keeps them by that one, folded by `naming.folded`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lpkit_exporters.items.text import Text

Tag = tuple[str, str]
"""What a tag is about and its value, both ids: `("principle", "ownership")`. A format joins them as it likes."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice.

    `id` is unique within its item: permanent where the author gave one, else of a hash of the text.
    """

    id: str
    text: Text
    feedback: Text | None
    """What is said to who chose it: why it is wrong. Of a key nothing but what a score has as its reason."""
    is_key: bool
    pinned: bool
    """Whether it keeps its place while others are shuffled: by its author, or because the options rise as numbers."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What is read before a question: a quoted answer, the interview question; `title` is empty where it needs none."""

    title: str
    text: Text
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with one key among its options, which stand in the order in which they are first shown."""

    id: str
    kind: Literal["question", "score"]
    """`question`: one of a pack. `score`: what an answer reaches in a dimension, or its verdict."""
    name: str
    """What lists call it: the stem on one line, of whatever length."""
    context: tuple[Passage, ...]
    stem: Text
    options: tuple[Option, ...]
    steps: tuple[Text, ...]
    """General feedback: the worked solution."""
    mistakes: tuple[Text, ...]
    """General feedback: common mistakes that lead to a wrong option."""
    hints: tuple[Text, ...]
    """What helps without giving the answer; where `pool` is test, a format shows it after the answer or not at all."""
    tags: tuple[Tag, ...]
    difficulty: Literal["easy", "medium", "hard"] | None
    pool: Literal["practice", "test"]
    language: str
    """A BCP 47 tag."""
    changed_at: str | None
    """When what is shown last changed, in UTC, as `2026-01-31T12:00:00Z`; None where no lock says so."""

    @property
    def key(self) -> Option:
        """Give the right option."""
        return next(option for option in self.options if option.is_key)

    @property
    def may_shuffle(self) -> bool:
        """Tell whether a system that can pin nothing may shuffle the options."""
        return not any(option.pinned for option in self.options)

    def texts(self) -> tuple[Text, ...]:
        """Give every text of it."""
        said = (option.feedback for option in self.options if option.feedback)
        shown = (*(passage.text for passage in self.context), self.stem, *(option.text for option in self.options))
        return (*shown, *said, *self.steps, *self.mistakes, *self.hints)


@dataclass(frozen=True, slots=True)
class Level:
    """A band of the points of a dimension; `id` is its place from 1, lowest first, and `name` its figures: `3–5`."""

    id: str
    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class RubricDimension:
    """One thing that is scored: from 0 to `weight` points, cut into levels, lowest first."""

    id: str
    title: str
    weight: int
    looks_for: Text
    evidence: str
    """What evidence a high score needs, as a sentence; empty where none is named."""
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class VerdictBand:
    """A verdict, with the totals that earn it."""

    id: str
    title: str
    low: int
    high: int
    passes: bool


@dataclass(frozen=True, slots=True)
class MarkerSeen:
    """An auto-fail marker that an answer shows, and the words that show it."""

    id: str
    title: str
    quote: Text
    why: Text
    rule: Text
    """Why the marker fails any answer."""
    effect: str
    """What it costs, as a sentence."""


@dataclass(frozen=True, slots=True)
class ScoredAnswer:
    """A candidate's answer with the expert's scores; `id` is that of the candidate in its pack."""

    id: str
    name: str
    """What learners read: `Answer A`."""
    text: Text
    scores: Mapping[str, int]
    """Points by the id of the dimension; a dimension that was not scored is absent."""
    levels: Mapping[str, Level]
    """The level that holds these points, by the same ids."""
    reasons: Mapping[str, Text]
    total: int
    verdict: str
    """The id of its verdict."""
    verdict_title: str
    passes: bool
    markers: tuple[MarkerSeen, ...]
    notes: Text | None
    delivery: Text | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The exercise of a pack: the interview question, and answers that an expert scored with a rubric.

    Learners score the answers; or they write their own, which graders score by the rubric, the answers as examples.
    """

    id: str
    name: str
    prompt: Text
    setting: Text
    minutes: int
    rubric: tuple[RubricDimension, ...]
    verdicts: tuple[VerdictBand, ...]
    """Lowest first."""
    answers: tuple[ScoredAnswer, ...]
    guidance: Text
    """How to build a strong answer."""
    model_answer: str
    """The id of the answer that shows it."""
    requires: str
    """What a strong answer has at least, as a sentence; empty where no figures are given."""
    tags: tuple[Tag, ...]
    language: str
    changed_at: str | None

    def texts(self) -> tuple[Text, ...]:
        """Give every text of it."""
        said = [self.prompt, self.setting, self.guidance, *(entry.looks_for for entry in self.rubric)]
        for answer in self.answers:
            said += [answer.text, *answer.reasons.values(), *(text for text in (answer.notes, answer.delivery) if text)]
            said += [text for marker in answer.markers for text in (marker.quote, marker.why, marker.rule)]
        return tuple(said)
