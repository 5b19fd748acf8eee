"""What a key of the format is to those that do not know it by name: to hashes, to `lpkit diff`, to readers.

Each is told at the field. A key without a role is compared by what knows its item: ids, scores, options, answers.
"""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo


class Role(Enum):
    """How a change of a key is named, and whether learners see the key at all."""

    WORDING = "wording"
    """Guidance that no score or key depends on: its change is one of wording."""
    CONTENT = "content"
    """What is asked, scored or judged: its change is one of content."""
    IDENTITY = "identity"
    """What the item is or was called: nothing for readers, so that it has no part in a hash of what they see."""
    RECOGNITION = "recognition"
    """By which words it is found in a text: its change is one of content, but nothing that is shown with an item."""


def key(role: Role, description: str) -> Any:
    """Declare a key that must be given, and what it is to `diff` and hashes."""
    return _with_role(Field(description=description), role)


def from_the_start(default: Any, description: str, role: Role | None = None) -> Any:
    """Declare a key that was optional when format 1 began: hashes and exports hold it even at its default.

    Nothing new is declared so: every pack that lacks the key would get other hashes.
    """
    return _with_role(Field(default=default, description=description), role)


def optional(default: Any, role: Role | None, description: str) -> Any:
    """Declare a key by which the format grew: at its default it stands in no export and has no part in a hash."""
    field = Field(default=default, exclude_if=lambda value: value == default, description=description)
    return _with_role(field, role)


def _with_role(field: FieldInfo, role: Role | None) -> Any:
    field.metadata.extend([role] if role else [])
    return field


def role_of(field: FieldInfo) -> Role | None:
    """Give the role that a field declares; None for one that its item compares."""
    return next((note for note in field.metadata if isinstance(note, Role)), None)


def is_unseen(field: FieldInfo) -> bool:
    """Tell whether readers never see a field, so that it has no part in a hash and no exporter loses it."""
    return role_of(field) in (Role.IDENTITY, Role.RECOGNITION)


def has_grown(field: FieldInfo) -> bool:
    """Tell whether the format grew by a field: whether it is left out at its default."""
    return field.exclude_if is not None


@cache
def identity_keys(model: type[BaseModel]) -> dict[str, Any]:
    """Give what to leave out of a hash of a model, in the form of `exclude` of `model_dump`; empty for nothing."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if is_unseen(field):
            found[name] = True
            continue
        for kind, listed in _models_in(field.annotation):
            if inner := identity_keys(kind):
                found[name] = {"__all__": inner} if listed else inner
    return found


def _models_in(annotation: Any, listed: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    """Give the models that a value may hold, and whether they are entries of a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, listed
    for part in get_args(annotation):
        yield from _models_in(part, listed or get_origin(annotation) is list)
