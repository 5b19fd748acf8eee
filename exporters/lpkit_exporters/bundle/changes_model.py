"""The shape of changes.json: what a corpus was cut to, and what is gone."""

from typing import Literal

from pydantic import Field

from lpkit.model.types import Entry, FormatVersion, Id, Prose, Text
from lpkit_exporters.bundle.index_model import Moment


class ChangedItem(Entry):
    """An item that is new or changed, or has another name."""

    kind: Text = Field(description="pack, concepts, coaching, question, fix-it, candidate, auto-fail or marker.")
    path: Text = Field(description="Its ids, from the pack down, joined by slashes.")
    changed_at: Moment = Field(description="When it last changed, in UTC.")
    formerly: Text | None = Field(
        description="Its ids at the point that was asked for, where they were others, or null."
    )


class GoneItem(Entry):
    """An item that is no longer there: forget it."""

    kind: Text = Field(description="As that of what changed.")
    path: Text = Field(description="Its ids.")
    gone_at: Moment = Field(
        description="When it was retired, in UTC; when it last changed, where it is only withdrawn."
    )
    reason: Prose | None = Field(description="Why, if anybody said so, or null.")
    replaced_by: Id | None = Field(description="Id of what takes its place, or null.")
    formerly: Text | None = Field(
        description="Its ids at the point that was asked for, where they were others, or null."
    )


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
