"""What the format grew by and an exporter does not show yet: declared as lost until somebody shows it."""

from collections.abc import Collection, Iterator
from typing import Any

from lpkit.corpus.content import Shelf
from lpkit.export.interface import Loss
from lpkit.model.roles import Role, has_grown, is_unseen, role_of
from lpkit.model.types import Entry

REASON = "the format grew by this key, and nothing here shows it yet"
"""The reason of such a loss."""


def unshown(shelf: Shelf, shown: Collection[str]) -> Iterator[Loss]:
    """Give a loss for every key that is given in a library or its packs, by which format 1 grew, and that is not shown.

    `shown` names the keys that an exporter shows, as losses do: `questions.hint`, `library.markers.why`. Keys that
    were there when the format began are the exporter's own to declare; one that readers never see is no loss.
    """
    for field, item in dict.fromkeys(_grown(shelf.library, "library", shown)):
        yield Loss(shelf.library.id, field, REASON, item)
    for pack in shelf.packs:
        for field, item in dict.fromkeys(_grown(pack, "", shown)):
            yield Loss(pack.id, field, REASON, item)


def _grown(entry: Entry, at: str, shown: Collection[str], item: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Give what is not shown of an entry: the path of the key, and the id of the item that has it."""
    for name, field in type(entry).model_fields.items():
        here, value = f"{at}.{field.alias or name}".lstrip("."), getattr(entry, name)
        if is_unseen(field) or (has_grown(field) and value == field.default):
            continue
        if has_grown(field) and here not in shown:
            yield here, item
        else:
            for part in _entries(value):
                yield from _grown(part, here, shown, _id(part) or item)


def _entries(value: Any) -> Iterator[Entry]:
    if isinstance(value, Entry):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _entries(part)


def _id(entry: Entry) -> str | None:
    """Give the id by which an entry is an item of its own."""
    field = type(entry).model_fields.get("id")
    return None if field is None or role_of(field) is Role.IDENTITY else getattr(entry, "id", None)
