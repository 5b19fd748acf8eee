"""What stands at the head of an exercise: title, prompt, level, minutes, setting, what to score first, calibration."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lpkit.importing import Block, CalibrationDraft
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.scores import MOST
from lpkit_importers.page_format.sections import candidate_named
from lpkit_importers.page_format.words import folded, label_of, labelled, prose_behind

_LABELS = ("title", "principle", "level", "minutes", "setting", "prompt")
_MODE = re.compile(r"(.+\S)\s+[-–—|·]\s+(?:[\w' ]{0,30}\s)?(?:Evaluate|Learn|Practi[cs]e|Test)\s*")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_MINUTES = re.compile(r"(?<![\w.])(\d{1,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s*-?\s*min(?:ute)?s?\.?(?![a-z])")
_SCORE_FIRST = re.compile(r"\bscore\b.{0,40}?\bon\s+(.{3,300}?)\s+(?:before|first)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,\s*and|,|;|\band\b|&)\s+")
_ABOVE = re.compile(
    r"\b((?:candidate|answer|response)\s+[A-H1-8])\b[^.\d]{0,60}?(?:>|≥|above|over|(?:more|higher) than)\s*(\d{1,3})\b",
    re.IGNORECASE,
)
_IF = re.compile(r"if\b[^,:]{0,120}[,:]\s*", re.IGNORECASE)
_WHOLE_QUOTE = re.compile(r"[\"“„«](.+)[\"”“»]", re.DOTALL)
_LONGEST_LEVEL = 5
"""Words of the longest name of a level before the minutes."""
_SHORT = ("principle", "level", "minutes")
"""Labels that may stand behind each other on a line, since what they say is short."""
_LABEL = re.compile(r"\s+(?=([^\W\d_]{3,20})\s?:\s)")
_BAR = re.compile(r"(?<!\s)\s+[·|•]\s+")
_NUMBER = re.compile(r"\D{0,20}(\d{1,3})\D{0,20}")
_LONGEST = 400
"""Characters of the longest line that is read for what it says of the exercise."""
_PROMPT_WORDS = 5
"""Words of the shortest prompt."""


@dataclass(slots=True)
class Head:
    """What was found of an exercise's head so far; the first of each counts."""

    title: str = ""
    principle: str = ""
    level: str = ""
    prompt: str = ""
    minutes: int | None = None
    setting: list[str] = field(default_factory=list)
    score_first: tuple[str, ...] = ()
    calibration: list[CalibrationDraft] = field(default_factory=list)


def unquoted(text: str) -> str:
    """Give a text without the quotation marks around the whole of it."""
    found = _WHOLE_QUOTE.fullmatch(text.strip())
    return found[1].strip() if found and not set(found[1]) & set('"“”') else text.strip()


def _count(said: str) -> int:
    return int(said) if said.isdecimal() else _WORDS[said.lower()]


def is_quoted(text: str) -> bool:
    """Tell whether a text is one quotation."""
    return unquoted(text) != text.strip()


def read_head(blocks: Sequence[Block], head: Head, reading: Reading) -> None:
    """Read what stands before the candidates, and in sections on the setting and the like."""
    _below_labels(blocks, head, reading)
    tops = [block for block in blocks if block.kind == "heading" and block.level == 1]
    for block in blocks:
        if not reading.open(block):
            continue
        if block.kind == "table":
            _table(block, head, reading)
            continue
        parts = _parts(block.text)
        kind, rest = labelled(block.text, _LABELS)
        if parts:
            taken = [_labelled(kind, rest, block, head, reading) for kind, rest in parts]
            if any(taken):
                reading.leave(block.place, *(rest for (_, rest), was in zip(parts, taken, strict=True) if not was))
        elif kind and rest:
            _labelled(kind, rest, block, head, reading)
        elif not head.title and block in tops and len(tops) == 1:
            head.title = _without_mode(block.text)
            reading.place(block, head.title)
        else:
            _unlabelled(block, head, reading)


def _table(block: Block, head: Head, reading: Reading) -> None:
    """Read a table of labels, each with its text beside it."""
    kinds = [label_of(row[0], _LABELS) if len(row) == 2 else "" for row in block.rows]
    if not any(kinds):
        return
    for kind, row in zip(kinds, block.rows, strict=True):
        if not (kind and row[1] and _labelled(kind, row[1], block, head, reading)):
            reading.leave(block.place, *row)


def _parts(text: str) -> list[tuple[str, str]]:
    """Give the parts of a line as `Level: SDE 1 · two interviewers · 2 min`, each with what it is.

    None where the first has no label; what has none behind it is the minutes or of the setting.
    """
    barred = _BAR.split(text) if len(text) <= _LONGEST else []
    parts = [part for one in barred for part in _before_labels(one)]
    if len(parts) < 2 or not all(labelled(parts[0], _LABELS)):
        return []
    return [_part(part) for part in parts]


def _before_labels(text: str) -> list[str]:
    """Part a text before each label of one name, as in `Principle: Dive Deep   Level: SDE 1`."""
    short = labelled(text, _SHORT)[0]
    cuts = [found.end() for found in _LABEL.finditer(text) if label_of(found[1], _SHORT)] if short else []
    return [text[start:end].strip() for start, end in pairwise([0, *cuts, len(text)])]


def _part(text: str) -> tuple[str, str]:
    kind, rest = labelled(text, _LABELS)
    if kind and rest:
        return kind, rest
    return ("minutes" if _MINUTES.search(text) else "setting"), text


def _below_labels(blocks: Sequence[Block], head: Head, reading: Reading) -> None:
    """Read terms with what stands below them, as in a list of definitions."""
    for block, after in pairwise(blocks):
        kind = label_of(block.text.strip(" :"), _LABELS) if block.kind == "heading" else ""
        if kind and reading.open(block) and reading.open(after) and after.kind != "heading":
            _labelled(kind, after.text, after, head, reading)
            if not reading.open(after):
                reading.label(block)


def _labelled(kind: str, rest: str, block: Block, head: Head, reading: Reading) -> bool:
    """Take what a label says, and tell whether there was room for it."""
    if kind == "minutes":
        found = (_MINUTES.search(rest) or _NUMBER.fullmatch(rest)) if len(rest) <= _LONGEST else None
        if not found or head.minutes is not None or not _count(found[1]):
            return False
        head.minutes = _count(found[1])
        reading.place(block, str(head.minutes))
        if found.re is _MINUTES:
            reading.leave(block.place, *(_edged(part) for part in (rest[: found.start()], rest[found.end() :])))
    elif kind == "setting":
        whole = rest in {block.text, labelled(block.text, _LABELS)[1]}
        prose = prose_behind(block.prose, _LABELS, block.prose if rest == block.text else rest)
        head.setting.append(prose if whole else rest)
        reading.place(block, rest)
    elif getattr(head, kind):
        return False
    else:
        setattr(head, kind, unquoted(rest) if kind in {"prompt", "title"} else rest)
        reading.place(block, rest)
    return True


def _edged(text: str) -> str:
    return text.strip(" .,;:|·•()-–—")


def _unlabelled(block: Block, head: Head, reading: Reading) -> None:
    text = block.text
    if len(text) > _LONGEST:
        if not head.prompt and _is_prompt(block):
            head.prompt = unquoted(text)
            reading.place(block)
    elif (found := _SCORE_FIRST.search(text)) and not head.score_first:
        head.score_first = tuple(part.strip() for part in _PARTS.split(found[1]) if part.strip())
        reading.grasp(block, found[1])
    elif (found := _ABOVE.search(text)) and int(found[2]) <= MOST:
        message = _IF.sub("", text, count=1) if _IF.match(text) else text
        message = message[:1].upper() + message[1:]
        head.calibration.append(CalibrationDraft(candidate_named(found[1])[0], int(found[2]), message, block.place))
        reading.place(block, message, found[2])
    elif (found := _MINUTES.search(text)) and head.minutes is None and _count(found[1]):
        _timed(found, block, head, reading)
    elif not head.prompt and _is_prompt(block):
        head.prompt = unquoted(text)
        reading.place(block)
    elif not head.title and (found := _MODE.fullmatch(text)):
        head.title = found[1]
        reading.place(block, found[1])


def _is_prompt(block: Block) -> bool:
    said = unquoted(block.text)
    return len(said.split()) >= _PROMPT_WORDS and (block.kind == "quote" or is_quoted(block.text))


def _timed(found: re.Match[str], block: Block, head: Head, reading: Reading) -> None:
    """Read a line as `SDE 2 · 3 min · one interviewer`: level, minutes, setting."""
    before = block.text[: found.start()].strip(" .,;|·•-–—")
    after = block.text[found.end() :].strip(" ,;|·•-–—")
    head.minutes = _count(found[1])
    if before and not head.level and len(before.split()) <= _LONGEST_LEVEL:
        head.level = before
    elif before:
        after = block.text
    if after:
        head.setting.append(after)
    reading.place(block, *((block.text,) if after == block.text else (before, str(head.minutes), after)))


def _without_mode(text: str) -> str:
    found = _MODE.fullmatch(text) if len(text) <= _LONGEST else None
    return found[1] if found else text


def names_of(texts: Sequence[str]) -> tuple[str, ...]:
    """Give the names in a list, each folded name once."""
    names = [part.strip(" .") for text in texts for part in _PARTS.split(text)]
    return tuple({folded(name): name for name in names if name}.values())
