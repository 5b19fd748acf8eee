"""Errors one behind the other: places in a text that repairs have changed, as those of the file itself."""

from lpkit.diagnostic import Edit


class Rounds:
    """The edits that were made so far, those of a round together."""

    def __init__(self) -> None:
        self.edits: list[tuple[Edit, ...]] = []

    def place(self, offset: int) -> int:
        """Give where an offset of the text with all edits lies in the file."""
        for edits in reversed(self.edits):
            offset = _before(offset, edits)
        return offset


def _before(offset: int, edits: tuple[Edit, ...]) -> int:
    shift = 0
    for edit in sorted(edits):
        begin = edit.start + shift
        if offset < begin:
            break
        if offset <= begin + len(edit.text) and edit.text:
            return min(edit.start + offset - begin, edit.end)
        shift += len(edit.text) - (edit.end - edit.start)
    return offset - shift
