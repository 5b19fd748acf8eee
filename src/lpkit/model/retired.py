"""Ids that were published and are no longer in use."""

from pydantic import Field

from lpkit.model.types import Entry, Id, Prose


class Retired(Entry):
    """An id that is no longer in use, kept so that nobody takes it for something else."""

    id: Id = Field(description="The id that was retired.")
    reason: Prose = Field(description="Why it was retired.")
    replaced_by: Id | None = Field(default=None, description="Id of what takes its place.")
