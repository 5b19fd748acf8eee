"""A page from its blocks: each section is read by what reads such, and what is left is noted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lpkit.importing import AutoFailDraft, Block, Draft, FixItDraft, PackDraft
from lpkit_importers.page_format.cast import People
from lpkit_importers.page_format.entries import read_fix_its, read_markers
from lpkit_importers.page_format.head import Head, names_of, read_head, unquoted
from lpkit_importers.page_format.people import read_candidate, read_points, read_table
from lpkit_importers.page_format.questions import keys_of, read_questions
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.remarks import read_notes
from lpkit_importers.page_format.sections import Section, each_has_one, parted
from lpkit_importers.page_format.words import prose_behind

_HEADS = frozenset({"head", "evaluate", "setting", "prompt", "calibration", "first"})
_LONGEST_TITLE = 12
"""Words of the longest title that nothing but its place shows."""
_PAIR = re.compile(r"(.{2,60}?)\s*(?::|\s[-–—])\s+(.+)", re.DOTALL)


def read_page(blocks: Sequence[Block], reading: Reading) -> tuple[PackDraft, list[Draft], list[Section]]:
    """Read a page: what it says of a pack, its questions, and the sections that it was parted into."""
    sections = list(parted(blocks))
    for section in sections:
        if section.key and section.head and section.key != "candidate":
            reading.label(section.head)
    head, people = _head(sections, reading), _people(sections, reading)
    fails, fixes = _entries(sections, reading)
    questions = [draft for quiz, key in _quizzes(sections) for draft in _questions(quiz, key, reading)]
    draft = PackDraft(
        title=head.title,
        principle=head.principle,
        level=head.level,
        prompt=head.prompt,
        minutes=head.minutes,
        score_first=head.score_first,
        setting="\n\n".join(head.setting),
        calibration=tuple(head.calibration),
        concepts=tuple(pair for one in sections if one.key == "concepts" for pair in _concepts(one, reading)),
        dimensions=people.weights,
        candidates=people.drafts(),
        notes=tuple(people.notes),
        auto_fails=tuple(fails),
        fix_its=tuple(fixes),
        coaching=tuple(text for one in sections if one.key == "coaching" for text in _advice(one, reading)),
        guidance="\n\n".join(text for one in sections if one.key == "model" for text in _guidance(one, reading)),
    )
    reading.settle(draft, questions)
    return replace(draft, words=reading.words()), questions, sections


def _head(sections: Sequence[Section], reading: Reading) -> Head:
    head = Head()
    for section in sections:
        if section.key == "prompt" and not head.prompt and section.blocks:
            head.prompt = unquoted(section.blocks[0].text)
            reading.place(section.blocks[0])
        elif section.key == "setting" and section.blocks:
            _setting(section, head, reading)
        elif section.key == "first" and section.blocks and not head.score_first:
            head.score_first = names_of([block.text for block in section.blocks])
            for block in section.blocks:
                reading.grasp(block)
        if section.key in _HEADS:
            blocks = [section.head, *section.blocks] if section.key == "head" and section.head else section.blocks
            read_head([block for block in blocks if reading.open(block)], head, reading)
    if not head.title:
        _title(sections[0], head, reading)
    return head


def _title(section: Section, head: Head, reading: Reading) -> None:
    """Take the first line of a page for its title, where nothing else stands before the first section."""
    left = [block for block in section.blocks if reading.open(block)]
    if len(left) == 1 and left[0] is section.blocks[0] and section.key == "head":
        text = left[0].text
        if left[0].kind in {"text", "heading"} and len(text.split()) <= _LONGEST_TITLE and text[-1] not in ".!?:":
            head.title = text
            reading.place(left[0])


def _setting(section: Section, head: Head, reading: Reading) -> None:
    read_head(section.blocks, head, reading)
    for block in section.blocks:
        if reading.open(block) and block.kind != "table":
            head.setting.append(block.prose)
            reading.place(block)


def _people(sections: Sequence[Section], reading: Reading) -> People:
    people = People()
    met = {section.candidate for section in sections if section.key == "candidate"}
    own = each_has_one([section for section in sections if section.key == "scores"], met)
    for section in sections:
        if section.key == "candidate":
            read_candidate(section, people, reading)
        elif section.key == "scores":
            read_points(section.blocks, section.candidate if section.within or own else "", people, reading)
        elif section.key not in {"practice", "test"}:
            for block in section.blocks:
                if block.kind == "table":
                    read_table(block, people, reading)
    notes = [section for section in sections if section.key == "notes"]
    each = each_has_one(notes, people.places)
    for section in notes:
        read_notes(section, section.within or each, people, reading)
    return people


def _entries(sections: Sequence[Section], reading: Reading) -> tuple[list[AutoFailDraft], list[FixItDraft]]:
    fails: list[AutoFailDraft] = []
    fixes: list[FixItDraft] = []
    for section in sections:
        if section.key == "markers":
            fails += read_markers(section.blocks, section.candidate if section.within else "", reading)
        elif section.key == "fixes":
            fixes += read_fix_its(section.blocks, reading)
    return fails, fixes


def _quizzes(sections: Sequence[Section]) -> Iterator[tuple[Section, Section | None]]:
    """Give each quiz with the key that follows it; one that follows several is that of none."""
    waiting: list[Section] = []
    for section in sections:
        if section.key in {"practice", "test"}:
            waiting.append(section)
        elif section.key == "key":
            yield from ((quiz, section if len(waiting) == 1 else None) for quiz in waiting)
            waiting = []
    yield from ((quiz, None) for quiz in waiting)


def _questions(quiz: Section, key: Section | None, reading: Reading) -> Iterator[Draft]:
    keys = keys_of(key.blocks, reading) if key else {}
    return read_questions(quiz.blocks, quiz.key, keys, reading)


def _concepts(section: Section, reading: Reading) -> Iterator[tuple[str, str]]:
    """Give concepts: a heading or term with the text below it, or a line as `Title: text`."""
    title: Block | None = None
    texts: list[str] = []
    for block in section.blocks:
        pair = _PAIR.fullmatch(block.text) if block.kind != "heading" and title is None else None
        if block.kind == "heading":
            if title and texts:
                yield title.text, "\n\n".join(texts)
            title, texts = block, []
        elif title is not None and block.kind != "table":
            if not texts:
                reading.place(title)
            texts.append(f"- {block.prose}" if block.kind == "item" else block.prose)
            reading.place(block)
        elif pair:
            written = _PAIR.fullmatch(block.prose)
            yield pair[1].strip(), prose_behind(f"Title: {written[2]}", ("title",), pair[2]) if written else pair[2]
            reading.place(block, pair[1], pair[2])
    if title and texts:
        yield title.text, "\n\n".join(texts)


def _advice(section: Section, reading: Reading) -> Iterator[str]:
    """Give notes of a coach: the entries of lists, where there are some, else the paragraphs."""
    items = [block for block in section.blocks if block.kind == "item"]
    for block in items or [block for block in section.blocks if block.kind in {"text", "quote"}]:
        yield block.prose
        reading.place(block)


def _guidance(section: Section, reading: Reading) -> Iterator[str]:
    listed: list[str] = []
    for block in section.blocks:
        if block.kind == "table" or block.kind == "heading":
            continue
        reading.place(block)
        if block.kind == "item":
            listed.append(f"- {block.prose}")
            continue
        if listed:
            yield "\n".join(listed)
        listed = []
        yield block.prose
    if listed:
        yield "\n".join(listed)
