"""Ids that were published and are no longer in use."""

from pydantic import Field

from lpkit.model.roles import Role, from_the_start, key
from lpkit.model.types import Entry, Id, Prose


class Retired(Entry):
    """An id that is no longer in use, kept so that nobody takes it for something else."""

    id: Id = Field(description="The id that was retired.")
    reason: Prose = key(Role.WORDING, "Why it was retired.")
    replaced_by: Id | None = from_the_start(None, "Id of what takes its place.", Role.CONTENT)
