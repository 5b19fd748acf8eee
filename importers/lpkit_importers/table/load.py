"""How much the cells of a workbook hold, found before a reader makes room for it: what is repeated counts each time."""

from collections.abc import Mapping

from lpkit.importing import LpkitError
from lpkit_importers.foreign.archive import UNPACKED_MOST
from lpkit_importers.foreign.xml import local_name


class Load:
    """The signs of all cells together: few bytes of a file can stand for many, and a reader makes room for each."""

    def __init__(self) -> None:
        self._held = 0

    def add(self, signs: int) -> None:
        """Take in so many signs.

        Raises LpkitError where they are more than a file may have once it is unpacked.
        """
        self._held += signs
        if self._held > UNPACKED_MOST:
            hint = "take out what is no question"
            raise LpkitError(
                f"the cells hold more than {UNPACKED_MOST:,} signs, those that are repeated included", hint
            )


class SharedTexts:
    """What the parser of XML tells of the texts that the cells of an xlsx share: how long each is."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Begin an element: an `si` is a text."""
        if local_name(tag) == "si":
            self.lengths.append(0)

    def data(self, text: str) -> None:
        """Take a piece of a text."""
        if self.lengths:
            self.lengths[-1] += len(text)

    def close(self) -> None:
        """End the part."""
