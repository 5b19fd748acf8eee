"""Candidates: their answers, how they sounded, their points and the notes on them."""

import re
from collections.abc import Sequence

from lpkit.importing import Block
from lpkit.model.types import MAX_TEXT
from lpkit_importers.page_format.cast import People
from lpkit_importers.page_format.head import unquoted
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.scores import (
    MOST,
    Grid,
    lines_of_points,
    names_column,
    person_of,
    points_of,
    read_scores,
    stacked,
)
from lpkit_importers.page_format.sections import SHORTEST_ANSWER, Section, candidate_named
from lpkit_importers.page_format.words import SOUNDS, folded, label_of, labelled, prose_behind

_LABELS = ("answer", "delivery", "notes", "total", "verdict")
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?![\w.])")
_OF_ALL = re.compile(rf"(?<![\w.])(\d{{1,3}})\s*(?:/|of|out of)\s*{MOST}(?![\w.])")
_LONGEST_NAME = 30
"""Characters of a line that names a candidate and is no heading; points may stand behind."""
_LONGEST_DELIVERY = 25
_SHORTEST_SENTENCE = 3
"""Words of the shortest answer that stands alone below a name."""


def read_candidate(section: Section, people: People, reading: Reading) -> None:
    """Read what stands below a candidate's name."""
    whose = section.candidate
    if section.head is None:
        return
    _, rest = candidate_named(section.head.text)
    people.meet(whose, section.head.place)
    if len(rest.split()) >= SHORTEST_ANSWER:
        people.texts[whose]["answer"] = unquoted(rest)
        reading.place(section.head, rest)
    else:
        _verdict_beside(whose, rest, section.head, people, reading)
    _texts(section.blocks, whose, people, reading)
    _short(section.blocks, people.texts[whose], reading)
    read_points([block for block in section.blocks if reading.open(block)], whose, people, reading)


def _verdict_beside(whose: str, rest: str, head: Block, people: People, reading: Reading) -> None:
    """Read what stands behind a candidate's name, as in `Candidate A (31, No Hire)` or `Answer A — 31 / 100`."""
    points, verdict = _total_of(rest)
    if points is not None:
        people.totals.setdefault(whose, points)
    if verdict:
        people.verdicts.setdefault(whose, verdict)
    reading.place(head, *(text for text in (str(points) if points is not None else "", verdict) if text), "")


def _total_of(text: str) -> tuple[int | None, str]:
    """Give the points of all that a text says, and what else it says; None where it has no one number."""
    form = _OF_ALL if len(_OF_ALL.findall(text)) == 1 else _NUMBER
    found = form.findall(text)
    points = int(found[0]) if len(found) == 1 and int(found[0]) <= MOST else None
    return points, (form.sub(" ", text) if points is not None else text).strip(" ()·|,:-–—")


def _texts(blocks: Sequence[Block], whose: str, people: People, reading: Reading) -> None:
    texts, waiting = people.texts[whose], ""
    for block in blocks:
        if block.kind == "table":
            continue
        kind, rest = labelled(block.text, _LABELS)
        alone = label_of(block.text.strip(" :"), _LABELS)
        if alone:
            waiting = alone
            reading.label(block)
            continue
        if kind in {"total", "verdict"} or (waiting in {"total", "verdict"} and not kind):
            _judged(whose, kind or waiting, rest, block, people, reading)
            waiting = ""
            continue
        kind = kind or waiting or _guess(block, texts)
        waiting = kind if waiting == "answer" and kind == "answer" else ""
        if (kind == "answer" and len(texts.get(kind, "")) <= MAX_TEXT) or (kind and kind not in texts):
            said = unquoted(rest) if kind == "answer" else prose_behind(block.prose, _LABELS, block.prose)
            texts[kind] = f"{texts[kind]}\n\n{said}" if kind in texts else said
            reading.place(block, rest)


def _short(blocks: Sequence[Block], texts: dict[str, str], reading: Reading) -> None:
    """Take the first paragraph that is a sentence for an answer, where none was long enough to be one."""
    for block in blocks:
        sentence = block.kind in {"text", "quote"} and unquoted(block.text).endswith((".", "!", "?", "…"))
        if "answer" in texts or not (sentence and reading.open(block)) or labelled(block.text, _LABELS)[0]:
            continue
        words = folded(block.text).split()
        if len(words) >= _SHORTEST_SENTENCE and not SOUNDS & set(words):
            texts["answer"] = unquoted(block.text)
            reading.place(block)


def _guess(block: Block, texts: dict[str, str]) -> str:
    """Tell an answer by its length, and a line about its sound by its words; empty where a block is neither."""
    words = folded(block.text).split()
    if "answer" in texts and len(words) <= _LONGEST_DELIVERY and SOUNDS & set(words):
        return "delivery"
    if block.kind != "heading" and len(words) >= SHORTEST_ANSWER and "delivery" not in texts:
        return "answer"
    return ""


def _judged(whose: str, kind: str, said: str, block: Block, people: People, reading: Reading) -> None:
    points, _, rest = points_of(said)
    if points is not None:
        people.totals.setdefault(whose, points)
    if rest:
        people.verdicts.setdefault(whose, rest)
    if points is not None or kind == "verdict":
        reading.place(block, *(text for text in (str(points) if points is not None else "", rest) if text))


def read_points(blocks: Sequence[Block], whose: str, people: People, reading: Reading) -> None:
    """Read points: tables of any form, and lines below a candidate or a name of one."""
    for block in blocks:
        if block.kind == "table":
            read_table(block, people, reading)
    rest = [block for block in blocks if reading.open(block)]
    for start in range(min(3, len(rest))):
        grid = stacked([block.text for block in rest[start:]])
        found = read_scores(grid) if grid else None
        if found:
            reading.leave(rest[start].place, *people.add(found, rest[start].place))
            cells = rest[start : start + sum(map(len, grid))]
            reading.label(
                *(block for block in cells if _is_name(block.text) or label_of(block.text, ("weight", "total")))
            )
            for block in cells:
                if reading.open(block):
                    _cell(block, reading)
            return
    _lines(rest, whose, people, reading)


def _is_name(text: str) -> bool:
    return bool(person_of(text)) and not (candidate_named(text)[0] and candidate_named(text)[1])


def _cell(block: Block, reading: Reading) -> None:
    """Take a cell that is a line: a name, or points with what stands behind them."""
    points, _, rest = points_of(block.text)
    if points is not None:
        reading.place(block, str(points), rest)
    elif names_column(block.text):
        reading.grasp(block)
    elif person_of(block.text):
        reading.place(block, candidate_named(block.text)[1])
    else:
        reading.place(block)


def _lines(blocks: Sequence[Block], whose: str, people: People, reading: Reading) -> None:
    waiting: tuple[str, Block] | None = None
    for block in blocks:
        alone = label_of(block.text.strip(" :"), ("total", "verdict"))
        if waiting and whose and not alone:
            _judged(whose, waiting[0], block.text, block, people, reading)
            reading.label(waiting[1])
        waiting = (alone, block) if alone else None
        if alone or not reading.open(block):
            continue
        bare = _OF_ALL.sub("", block.text) if len(block.text) < 2 * _LONGEST_NAME else block.text
        named = person_of(bare.rstrip(" -–—:·|,(")) if block.kind == "heading" or len(bare) < _LONGEST_NAME else ""
        if named:
            whose = named
            people.meet(whose, block.place)
            if rest_of := candidate_named(block.text)[1]:
                _verdict_beside(whose, rest_of, block, people, reading)
            else:
                reading.label(block)
        elif whose and (judged := labelled(block.text, ("total", "verdict")))[0]:
            _judged(whose, *judged, block, people, reading)
        elif whose:
            for _, name, points, weight in lines_of_points([block.text]):
                kind = label_of(name, ("total", "weight"))
                if kind == "total":
                    people.totals.setdefault(whose, points)
                else:
                    people.scores.setdefault(whose, {}).setdefault(name, points)
                    people.weights[name] = people.weights.get(name) or weight
                reading.place(block, name, str(points))


def read_table(block: Block, people: People, reading: Reading) -> bool:
    """Read a table of points, or one with the answers side by side; tell whether it was one."""
    grid: Grid = block.rows
    if found := read_scores(grid):
        reading.place(block)
        reading.leave(block.place, *people.add(found, block.place), *found.left)
        return True
    header = [person_of(cell) for cell in grid[0]]
    if sum(map(bool, header)) < 2 or any(len(row) > len(header) for row in grid):
        return False
    reading.place(block)
    for row in grid[1:]:
        label = label_of(row[0], _LABELS) if not header[0] else "answer"
        for name, cell in zip(header, row, strict=False):
            texts = people.meet(name, block.place) if name else {}
            if name and cell and label in {"answer", "delivery", "notes"} and label not in texts:
                texts[label] = unquoted(cell) if label == "answer" else cell
            elif name and cell and label == "verdict" and name not in people.verdicts:
                people.verdicts[name] = cell
            elif cell and not label_of(cell, _LABELS):
                reading.leave(block.place, cell)
    return True
