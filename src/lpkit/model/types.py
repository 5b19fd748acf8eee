"""The kinds of value that packs and libraries are made of."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

_NAME = r"[a-z0-9]+([-_][a-z0-9]+)*"
ID_PATTERN = rf"^{_NAME}$(?!\n)"
"""Lower-case words joined by single hyphens or underscores; the look-ahead refuses a final line break,
which `$` alone lets through in Python but not in JavaScript."""

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)"
"""A BCP 47 tag of the usual kind: a language, and perhaps a script or a region."""

FORMER_PATTERN = rf"^{_NAME}/{_NAME}$(?!\n)"
"""An id of a pack, a slash, and an id of an item in it."""


class Entry(BaseModel):
    """A mapping of the format: unknown keys are refused, values are never coerced, instances are frozen."""

    # JSON Schema validators in Python match patterns with `re`: the same engine here, the same verdicts.
    # The validators of parts are never used alone, so only those of whole files are built, on first use.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, regex_engine="python-re", defer_build=True)

    also_text: ClassVar[bool] = False
    """Whether a bare text may stand for the mapping."""


def whole_number(value: Any) -> Any:
    """Turn 3.0 into 3, as JSON Schema's `integer` counts both; leave all else to the type check."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


MAX_TEXT: Final = 20_000
"""Characters of one text: a spoken answer of two minutes has about 1,500, a long page 5,000."""

READ: Final = "read by people"
"""What marks text among the kinds of value: the other strings are names, or one of a few words."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=MAX_TEXT)]
"""A permanent name: lower-case letters, digits, hyphens, underscores."""

FormerId = Annotated[str, Field(pattern=FORMER_PATTERN, max_length=MAX_TEXT)]
"""The name that an item of a pack once had: the id of its pack, a slash, its own id."""

Text = Annotated[str, Field(pattern=r"\S", max_length=MAX_TEXT), READ]
"""Plain text, not blank: shown as it is, and matched on as evidence."""

Prose = Annotated[str, Field(pattern=r"\S", max_length=MAX_TEXT, json_schema_extra={"format": "markdown"}), READ]
"""Text, not blank, in which inline Markdown (emphasis, code, links, lists) is rendered."""

Points = Annotated[int, Field(ge=0, le=100), BeforeValidator(whole_number)]
"""A share of 100: a weight, a score, a total or a threshold."""

Count = Annotated[int, Field(ge=1, le=1000), BeforeValidator(whole_number)]
"""How many of something: at least one."""

Tally = Annotated[int, Field(ge=0, le=1000), BeforeValidator(whole_number)]
"""How many of something: none is possible."""

FormatVersion = Annotated[
    int, Field(ge=1, le=1), BeforeValidator(whole_number), WithJsonSchema({"type": "integer", "const": 1})
]
"""The version of the file format: 1."""
