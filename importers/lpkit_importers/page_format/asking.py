"""Where each question of a quiz begins and ends: its options come first, then what begins the question after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpkit.importing import TERM, Block
from lpkit_importers.page_format.keys import place_of
from lpkit_importers.page_format.options import letter_of, marked_by, option_runs, unticked
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
    above = bool(runs) and _key_above(blocks[: starts[0]], runs[0][2])
    gaps = [(0 if not at else runs[at - 1][1], begin) for at, begin in enumerate(starts)]
    whose = above and not _keys(blocks[runs[-1][1] :]) and all(len(_keys(blocks[a:b])) == 1 for a, b in gaps)
    for (start, end, options), (done, begin), stop in zip(runs, gaps, ends, strict=True):
        first = blocks[begin] if begin < start else options[0][0]
        after = list(_own(first, blocks[end:stop]))
        if above:
            # A key behind a question is that of the next one; where one lacks it, nobody knows whose any key is.
            own = _keys(blocks[done:begin]) if whose else []
            after = [*own, *(block for block in after if block not in _keys(after))]
        yield Asked(options, list(blocks[begin:start]), after)


def _keys(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if labelled(block.text, ("key",))[0]]


def _key_above(blocks: Sequence[Block], options: Sequence[tuple[Block, str]]) -> bool:
    """Tell whether the key of the first question stands above it; then those of all others do."""
    if any(letter_of(block)[0] for block in blocks):
        return False  # Options of another question stand there, and the key may be its own.
    texts = [unticked(said) for _, said in options]
    said = [labelled(block.text, ("key",))[1] for block in _keys(blocks)]
    return any(place_of(text, texts, marked_by(options)) is not None for text in said)


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
    numbered = [at for at in range(done, _stated(blocks, done, options)) if _is_numbered(blocks[at])]
    if numbered:
        return numbered[-1]
    texts = [at for at in range(done, options) if _asks(blocks[at])]
    return texts[-1] if texts else options


def _stated(blocks: Sequence[Block], done: int, options: int) -> int:
    """Give where statements begin that are numbered from 1 right above the options; where there are none, the options.

    What stands above them asks, so that a quiz whose first question has no options is not taken for such.
    """
    at = options
    while at > done and blocks[at - 1].marker.isdecimal() and (at == options or number_of(blocks[at]) > 1):
        at -= 1
    counted = [number_of(block) for block in blocks[at:options]]
    several = len(counted) > 1 and counted == [*range(1, len(counted) + 1)]
    return at if several and at > done and blocks[at - 1].text.rstrip().endswith(("?", ":")) else options


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
