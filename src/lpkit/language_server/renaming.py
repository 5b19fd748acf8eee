"""Another id for a principle, level, verdict, rubric, dimension or marker, wherever it stands in a library."""

import re
from collections.abc import Iterable

from lsprotocol.types import Position, Range, TextEdit, WorkspaceEdit

from lpkit.errors import LpkitError
from lpkit.language_server.diagnostics import uri_of
from lpkit.language_server.names import OF_PACKS, Name, name_at, names_in
from lpkit.language_server.navigation import uses
from lpkit.language_server.reading import Asked, Shelved
from lpkit.model.types import ID_PATTERN
from lpkit.publishing.lock import LOCK_FILE
from lpkit.source import read_text


def prepared(asked: Asked, position: Position) -> Range | None:
    """Give the place of the id that can be renamed; None where there is none."""
    name = _name(asked, position)
    return _range(asked.own, name) if name else None


def renamed(asked: Asked, position: Position, new: str, others: Iterable[Shelved]) -> WorkspaceEdit:
    """Give the edits that rename an id everywhere.

    Raises LpkitError where the new one is no id or is taken, or the old one was published: those are permanent.
    """
    name = _name(asked, position)
    if name is None:
        raise LpkitError("there is no id here that can be renamed", "packs and questions get another id by lpkit mv")
    if not re.fullmatch(ID_PATTERN, new):
        raise LpkitError(f'"{new}" is no id', "write small letters, digits, - and _")
    _refuse_published(asked, name)
    changes: dict[str, list[TextEdit]] = {}
    places = list(others)
    for place in places:
        if any(other.gives and (other.kind, other.id) == (name.kind, new) for other in names_in(place.source)):
            raise LpkitError(f'the {name.kind} "{new}" is there already', "choose another id")
    for place, other in uses(asked, name, places):
        changes.setdefault(uri_of(place.file), []).append(TextEdit(_range(place, other), new))
    return WorkspaceEdit(changes)


def _name(asked: Asked, position: Position) -> Name | None:
    name = name_at(asked.own.source, asked.own.ruler.offset(position))
    return name if name and name.kind not in OF_PACKS else None


def _refuse_published(asked: Asked, name: Name) -> None:
    lock = asked.library.file.with_name(LOCK_FILE) if asked.library else None
    if lock is None or not lock.is_file():
        return
    kinds = "marker|auto-fail" if name.kind == "marker" else f"{name.kind}|deck"
    if re.search(rf"^(?:{kinds}) (?:\S+/)?{re.escape(name.id)} ", read_text(lock, LOCK_FILE).text, re.MULTILINE):
        hint = "published ids are permanent; add another one, and retire this one"
        raise LpkitError(f'the {name.kind} "{name.id}" was published', hint)


def _range(place: Shelved, name: Name) -> Range:
    """Give the place of an id without the quotation marks around it."""
    start, end = name.extent(place.source)
    quotes = place.source.text[start] in "'\""
    return place.ruler.range(start + quotes, end - quotes)
