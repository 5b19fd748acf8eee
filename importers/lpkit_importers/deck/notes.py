"""What decks are once they are read, whatever file they came from: note types, each with its notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number in the file, or its line, its fields, and whether it has tags."""

    place: int
    fields: tuple[str, ...]
    tagged: bool = False


@dataclass(slots=True)
class NoteType:
    """A kind of note: its name, the names of its fields (none where the file does not say them), and its notes."""

    name: str
    fields: Sequence[str]
    cloze: bool = False
    notes: list[Note] = field(default_factory=list)
