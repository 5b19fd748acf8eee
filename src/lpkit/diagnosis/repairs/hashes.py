"""A number sign in a text that goes on: YAML takes it for the beginning of a comment."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnosis.repairs.writing import quoted, shown
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_SIGN = pattern(r"(?<=\s)#(?=[^\W_])")
_BORDER = "[{,"


def signs(page: Page) -> Iterator[Repair]:
    """Propose quotation marks around a text with such a sign: an entry in brackets, or one that goes on below."""
    for line in page.near:
        match = None if line.in_block or not line.value else _SIGN.search(line.text, line.value_at - line.start)
        if match is None:
            continue
        at = line.start + match.start()
        edit = _entry(page, line, match.start()) if line.value[0] in "[{" else _whole(page, line)
        message = "the # behind a space begins a comment, so that the rest of the line is no part of the text"
        help = f"put the text in quotes: {shown(edit.text)}"
        yield Repair((at, at + 1), (edit,), message, help, "put the text in quotes", 0)


def _entry(page: Page, line: Line, sign: int) -> Edit:
    begin = max(line.text.rfind(border, 0, sign) for border in _BORDER) + 1
    ends = [place for border in ",]}" if (place := line.text.find(border, sign)) >= 0]
    raw = line.text[begin : min(ends, default=len(line.text))]
    start = line.start + begin + len(raw) - len(raw.lstrip())
    return quoted(page.text, start, start + len(raw.strip()))


def _whole(page: Page, line: Line) -> Edit:
    below = page.below(line, line.indent + 1)
    end = below[-1].end if below and not any(other.key for other in below) else line.end
    text = " ".join(page.text[line.value_at : end].split())
    return Edit(line.value_at, end, quoted(text, 0, len(text)).text)
