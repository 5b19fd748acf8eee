"""Entries of a section: markers with their evidence, and passages before and after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpkit.importing import AutoFailDraft, Block, FixItDraft
from lpkit_importers.page_format.head import is_quoted, unquoted
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.sections import candidate_named
from lpkit_importers.page_format.words import label_of, labelled, prose_behind

_ONE_LINE = re.compile(r"([^.!?]{2,80}?)\s*[:–—-]\s*([\"“][^\"“”]{3,}[\"”])\s*[-–—:.]*\s*(.*)", re.DOTALL)
_SPEAKER = re.compile(r"(\w+ [A-H1-8])\s*[-–—:,]\s*(.+)", re.DOTALL)
_LONGEST_NAME = 12
"""Words of the longest name of an entry."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What entries of a kind are made of: the labels, the one of their names, the one of the words they are about."""

    labels: tuple[str, ...]
    name: str
    words: str


_MARKER = _Form(("marker", "quote", "why", "candidate"), "marker", "quote")
_FIX = _Form(("title", "before", "after", "why", "candidate"), "title", "before")


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of an entry: what it is (empty where no label says so), the blocks of its label, and its own block."""

    kind: str
    text: str
    block: Block
    label: tuple[Block, ...] = ()


@dataclass(slots=True)
class _Entry:
    """An entry as it is read: its texts by label."""

    place: str
    texts: dict[str, str] = field(default_factory=dict)

    def whose(self) -> str:
        """Give the id of the candidate whom the entry names; empty where it names none."""
        said = self.texts.get("candidate", "")
        return candidate_named(said)[0] or (said.strip().lower() if len(said.strip()) == 1 else "")


def read_markers(blocks: Sequence[Block], candidate: str, reading: Reading) -> Iterator[AutoFailDraft]:
    """Read markers: a name, the words that show it, and why."""
    for entry in _entries(blocks, _MARKER, reading):
        said = unquoted(entry.texts.get("quote", ""))
        spoken = _SPEAKER.fullmatch(said)
        whose = candidate_named(spoken[1])[0] if spoken else ""
        quote = unquoted(spoken[2]) if spoken and whose else said
        marker, why = entry.texts.get("marker", ""), entry.texts.get("why", "")
        yield AutoFailDraft(marker, quote, why, entry.place, whose or entry.whose() or candidate)


def read_fix_its(blocks: Sequence[Block], reading: Reading) -> Iterator[FixItDraft]:
    """Read passages before and after, with their names and why."""
    for entry in _entries(blocks, _FIX, reading):
        title, why = (entry.texts.get(key, "") for key in ("title", "why"))
        before, after = (unquoted(entry.texts.get(key, "")) for key in ("before", "after"))
        yield FixItDraft(title, before, after, why, entry.place, entry.whose())


def _entries(blocks: Sequence[Block], form: _Form, reading: Reading) -> Iterator[_Entry]:
    """Read entries: a name begins one where its words follow, and so do words where there are some already."""
    for block in blocks:
        if block.kind == "table":
            yield from _rows(block, form, reading)
    parts = list(_parts(blocks, form))
    left: list[_Part] = []
    entry: _Entry | None = None
    for at, part in enumerate(parts):
        ahead = [one.kind for one in parts[at + 1 : at + 3]]
        begins = not part.kind and form.words in ahead[: 1 + (ahead[:1] == ["candidate"])]
        if begins or part.kind == form.name or (part.kind == form.words and entry and form.words in entry.texts):
            if entry:
                yield entry
            entry = _Entry(part.block.place)
        if entry is None and part.kind == form.words:
            entry = _Entry(part.block.place)
        if not entry or not _take(entry, form.name if begins else part.kind or "why", part, form, reading):
            left.append(part)
    if entry:
        yield entry
    for part in left:
        # A block of which no part was taken is noted as a whole.
        if not reading.open(part.block):
            reading.leave(part.block.place, part.text)


def _parts(blocks: Sequence[Block], form: _Form) -> Iterator[_Part]:
    """Give the texts of a section; a label alone belongs to the text below it."""
    waiting: tuple[str, Block] | None = None
    for block in blocks:
        if block.kind == "table":
            continue
        kind, rest = labelled(block.text, form.labels)
        if alone := "" if rest and kind else label_of(block.text.strip(" :"), form.labels):
            waiting = (alone, block)
        elif found := None if kind or waiting else _ONE_LINE.fullmatch(block.text):
            yield _Part(form.name, found[1], block)
            yield _Part(form.words, found[2], block)
            if found[3]:
                yield _Part("why", found[3], block)
        elif waiting and not kind:
            yield _Part(waiting[0], block.text, block, (waiting[1],))
            waiting = None
        else:
            quoted = block.kind == "quote" or is_quoted(block.text)
            yield _Part(kind or (form.words if quoted else ""), rest, block)


def _take(entry: _Entry, kind: str, part: _Part, form: _Form, reading: Reading) -> bool:
    """Put a text into its entry, and tell whether that was done.

    What it has already, or what stands before its words without a label, is left.
    """
    if kind == "why" and not part.kind and (form.words not in entry.texts or len(part.text.split()) < 2):
        return False
    if kind == form.name and not part.kind and len(part.text.split()) > _LONGEST_NAME:
        return False
    text = part.text
    if kind == "why":
        whole = part.block.prose if text == part.block.text else text
        text = prose_behind(part.block.prose, form.labels, whole)
    if kind in entry.texts:
        return False
    entry.texts[kind] = text
    reading.place(part.block, part.text)
    reading.label(*part.label)
    return True


def _rows(block: Block, form: _Form, reading: Reading) -> Iterator[_Entry]:
    """Read a table whose header has the labels, a row an entry."""
    kinds = [label_of(cell, form.labels) for cell in block.rows[0]]
    if form.words not in kinds:
        return
    unknown = [cell for kind, cell in zip(kinds, block.rows[0], strict=True) if not kind and cell]
    if form.name not in kinds and not kinds[0]:
        kinds[0] = form.name
    reading.place(block, *(cell for row in block.rows[1:] for cell in row))
    reading.leave(block.place, *unknown)
    for row in block.rows[1:]:
        told = [*zip(kinds, row, strict=False)]
        reading.leave(block.place, *(cell for kind, cell in told if not kind and cell))
        yield _Entry(block.place, {kind: cell for kind, cell in told if kind and cell})
