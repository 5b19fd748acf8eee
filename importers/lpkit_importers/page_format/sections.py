"""The sections of a page, by what their headings say."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lpkit.importing import TERM, Block
from lpkit_importers.page_format.words import SECTIONS, folded

_NUMBERING = re.compile(r"^(?:(?:part|section|step)? ?\d{1,2} )(?=\D)")
_CANDIDATE = re.compile(
    r"[^\w\"“„«(\[]{0,6}(?:[Tt]he )?(?:[Cc]andidate|CANDIDATE|[Aa]nswer|ANSWER|[Rr]esponse|RESPONSE"
    r"|[Aa]pplicant|[Ii]nterviewee)"
    r"\s*+(?:[Nn]o\.?|#|:)?\s*+([A-H]|[1-8]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)\b(?!['’)])\W{0,3}(.*)",
    re.DOTALL,
)
_LETTERS = {"one": "a", "two": "b", "three": "c", "four": "d"}
_PHRASES = {phrase: key for key, phrases in SECTIONS.items() for phrase in phrases}
_LONGEST_HEADING = 8
"""Words of the longest heading that still names a section by a part of it."""
_LONGEST_REST = 6
"""Words that may stand behind a candidate's name in a heading."""
SHORTEST_ANSWER = 12
"""Words of the shortest answer below a candidate's name."""
_LONGEST_LINE = 120
"""Characters of the longest heading."""
_BEFORE_ANSWERS = frozenset({"head", "evaluate", "prompt", "setting", "first", "calibration", "candidate", "concepts"})
"""Sections behind which an answer may stand beside the name of its candidate."""
_QUIZ = frozenset({"practice", "test"})
_ABOUT_ONE = frozenset({"notes", "markers", "scores"})
"""Sections that may follow each candidate."""
_IN_A_QUIZ = frozenset({"notes", "evaluate", "prompt", "scores", "setting", "concepts", "key"})
"""Sections whose names stand within questions too: there a plain line does not begin one."""


@dataclass(slots=True)
class Section:
    """A part of a page: what it is, its heading, and its blocks."""

    key: str
    head: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    candidate: str = ""
    """The id of the candidate whose section came last."""
    within: bool = False
    """Whether it stands within that section, by the levels of headings."""


def each_has_one(sections: Sequence[Section], candidates: Collection[str]) -> bool:
    """Tell whether some sections follow the candidates' own, one for each candidate."""
    return len({one.candidate for one in sections if one.candidate}) == len(sections) == len(candidates)


def candidate_named(text: str) -> tuple[str, str]:
    """Give the id of the candidate whom a text begins with the name of, and what is behind it; empty where none."""
    found = _CANDIDATE.match(text)
    if not found:
        return "", text
    said = found[1].lower()
    return (chr(ord("a") + int(said) - 1) if said.isdecimal() else _LETTERS.get(said, said)), found[2].strip()


def parted(blocks: Sequence[Block]) -> Iterator[Section]:
    """Part a page; what stands before its first section is `head`, what an unknown heading begins has no key."""
    section, level = Section("head"), TERM + 1
    candidate, above = "", 0
    met: set[str] = set()
    for block, after in zip_longest(blocks, blocks[1:]):
        key, whose = _begins(block, after, section, level, met)
        if not key and not _ends(block, level, section):
            section.blocks.append(block)
            continue
        yield section
        level = block.level or TERM
        if key == "candidate":
            candidate, above = whose, level
            met.add(whose)
        elif level <= above and key not in _ABOUT_ONE:
            candidate = ""
        section = Section(key, block, [], candidate, bool(candidate) and level > above)
    yield section


def _ends(block: Block, level: int, section: Section) -> bool:
    """Tell whether an unknown heading ends a section: it is none of the headings within it."""
    if block.kind != "heading" or section.key in {"head", "evaluate"}:
        return False
    return block.level <= level and block.level < TERM


def _begins(block: Block, after: Block | None, section: Section, level: int, met: set[str]) -> tuple[str, str]:
    """Give what section a block begins, and the candidate whom it is about; empty where it begins none.

    `level` is that of the section that it stands in, `met` are the candidates whose sections went by.
    """
    numbered = block.kind == "item" and block.marker.isdecimal()
    if block.kind not in {"heading", "text"} and not numbered:
        return "", ""
    quiz, real = section.key in _QUIZ, block.kind == "heading" and block.level < TERM
    whose, rest = candidate_named(block.text)
    if whose and _speaks(block, rest):
        return ("candidate", whose) if whose not in met and section.key in _BEFORE_ANSWERS else ("", "")
    if len(block.text) > _LONGEST_LINE:
        return "", ""
    if whose and _only_names(block, rest):
        if real:
            before = section.key in _BEFORE_ANSWERS and whose not in met and after is not None
            begins = block.level <= level or before
        else:
            said = after is not None and (after.kind == "heading" or len(after.text.split()) >= SHORTEST_ANSWER)
            begins = not quiz and whose not in met and (said or section.key != "scores")
        return ("candidate", whose) if begins else ("", "")
    key = _named(block)
    if quiz and not real and key in _IN_A_QUIZ and folded(block.text) != "answer key":
        return "", ""
    return key, ""


def _speaks(block: Block, rest: str) -> bool:
    """Tell whether an answer stands right behind the name of its candidate, as in `Answer A: …`."""
    name = block.text[: len(block.text) - len(rest)]
    return block.kind != "heading" and ":" in name and len(rest.split()) >= SHORTEST_ANSWER


def _only_names(block: Block, rest: str) -> bool:
    """Tell whether a line names a candidate, and is no sentence that begins so."""
    if len(rest.split()) > _LONGEST_REST or rest.endswith((".", "!", "?")) or rest.startswith(('"', "“")):
        return False
    beside = block.text[: len(block.text) - len(rest)].rstrip()[-1:] in set("(-–—:·|,") or rest[:1].isdigit()
    return block.kind == "heading" or not rest or beside


def _named(block: Block) -> str:
    said = _NUMBERING.sub("", folded(re.sub(r"\([^()]*\)\s*:?\s*$", "", block.text)))
    for form in (said, said.removeprefix("the ").removeprefix("your ")):
        if form in _PHRASES:
            return _PHRASES[form]
    words = said.split()
    if block.kind != "heading" or len(words) > _LONGEST_HEADING:
        return ""
    parts = [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    found = sorted((part for part in parts if part in _PHRASES), key=len)
    return _PHRASES[found[-1]] if found else ""
