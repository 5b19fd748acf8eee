"""Options: where they are among the blocks of a quiz, and which of them are ticked."""

import re
from collections.abc import Iterator, Sequence

from lpkit.importing import Block
from lpkit_importers.page_format.words import label_of

_LETTER = re.compile(r"\(?([A-H])[.):]\s+(?=\S)")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?([A-H])[.)]\s+")
_TICK = re.compile(
    r"(?:(?<!\s)\s+)?(?:[✓✔☑✅]|\((?:correct|right)(?: answer)?\)|[←<]-*\s*(?:correct|right))\s*", re.IGNORECASE
)
_MOST = 8
"""Options of a question."""


def option_runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int, list[tuple[Block, str]]]]:
    """Give where options begin and end: lettered from A on, with boxes, or a list right below what is asked."""
    at = 0
    while at < len(blocks):
        found = _lettered(blocks, at) or _listed(blocks, at)
        if found:
            yield at, at + len({id(block) for block, _ in found}), found
            at += len({id(block) for block, _ in found})
        else:
            at += 1


def _lettered(blocks: Sequence[Block], at: int) -> list[tuple[Block, str]]:
    first, after = blocks[at], blocks[at + 1 : at + 2]
    if not (after and _letter(after[0])[0]):
        inline = _split(f"{first.marker}. {first.text}" if first.marker == "A" else first.text)
        if len(inline) > 1 and not first.marker.isdecimal():
            return [(first, text) for text in inline]
    found: list[tuple[Block, str]] = []
    for block in blocks[at : at + _MOST]:
        letter, text = _letter(block)
        if letter != chr(ord("A") + len(found)):
            break
        found.append((block, text))
    return found if len(found) > 1 else []


def _letter(block: Block) -> tuple[str, str]:
    if len(block.marker) == 1 and block.marker.isalpha():
        return block.marker, block.text
    found = _LETTER.match(block.text)
    return (found[1], block.text[found.end() :]) if found else ("", block.text)


def _split(text: str) -> list[str]:
    """Give the options that stand in one line, lettered from A on; none where they do not."""
    found = list(_INLINE.finditer(text)) if len(text) < 2000 else []
    if len(found) < 2 or found[0].start() or [one[1] for one in found] != [chr(65 + n) for n in range(len(found))]:
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [text[one.end() : end].strip(" \n;,|") for one, end in zip(found, ends, strict=True)]


def _listed(blocks: Sequence[Block], at: int) -> list[tuple[Block, str]]:
    marker = blocks[at].marker
    boxes = marker.startswith("[")
    if not boxes and not (marker == "-" and at and _introduces(blocks[at - 1])):
        return []
    found = []
    for block in blocks[at : at + _MOST]:
        if not (block.marker.startswith("[") if boxes else block.marker == marker):
            break
        found.append((block, block.text))
    return found if len(found) > 1 else []


def _introduces(block: Block) -> bool:
    return block.text.rstrip(' "”').endswith("?") or label_of(block.text.strip(" :"), ("options",)) == "options"


def unticked(said: str) -> str:
    """Give the text of an option without the mark that says that it is right."""
    return _TICK.sub(" ", said).strip()
