"""The line that says how far a slow command is: on a terminal only, and gone at the end."""

import io
from collections.abc import Iterator

import pytest

from lpkit.cli.progress import counted, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_counting_shows_and_goes_away() -> None:
    terminal = Terminal()
    assert list(counted("html: file", "abc", terminal, after=-1)) == ["a", "b", "c"]
    lines = terminal.getvalue().split("\r\x1b[K")
    assert lines == ["", "html: file 1", "html: file 2", "html: file 3", ""]


def test_a_fault_takes_the_line_away_too() -> None:
    def broken() -> Iterator[str]:
        yield "a"
        raise ValueError

    terminal = Terminal()
    with pytest.raises(ValueError, match=r"^$"):
        list(counted("html: file", broken(), terminal, after=-1))
    assert terminal.getvalue().endswith("file 1\r\x1b[K")


def test_nothing_shows_before_its_time_or_in_a_pipe() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    assert list(counted("html: file", "abc", terminal)) == ["a", "b", "c"]
    assert list(counted("html: file", "abc", pipe, after=-1)) == ["a", "b", "c"]
    assert terminal.getvalue() == pipe.getvalue() == ""
    assert progress("checking", pipe) is None


def test_a_known_total_is_told() -> None:
    terminal = Terminal()
    show = progress("checking", terminal, after=-1)
    assert show is not None
    for number in (1, 2, 3):
        show(number, 4)
    assert terminal.getvalue().split("\r\x1b[K") == ["", "checking 1 of 4", "checking 2 of 4", "checking 3 of 4", ""]
