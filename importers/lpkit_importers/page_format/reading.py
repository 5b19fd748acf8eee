"""What of a page is read: every block is placed, is a heading or label, or is left, and then stands in a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lpkit.importing import Block, Note, Words
from lpkit_importers.page_format.found_again import Held, texts_of, unlabelled
from lpkit_importers.page_format.words import count_words

_LONGEST = 400
"""Characters of a text that a note shows."""


@dataclass(slots=True)
class Reading:
    """The account of a page while it is read: its words are labels, or placed, or left in the end."""

    blocks: Sequence[Block]
    notes: list[Note] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)
    _placed: list[tuple[Block, str]] = field(default_factory=list)
    _labels: int = 0
    _left: int = 0

    def place(self, block: Block, *texts: str) -> None:
        """Take a block whose texts find their place; its other words are labels. All of it where none is given.

        May be called once for each part of a block.
        """
        self.grasp(block, *texts)
        self._placed += [(block, text) for text in texts or cells_of(block)]

    def grasp(self, block: Block, *texts: str) -> None:
        """Take a block as `place` does, whose texts stand in the draft by what they mean, as the letter of a key."""
        first = id(block) not in self._seen
        self._seen.add(id(block))
        if texts:
            self._labels += count_words(block.text) * first - sum(map(count_words, texts))
        if block.losses and first:
            self.notes.append(Note(block.place, f"not held: {', '.join(dict.fromkeys(block.losses))}"))

    def label(self, *blocks: Block) -> None:
        """Take blocks that only name what is beside them."""
        for block in blocks:
            self._seen.add(id(block))
            self._labels += count_words(block.text)

    def leave(self, place: str, *texts: str) -> None:
        """Note parts of a block that was taken which find no place."""
        for text in filter(None, texts):
            self._left += count_words(text)
            self.notes.append(Note(place, _left(text)))

    def refuse(self, block: Block, text: str) -> None:
        """Take a block whose text finds no place; a remark shows it."""
        self.grasp(block, text)
        self._left += count_words(text)

    def settle(self, *drafts: object) -> None:
        """Note the words that were placed and are nowhere in what the page was read into."""
        held = Held(text for draft in drafts for text in texts_of(draft))
        told = {(note.place, note.message) for note in self.notes}
        for block, text in self._placed:
            missing = held.missing(text if block.kind != "table" else unlabelled(text))
            if (block.place, _left(text)) not in told:
                self.leave(block.place, missing)

    def remark(self, place: str, message: str) -> None:
        """Note something that somebody has to look at."""
        self.notes.append(Note(place, message))

    def open(self, block: Block) -> bool:
        """Tell whether a block was not taken yet."""
        return id(block) not in self._seen

    def left(self) -> list[Block]:
        """Give the blocks that were not taken."""
        return [block for block in self.blocks if self.open(block)]

    def words(self) -> Words:
        """Count the words of the page."""
        return Words(_total(self.blocks), self._labels, self._left + _total(self.left()))

    def remarks(self) -> list[Note]:
        """Give what was noted, and a note for each block that found no place."""
        return [
            *self.notes,
            *(Note(block.place, f"not placed: {_shown(block.text)}{_lost(block)}") for block in self.left()),
        ]


def cells_of(block: Block) -> list[str]:
    """Give the texts of a block: its cells, where it is a table."""
    return [cell for row in block.rows for cell in row if cell] if block.kind == "table" else [block.text]


def _left(text: str) -> str:
    return f"not placed: {_shown(text)}"


def _total(blocks: Iterable[Block]) -> int:
    return sum(count_words(block.text) for block in blocks)


def _lost(block: Block) -> str:
    return f" (and {', '.join(dict.fromkeys(block.losses))})" if block.losses else ""


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}… ({count_words(line)} words)"
