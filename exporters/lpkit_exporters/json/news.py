"""changes.json: what a corpus was cut to, and what is gone, beside the packs of which something changed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

from pydantic import Field

from lpkit.export import Artifact, Corpus, RetiredItem, Since, Touched
from lpkit.model.types import Entry, FormatVersion, Id, Prose, Text
from lpkit_exporters.bundle.text import data_bytes, data_of


class ChangedItem(Entry):
    """An item that is new or changed, or has another name."""

    kind: Text = Field(description="pack, concepts, coaching, question, fix-it, candidate, auto-fail or marker.")
    path: Text = Field(description="Its ids, from the pack down, joined by slashes.")
    changed_at: Text = Field(description="When it last changed, in UTC.")
    formerly: Text | None = Field(
        description="Its ids at the point that was asked for, where they were others, or null."
    )


class GoneItem(Entry):
    """An item that is no longer there: forget it."""

    kind: Text = Field(description="As that of what changed.")
    path: Text = Field(description="Its ids.")
    gone_at: Text = Field(description="When it was retired, in UTC; when it last changed, where it is only withdrawn.")
    reason: Prose | None = Field(description="Why, if anybody said so, or null.")
    replaced_by: Id | None = Field(description="Id of what takes its place, or null.")


class LibraryChanges(Entry):
    """What changed in one library."""

    id: Id = Field(description="Permanent id of the library.")
    since: Text = Field(description="The revision or the time from which on changes are listed.")
    changed: list[ChangedItem] = Field(description="What is new or changed, by kind and ids.")
    gone: list[GoneItem] = Field(description="What is gone: tombstones.")


class ChangesFile(Entry):
    """changes.json: what the other files of the folder are cut to."""

    kind: Literal["changes"] = Field(description="Tells it from an index and a pack.")
    format: FormatVersion = Field(description="Version of the export's format: 1.")
    libraries: list[LibraryChanges] = Field(description="All libraries, by id.")


def with_news(corpus: Corpus, files: Iterable[Artifact]) -> Iterator[Artifact]:
    """Give the files, and of a corpus that is cut what it was cut to."""
    yield from files
    cuts = [_library(shelf.library.id, shelf.since) for shelf in corpus.shelves if shelf.since]
    if cuts:
        yield Artifact("changes.json", data_bytes(data_of(ChangesFile(kind="changes", format=1, libraries=cuts))))


def _library(name: str, since: Since) -> LibraryChanges:
    changed = [_changed(item) for item in since.changed]
    return LibraryChanges(id=name, since=since.name, changed=changed, gone=[_gone(item) for item in since.gone])


def _changed(item: Touched) -> ChangedItem:
    return ChangedItem(kind=item.kind, path=item.path, changed_at=_utc(item.time), formerly=item.formerly or None)


def _gone(item: RetiredItem) -> GoneItem:
    said = {"reason": item.reason, "replaced_by": item.replaced_by}
    return GoneItem(kind=item.kind, path=item.path, gone_at=_utc(item.time), **said)


def _utc(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
