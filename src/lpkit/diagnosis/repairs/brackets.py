"""Lists and mappings in brackets: those that are not closed, closed twice, or whose entries are not parted."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_PIECE = pattern(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'|[\[\]{}]")
_PLACE = pattern(r"\s*(?:,|[\]}]|$)")
_GAP = pattern(r"(?<=[\"'}\]])(?P<gap>\s+)(?=[\"'{\[\w])")
_CLOSES = {"[": "]", "{": "}"}
_MOST = 10
_FAR = 12
"""Lines that a list in brackets may take."""


def unclosed(page: Page) -> Iterator[Repair]:
    """Propose the bracket that closes a list or a mapping, at each place where it may have stood."""
    for line in page.above:
        if line.value[:1] not in _CLOSES:
            continue
        region = _region(page, line)
        open_, _ = _balance(page.text[line.value_at : region])
        own, _ = _balance(page.text[line.value_at : line.end])
        for found, end in ((own, line.value_at + len(line.bare)), (open_, region)):
            if found:
                closing = "".join(_CLOSES[sign] for _, sign in reversed(found))
                start = line.value_at + found[0][0]
                yield _closed(page, start, end, closing)
        for place, sign in own[-1:]:
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


def _balance(text: str) -> tuple[list[tuple[int, str]], list[tuple[int, str, str]]]:
    """Give the brackets that are not closed, and those that close what is not open, with what was expected."""
    open_: list[tuple[int, str]] = []
    surplus: list[tuple[int, str, str]] = []
    for match in _PIECE.finditer(text):
        sign = match.group()
        if sign in _CLOSES:
            open_.append((match.start(), sign))
        elif sign in {"]", "}"}:
            wanted = _CLOSES[open_[-1][1]] if open_ else ""
            if wanted == sign:
                open_.pop()
            else:
                surplus.append((match.start(), sign, wanted))
                if wanted:
                    open_.pop()
    return open_, surplus


def _closed(page: Page, start: int, end: int, closing: str) -> Repair:
    sign = page.text[start]
    what = "list" if sign == "[" else "mapping"
    message = f"the {what} that {sign} opens here is never closed"
    edits = (Edit(end, end, closing),)
    return Repair((start, start + 1), edits, message, f"write {closing} at its end", f"write {closing}", 1)


def surplus(page: Page) -> Iterator[Repair]:
    """Propose to take away a bracket that closes nothing, to exchange it, or to open what it closes."""
    for line in page.near:
        if line.value[:1] in _CLOSES:
            for place, sign, wanted in _balance(line.value)[1]:
                at = line.value_at + place
                message = f"{sign} closes nothing here" if not wanted else f"{sign} stands where {wanted} is wanted"
                help = f"write {wanted}" if wanted else f"take the {sign} away"
                yield Repair((at, at + 1), (Edit(at, at + 1, wanted),), message, help, help, 1)
        elif line.bare[-1:] in {"]", "}"}:
            sign = "[" if line.bare.endswith("]") else "{"
            at = line.value_at
            message = f"{line.bare[-1]} closes a list that no {sign} opens"
            edits = (Edit(at, at, sign),)
            yield Repair((at, at + 1), edits, message, f"write {sign} before the first entry", f"write {sign}", 1)


def commas(page: Page) -> Iterator[Repair]:
    """Propose the comma between two entries in brackets."""
    for line in page.near:
        places = [match.start("gap") for match in _GAP.finditer(line.text)]
        for match in _WORD.finditer(line.text):
            if match["key"] in page.keys:
                places.append(match.start())
        places += [len(line.text.rstrip())] if line.text.rstrip()[-1:] in {'"', "'", "}", "]"} else []
        for place in places[:_MOST]:
            at = line.start + place
            message = "a comma is missing between two entries"
            edits = (Edit(at, at, ","),)
            yield Repair((max(at - 1, 0), at + 1), edits, message, "write a comma between them", "write a comma", 1)


_WORD = pattern(r"(?<=[^\s,{\[])\s+(?P<key>[A-Za-z_][\w-]*):(?=\s)")
