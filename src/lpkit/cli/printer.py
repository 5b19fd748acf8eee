"""The one place that writes to standard output and standard error: whatever goes there is printable and no command.

What lpkit says goes through the functions below. What others write, a library, a plug-in, Python itself, meets the
guards that `open_streams` puts before both streams. A test forbids to write anywhere else (`tests/test_printer.py`).
"""

import codecs
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any, TextIO, cast

from lpkit.printable import is_printed, json_text, printable, printable_content, printable_line, printable_lines
from lpkit.witness import note_once, note_said

_LOGS = ("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION")
"""Variables of systems that read commands out of what a program prints: what goes into a pipe there may be read."""
_COMPLETING = "_LPKIT_COMPLETE"
"""Set by a shell that asks how a command goes on: it gets names of ours in a form of its own, with tabs."""
_ERASED = "\r\x1b[K"
_progress: TextIO | None = None
"""The terminal that shows a line of `show_progress` now."""
_REMEMBERED = 24
"""Characters of an unfinished line that are kept: more than the longest mark has."""


class Guard:
    """A stream that makes printable what is written to it, also where it comes in pieces; else the stream itself."""

    def __init__(self, stream: TextIO, name: str = "stdout") -> None:
        self.stream = stream
        self._name = name
        self._begun = ""

    def write(self, text: str) -> int:
        """Write lines without anything in them that a terminal or a log obeys."""
        if not isinstance(text, str):
            raise TypeError(f"a text is needed, not {type(text).__name__}")
        whole = self._begun + text
        shown = printable_lines(whole)[len(printable_lines(self._begun)) :]
        note_said(self._name, shown)
        if _progress is not None:
            _take_progress_away()
        self.stream.write(shown)
        line = whole.rpartition("\n")[2]
        # What is forgotten stands for white space as long as the line has nothing else, since a command may follow.
        rest = line[:-_REMEMBERED]
        self._begun = line if not rest else ("." if rest.strip() else " ") + line[-_REMEMBERED:]
        return len(text)

    def writelines(self, lines: Sequence[str]) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def open_streams() -> None:
    """Put guards before the streams; those that the caller has closed lead to where nothing is kept."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # It stays open until the process ends.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    if os.environ.get(_COMPLETING):
        return
    sys.stdout = _guarded(sys.stdout, "stdout")
    sys.stderr = _guarded(sys.stderr, "stderr")


def _guarded(stream: TextIO, name: str) -> TextIO:
    if isinstance(stream, Guard):
        return cast("TextIO", stream)
    if hasattr(stream, "reconfigure"):
        # The command line library takes a stream of ASCII for a mistake, and would write past it.
        ascii_only = codecs.lookup(stream.encoding).name == "ascii"
        stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="backslashreplace")
    return cast("TextIO", Guard(stream, name))


def say(text: str) -> None:
    """Talk to the user in one line: on standard error, so that data on standard output stays clean."""
    _write(sys.stderr, printable_line(text) + "\n")


def show(text: str = "") -> None:
    """Write one line to standard output."""
    _write(sys.stdout, printable_line(text) + "\n")


def show_lines(text: str) -> None:
    """Write a text that has lines of its own to standard output."""
    _write(sys.stdout, printable_lines(text) + "\n")


def show_json(value: object, ascii_only: bool = False) -> None:
    """Write a value to standard output as JSON."""
    _write(sys.stdout, json_text(value, ascii_only) + "\n")


def show_document(text: str) -> None:
    """Write to standard output what was made for it: of printable parts, with colours or commands of our own."""
    _write(sys.stdout, text)


def show_bytes(content: bytes) -> None:
    """Give bytes on through standard output as they are, for another program or a file."""
    note_once()
    stream = _within(sys.stdout)
    stream.flush()
    binary: IO[bytes] = stream.buffer
    binary.write(content)
    binary.flush()


def show_patch(name: str, lines: Sequence[bytes]) -> None:
    """Write the lines of a patch to standard output, the first two of them its head.

    A file and a pipe get the bytes, for `git apply`. A terminal and a log get what is printable; where that differs,
    the head goes, so that no program takes for a patch what would bring escapes into a file.
    """
    head, hunks = (b"".join(part).decode(errors="surrogateescape") for part in (lines[:2], lines[2:]))
    if not _is_read(sys.stdout) or printable_content(head + hunks) == head + hunks:
        show_bytes(b"".join(lines))
        return
    told = printable_line(f"{name}, shown with escapes, so this is no patch (write it into a file for one):")
    _write(sys.stdout, f"{told}\n{printable_content(hunks)}")


def show_progress(text: str, stream: TextIO | None = None) -> None:
    """Write a line over the one before, on a terminal; an empty text takes it away.

    It is cut to the window, since a line that wraps leaves its first half behind. Whatever else is written to a
    terminal takes it away first.
    """
    global _progress
    inner = _within(stream or sys.stderr)
    inner.write(f"{_ERASED}{_narrowed(printable(text), _columns(inner) - 1)}")
    inner.flush()
    _progress = inner if text else None


def clear_screen() -> None:
    """Begin a new page, where standard output is a terminal that knows what that is."""
    if on_terminal() and os.environ.get("TERM") != "dumb":
        _write(sys.stdout, "\x1b[2J\x1b[H")


def _narrowed(text: str, cells: int) -> str:
    """Cut a text to cells of a terminal, of which some characters take two."""
    if text.isascii():
        return text[: max(0, cells)]
    from rich.cells import set_cell_size

    return set_cell_size(text, max(0, cells)).rstrip()


def _columns(stream: TextIO) -> int:
    """Give the width of a window; one that nobody told the system of has 80."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _take_progress_away() -> None:
    global _progress
    if _progress is not None:
        shown, _progress = _progress, None
        shown.write(_ERASED)
        shown.flush()


def ask(what: str, default: str) -> str:
    """Ask for a text on the terminal."""
    import typer

    note_once()
    return str(typer.prompt(what, default=default, err=True))


def streams() -> tuple[TextIO, TextIO]:
    """Give standard output and standard error, to be looked at."""
    return sys.stdout, sys.stderr


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def talks_on_terminal(stream: TextIO | None = None) -> bool:
    """Tell whether a stream, or else standard error, is a terminal on which a line can be written over."""
    return (stream or sys.stderr).isatty() and os.environ.get("TERM") != "dumb"


def coloured() -> bool:
    """Tell whether to write colours: on a terminal that has them, unless NO_COLOR is set."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_read(stream: TextIO) -> bool:
    """Tell whether a stream is shown as it comes: on a terminal, or in a log that is searched for commands."""
    if stream.isatty():
        return True
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(kind) and any(os.environ.get(name) for name in _LOGS)


def _within(stream: TextIO) -> TextIO:
    return stream.stream if isinstance(stream, Guard) else stream


def was_said(stream: str, text: str) -> bool:
    """Tell whether a text may have been written to a stream by a run: one that somebody planted may hold anything."""
    return stream in {"stdout", "stderr"} and is_printed(text)


def say_again(said: Iterable[Sequence[str]]) -> None:
    """Write what a run before wrote: pairs of the name of a stream and a text that is printable already."""
    for name, text in said:
        _write(sys.stderr if name == "stderr" else sys.stdout, text)


def _write(stream: TextIO, text: str) -> None:
    note_said("stderr" if stream is sys.stderr else "stdout", text)
    if _progress is not None:
        _take_progress_away()
    inner = _within(stream)
    inner.write(text)
    inner.flush()
