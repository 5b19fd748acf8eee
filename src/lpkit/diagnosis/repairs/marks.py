"""What other tools leave in a file: the marks of a merge, the fences of Markdown, comments of other languages."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_BEGIN = pattern(r"<{7}(?: |$)")
_BASE = pattern(r"\|{7}(?: |$)")
_MIDDLE = pattern(r"={7}$")
_END = pattern(r">{7}(?: |$)")
_FENCE = pattern(r"\s*(?:```+|~~~+)\s*[\w-]*\s*$")
_COMMENT = pattern(r"\s*(?://+|--+ |;+ |/\*|<!--|%)[ \t]*")
_BOLD = pattern(r"\s*(?:\*\*[^*]+\*\*|__[^_]+__):?\s*$")
_BOLD_KEY = pattern(
    r"\s*(?:-[ \t]+)?(?P<key>(?P<sign>\*\*|__)(?P<name>[A-Za-z][\w -]*?)(?::(?P=sign)|(?P=sign):))(?=\s|$)"
)
_NOTHING = pattern(r"\W+$")


def conflicts(page: Page) -> Iterator[Repair]:
    """Propose to keep one side of every part in which a merge left both."""
    hunks = list(_hunks(page))
    marks = [line for line in page.lines if _mark(line)]
    if not marks:
        return
    if not hunks or sum(map(len, hunks)) < len(marks):
        edits = tuple(_without(page, line) for line in marks)
        message = "the mark of a merge was left in the file"
        yield Repair((marks[0].start, marks[0].end), edits, message, "delete the line", "delete the line", 0)
        return
    message = "two versions of these lines stand here: a merge left both, and its marks"
    help = "keep the lines of one version, and delete those of the other and the lines <<<<<<<, ======= and >>>>>>>"
    at = (hunks[0][0].start, hunks[0][0].end)
    for mine in (True, False):
        edits = tuple(edit for hunk in hunks for edit in _one_side(page, hunk, mine))
        yield Repair(at, edits, message, help, "keep one version", 0, offered=False)


def _mark(line: Line) -> bool:
    return any(form.match(line.text) for form in (_BEGIN, _BASE, _MIDDLE, _END))


def _hunks(page: Page) -> Iterator[list[Line]]:
    """Give the marks of each part: the first, perhaps that of the common ancestor, the middle, the last."""
    hunk: list[Line] = []
    for line in page.lines:
        if _BEGIN.match(line.text):
            hunk = [line]
        elif hunk and (_BASE.match(line.text) or _MIDDLE.match(line.text)):
            hunk.append(line)
        elif len(hunk) > 1 and _END.match(line.text):
            yield [*hunk, line]
            hunk = []


def _one_side(page: Page, hunk: list[Line], mine: bool) -> Iterator[Edit]:
    """Give the edits that leave the lines before the first mark but one, or those behind the last but one."""
    begin, *middle, end = hunk
    first, last = (middle[0], end) if mine else (begin, middle[-1])
    if mine:
        yield _without(page, begin)
    yield Edit(first.start, page.after(last), "")
    if not mine:
        yield _without(page, end)


def _without(page: Page, line: Line) -> Edit:
    return Edit(line.start, page.after(line), "")


def fences(page: Page) -> Iterator[Repair]:
    """Propose to delete the fences around a file that was copied from a page."""
    found = [line for line in page.lines if not line.in_block and _FENCE.match(line.text)]
    if found:
        edits = tuple(_without(page, line) for line in found)
        message = "the fence of a block of Markdown is no part of the file"
        at = found[0].start, found[0].end
        yield Repair(at, edits, message, "delete the line", "delete the fences", 0)
        around = tuple(Edit(line.start, line.start, "# ") for line in _around(page, found))
        if around:
            help = "delete the lines of the fences, and what stands before the first and behind the last"
            title = "delete the fences and make comments of what stands around them"
            yield Repair(at, (*edits, *around), message, help, title, 0)


def _around(page: Page, fences: list[Line]) -> Iterator[Line]:
    """Give the lines of a page, such as a chat, around the first and the last fence: no key of the format is there."""
    before, behind = page.lines[: fences[0].number], page.lines[fences[-1].number + 1 :]
    for lines in (before, behind if len(fences) > 1 else []):
        if not any(line.key in page.keys for line in lines):
            yield from (line for line in lines if not line.blank)


def headings(page: Page) -> Iterator[Repair]:
    """Propose to take a line in bold type, as Markdown has it, for a comment."""
    for line in page.near:
        if not line.in_block and _BOLD.match(line.text):
            at = line.start + line.indent
            message = "a line in bold type is a heading of Markdown, and no key with a colon"
            edit = Edit(at, at, "# ")
            yield Repair((at, line.end), (edit,), message, "write # before it, or delete it", "make it a comment", 0)


def bold_keys(page: Page) -> Iterator[Repair]:
    """Propose to take the marks of bold type off keys: off all of them, since who writes one so writes more."""
    found = [(line, match) for line in page.lines if not line.in_block and (match := _BOLD_KEY.match(line.text))]
    known = [(line, match) for line, match in found if match["name"] in page.keys]
    if known:
        line, match = known[0]
        edits = tuple(
            Edit(line.start + match.start("key"), line.start + match.end("key"), f"{match['name']}:")
            for line, match in known
        )
        at = line.start + match.start("key"), line.start + match.end("key")
        message = f'"{match["name"]}" stands in bold type, as Markdown has it: a key is a word and a colon alone'
        yield Repair(at, edits, message, f"write {match['name']}:", "take the marks off", 0)


def strays(page: Page) -> Iterator[Repair]:
    """Propose to take a line for a comment that begins like one elsewhere, or is no text at all."""
    for line in page.near:
        at = (line.start + line.indent, line.end)
        if match := _COMMENT.match(line.text):
            text = line.text[match.end() :].rstrip()
            said = text.removesuffix("-->").removesuffix("*/").rstrip()
            edit = Edit(at[0], line.end, f"# {said}")
            message, help = "a comment begins with # in YAML", "write # before the comment"
            yield Repair(at, (edit,), message, help, "make it a comment", 1)
            below = tuple(Edit(other.start, other.start, "# ") for other in page.below(line, line.indent + 1))
            yield Repair(at, (edit, *below), message, help, "make it a comment", 2)
        elif _NOTHING.match(line.text):
            message = f"this line is neither a key nor a text: {line.text.strip()[:20]}"
            yield Repair(at, (_without(page, line),), message, "delete the line", "delete the line", 3)
