"""Questions: options are found first, what stands before them asks, what stands behind them explains."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from lpkit.importing import Block, Draft
from lpkit_importers.page_format.asked import asked_of
from lpkit_importers.page_format.asking import Asked, number_of, parted_questions
from lpkit_importers.page_format.keys import Evidence, key_of, place_of, reason_of
from lpkit_importers.page_format.options import marked_by, unticked
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.words import BEHIND, DIFFICULTIES, NUMBER, folded, label_of, labelled, prose_behind

_COUNT = re.compile(r"\(?\s*\d{1,3}\s*/\s*\d{1,3}\s*\)?")
_STEP = re.compile(r"\AStep\s*\d{1,2}\s*[:.)–-]\s*", re.IGNORECASE)
_SAID = re.compile(r"[.!?:][\"”’')\]]*$|->|→")
"""What a sentence of a solution ends with or has in it, and the name of a button does not."""
_HARDNESS = re.compile(
    r"(?:(?<!\s)\s+)?[(\[]\s*(easy|medium|hard)\s*[)\]]\s*|^\W*(easy|medium|hard)\W*$", re.IGNORECASE
)
_KEY = re.compile(r"(\d{1,3})\s*+[.):=–-]?\s*+\(?([A-H])\)?(?![A-Za-z])", re.IGNORECASE)
_KEYS = re.compile(rf"(?:(?:Q|Question)?\s*+{_KEY.pattern}[\s,;.|]*+)+", re.IGNORECASE)


def read_questions(
    blocks: Sequence[Block], pool: str, keys: dict[int, str], reading: Reading, ticked: Collection[str] = ()
) -> Iterator[Draft]:
    """Read the questions of a section; `keys` are letters by the number of the question, from a key elsewhere.

    `ticked` are the places of options that are marked as right otherwise than by a tick of their own.
    """
    for block in blocks:
        if _COUNT.fullmatch(block.text):
            reading.label(block)
    found = [*parted_questions([block for block in blocks if reading.open(block)])]
    numbers = [number for asked in found if (number := number_of(asked.before[0]) if asked.before else 0)]
    if len({*numbers}) < len(numbers) or not {*numbers} <= keys.keys() or min(keys, default=1) < 1:
        keys = {}  # Numbers that come twice, or of which the key lacks some, may count something else.
    for asked in found:
        yield _draft(asked, pool, keys, reading, ticked)


def _draft(asked: Asked, pool: str, keys: dict[int, str], reading: Reading, ticked: Collection[str]) -> Draft:
    fields: dict[str, Any] = {"pool": pool}
    number = _before(asked, fields, reading)
    evidence = Evidence([], [], keys.get(number, ""), marked_by(asked.options))
    options: list[str] = []
    for block, said in asked.options:
        text = unticked(said)
        evidence.ticked += (
            [len(options)] if text != said.strip() or block.marker == "[x]" or block.place in ticked else []
        )
        options.append(text)
    for block in {id(block): block for block, _ in asked.options}.values():
        reading.place(block, *(unticked(said) for other, said in asked.options if other is block))
    answers = _behind(asked.after, fields, reading)
    for block, text in answers:
        _answer(block, text, options, fields, evidence, reading)
    fields["options"] = options
    place = (asked.before or [asked.options[0][0]])[0].place
    key, why = key_of(options, evidence, [*fields.get("steps", []), fields.get("hint", "")])
    if why:
        reading.remark(place, why)
    return Draft(place, {**fields, "answer": options[key]} if key is not None else fields)


def _answer(
    block: Block, text: str, options: Sequence[str], fields: dict[str, Any], evidence: Evidence, reading: Reading
) -> None:
    """Read what a label of the key names, and the reason behind it, which is a step."""
    evidence.said.append(text)
    if place_of(text, options, evidence.marks) is None:
        reading.refuse(block, text)
        return
    reason = reason_of(text, options)
    reading.grasp(block, text)
    if reason:
        prose = block.prose if text == block.text else prose_behind(block.prose, BEHIND, text)
        steps = fields.setdefault("steps", [])
        steps.insert(0, reason_of(prose, options) or reason)


def _before(asked: Asked, fields: dict[str, Any], reading: Reading) -> int:
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
        found = NUMBER.match(block.text)
        if block is asked.before[0] and (found or block.marker.isdecimal()):
            number = int((found[1] or found[2]) if found else block.marker)
            said = found[3] if found else block.text
        elif block.marker.isdecimal():
            said = f"{block.marker}. {block.text}"  # The options may call it by its number.
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


def _behind(blocks: Sequence[Block], fields: dict[str, Any], reading: Reading) -> list[tuple[Block, str]]:
    """Read solution, hint and mistakes, each by its label; what has none belongs to the list before it.

    Gives what labels of a key say.
    """
    answers: list[tuple[Block, str]] = []
    state, last = "", ""
    for block in blocks:
        kind, rest = labelled(block.text, BEHIND)
        alone = label_of(block.text.strip(" :"), BEHIND)
        if alone and alone != "difficulty":
            state, last = alone, ""
            reading.label(block)
            continue
        # What was a list, or a line with its label, is over with the next paragraph.
        told = kind or (state if _goes_on(block, state, last) else "")
        last = "item" if kind else block.kind
        text = rest if kind else block.text
        said = prose_behind(block.prose, BEHIND, rest) if kind else block.prose
        if told == "key":
            answers.append((block, text))
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
    return answers


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
            found[int(number)] = letter.upper()
    return {number: letter for number, letter in found.items() if number not in twice}
