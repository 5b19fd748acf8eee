"""How a repair writes what an author meant."""

from lpkit.diagnosis.page import Line
from lpkit.diagnostic import Edit
from lpkit.source import one_line

_LONGEST = 60


def quoted(text: str, start: int, end: int) -> Edit:
    """Give the edit that puts a stretch of a file into quotation marks, whatever it holds.

    The line breaks of a text that goes on below its line count as spaces within quotation marks too.
    """
    raw = text[start:end]
    if "\n" not in raw:
        return Edit(start, end, one_line(raw))
    lines = [one_line(line.strip())[1:-1] for line in raw.split("\n")]
    leads = [line[: len(line) - len(line.lstrip(" "))] for line in raw.split("\n")]
    return Edit(start, end, '"' + "\n".join(lead + line for lead, line in zip(leads, lines, strict=True)) + '"')


def shown(text: str) -> str:
    """Give a text for a message: on one line, and not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def text_ends(line: Line) -> list[int]:
    """Give where the value of a line may end: before a comment, if it seems to have one, or with the line."""
    ends = [line.value_at + len(line.bare), line.value_at + len(line.value)]
    return sorted(set(ends))
