"""Text with colours and links for a terminal, put together of printable pieces."""

from collections.abc import Iterable, Iterator

from lpkit.diagnostic import Diagnostic, Severity
from lpkit.printable import printable

Piece = tuple[str, str]
"""A stretch of text and its style, a name of `_CODES`."""

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}

_CHANGES = {"-": "red", "+": "green", "@": "cyan"}
"""Styles of the lines of a patch, by their first character."""

_CODES = {"bold": "1", "bold red": "1;31", "bold yellow": "1;33", "bold cyan": "1;36", "blue": "34"}
_CODES |= {"red": "31", "green": "32", "cyan": "36"}
"""Parameters of SGR (ECMA-48, section 8.3.117)."""


def joined(pieces: Iterable[Piece], colour: bool) -> str:
    """Put pieces together; a style, where there is colour, ends before the line does."""
    return "".join(_styled(text, style) if colour and style else text for text, style in pieces)


def linked(text: str, url: str | None, colour: bool) -> str:
    """Give a text as a link (OSC 8) where there is an address, and colour: nothing else tells that a terminal reads.

    `text` is printable, and the address is made so.
    """
    if not url or not colour:
        return text
    return f"\x1b]8;;{printable(url)}\x1b\\{text}\x1b]8;;\x1b\\"


def _styled(text: str, style: str) -> str:
    line = text.rstrip("\n")
    return f"\x1b[{_CODES[style]}m{line}\x1b[0m{text[len(line) :]}" if line else text


def patch_pieces(entry: Diagnostic, indent: int) -> Iterator[Piece]:
    """Give what the fix of a fault does and the lines that it changes, where they were asked for."""
    if not entry.fix or not entry.patch:
        return
    how = "lpkit fix" if entry.fix.safe else "lpkit fix --unsafe"
    yield f"{' ' * indent}{how}: {printable(entry.fix.title)}\n", ""
    for line in entry.patch:
        yield f"{' ' * indent}{printable(line)}\n", _CHANGES.get(line[:1], "")
