"""A multiple-choice question of a pack."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from lpkit.model.roles import Role, from_the_start, key, optional
from lpkit.model.types import MAX_TEXT, Entry, FormerId, Id, Prose, Text

Difficulty = Literal["easy", "medium", "hard"]
Pool = Literal["practice", "test"]


class Option(Entry):
    """One option of a question: its text, or a mapping that also tells why it is wrong, or that it keeps its place."""

    also_text: ClassVar[bool] = True

    id: Id | None = optional(None, Role.IDENTITY, "Permanent id of the option within its question; fmt --ids makes it.")
    text: Text = Field(description="The option as learners read it: plain text.")
    why: Prose | None = from_the_start(None, "Why a learner who chose this option is wrong.", Role.WORDING)
    pinned: bool = optional(False, None, "true: front ends shuffle the other options around this one.")

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = handler.resolve_ref_schema(handler(schema))
        text = {
            "type": "string",
            "pattern": r"\S",
            "maxLength": MAX_TEXT,
            "description": "The option as learners read it.",
        }
        return {"title": "Option", "description": cls.__doc__, "anyOf": [text, mapping]}


class Question(Entry):
    """A multiple-choice question with one key."""

    id: Id = Field(description="Permanent id of the question: keep it when you edit the wording.")
    formerly: list[FormerId] = optional(
        [], Role.IDENTITY, "Names that the question had before, each as old-pack/old-id: progress follows them."
    )
    pool: Pool = Field(description="Where the question is used: practice (with hints) or test.")
    difficulty: Difficulty = Field(
        description="easy: one step; medium: two considerations; hard: two plausible options, a subtle fact."
    )
    stem: Text = Field(description="The question itself: plain text that can be answered without the options.")
    excerpt: Text | None = from_the_start(None, "The quoted answer that the stem speaks about.")
    options: Annotated[list[Option], Field(min_length=2)] = Field(
        description="The options: a text each, or its `id`, `text`, `why` (what is wrong with it) and `pinned`."
    )
    answer: Text = Field(description="The key: the exact text of one option.")
    steps: Annotated[list[Prose], Field(min_length=1)] = key(Role.WORDING, "The worked solution, a step an entry.")
    hint: Prose | None = optional(None, Role.WORDING, "A nudge that helps without giving the answer.")
    mistakes: list[Prose] = from_the_start([], "Common mistakes that lead to a distractor.", Role.WORDING)
