"""Plain text to the blocks of a page: lines, what they begin with, and rows of cells; wrapped lines are joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lpkit.importing import TERM, Block, Kind
from lpkit_importers.page_format.columns import cells_of, is_barred, rows_of
from lpkit_importers.page_format.words import BEHIND, labelled

_BULLET = re.compile(r"[ \t]*(?:([•◦▪‣·●○*+-])|(\d{1,3})[.)]|\(?([A-Ha-h])[.)])[ \t]+(?=\S)")
_BOX = re.compile(r"[\[(]([ xX✓✔])[\])][ \t]+")
_UNDERLINE = re.compile(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*")
_RULE = re.compile(r"[ \t]*([=*_~#-])(?:[ \t]*\1){2,}[ \t]*")
_LABELLED = re.compile(r"\s*[\w ]{1,30}:(?:\s|$)")
"""What names itself before a colon, and goes on with no option."""
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_NARROWEST, _WIDEST = 50, 110
"""Columns at which programs wrap lines."""


def plain_blocks(lines: Sequence[str], *, code: bool = False) -> list[Block]:
    """Give the blocks of a text: each paragraph, entry of a list and heading is one, and each table.

    `code` says that lines which are indented below another keep that, as those of code do.
    """
    found: list[Block] = []
    width = _width(lines)
    for number, group in _groups([line.rstrip() for line in lines]):
        if len(group) > 1 and all(len(_cells(line)) > 1 for line in group):
            found.append(_table(number, group))
        else:
            least = _least(group) if code else None
            found += _lined(number, group, width) if least is None else _indented(number, group, least)
    return _hung(found, lines) if code else found


def _hung(blocks: Sequence[Block], lines: Sequence[str]) -> list[Block]:
    """Join options with letters and the lines right below them that are indented as far as their texts are."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else block
        at, column = _at(block), _column(lines[_at(last)]) if last.marker.isalpha() else 0
        line = lines[at]
        hangs = column and block.kind == "text" and not line[:column].strip() and not _LABELLED.match(line)
        if hangs and all(between.strip() for between in lines[_at(last) : at]):
            found[-1] = replace(last, text=f"{last.text}\n{line[column:].rstrip()}")
        else:
            found.append(block)
    return found


def _at(block: Block) -> int:
    """Give the place of the first line of a block among all lines, from 0."""
    return int(block.place.removeprefix("line ")) - 1


def _column(line: str) -> int:
    """Give the column at which the text of an option begins; 0 where a line has no mark."""
    found = _BULLET.match(line)
    return found.end() if found else 0


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Part lines at blank ones, and where rows of a table begin and end; give each group with its first line."""
    numbered = [(number, line) for number, line in enumerate(lines, start=1)]
    for (filled, _), entries in groupby(numbered, lambda entry: (bool(entry[1].strip()), len(_cells(entry[1])) > 1)):
        group = list(entries)
        if filled:
            yield group[0][0], [line for _, line in group]


def _cells(line: str) -> list[str]:
    """Give the cells of a line: parted by bars, tabs or gaps; one where it is a sentence."""
    if not is_barred(line) and (_BULLET.match(line) or _QUOTED.match(line)):
        return [line]
    return cells_of(line)


def _table(number: int, group: Sequence[str]) -> Block:
    rows = [row for row in rows_of(group) if any(cell.strip("-:=+ ") for cell in row)]
    text = "\n".join("; ".join(filter(None, row)) for row in rows)
    return Block("table", text, f"line {number}", rows=tuple(rows))


def _width(lines: Sequence[str]) -> int:
    """Give the column at which a program wrapped the lines of a text; 0 where none did."""
    lengths = sorted(len(line.rstrip()) for line in lines)
    fitting = [length for length in lengths if length <= _WIDEST]
    few = (len(lengths) - len(fitting)) * 100 <= len(lengths)
    return fitting[-1] if fitting and few and fitting[-1] >= _NARROWEST else 0


def _lined(number: int, group: Sequence[str], width: int) -> Iterator[Block]:
    at = 0
    while at < len(group):
        begun, parts = at, [group[at]]
        if at + 1 < len(group) and _UNDERLINE.fullmatch(group[at + 1]) and not _BULLET.match(group[at]):
            yield _heading(number + at, group[at], 1 if "=" in group[at + 1] else 2)
            at += 2
            continue
        while width and at + 1 < len(group) and _continues(group[at], group[at + 1], width):
            at += 1
            parts.append(_QUOTED.sub("", group[at]).strip())
        at += 1
        if not _RULE.fullmatch(group[begun]):
            yield _block(number + begun, " ".join(parts))


def _least(group: Sequence[str]) -> int | None:
    """Give the least that lines without a mark are indented by; None where none is indented further."""
    bare = [line for line in group if not _BULLET.match(line) and not labelled(line, BEHIND)[0]]
    found = {len(line) - len(line.lstrip()) for line in bare}
    return min(found) if len(found) > 1 else None


def _indented(number: int, group: Sequence[str], least: int) -> Iterator[Block]:
    """Give each line of a group; those without a mark keep what they are indented by more than the least."""
    for block in _lined(number, group, 0):
        line = group[int(block.place.removeprefix("line ")) - number]
        bare = block.kind == "text" and not labelled(line, BEHIND)[0]
        yield replace(block, text=line[least:].rstrip()) if bare else block


def _continues(line: str, after: str, width: int) -> bool:
    """Tell whether a line was wrapped: the first word of the next one would not have found room."""
    if _BULLET.match(after) or _RULE.fullmatch(after) or labelled(after, BEHIND)[0]:
        return False
    if bool(_QUOTED.match(line)) != bool(_QUOTED.match(after)):
        return False
    return len(line) + 1 + len(after.split(None, 1)[0]) > width


def _heading(number: int, text: str, level: int) -> Block:
    said = text.strip()
    return Block("heading", said, f"line {number}", level=level)


def _block(number: int, line: str) -> Block:
    place = f"line {number}"
    if quoted := _QUOTED.match(line):
        return _made("quote", line[quoted.end() :].strip(), place)
    if not (found := _BULLET.match(line)):
        said = line.strip()
        shouted = len(said) <= 60 and said.isupper() and len(said.split()) > 1 and said[-1] not in ".!?"
        return _heading(number, said, TERM) if shouted else _made("text", said, place)
    rest = line[found.end() :].strip()
    box = _BOX.match(rest)
    marker = found[2] or (found[3] or "").upper() or "-"
    if box:
        marker, rest = "[ ]" if box[1] == " " else "[x]", rest[box.end() :]
    return _made("item", rest, place, marker)


def _made(kind: Kind, text: str, place: str, marker: str = "") -> Block:
    return Block(kind, text, place, marker=marker)
