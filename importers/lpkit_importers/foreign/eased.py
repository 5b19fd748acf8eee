"""Markdown as people write it made Markdown as it is read: a line more where a parser would fold two texts into one.

A question right below the options of another one, without a blank line between them, is the end of an option to a
parser; so is a fence right behind a box. Which line of the file a line came from is kept.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)*")
_ITEM = re.compile(r"([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)[\[(]([ xX])[\])](?:[ \t]+(?=\S)|[ \t]*$)")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`]*)$")
_BLOCK = re.compile(r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|$)")
_ASKS = re.compile(r".*[?:][\"”*_ \t]*$|[*_]*Q(?:uestion)?\.?\s?\d{1,4}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[ \t]{0,3}\d{1,9}[.)][ \t]+\S")
LABEL = re.compile(r"[*_]*(?:explanation|reason|rationale|solution|why)[*_]*\s*[:.][*_]*\s*", re.IGNORECASE)
"""What a text behind a list begins with that says that it explains."""
KEY_LABEL = re.compile(r"[*_]*(?:(?:the )?(?:correct |right )?answer|key|ans)[*_]*\s*:[*_]*\s*", re.IGNORECASE)
"""What a text behind a list begins with that says which option is right."""

Line = tuple[int, str]
"""A line, and that of the file which it came from, from 0."""


def eased(lines: Sequence[str]) -> list[Line]:
    """Give the lines, and those that part what belongs to two texts."""
    found: list[Line] = []
    fence = ""
    for filled, group in groupby(enumerate(lines), lambda line: bool(_bare(line[1]).strip())):
        here = list(group)
        parts = not fence and filled and sum(_ticked(line) for _, line in here) > 1
        indent = -1
        for number, line in here:
            said = _bare(line)
            item = None if fence else _ITEM.match(said)
            fenced = _FENCE.match(said[item.end() :] if item else said)
            if fence:
                closes = fenced is not None and fenced[1].startswith(fence) and not fenced[2].strip()
                fence = "" if closes else fence
            elif fenced:
                fence, indent = fenced[1], -1
            elif item:
                indent = len(item[1])
            elif (indent >= 0 and _stands_out(said, indent, parts)) or (parts and _NUMBERED.match(said)):
                found.append((number, line[: len(line) - len(said)].rstrip()))
                indent = -1
            found.append((number, line))
    return [*_opened(found)]


def _bare(line: str) -> str:
    """Give a line without the marks of the quotes that it stands in."""
    found = _QUOTE.match(line)
    return line[found.end() :] if found else line


def _ticked(line: str) -> bool:
    found = _ITEM.match(_bare(line))
    return bool(found) and found is not None and found[3] != " "


def _stands_out(said: str, indent: int, parts: bool) -> bool:
    """Tell whether a line asks or explains, is no block of its own to a parser, and not as far in as its item is.

    That a line asks counts where `parts`: without a blank line there are ticks of more than one question.
    """
    beside = len(said) - len(said.lstrip()) <= indent and not _BLOCK.match(said)
    return beside and bool(LABEL.match(said) or (parts and _ASKS.match(said)))


def _opened(lines: Sequence[Line]) -> Iterator[Line]:
    """Give lines in which a fence behind a box stands below it, and its code at the margin of the item."""
    fence, away, margin = "", 0, ""
    for number, line in lines:
        said = _bare(line)
        quote = line[: len(line) - len(said)]
        item = None if fence else _ITEM.match(said)
        fenced = _FENCE.match(said[item.end() :] if item else said)
        if item and fenced:
            fence, away = fenced[1], item.end()
            margin = quote + " " * len(item[1] + item[2])
            yield number, quote + said[: item.end()].rstrip()
            yield number, margin + said[item.end() :]
        elif fence and margin:
            code = said[min(away, len(said) - len(said.lstrip())) :]
            yield number, margin + code
            if fenced and fenced[1].startswith(fence) and not fenced[2].strip():
                fence = margin = ""
        else:
            if fenced:
                closes = fenced[1].startswith(fence or "\0") and not fenced[2].strip()
                fence = fenced[1] if not fence else "" if closes else fence
            yield number, line
