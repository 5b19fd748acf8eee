"""Options: where they are among the blocks of a quiz, and which of them are ticked."""

import re
from collections.abc import Iterator, Sequence

from lpkit.importing import Block
from lpkit_importers.page_format.words import BEHIND, NUMBER, label_of, labelled

_LETTER = re.compile(r"\(?([A-Ha-h])[.):]\s+(?=\S)")
_INLINE = re.compile(r"(?:(?<=\s)|^)\(?([A-Ha-h])[.)]\s+")
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
    if not (after and letter_of(after[0])[0]):
        inline = _split(f"{first.marker}. {first.text}" if first.marker == "A" else first.text)
        if len(inline) > 1 and not first.marker.isdecimal():
            return [(first, text) for text in inline]
    found: list[tuple[Block, str]] = []
    for block in blocks[at : at + _MOST]:
        letter, text = letter_of(block)
        if letter != chr(ord("A") + len(found)):
            # A letter further on: an option is missing, or goes on over lines that nothing tells from others.
            whole = not chr(ord("A") + len(found)) <= (letter or _further(blocks[at + len(found) :]))
            return found if len(found) > 1 and whole else []
        found.append((block, text))
    return found if len(found) > 1 else []


def _further(behind: Sequence[Block]) -> str:
    """Give the letter behind a few lines that may be those of an option; empty where there is none."""
    bare = (at for at, block in enumerate(behind[:_MOST]) if block.kind != "text" or letter_of(block)[0])
    at = next(bare, 0)
    own = not any(NUMBER.match(block.text) or labelled(block.text, BEHIND)[0] for block in behind[:at])
    return letter_of(behind[at])[0] if at and own else ""


def letter_of(block: Block) -> tuple[str, str]:
    """Give the letter that a block begins with or is marked with, and its text without it; empty where it has none."""
    if len(block.marker) == 1 and block.marker.isalpha():
        return block.marker, block.text
    found = _LETTER.match(block.text)
    return (found[1].upper(), block.text[found.end() :]) if found else ("", block.text)


def _split(text: str) -> list[str]:
    """Give the options that stand in one line, lettered from A on; none where they do not."""
    found = list(_INLINE.finditer(text)) if len(text) < 2000 else []
    if (
        len(found) < 2
        or found[0].start()
        or [one[1].upper() for one in found] != [chr(65 + n) for n in range(len(found))]
    ):
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [text[one.end() : end].strip(" \n;,|") for one, end in zip(found, ends, strict=True)]


def _listed(blocks: Sequence[Block], at: int) -> list[tuple[Block, str]]:
    marker = blocks[at].marker
    boxes, numbered = marker.startswith("["), marker == "1"
    if not boxes and not (marker in {"-", "1"} and _is_asked(blocks, at)):
        return []
    found: list[tuple[Block, str]] = []
    for number, block in enumerate(blocks[at : at + _MOST], start=1):
        alike = block.marker.startswith("[") if boxes else block.marker == (str(number) if numbered else marker)
        if alike and numbered and found and letter_of(*blocks[at + number : at + number + 1] or [block])[0] == "A":
            return []  # What is numbered right above options with letters are statements, of which those speak.
        if not alike or (numbered and _begins_list(blocks[at + number : at + number + 1])):
            break
        found.append((block, block.text))
    return found if len(found) > 1 else []


def _begins_list(after: Sequence[Block]) -> bool:
    """Tell whether a list begins here: what is numbered above it asks, and is no option."""
    return any(block.marker == "1" or block.marker.startswith("[") or letter_of(block)[0] == "A" for block in after)


def _is_asked(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether what stands above a list asks, with code or a quotation between them or none."""
    above = at - 1
    while above > 0 and (blocks[above].kind == "quote" or blocks[above].prose.startswith("```")):
        above -= 1
    if above < 0 or (above and label_of(blocks[above - 1].text.strip(" :"), BEHIND)):
        return False
    return _introduces(blocks[above])


def _introduces(block: Block) -> bool:
    """Tell whether a block asks: by its question mark, by a number of its own, or as it says that options follow."""
    if label_of(block.text.strip(" :"), ("options",)):
        return True
    if label_of(block.text.strip(" :"), BEHIND) or labelled(block.text, BEHIND)[0]:
        return False
    asks = block.text.rstrip(' "”').endswith("?")
    return asks or (block.kind in {"heading", "text"} and bool(NUMBER.match(block.text)))


def marked_by(options: Sequence[tuple[Block, str]]) -> str:
    """Tell what a reader calls options by: `letters`, `numbers`, or nothing (empty), where they have neither."""
    first, said = options[0]
    if first.marker.isdecimal():
        return "numbers"
    return "letters" if first.marker.isalpha() or said != first.text else ""


def unticked(said: str) -> str:
    """Give the text of an option without the mark that says that it is right."""
    return _TICK.sub(" ", said).strip()
