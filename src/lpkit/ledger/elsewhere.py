"""What else a pack says than the text that is read, and whether somebody looked there."""

from collections.abc import Sequence

from lpkit.corpus import PackView
from lpkit.diagnostic import Path
from lpkit.ledger.passage import Row


class Elsewhere:
    """What else a pack says, for readers who look beyond their own text and the facts."""

    def __init__(self, pack: PackView, rows: Sequence[Row]) -> None:
        self._pack, self._rows = pack, rows
        self._on: dict[str, list[tuple[Path, str, str]]] = {}
        self.asked = False
        """Whether somebody looked."""

    @property
    def texts(self) -> list[tuple[Path, str]]:
        """Give every text of the file, with its path."""
        self.asked = True
        return self._pack.texts

    def on(self, candidate: str) -> list[tuple[Path, str, str]]:
        """Give the texts on a candidate: where each stands, what it says, and its role."""
        self.asked = True
        if candidate not in self._on:
            self._on[candidate] = [
                (at, text, topic.role)
                for at, text, topic in self._rows
                if topic.question is None and topic.candidate == candidate and topic.role != "guidance"
            ]
        return self._on[candidate]
