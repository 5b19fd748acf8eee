"""Where each question of a quiz begins and ends: its options come first, then what begins the question after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpkit.importing import TERM, Block
from lpkit_importers.page_format.options import option_runs
from lpkit_importers.page_format.words import BEHIND, DIFFICULTIES, NUMBER, folded, label_of, labelled


@dataclass(slots=True)
class Asked:
    """A question as it is read: where its options are, what stands before and behind them."""

    options: list[tuple[Block, str]]
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


def parted_questions(blocks: Sequence[Block]) -> Iterator[Asked]:
    """Part a section: a question begins with the last number or heading before its options, else the text there.

    It ends where another begins, also one whose options are not known as such: they are those of no question.
    """
    runs = list(option_runs(blocks))
    starts = []
    done = 0
    for start, end, _ in runs:
        starts.append(_start(blocks, done, start))
        done = end
    ends = [*starts[1:], len(blocks)][: len(runs)]
    for (start, end, options), begin, stop in zip(runs, starts, ends, strict=True):
        first = blocks[begin] if begin < start else options[0][0]
        yield Asked(options, list(blocks[begin:start]), list(_own(first, blocks[end:stop])))


def number_of(block: Block) -> int:
    """Give the number that a block begins with or is marked with; 0 where it has none."""
    if block.marker.isdecimal():
        return int(block.marker)
    found = NUMBER.match(block.text)
    return int(found[1] or found[2]) if found else 0


def names_part(block: Block) -> bool:
    """Tell whether a block is a label alone, as `Solution` above one."""
    return bool(label_of(block.text.strip(" :"), (*BEHIND, "options")))


def _start(blocks: Sequence[Block], done: int, options: int) -> int:
    numbered = [at for at in range(done, options) if _is_numbered(blocks[at])]
    if numbered:
        return numbered[-1]
    texts = [at for at in range(done, options) if _asks(blocks[at])]
    return texts[-1] if texts else options


def _is_numbered(block: Block) -> bool:
    heading = block.kind == "heading" and not names_part(block)
    return heading or block.marker.isdecimal() or bool(NUMBER.match(block.text))


def _asks(block: Block) -> bool:
    """Tell whether a block may be what is asked: no difficulty, no label."""
    return folded(block.text) not in DIFFICULTIES and not names_part(block)


def _own(first: Block, after: Sequence[Block]) -> Sequence[Block]:
    """Give what stands behind a question up to where another begins; `first` is what the question begins with."""
    before: Block | None = None
    for at, block in enumerate(after):
        if _begins_another(block, before, first):
            return after[:at]
        before = block
    return after


def _begins_another(block: Block, before: Block | None, first: Block) -> bool:
    if names_part(block) or labelled(block.text, BEHIND)[0]:
        return False
    asks = block.text.rstrip(' "”').endswith("?")
    if block.kind == "heading":
        alike = block.level <= first.level if first.kind == "heading" else block.level < TERM
        return asks or alike or bool(NUMBER.match(block.text))
    if NUMBER.match(block.text) and not block.text[:1].isdecimal():
        return True
    # A list of steps counts as well: there the number before stands right before it.
    number = number_of(block)
    counted = before is not None and number_of(before) == number - 1 > 0
    if number:
        return number == number_of(first) + 1 > 1 and not counted
    return asks and block.kind == "text" and not (before is not None and names_part(before))
