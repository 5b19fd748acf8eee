"""The shape of the JSON report: typed dictionaries that its schema is generated from."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

_CLOSED = ConfigDict(extra="forbid")
_Position = Annotated[int, Field(ge=1)]


@with_config(_CLOSED)
class RelatedEntry(TypedDict):
    """A second place that explains a diagnostic."""

    path: Annotated[str, Field(description="Path of the file.")]
    line: Annotated[_Position, Field(description="First line, from 1.")]
    column: Annotated[_Position, Field(description="First column, from 1, in code points.")]
    end_line: Annotated[_Position, Field(description="Last line.")]
    end_column: Annotated[_Position, Field(description="Column after the last one.")]
    message: Annotated[str, Field(description="What the place has to do with the diagnostic.")]


@with_config(_CLOSED)
class EditEntry(TypedDict):
    """A replacement of text."""

    start: Annotated[int, Field(ge=0, description="Offset of the first character, in code points.")]
    end: Annotated[int, Field(ge=0, description="Offset after the last character.")]
    text: Annotated[str, Field(description="The new text.")]


@with_config(_CLOSED)
class FixEntry(TypedDict):
    """How a fault can be mended."""

    title: Annotated[str, Field(description="What the fix does.")]
    safe: Annotated[bool, Field(description="Whether the fix leaves the meaning of the content as it is.")]
    edits: Annotated[list[EditEntry], Field(description="Replacements that do not overlap.")]


@with_config(_CLOSED)
class DiagnosticEntry(TypedDict):
    """A fault and its place."""

    code: Annotated[str, Field(pattern="^LP[0-9]{3}$", description="Code of the rule.")]
    name: Annotated[str, Field(description="Name of the rule.")]
    severity: Annotated[Literal["error", "warning", "info"], Field(description="How bad the fault is.")]
    message: Annotated[str, Field(description="What is wrong, in one sentence.")]
    path: Annotated[str, Field(description="Path of the file.")]
    line: Annotated[_Position, Field(description="First line, from 1.")]
    column: Annotated[_Position, Field(description="First column, from 1, in code points.")]
    end_line: Annotated[_Position, Field(description="Last line.")]
    end_column: Annotated[_Position, Field(description="Column after the last one.")]
    pointer: Annotated[str, Field(description="RFC 6901 pointer of the value at fault.")]
    item: Annotated[str | None, Field(description="Id of the innermost thing with an id, or null.")]
    help: Annotated[str | None, Field(description="What to do, or null.")]
    url: Annotated[str | None, Field(description="Address of the rule's page, or null: lpkit explain CODE has it.")]
    fingerprint: Annotated[str, Field(description="Names the fault across edits elsewhere in the file.")]
    related: Annotated[list[RelatedEntry], Field(description="Other places that explain the fault.")]
    fix: Annotated[FixEntry | None, Field(description="How lpkit can mend it, or null.")]


@with_config(_CLOSED)
class Summary(TypedDict):
    """What was checked, and what was found."""

    packs: Annotated[int, Field(ge=0, description="Packs that were checked.")]
    libraries: Annotated[int, Field(ge=0, description="Libraries that were checked.")]
    banks: Annotated[int, Field(ge=0, description="Banks of questions that were checked (`--bank`).")]
    questions: Annotated[int, Field(ge=0, description="Well-formed questions in those banks.")]
    errors: Annotated[int, Field(ge=0, description="Diagnostics of severity error.")]
    warnings: Annotated[int, Field(ge=0, description="Diagnostics of severity warning.")]
    infos: Annotated[int, Field(ge=0, description="Diagnostics of severity info.")]
    suppressed: Annotated[int, Field(ge=0, description="Diagnostics that a comment silences.")]
    fixable: Annotated[int, Field(ge=0, description="Diagnostics with a fix.")]


@with_config(_CLOSED)
class JsonReport(TypedDict):
    """The outcome of `lpkit check --output-format json`."""

    version: Annotated[Literal[1], Field(description="Version of this format.")]
    summary: Annotated[Summary, Field(description="What was checked, and what was found.")]
    diagnostics: Annotated[list[DiagnosticEntry], Field(description="By path, position and code.")]


def report_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the report."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(JsonReport).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
