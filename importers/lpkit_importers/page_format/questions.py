"""Questions: options are found first, what stands before them asks, what stands behind them explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lpkit.importing import Block, Draft
from lpkit_importers.page_format.asked import asked_of
from lpkit_importers.page_format.keys import Evidence, key_of
from lpkit_importers.page_format.options import option_runs, unticked
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.words import DIFFICULTIES, folded, label_of, labelled, prose_behind

_NUMBER = re.compile(
    r"(?:(?:Question|Q)\s*(\d{1,3})\b\s*[-.):–—·|]*\s*|(\d{1,3})\s*[.):]\s+)(.*)", re.IGNORECASE | re.DOTALL
)
_COUNT = re.compile(r"\(?\s*\d{1,3}\s*/\s*\d{1,3}\s*\)?")
_STEP = re.compile(r"\AStep\s*\d{1,2}\s*[:.)–-]\s*", re.IGNORECASE)
_SAID = re.compile(r"[.!?:][\"”’')\]]*$|->|→")
"""What a sentence of a solution ends with or has in it, and the name of a button does not."""
_HARDNESS = re.compile(
    r"(?:(?<!\s)\s+)?[(\[]\s*(easy|medium|hard)\s*[)\]]\s*|^\W*(easy|medium|hard)\W*$", re.IGNORECASE
)
_BEHIND = ("key", "steps", "hint", "mistakes", "difficulty")
_KEY = re.compile(r"(\d{1,3})\s*+[.):=–-]?\s*+\(?([A-H])\)?(?![A-Za-z])")
_KEYS = re.compile(rf"(?:(?:Q|Question)?\s*+{_KEY.pattern}[\s,;.|]*+)+", re.IGNORECASE)


@dataclass(slots=True)
class _Asked:
    """A question as it is read: where its options are, what stands before and behind them."""

    options: list[tuple[Block, str]]
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


def read_questions(blocks: Sequence[Block], pool: str, keys: dict[int, str], reading: Reading) -> Iterator[Draft]:
    """Read the questions of a section; `keys` are letters by the number of the question, from a key elsewhere."""
    for block in blocks:
        if _COUNT.fullmatch(block.text):
            reading.label(block)
    for asked in _parted([block for block in blocks if reading.open(block)]):
        yield _draft(asked, pool, keys, reading)


def _parted(blocks: Sequence[Block]) -> Iterator[_Asked]:
    """Part a section: a question begins with the last number or heading before its options, else the text there."""
    runs = list(option_runs(blocks))
    starts = []
    done = 0
    for start, end, _ in runs:
        starts.append(_start(blocks, done, start))
        done = end
    ends = [*starts[1:], len(blocks)][: len(runs)]
    for (start, end, options), begin, stop in zip(runs, starts, ends, strict=True):
        yield _Asked(options, list(blocks[begin:start]), list(blocks[end:stop]))


def _start(blocks: Sequence[Block], done: int, options: int) -> int:
    numbered = [at for at in range(done, options) if _is_numbered(blocks[at])]
    if numbered:
        return numbered[-1]
    texts = [at for at in range(done, options) if _asks(blocks[at])]
    return texts[-1] if texts else options


def _is_numbered(block: Block) -> bool:
    heading = block.kind == "heading" and not label_of(block.text.strip(" :"), (*_BEHIND, "options"))
    return heading or block.marker.isdecimal() or bool(_NUMBER.match(block.text))


def _asks(block: Block) -> bool:
    """Tell whether a block may be what is asked: no difficulty, no label."""
    said = folded(block.text)
    return said not in DIFFICULTIES and not label_of(block.text.strip(" :"), (*_BEHIND, "options"))


def _draft(asked: _Asked, pool: str, keys: dict[int, str], reading: Reading) -> Draft:
    fields: dict[str, Any] = {"pool": pool}
    number = _before(asked, fields, reading)
    evidence = Evidence([], [], keys.get(number, ""))
    options: list[str] = []
    for block, said in asked.options:
        text = unticked(said)
        evidence.ticked += [len(options)] if text != said.strip() or block.marker == "[x]" else []
        options.append(text)
    for block in {id(block): block for block, _ in asked.options}.values():
        reading.place(block, *(unticked(said) for other, said in asked.options if other is block))
    _behind(asked.after, fields, evidence, reading)
    steps = fields.get("steps", [])
    fields["options"] = options
    place = (asked.before or [asked.options[0][0]])[0].place
    key, why = key_of(options, evidence, [*steps, fields.get("hint", "")])
    if why:
        reading.remark(place, why)
    return Draft(place, {**fields, "answer": options[key]} if key is not None else fields)


def _before(asked: _Asked, fields: dict[str, Any], reading: Reading) -> int:
    """Read what asks; give the number of the question, 0 where it has none."""
    number, texts = 0, []
    for block in asked.before:
        kind, rest = labelled(block.text, ("difficulty",))
        said = rest if kind else block.text
        if folded(said) in DIFFICULTIES:
            fields["difficulty"] = folded(said)
            reading.label(block)
            continue
        if label_of(block.text.strip(" :"), ("options",)):
            reading.label(block)
            continue
        found = _NUMBER.match(block.text)
        if block is asked.before[0] and (found or block.marker.isdecimal()):
            number = int((found[1] or found[2]) if found else block.marker)
            said = found[3] if found else block.text
        said = _without_difficulty(said, fields)
        if said:
            texts.append((block, said))
            reading.place(block, said)
        else:
            reading.label(block)
    fields |= asked_of(texts)
    return number


def _without_difficulty(text: str, fields: dict[str, Any]) -> str:
    found = _HARDNESS.search(text)
    if not found or (found.start() > 0 and found.end() < len(text)):
        return text
    fields.setdefault("difficulty", (found[1] or found[2]).lower())
    return f"{text[: found.start()]}{text[found.end() :]}".strip()


def _behind(blocks: Sequence[Block], fields: dict[str, Any], evidence: Evidence, reading: Reading) -> None:
    """Read key, solution, hint and mistakes, each by its label; what has none belongs to the list before it."""
    state, last = "", ""
    for block in blocks:
        kind, rest = labelled(block.text, _BEHIND)
        alone = label_of(block.text.strip(" :"), _BEHIND)
        if alone and alone != "difficulty":
            state, last = alone, ""
            reading.label(block)
            continue
        # What was a list, or a line with its label, is over with the next paragraph.
        told = kind or (state if _goes_on(block, state, last) else "")
        last = "item" if kind else block.kind
        text = rest if kind else block.text
        said = prose_behind(block.prose, _BEHIND, rest) if kind else block.prose
        if told == "key":
            evidence.said.append(text)
            reading.place(block, text)
            state = "steps"
        elif told == "hint" and "hint" not in fields:
            fields["hint"] = said
            reading.place(block, text)
            state = ""
        elif told in {"steps", "mistakes"}:
            state = told
            fields.setdefault(told, []).append(_STEP.sub("", said, count=1))
            reading.place(block, _STEP.sub("", text, count=1))
        elif told == "difficulty" and folded(text) in DIFFICULTIES:
            fields["difficulty"] = folded(text)
            reading.label(block)


def _goes_on(block: Block, state: str, last: str) -> bool:
    """Tell whether a block without a label belongs to what stands before it."""
    if state in {"key", "hint"} or block.kind == "item":
        return True
    return last != "item" and bool(_SAID.search(block.text))


def keys_of(blocks: Sequence[Block], reading: Reading) -> dict[int, str]:
    """Read a key of a whole quiz, as `1. B` or `1 B, 2 C`: letters by number; one that is told twice is none."""
    found: dict[int, str] = {}
    twice: set[int] = set()
    for block in blocks:
        text = f"{block.marker}. {block.text}" if block.marker.isdecimal() else block.text
        if not _KEYS.fullmatch(text):
            continue
        reading.label(block)
        for number, letter in _KEY.findall(text):
            twice |= {int(number)} & found.keys()
            found[int(number)] = letter
    return {number: letter for number, letter in found.items() if number not in twice}
