"""What of a file finds no place: each thing is named once, with where it stood."""

from collections.abc import Sequence

from lpkit.importing import Note

_SHOWN = 3
"""Places that a note names; of the others it says how many there are."""


class Account:
    """Collects losses, and questions of other kinds, while a file is read; `unit` is what its places are called."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self._lost: dict[str, list[str]] = {}
        self._kinds: dict[str, list[str]] = {}
        self._remarks: dict[str, list[str]] = {}

    def lose(self, place: object, what: str) -> None:
        """Remember that something of a question has no place in the format."""
        self._lost.setdefault(what, []).append(str(place))

    def remark(self, place: object, message: str) -> None:
        """Remember something that somebody has to look at."""
        self._remarks.setdefault(message, []).append(str(place))

    def leave(self, place: object, kind: str) -> None:
        """Remember a question that is no choice with one key, by its kind, as in `matching`."""
        self._kinds.setdefault(kind, []).append(str(place))

    def notes(self) -> tuple[Note, ...]:
        """Give one note for each kind of question, for each loss and for each remark."""
        kinds = (Note(self._at(places), _counted(kind, len(places))) for kind, places in self._kinds.items())
        lost = (Note(self._at(places), f"not held: {what}") for what, places in self._lost.items())
        remarks = (Note(self._at(places), message) for message, places in self._remarks.items())
        return (*kinds, *lost, *remarks)

    def _at(self, places: Sequence[str]) -> str:
        distinct = [*dict.fromkeys(places)]
        more = f" and {len(distinct) - _SHOWN} more" if len(distinct) > _SHOWN else ""
        return f"{self.unit}{'s' if len(distinct) > 1 else ''} {', '.join(distinct[:_SHOWN])}{more}"


def _counted(kind: str, number: int) -> str:
    return f"{number} {kind} question{' is' if number == 1 else 's are'} not held"
