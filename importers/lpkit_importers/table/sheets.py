"""What the sheets of an xlsx say of their cells, checked before a reader takes the nearest thing for what is damaged.

The reader of workbooks takes the first shared text where the number of one is none, which would be a wrong answer.
"""

import re
from collections.abc import Mapping, Sequence

from lpkit_importers.foreign.xml import UnreadableError, local_name
from lpkit_importers.table.load import Extent, Load

_REFERENCE = re.compile(r"([A-Za-z]{1,6})([0-9]{1,10})")
_NUMBER = re.compile(r"[0-9]{1,10}")
_SHARED = "s"
_KINDS = {"b", "d", "e", "inlineStr", "n", _SHARED, "str"}
_TRUTH = {"0", "1"}
_SHOWN = 20
"""Signs of what is damaged that a message shows."""


class Sheets:
    """What the parser of XML tells of the sheets of an xlsx, whose cells may share texts of those lengths."""

    def __init__(self, lengths: Sequence[int], load: Load) -> None:
        self._extent = Extent()
        self._lengths, self._load = lengths, load
        self._row = self._column = 0
        self._place = (0, 0)
        self._kind, self._value = "", ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a row, a cell or its value; what has no number comes after what was before it."""
        name = local_name(tag)
        if name == "row":
            self._row, self._column = whole(attributes.get("r", str(self._row + 1)), "the number of a row"), 0
        elif name == "c":
            self._column += 1
            self._place = place_of(attributes["r"]) if "r" in attributes else (self._row, self._column)
            self._column = max(self._column, self._place[1])
            self._kind = attributes.get("t", "")
            if self._kind and self._kind not in _KINDS:
                raise UnreadableError(f'{self._where()} is of the kind "{_brief(self._kind)}", which no workbook has')
        elif name in {"v", "is"}:
            self._extent.fill(*self._place)
            self._value = ""

    def data(self, text: str) -> None:
        """Take a piece of text: of the value that says which text a cell shares, or whether it is true."""
        if self._kind in {_SHARED, "b"}:
            self._value += text[:_SHOWN]

    def end(self, tag: str) -> None:
        """End an element: a value is known then."""
        if local_name(tag) != "v" or not self._value:
            return
        if self._kind == "b" and self._value not in _TRUTH:
            raise UnreadableError(f'{self._where()} is neither true nor false: it holds "{_brief(self._value)}"')
        if self._kind == _SHARED:
            known = _NUMBER.fullmatch(self._value)
            if not known or int(self._value) >= len(self._lengths):
                reason = f'shares the text number "{_brief(self._value)}", and the workbook has no such text'
                raise UnreadableError(f"{self._where()} {reason}")
            self._load.add(self._lengths[int(self._value)])

    def close(self) -> None:
        """End the part."""

    def _where(self) -> str:
        return f"the cell in row {self._place[0]}, column {self._place[1]}"


def whole(text: str, what: str) -> int:
    """Give a whole number that a part of a workbook says.

    Raises UnreadableError where it is none; `what` is what messages call it.
    """
    if not _NUMBER.fullmatch(text):
        raise UnreadableError(f'{what} is "{_brief(text)}"')
    return int(text)


def place_of(reference: str) -> tuple[int, int]:
    """Give the row and the column of a cell, from 1, as `B7` names it.

    Raises UnreadableError where it names none.
    """
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise UnreadableError(f'"{_brief(reference)}" is no cell')
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _brief(text: str) -> str:
    """Give a text as a message of one line shows it."""
    return " ".join(text[:_SHOWN].split())
