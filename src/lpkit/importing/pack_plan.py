"""A pack that is to be written: its data, and notes on what found no place in it."""

from dataclasses import dataclass, field
from typing import Any

from lpkit.importing.draft import Note

UNKNOWN = "todo"
"""What stands where the format wants an id and the file is silent: LP104 names it until it is replaced."""


@dataclass(slots=True)
class PackPlan:
    """A pack to be written, and notes on what found no place in it or is to be written yet."""

    data: dict[str, Any] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    left: int = 0
    """Words of the file that are quoted in notes since they found no place."""

    def leave(self, place: str, what: str, why: str, *texts: str) -> None:
        """Note something of the file that finds no place, with its words."""
        said = " / ".join(text for text in texts if text)
        self.left += sum(len(text.split()) for text in texts)
        self.notes.append(Note(place, f"not held: {what}: {why}: {said}"))

    def say(self, what: str, message: str) -> None:
        """Note how something was understood, or that it is missing."""
        self.notes.append(Note(what, message))
