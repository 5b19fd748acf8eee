"""Changes of keys that say at their field how a change is named; no comparison mentions such a key."""

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from lpkit.difference.change import Change, Grade
from lpkit.difference.wording import prose, text_of
from lpkit.model.roles import Role, has_grown, role_of
from lpkit.model.types import Entry

_NOTHING: tuple[Any, ...] = (None, [], {})


def declared(subject: str, item: str, old: Entry, new: Entry, of: str = "") -> Iterator[Change]:
    """Give the changes between two states of one entry in the keys that declare a role.

    `of` follows the name of a key in messages, where the entry is a part of the item.
    """
    for name, field in type(new).model_fields.items():
        role, was, now = role_of(field), getattr(old, name), getattr(new, name)
        # An id is compared by what pairs the entries of its list.
        if role is None or was == now or name == "id":
            continue
        what = f"{field.alias or name}{of}"
        if role is Role.WORDING:
            yield from _wording(subject, item, what, field, was, now)
        else:
            before, after = shown(was), shown(now)
            kind = "identity" if role is Role.IDENTITY else subject.replace(" ", "-")
            message = f"{what}: {before or 'none'} became {after or 'none'}"
            if any(isinstance(part, Entry) for value in (was, now) if isinstance(value, list) for part in value):
                message = f"{what} {_verb(was, now)}"
            yield Change(f"{kind}-changed", Grade.MINOR, subject, item, message, before, after)


def _wording(subject: str, item: str, what: str, field: FieldInfo, was: Any, now: Any) -> Iterator[Change]:
    """Give the change of guidance; a key by which the format grew may also come or go."""
    if has_grown(field) and (was in _NOTHING or now in _NOTHING):
        message = f"{what} {_verb(was, now)}"
        yield Change("wording", Grade.PATCH, subject, item, message, text_of(was), text_of(now))
    else:
        yield from prose(subject, item, what, was, now)


def _verb(was: Any, now: Any) -> str:
    return "added" if was in _NOTHING else "removed" if now in _NOTHING else "changed"


def shown(value: Any) -> str | None:
    """Give a value as messages show it: a list with commas, a mapping as keys with their values; None for nothing."""
    if value in _NOTHING:
        return None
    if isinstance(value, list):
        return ", ".join(shown(entry) or "" for entry in value)
    if isinstance(value, Entry):
        fields = type(value).model_fields
        held = {name: part for name, part in vars(value).items() if not _left_out(fields[name], part)}
        return ", ".join(f"{name} {part}" for name, part in held.items())
    return str(value)


def _left_out(field: FieldInfo, value: Any) -> bool:
    return has_grown(field) and value == field.default
