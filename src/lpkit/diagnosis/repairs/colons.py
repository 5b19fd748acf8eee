"""Colons: the one that parts a key from its value, and the one that only looks like it."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnosis.repairs.writing import quoted, shown
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_JOINED = pattern(r"(?P<lead>\s*(?:-[ \t]+)*)(?P<key>[A-Za-z_][\w-]*):(?![\s:/])(?=\S)")
_ODD_SPACE = pattern(r"\s*(?:-[ \t]+)*(?P<key>[A-Za-z_][\w-]*):(?P<odd>[^\S \t\r\n]+|\u200b+)[ \t\u200b]*(?=\S)")
_SEPARATED = pattern(
    r"(?P<lead>\s*(?:-[ \t]+)*)(?P<key>[A-Za-z_][\w-]*)"
    r"(?P<sign>[ \t]*(?:=>?|[\uff1a\ufe55\u02d0\ua789;]|->)[ \t]*|[ \t]+(?:-[ \t]+)?|[ \t]*$)"
)
_KEY = pattern(r"\n\s*(?:-[ \t]+)*(?P<key>[A-Za-z_][\w-]*):(?=\s)")
_BRACED = pattern(r"[{,]\s*[\w-]+:[ \t]+(?P<value>[^\s\"'{}\[\],][^{}\[\],]*)(?=[,}])")
_ENTRIES = pattern(r"[A-Za-z_][\w-]*:[ \t]*\n\s*-[ \t]")
_TEXT_COLON = pattern(r":(?=\s|$)")


def without_space(page: Page) -> Iterator[Repair]:
    """Propose a space behind the colon of a key."""
    for line in page.above:
        if match := _JOINED.match(line.text):
            key, at = match["key"], line.start + match.end() - 1
            message = f'a space is missing behind "{key}:"'
            help = f"write {key}: {shown(line.text[match.end() :])}"
            cost = 0 if key in page.keys else 2
            yield Repair((at, at + 1), (Edit(at + 1, at + 1, " "),), message, help, "write a space", cost)


def odd_space(page: Page) -> Iterator[Repair]:
    """Propose a plain space for another one behind the colon of a key: in all lines, since a page brings many."""
    found = [
        (line, match)
        for line in page.lines
        if not line.in_block and (match := _ODD_SPACE.match(line.text)) and match["key"] in page.keys
    ]
    if not found:
        return
    line, match = found[0]
    edits = tuple(Edit(line.start + match.start("odd"), line.start + match.end("odd"), " ") for line, match in found)
    at = line.start + match.start("odd")
    message = f'a space of another kind, as web pages and Word have it, stands behind "{match["key"]}:"'
    help = f"write a plain space there: {match['key']}: {shown(line.text[match.end() :])}"
    yield Repair((at, at + 1), edits, message, help, "write a plain space", 0)


def missing(page: Page) -> Iterator[Repair]:
    """Propose a colon behind a key of the format that lacks one."""
    for line in page.near:
        match = _SEPARATED.match(line.text)
        if match is None or line.key or line.in_block:
            continue
        if match["key"] not in page.keys and not (match["sign"].strip() and _beside_key(page, line)):
            continue
        start, end = line.start + match.start("sign"), line.start + match.end("sign")
        key, rest = match["key"], line.text[match.end() :]
        message = f'the colon is missing behind "{key}"'
        edit = Edit(start, end, ": " if rest else ":")
        help = f"write {key}: {shown(rest)}" if rest else f"write {key}:"
        yield Repair((start - len(key), start), (edit,), message, help, "write a colon", 1)


def _beside_key(page: Page, line: Line) -> bool:
    """Tell whether a line with a key stands next to one, as far in: then it may begin with a name of the library's."""
    beside = page.lines[max(line.number - 1, 0) : line.number + 2]
    return any(other.key and other.indent == line.indent for other in beside)


def in_text(page: Page) -> Iterator[Repair]:
    """Propose quotation marks around a text that holds a colon and a space."""
    for line in page.near:
        if line.in_block:
            continue
        whole = line.start + line.content
        for start in dict.fromkeys((line.value_at, whole)):
            for end in dict.fromkeys((line.value_at + len(line.bare), line.end, _continued(page, line))):
                text = page.text[start:end].rstrip()
                found = _TEXT_COLON.search(text)
                if found and text[:1] not in "\"'[{|>" and not _holds_keys(page, text):
                    at = start + found.start()
                    yield _repair(page, (at, at + 1), start, start + len(text), start == whole)


def in_braces(page: Page) -> Iterator[Repair]:
    """Propose quotation marks around a value in braces that holds a colon and a space."""
    for line in page.near:
        for match in () if line.in_block else _BRACED.finditer(line.text):
            start, end = line.start + match.start("value"), line.start + match.end("value")
            found = _TEXT_COLON.search(page.text, start, end)
            if found:
                yield _repair(page, (found.start(), found.start() + 1), start, end, False)


def _continued(page: Page, line: Line) -> int:
    """Give where a text ends that goes on below its line."""
    below = page.below(line, line.indent + 1)
    return below[-1].end if below else line.end


def _holds_keys(page: Page, text: str) -> bool:
    """Tell whether lines of a text below its first are keys of the format, or entries of a list below one."""
    if any(match["key"] in page.keys for match in _KEY.finditer(text)):
        return True
    return bool(_ENTRIES.match(text))


def _repair(page: Page, at: tuple[int, int], start: int, end: int, whole: bool) -> Repair:
    edit = quoted(page.text, start, end)
    message = "a colon and a space within a text: what stands before them is taken for a key"
    named = whole and page.text[start : at[0]].strip() in page.keys
    cost = 1 + ("\n" in page.text[start:end]) + 2 * named
    return Repair(at, (edit,), message, f"put the text in quotes: {shown(edit.text)}", "put the text in quotes", cost)
