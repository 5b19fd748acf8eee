"""Candidates: their answers, how they sounded, their points and the notes on them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lpkit.importing import Block, CandidateDraft, NotesDraft
from lpkit.model.types import MAX_TEXT
from lpkit_importers.page_format.head import unquoted
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.scores import (
    MOST,
    Grid,
    Scores,
    lines_of_points,
    person_of,
    points_of,
    read_scores,
    stacked,
)
from lpkit_importers.page_format.sections import SHORTEST_ANSWER, Section, candidate_named
from lpkit_importers.page_format.words import SOUNDS, folded, label_of, labelled, prose_behind

_LABELS = ("answer", "delivery", "notes", "total", "verdict")
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?![\d.])")
_LONGEST_DELIVERY = 25


@dataclass(slots=True)
class People:
    """All candidates of a page, by id, as they are read."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    scores: dict[str, dict[str, int]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    weights: dict[str, int | None] = field(default_factory=dict)
    notes: list[NotesDraft] = field(default_factory=list)

    def meet(self, whose: str, place: str) -> dict[str, str]:
        """Give the texts of a candidate, whom the page may not have named before."""
        self.places.setdefault(whose, place)
        return self.texts.setdefault(whose, {})

    def drafts(self) -> tuple[CandidateDraft, ...]:
        """Give the candidates in the order of their ids."""
        return tuple(map(self._draft, sorted(self.places)))

    def _draft(self, whose: str) -> CandidateDraft:
        texts = self.texts.get(whose, {})
        return CandidateDraft(
            whose,
            self.places[whose],
            answer=texts.get("answer", ""),
            delivery=texts.get("delivery", ""),
            notes=texts.get("notes", ""),
            scores=self.scores.get(whose, {}),
            total=self.totals.get(whose),
            verdict=self.verdicts.get(whose, ""),
        )

    def add(self, found: Scores, place: str) -> None:
        """Add what a table says; what is known already stays."""
        for whose, one in found.people.items():
            self.meet(whose, place)
            self.scores[whose] = {**one.scores, **self.scores.get(whose, {})}
            if one.total is not None:
                self.totals.setdefault(whose, one.total)
            if one.verdict:
                self.verdicts.setdefault(whose, one.verdict)
        self.weights = {**found.weights, **{name: one for name, one in self.weights.items() if one is not None}}


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
    read_points([block for block in section.blocks if reading.open(block)], whose, people, reading)


def _verdict_beside(whose: str, rest: str, head: Block, people: People, reading: Reading) -> None:
    """Read what stands behind a candidate's name, as in `Candidate A (31, No Hire)`."""
    found = _NUMBER.findall(rest)
    points = int(found[0]) if len(found) == 1 and int(found[0]) <= MOST else None
    verdict = (_NUMBER.sub(" ", rest) if points is not None else rest).strip(" ()·|,:-–—")
    if points is not None:
        people.totals.setdefault(whose, points)
    if verdict:
        people.verdicts.setdefault(whose, verdict)
    reading.place(head, *(text for text in (str(points) if points is not None else "", verdict) if text), "")


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
            people.add(found, rest[start].place)
            cells = rest[start : start + sum(map(len, grid))]
            reading.label(
                *(block for block in cells if person_of(block.text) or label_of(block.text, ("weight", "total")))
            )
            for block in cells:
                if reading.open(block):
                    reading.place(block)
            return
    _lines(rest, whose, people, reading)


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
        named = person_of(block.text) if block.kind == "heading" or len(block.text) < 30 else ""
        if named:
            whose = named
            people.meet(whose, block.place)
            reading.label(block)
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
        people.add(found, block.place)
        reading.place(block)
        reading.leave(block.place, *found.left)
        return True
    header = [person_of(cell) for cell in grid[0]]
    if sum(map(bool, header)) < 2 or any(len(row) > len(header) for row in grid):
        return False
    reading.place(block)
    for row in grid[1:]:
        label = label_of(row[0], _LABELS) if not header[0] else "answer"
        for name, cell in zip(header, row, strict=False):
            texts = people.meet(name, block.place) if name else {}
            if name and cell and label in {"answer", "delivery", "notes"}:
                texts.setdefault(label, unquoted(cell) if label == "answer" else cell)
            elif name and cell and label == "verdict":
                people.verdicts.setdefault(name, cell)
            elif cell and not label_of(cell, _LABELS):
                reading.leave(block.place, cell)
    return True


def read_notes(section: Section, own: bool, people: People, reading: Reading) -> None:
    """Read notes: on whom they are, their place tells, or a name within them; else that is left open."""
    whose = section.candidate if own else ""
    waiting = whose
    for block in section.blocks:
        named, rest = candidate_named(block.text)
        if named and not rest:
            waiting = named
            reading.label(block)
            continue
        about = named or waiting
        apart = bool(named) and block.text[: len(block.text) - len(rest)].rstrip().endswith((":", "-", "–", "—"))
        text = rest.lstrip("-–—: ") if apart else block.prose
        texts = people.meet(about, block.place) if about in people.places else {}
        if len(texts.get("notes", "")) > MAX_TEXT:
            continue
        if about in people.places:
            texts["notes"] = f"{texts['notes']}\n\n{text}" if "notes" in texts else text
        else:
            people.notes.append(NotesDraft(block.prose, block.place))
        reading.place(block, *([text] if apart else []))
