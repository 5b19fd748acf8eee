"""Quotation marks around texts: one that is missing, and those within."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnosis.repairs.writing import quoted, text_ends
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_BEGIN = pattern(r"(?:^|[\[{]|,|:(?=\s))\s*(?P<quote>[\"'])")
_ENDS_ENTRY = pattern(r"\s*(?:[,\]}]|\s#|$)")
_SEPARATOR = pattern(r"(?<=\S)\s*[,\]}]")
_LONE = pattern(r"(?<=[^\s\[{,:\"'])(?P<quote>[\"'])(?=\s*(?:[,\]}:]|$))")
_MARKS = 40
"""Quotation marks within a text that are looked at."""
_MOST = 12
"""Places on a line at which a mark may be missing that are tried."""


class Opened(NamedTuple):
    """A quotation mark that opens a text on a line, and where the text ends there (offsets); `end` may be None."""

    quote: str
    start: int
    end: int | None


def opened(line: Line) -> Iterator[Opened]:
    """Give the texts in quotation marks that begin on a line, as its parser sees them."""
    flow = line.value[:1] in {"[", "{"}
    place = 0
    while match := _BEGIN.search(line.value, place):
        start = match.start("quote")
        if not flow and start:
            return
        end = _close(line.value, start)
        yield Opened(match["quote"], line.value_at + start, None if end is None else line.value_at + end)
        if end is None or not flow:
            return
        place = end


def _close(text: str, start: int) -> int | None:
    """Give where the text ends that a quotation mark opens; None where it does not end."""
    quote, place = text[start], start + 1
    while place < len(text):
        if text[place] == "\\" and quote == '"':
            place += 1
        elif text[place] == quote:
            if quote != "'" or text[place + 1 : place + 2] != "'":
                return place + 1
            place += 1
        place += 1
    return None


def unclosed(page: Page) -> Iterator[Repair]:
    """Propose the closing mark of a text that has none on its line, or to take the opening one away."""
    for line in page.above:
        for found in opened(line):
            if found.end is None:
                yield from _closed(page, line, found)


def _closed(page: Page, line: Line, found: Opened) -> Iterator[Repair]:
    quote, at = found.quote, (found.start, found.start + 1)
    message = "the quotation mark that opens here is never closed"
    help = f"write {quote} at the end of the text"
    below = page.below(line, line.indent + 1)
    ends = [*text_ends(line), *([below[-1].end] if below else [])]
    separators = [match.start() for match in _SEPARATOR.finditer(page.text, found.start + 1, line.end)]
    closers = [
        end - len(part) for end in ends for part in ("]", "}", "}]", "]}", ",") if page.text.endswith(part, 0, end)
    ]
    for end in dict.fromkeys((*ends, *closers, *separators[:_MOST])):
        if end > found.start + 1:
            yield Repair(at, (Edit(end, end, quote),), message, help, f"write {quote} at the end of the text", 1)
    message = "the quotation mark here has no counterpart"
    yield Repair(at, (Edit(*at, ""),), message, "take it away, or close it", "take the mark away", 3)


def inner(page: Page) -> Iterator[Repair]:
    """Propose to mark quotation marks within a text as such, or to take away what follows the closing one."""
    for line in page.above:
        for found in opened(line):
            rest = page.text[found.end : line.end] if found.end is not None else ""
            trailing = rest.strip() in {",", ";"} and found.start == line.value_at
            if found.end is not None and _ENDS_ENTRY.match(rest) and not trailing:
                continue
            if trailing:
                yield _trailing(line, rest.strip())
            yield from _escaped(page, line, found)


def _trailing(line: Line, sign: str) -> Repair:
    at = line.end - len(line.text) + len(line.text.rstrip()) - 1
    message = f"{sign} follows the closing quotation mark"
    return Repair((at, at + 1), (Edit(at, at + 1, ""),), message, f"leave out the {sign}", f"take the {sign} away", 0)


def _escaped(page: Page, line: Line, found: Opened) -> Iterator[Repair]:
    below = page.below(line, line.indent + 1)
    for end in dict.fromkeys((line.end, *([below[-1].end] if below else []))):
        marks = [place for place in range(found.start + 1, end) if _is_mark(page.text, place, found)][:_MARKS]
        for number, last in enumerate(marks):
            closes = bool(_ENDS_ENTRY.match(page.text[last + 1 : end]))
            if closes and number:
                between = page.text[marks[0] + 1 : marks[1]]
                yield _with_escapes(found, marks[:number], cost=1 if between.strip() else 2)
        if marks:
            closing = found.start + len(page.text[found.start : end].rstrip())
            if len(marks) % 2:
                # With the first one they are pairs, so that one is of the text too.
                yield _with_escapes(found, marks)._replace(edits=(quoted(page.text, found.start, closing),), cost=2)
            else:
                yield _with_escapes(found, marks, (Edit(closing, closing, found.quote),), 2)


def _is_mark(text: str, place: int, found: Opened) -> bool:
    return text[place] == found.quote and (found.quote == "'" or text[place - 1] != "\\")


def _with_escapes(found: Opened, places: list[int], more: tuple[Edit, ...] = (), cost: int = 1) -> Repair:
    sign = "\\" if found.quote == '"' else "'"
    edits = (*(Edit(place, place, sign) for place in places), *more)
    message = f"text follows the closing quotation mark: the {found.quote} here ends the text"
    written = '\\"' if found.quote == '"' else "''"
    help = f"write {written} for a quotation mark within the text, or put the text in marks of the other kind"
    return Repair((places[0], places[0] + 1), edits, message, help, f"write {written} within the text", cost)


def odd(page: Page) -> Iterator[Repair]:
    """Propose the opening mark of a text that only has a closing one."""
    for line in page.near:
        if line.in_block:
            continue
        for match in list(_LONE.finditer(line.value))[:_MOST]:
            quote, close = match["quote"], line.value_at + match.start()
            before = page.text[line.value_at : close]
            starts = [line.value_at, *(line.value_at + cut for cut in _starts(before))]
            for start in dict.fromkeys(starts):
                message = "this quotation mark closes a text that none opens"
                help = f"write {quote} before the text too"
                yield Repair(
                    (close, close + 1), (Edit(start, start, quote),), message, help, f"write {quote} before", 1
                )


def _starts(before: str) -> list[int]:
    """Give where entries of a list or a mapping in brackets begin within a stretch of it."""
    return [match.end() for match in _ENTRY.finditer(before)][-4:]


_ENTRY = pattern(r"[\[{,]\s*|:\s+")
