"""The dash before an entry of a list."""

import re
from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnosis.repairs.writing import shown
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern
from lpkit.source import one_line

_JOINED = pattern(r"\s*(?P<sign>-)(?![-\s])(?=\S)")
_FIRST = ("id", "title", "marker", "candidate", "text", "ask", "name")
"""Keys with which entries begin; which of them is meant shows in what then fits."""
_OPENING = "\"'[{|>&*!"
_DASHED = pattern(r"\s*-(?=\s|$)")
_NUMBER = pattern(r"\s*(?P<number>\(?\d{1,2}[.)]\s+)(?P<key>[a-z_]+):(?=\s|$)")
_BOX = pattern(r"\s*[-*]\s+(?P<box>\[(?P<tick>[ xX✓]?)\])\s+(?P<text>\S.*)")
_LIST = 20
"""Lines within which boxes are those of one list."""
_BULLET = pattern(r"\s*(?P<sign>[*•‣·–—−‐+])(?P<space>[ \t\u00a0]*)(?=\S)")


def without_space(page: Page) -> Iterator[Repair]:
    """Propose a space behind a dash, and a dash for another bullet: on one line, or on all like it."""
    for form in (_JOINED, _BULLET):
        every = [line for line in page.lines if form.match(line.text) and not line.in_block]
        for line in page.near:
            if line not in every:
                continue
            alike = [other for other in every if other.indent == line.indent]
            for lines in ([line], alike) if len(alike) > 1 else ([line],):
                yield _repair(form is _BULLET, lines, tuple(edit for other in lines for edit in _edits(other)))


def boxes(page: Page) -> Iterator[Repair]:
    """Propose entries without the boxes of a list to be ticked; what is ticked says of itself that it is right."""
    every = [line for line in page.lines if _BOX.match(line.text) and not line.in_block]
    for line in page.near:
        if line not in every:
            continue
        alike = [other for other in every if other.indent == line.indent and abs(other.number - line.number) < _LIST]
        edits = tuple(edit for other in alike for edit in _without_box(other))
        at = line.start + _box(line).start("box")
        message = "a box to be ticked is no part of an entry"
        help = f"write - {_box(line)['text'].rstrip()}, and name the right option behind answer:"
        yield Repair((at, at + len(_box(line)["box"])), edits, message, help, "leave the boxes out", 1)


def numbers(page: Page) -> Iterator[Repair]:
    """Propose a dash for the number with which an entry of keys begins: for all numbers as far in."""
    every = [
        (line, match)
        for line in page.lines
        if not line.in_block and (match := _NUMBER.match(line.text)) and match["key"] in page.keys
    ]
    for line, match in every:
        if line not in page.near:
            continue
        alike = [(other, found) for other, found in every if other.indent == line.indent]
        edits = tuple(_dash(page, other, found) for other, found in alike)
        at = line.start + match.start("number")
        message = "an entry of a list begins with a dash, and not with a number"
        help = f"write - {match['key']}: in place of {match['number'].strip()} {match['key']}:"
        yield Repair((at, at + len(match["number"].rstrip())), edits, message, help, "write dashes", 0)


def _dash(page: Page, line: Line, match: re.Match[str]) -> Edit:
    """Give a dash with as many spaces as the keys below it are further in."""
    below = next((other for other in page.lines[line.number + 1 :] if other.text.strip()), None)
    width = below.indent - line.indent if below is not None and below.key else 0
    start = line.start + match.start("number")
    return Edit(start, line.start + match.end("number"), "-".ljust(max(width, 2)))


def beside_key(page: Page) -> Iterator[Repair]:
    """Propose a line of its own for an entry of a list that stands on the line of its key."""
    for line in page.near:
        if not line.key or not line.value.startswith("- ") or line.in_block:
            continue
        below = next((other for other in page.lines[line.number + 1 :] if other.text.strip()), None)
        listed = below is not None and below.indent > line.content and below.text.lstrip().startswith("- ")
        depth = below.indent if below is not None and listed else line.content + 2
        at = line.value_at
        edit = Edit(at - len(line.text[: at - line.start]) + len(line.text[: at - line.start].rstrip()), at, "")
        edit = edit._replace(text=f"\n{' ' * depth}")
        message = f'an entry of a list stands on the line of "{line.key}:"'
        help = "begin the list on the next line"
        yield Repair((at, at + 1), (edit,), message, help, "put the entry on a line of its own", 1)


def nameless(page: Page) -> Iterator[Repair]:
    """Propose a key for the text behind the dash of an entry, below which the other keys of the entry stand."""
    for line in page.near:
        above = next((other for other in page.lines[: line.number][::-1] if other.text.strip()), None)
        if above is None or line.key not in page.keys or line.indent != above.content or above.content == above.indent:
            continue
        if above.key or above.in_block or not above.value or above.value[0] in _OPENING:
            continue
        for key in _FIRST:
            at = above.start + above.content
            message = f'a key is missing before "{shown(above.value)}", the beginning of an entry with keys'
            help = f"write - {key}: {shown(above.value)}"
            yield Repair((at, above.end), (Edit(at, at, f"{key}: "),), message, help, f"write {key}: before it", 1)


def missing(page: Page) -> Iterator[Repair]:
    """Propose the dash of a line that stands among the entries of a list, as far in as they do."""
    for line in page.near:
        if line.in_block or line.blank or _DASHED.match(line.text):
            continue
        above = next((other for other in page.lines[: line.number][::-1] if other.text.strip()), None)
        below = next((other for other in page.lines[line.number + 1 :] if other.text.strip()), None)
        beside = [other for other in (above, below) if other and other.indent == line.indent]
        if not any(_DASHED.match(other.text) for other in beside):
            continue
        at = line.start + line.indent
        message = "the dash is missing before an entry of a list"
        cost = 2 if line.key in page.keys else 1
        yield Repair((at, at + 1), (Edit(at, at, "- "),), message, "write a dash before it", "write a dash", cost)


def _box(line: Line) -> re.Match[str]:
    match = _BOX.match(line.text)
    assert match is not None
    return match


def _without_box(line: Line) -> Iterator[Edit]:
    match = _box(line)
    start, text = line.start + match.start("box"), match["text"].rstrip()
    if match["tick"].strip():
        entry = f"{{text: {one_line(text)}, correct: true}}"
        yield Edit(start, line.start + match.start("text") + len(text), entry)
    else:
        yield Edit(start, line.start + match.start("text"), "")


def _edits(line: Line) -> Iterator[Edit]:
    at = line.start + line.indent
    bullet = _BULLET.match(line.text)
    length = 1 + (len(bullet["space"]) if bullet else 0)
    yield Edit(at, at + length, "- ")


def _repair(bullet: bool, lines: list[Line], edits: tuple[Edit, ...]) -> Repair:
    line = lines[0]
    at = line.start + line.indent
    sign = line.text[line.indent]
    if bullet:
        message, help = f"{sign} does not begin an entry of a list", "begin each entry with a dash and a space"
        return Repair((at, at + 1), edits, message, help, "write a dash", 1)
    message, help = "a space is missing behind the dash", "write a dash, a space, and the entry"
    return Repair(
        (at, at + 1), edits, message, help, "write a space", 2 if line.text[at - line.start + 1].isdigit() else 1
    )
