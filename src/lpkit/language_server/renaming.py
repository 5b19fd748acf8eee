"""Another id for something, wherever it stands in a library; of packs and questions as `lpkit mv` gives it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    RenameFile,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from lpkit.authoring.moving import Move
from lpkit.errors import LpkitError
from lpkit.language_server.actions import edits_between
from lpkit.language_server.addresses import uri_of
from lpkit.language_server.names import OF_PACKS, Name, name_at, names_in
from lpkit.language_server.navigation import uses
from lpkit.language_server.reading import Asked, Shelved
from lpkit.model.types import ID_PATTERN
from lpkit.publishing.lock import LOCK_FILE
from lpkit.source import Source, read_text

_MOVED = frozenset(("pack", "question"))
"""What keeps its former names, so that learners' progress follows it."""
_WITHIN = frozenset(("candidate", "fix-it"))
"""What has a name in one pack, and none before."""


class NewName(NamedTuple):
    """Another id for a pack of a library, or for one of its questions where that is named."""

    library: Path
    vocabulary: Source
    sources: Mapping[Path, Source]
    pack: str
    question: str
    name: str


Moving = Callable[[NewName], Move]
"""Gives the texts that a new name comes to; raises LpkitError where it cannot be."""


def prepared(asked: Asked, position: Position) -> Range | None:
    """Give the place of the id that can be renamed; None where there is none."""
    name = _name(asked, position)
    return _range(asked.own, name) if name else None


def renamed(
    asked: Asked, position: Position, new: str, others: Iterable[Shelved], moving: Moving, renames_files: bool
) -> WorkspaceEdit:
    """Give the edits that rename an id everywhere; of a pack its file too, where the editor `renames_files`.

    Raises LpkitError where the new one is no id or is taken, or the old one was published and has no former names:
    such ids are permanent.
    """
    name = _name(asked, position)
    if name is None:
        raise LpkitError("there is no id here that can be renamed", "rename principles, packs, questions and the like")
    if not re.fullmatch(ID_PATTERN, new):
        raise LpkitError(f'"{new}" is no id', "write small letters, digits, - and _")
    places = list(others)
    if name.kind in _MOVED:
        return _moved(asked, name, new, places, moving, renames_files)
    own = name.kind in _WITHIN
    _refuse_published(asked, name, _id_of(asked.own.source) if own else "")
    changes: dict[str, list[TextEdit]] = {}
    kinds = _WITHIN | {"question"} if own else {name.kind}
    for place in [asked.own] if own else places:
        if any(other.gives and other.kind in kinds and other.id == new for other in names_in(place.source)):
            raise LpkitError(f'the {name.kind} "{new}" is there already', "choose another id")
    for place, other in uses(asked, name, places):
        changes.setdefault(uri_of(place.file), []).append(TextEdit(_range(place, other), new))
    return WorkspaceEdit(changes)


def _moved(
    asked: Asked, name: Name, new: str, places: Sequence[Shelved], moving: Moving, renames_files: bool
) -> WorkspaceEdit:
    pack = _id_of(asked.own.source)
    if asked.library is None or not pack:
        raise LpkitError("this pack has no library, or no id", "a new name is written into its library.lock")
    sources = {place.file: place.source for place in places if place.file != asked.library.file}
    question = name.id if name.kind == "question" else ""
    move = moving(NewName(asked.library.file, asked.library.source, sources, pack, question, new))
    if move.gone and not renames_files:
        raise LpkitError("this editor cannot rename files", f"save all, and run: lpkit mv {pack} {new}")
    known = {place.file: place for place in [*places, asked.library]}
    edits = {}
    for file, text in move.texts.items():
        there = move.gone if move.gone and file == move.place else file
        place = known.get(there) or Shelved(there, read_text(there, there.name), asked.own.encoding)
        edits[uri_of(there)] = edits_between(place, text)
    if move.gone is None or move.place is None:
        return WorkspaceEdit(edits)
    documents = [TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri), each) for uri, each in edits.items()]
    return WorkspaceEdit(document_changes=[*documents, RenameFile(uri_of(move.gone), uri_of(move.place))])


def _name(asked: Asked, position: Position) -> Name | None:
    name = name_at(asked.own.source, asked.own.ruler.offset(position))
    return name if name and (name.kind not in OF_PACKS or name.kind in _MOVED | _WITHIN) else None


def _id_of(source: Source) -> str:
    found = source.value(("id",))
    return found if isinstance(found, str) else ""


def _refuse_published(asked: Asked, name: Name, pack: str) -> None:
    lock = asked.library.file.with_name(LOCK_FILE) if asked.library else None
    if lock is None or not lock.is_file():
        return
    kinds = "marker|auto-fail" if name.kind == "marker" else f"{name.kind}|deck"
    within = rf"{re.escape(pack)}/" if pack else r"(?:\S+/)?"
    if re.search(rf"^(?:{kinds}) {within}{re.escape(name.id)} ", read_text(lock, LOCK_FILE).text, re.MULTILINE):
        hint = "published ids are permanent; add another one, and retire this one"
        raise LpkitError(f'the {name.kind} "{name.id}" was published', hint)


def _range(place: Shelved, name: Name) -> Range:
    """Give the place of an id without the quotation marks around it."""
    start, end = name.extent(place.source)
    quotes = place.source.text[start] in "'\""
    return place.ruler.range(start + quotes, end - quotes)
