"""Operators that depart from the schema: keys, types and values."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from lpkit.model import Library, Pack
from lpkit.model.types import ID_PATTERN, Entry
from lpkit.schema.keys import entry_at
from mutation.clean import At, Clean
from mutation.document import Document
from mutation.registry import Change, operator


def _model(document: Document) -> type[Entry]:
    return Library if document.name == "library.yaml" else Pack


def _mappings(clean: Clean) -> Iterator[tuple[Document, At, dict[str, Any], type[Entry]]]:
    """Give the mappings whose keys the format knows."""
    return (entry for document in clean.documents for entry in _known_mappings(document))


@cache
def _known_mappings(document: Document) -> list[tuple[Document, At, dict[str, Any], type[Entry]]]:
    values = ((at, document[at], entry_at(_model(document), at)) for at in document.paths())
    return [
        (document, at, value, entry)
        for at, value, entry in values
        if isinstance(value, dict) and entry is not None and at[-1:] != ("scores",)
    ]


def _fields(entry: type[Entry]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in entry.model_fields.items()}


def _values(clean: Clean) -> Iterator[tuple[Document, At, Any, FieldInfo]]:
    """Give the values of those mappings with the field that describes each."""
    for document, at, value, entry in _mappings(clean):
        for key, field in _fields(entry).items():
            if key in value:
                yield document, (*at, key), value[key], field


def _strings(clean: Clean) -> Iterator[tuple[Document, At, str, bool]]:
    """Give all texts, also those in lists; true for those that are one of a few words."""
    for document, at, value, field in _values(clean):
        if isinstance(value, str):
            yield document, at, value, _is_choice(field)
        for number, entry in enumerate(value if isinstance(value, list) else []):
            if isinstance(entry, str):
                yield document, (*at, number), entry, False


def _integers(clean: Clean) -> Iterator[tuple[Document, At, int]]:
    for document in clean.documents:
        for at in document.paths():
            value = document[at]
            if isinstance(value, int) and not isinstance(value, bool):
                yield document, at, value


def _is_choice(field: FieldInfo) -> bool:
    kinds = (field.annotation, *get_args(field.annotation))
    return any(get_origin(kind) is Literal for kind in kinds)


def _is_id(field: FieldInfo) -> bool:
    return any(getattr(note, "pattern", None) == ID_PATTERN for note in field.metadata)


@operator("LP011")
def required_key_dropped(clean: Clean) -> Iterator[Change]:
    """A required key is not there."""
    for document, at, value, entry in _mappings(clean):
        for key, field in _fields(entry).items():
            if key in value and field.is_required():
                yield Change(document, at, (document.drop((*at, key)),), here=False)


@operator("LP010", never=("LP011",))
def required_key_misspelt(clean: Clean) -> Iterator[Change]:
    """The last letter of a required key is typed twice: one fault, not two."""
    for document, at, value, entry in _mappings(clean):
        for key, field in _fields(entry).items():
            if key in value and field.is_required():
                wrong = key + key[-1]
                yield Change(document, (*at, wrong), (document.rename((*at, key), wrong),))


@operator("LP010")
def optional_key_misspelt(clean: Clean) -> Iterator[Change]:
    """The last letter of an optional key is typed twice."""
    for document, at, value, entry in _mappings(clean):
        for key, field in _fields(entry).items():
            if key in value and not field.is_required():
                wrong = key + key[-1]
                yield Change(document, (*at, wrong), (document.rename((*at, key), wrong),))


@operator("LP010")
def unknown_key_added(clean: Clean) -> Iterator[Change]:
    """A key that the format does not know."""
    for document, at, _, _ in _mappings(clean):
        yield Change(document, (*at, "remark"), (document.add_key(at, "remark", "x"),))


@operator("LP012")
def number_for_text(clean: Clean) -> Iterator[Change]:
    """A number where a text belongs."""
    for document, at, _, is_choice in _strings(clean):
        if not is_choice:
            yield Change(document, at, (document.put(at, 17),))


@operator("LP012")
def text_for_number(clean: Clean) -> Iterator[Change]:
    """A text where a number belongs."""
    for document, at, value in _integers(clean):
        yield Change(document, at, (document.put(at, f"{value} points"),))


@operator("LP012")
def fraction_for_number(clean: Clean) -> Iterator[Change]:
    """A broken number where a whole one belongs."""
    for document, at, value in _integers(clean):
        yield Change(document, at, (document.put(at, value + 0.5),))


@operator("LP012")
def word_for_truth(clean: Clean) -> Iterator[Change]:
    """Yes or no where true or false belongs."""
    for document, at, value, _ in _values(clean):
        if isinstance(value, bool):
            yield Change(document, at, (document.raw(at, "yes" if value else "no"),))


@operator("LP012")
def text_for_list(clean: Clean) -> Iterator[Change]:
    """A text where a list belongs."""
    for document, at, value, _ in _values(clean):
        # A rubric may be named instead of written, and so may a group of words in a pattern.
        if isinstance(value, list) and at != ("evaluate", "rubric") and "patterns" not in at[:-1]:
            yield Change(document, at, (document.put(at, "one"),), here=False)


@operator("LP012")
def text_for_mapping(clean: Clean) -> Iterator[Change]:
    """A text where a mapping belongs."""
    for document, at, _, _ in _mappings(clean):
        # An option and a coach's note may be a text as well.
        if at and "options" not in at and at[0] != "coaching":
            yield Change(document, at, (document.put(at, "one"),), here=False)


@operator("LP012")
def list_for_mapping(clean: Clean) -> Iterator[Change]:
    """A list where a mapping belongs."""
    for document, at, _, _ in _mappings(clean):
        yield Change(document, at, (document.raw(at, "[one]"),), here=False)


@operator("LP012", "LP013")
def nothing_for_value(clean: Clean) -> Iterator[Change]:
    """A required key without a value."""
    for document, at, _, field in _values(clean):
        if field.is_required():
            yield Change(document, at, (document.raw(at, "null"),), here=False)


@operator("LP013")
def choice_misspelt(clean: Clean) -> Iterator[Change]:
    """A word that is none of the choices."""
    for document, at, value, is_choice in _strings(clean):
        if is_choice:
            yield Change(document, at, (document.put(at, value[:-1]),))


@operator("LP013")
def text_blank(clean: Clean) -> Iterator[Change]:
    """A text of spaces."""
    for document, at, _, _ in _strings(clean):
        yield Change(document, at, (document.put(at, "  "),))


@operator("LP013")
def id_malformed(clean: Clean) -> Iterator[Change]:
    """An id with capitals and spaces."""
    for document, at, value, field in _values(clean):
        if isinstance(value, str) and _is_id(field):
            yield Change(document, at, (document.put(at, "Not An Id"),))


@operator("LP013", "LP014")
def number_too_large(clean: Clean) -> Iterator[Change]:
    """A number above every limit of the format."""
    for document, at, _ in _integers(clean):
        yield Change(document, at, (document.put(at, 1001),))


@operator("LP013", "LP014")
def number_negative(clean: Clean) -> Iterator[Change]:
    """A number below zero."""
    for document, at, _ in _integers(clean):
        yield Change(document, at, (document.put(at, -1),))


@operator("LP013")
def list_emptied(clean: Clean) -> Iterator[Change]:
    """A list that needs entries and has none."""
    for document, at, value, field in _values(clean):
        if isinstance(value, list) and any(isinstance(note, MinLen) for note in field.metadata):
            yield Change(document, at, (document.raw(at, "[]"),), here=False)


@operator("LP013")
def list_cut_to_one(clean: Clean) -> Iterator[Change]:
    """A list that needs two entries and has one."""
    for document, at, value, field in _values(clean):
        if any(isinstance(note, MinLen) and note.min_length == 2 for note in field.metadata):
            yield Change(document, at, (document.put(at, value[:1]),), here=False)


@operator("LP014")
def format_of_the_future(clean: Clean) -> Iterator[Change]:
    """A format version that this lpkit does not read."""
    for document in clean.documents:
        yield Change(document, ("format",), (document.put(("format",), 2),))
