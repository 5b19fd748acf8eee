"""Lists and mappings in brackets: those that are not closed, closed twice, or whose entries are not parted."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_PIECE = pattern(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'|[\[\]{}]")
_PLACE = pattern(r"(?<=\S)\s*(?:,|[\]}]|$)")
_GAP = pattern(r"(?<=[\"'}\]])(?P<gap>\s+)(?=[\"'{\[\w])")
_CLOSES = {"[": "]", "{": "}"}
_MOST = 10
_FAR = 12
"""Lines that a list in brackets may take."""


class _Balance(NamedTuple):
    """Brackets of a text by place and sign: those left open, those that were left open within others, and those that
    close what is not open, with the bracket that is.
    """

    open: list[tuple[int, str]]
    lost: list[tuple[int, str]]
    surplus: list[tuple[int, str, tuple[int, str] | None]]


def unclosed(page: Page) -> Iterator[Repair]:
    """Propose the bracket that closes a list or a mapping, at each place where it may have stood."""
    for line in page.above:
        if line.value[:1] not in _CLOSES:
            continue
        region = _region(page, line)
        whole = _balance(page.text[line.value_at : region])
        own = _balance(page.text[line.value_at : line.end])
        for found, end in ((own.open, line.value_at + len(line.bare)), (whole.open, region)):
            if found:
                closing = "".join(_CLOSES[sign] for _, sign in reversed(found))
                yield _closed(page, line.value_at + found[0][0], end, closing)
        for place, sign in (*own.lost, *own.open[-1:]):
            start = line.value_at + place
            ends = [match.start() for match in _PLACE.finditer(page.text, start + 1, line.end)]
            for end in ends[:_MOST]:
                yield _closed(page, start, end, _CLOSES[sign])


def _region(page: Page, line: Line) -> int:
    """Give where a list in brackets ends at the latest: before the next line with a key of the format."""
    end = line.end
    for other in page.lines[line.number + 1 :][:_FAR]:
        if other.key in page.keys or (other.text.strip() and other.indent < line.indent):
            break
        end = other.end if not other.blank else end
    return end


def _balance(text: str) -> _Balance:
    found = _Balance([], [], [])
    for match in _PIECE.finditer(text):
        place, sign = match.start(), match.group()
        if sign in _CLOSES:
            found.open.append((place, sign))
        elif sign in {"]", "}"}:
            _close(found, place, sign)
    return found


def _close(found: _Balance, place: int, sign: str) -> None:
    if not found.open:
        found.surplus.append((place, sign, None))
        return
    if _CLOSES[found.open[-1][1]] != sign:
        found.surplus.append((place, sign, found.open[-1]))
        # What it closes may stand further out: then the brackets within were not closed.
        while len(found.open) > 1 and _CLOSES[found.open[-1][1]] != sign:
            found.lost.append(found.open.pop())
    found.open.pop()


def _closed(page: Page, start: int, end: int, closing: str) -> Repair:
    sign = page.text[start]
    message = f"{'the list that [' if sign == '[' else 'what {'} opens here is never closed"
    edits = (Edit(end, end, closing),)
    return Repair((start, start + 1), edits, message, f"write {closing} at its end", f"write {closing}", 1)


def surplus(page: Page) -> Iterator[Repair]:
    """Propose to take away a bracket that closes nothing, to exchange it, or to open what it closes."""
    for line in page.near:
        if line.value[:1] in _CLOSES:
            for place, sign, opened in _balance(line.value).surplus:
                yield from _exchanged(line, line.value_at + place, sign, opened)
        elif line.bare[-1:] in {"]", "}"}:
            sign = "[" if line.bare.endswith("]") else "{"
            at = line.value_at
            message = f"{line.bare[-1]} closes a list that no {sign} opens"
            edits = (Edit(at, at, sign),)
            yield Repair((at, at + 1), edits, message, f"write {sign} before the first entry", f"write {sign}", 1)


def _exchanged(line: Line, at: int, sign: str, opened: tuple[int, str] | None) -> Iterator[Repair]:
    wanted = _CLOSES[opened[1]] if opened else ""
    message = f"{sign} stands where {wanted} is wanted" if opened else f"{sign} closes nothing here"
    help = f"write {wanted}" if opened else f"take the {sign} away"
    yield Repair((at, at + 1), (Edit(at, at + 1, wanted),), message, help, help, 1)
    if opened:
        start, meant = line.value_at + opened[0], "[" if sign == "]" else "{"
        message = f"{opened[1]} opens what {sign} closes"
        edits = (Edit(start, start + 1, meant),)
        yield Repair((start, start + 1), edits, message, f"write {meant}", f"write {meant}", 1)


def commas(page: Page) -> Iterator[Repair]:
    """Propose the comma between two entries in brackets."""
    for line in page.near:
        places = [match.start("gap") for match in _GAP.finditer(line.text)]
        doubtful: set[int] = set()
        for match in _WORD.finditer(line.text):
            # Keys of mappings in brackets are also ids of the library, which no list of keys knows.
            if match["key"] in page.keys or "{" in line.text[: match.start()]:
                places.append(match.start())
            if match["key"] not in page.keys:
                doubtful.add(match.start())
        places += [len(line.text.rstrip())] if line.text.rstrip()[-1:] in {'"', "'", "}", "]"} else []
        for place in places[:_MOST]:
            at = line.start + place
            if not _within(page, at):
                continue
            message = "a comma is missing between two entries"
            edits = (Edit(at, at, ","),)
            # Between words that are no keys of the format, a colon stands in a text more often than a comma is missing.
            cost = 1 if place not in doubtful else 2
            yield Repair((max(at - 1, 0), at + 1), edits, message, "write a comma between them", "write a comma", cost)


def _within(page: Page, at: int) -> bool:
    """Tell whether a place lies behind a bracket that opens near above it and is not closed before."""
    first = max(page.number(at) - _FAR, 0)
    closed = 0
    for sign in reversed(page.text[page.lines[first].start : at]):
        if sign in "]}":
            closed += 1
        elif sign in "[{":
            closed -= 1
            if closed < 0:
                return True
    return False


_WORD = pattern(r"(?<=[^\s,{\[])\s+(?P<key>[A-Za-z_][\w-]*):(?=\s)")
