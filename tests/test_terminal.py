"""What a terminal is sent: one of the system, whose window has a size, and a screen that says what remains of it."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from project import write_sample

ADDRESS = "https://docs.example.org/lpkit"
LINK = "\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\"

Show = Callable[..., str]


def _read(end: int, until: str = "") -> str:
    """Read what a terminal is sent until a text comes, or the last process that has it open ends."""
    said = b""
    try:
        while (not until or until.encode() not in said) and (part := os.read(end, 65536)):
            said += part
    except OSError:
        pass  # Linux says so that nobody is left.
    return said.decode()


def _terminal(columns: int) -> tuple[int, int]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    return ours, theirs


def show(folder: Path, *command: str, columns: int = 80, **environment: str) -> str:
    """Run Python on a terminal, and give what the terminal is sent."""
    ours, theirs = _terminal(columns)
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_HYPERLINK"}}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**plain, "TERM": "xterm-256color", **environment},
    ) as process:
        os.close(theirs)
        said = _read(ours)
        process.wait()
    os.close(ours)
    return said.replace("\r\n", "\n")


def screen(said: str, columns: int) -> list[str]:
    """Give the lines that remain on a screen that wraps, where lines are erased and written again."""
    lines, column = [""], 0
    for part in re.findall(r"\x1b\[K|\x1b\[[\d;]*m|\r|\n|[^\x1b\r\n]", said):
        if part == "\n":
            lines.append("")
            column = 0
        elif part == "\r":
            column = 0
        elif part == "\x1b[K":
            lines[-1] = lines[-1][:column]
        elif len(part) == 1:
            if column == columns:
                lines.append("")
                column = 0
            lines[-1] = lines[-1][:column] + part + lines[-1][column + 1 :]
            column += 1
    return lines


PROGRESS = """
from lpkit.cli.printer import open_streams, say, show
open_streams()
from lpkit.cli.progress import counted
import sys
for number in counted("a long name of what is done: file", range(3), after=-1):
    {body}
say("the end")
"""


@pytest.mark.parametrize("columns", [10, 20, 80])
@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("pass", []),
        ("say('said %d' % number)", ["said 0", "said 1", "said 2"]),
        ("show('shown')", ["shown"] * 3),
        ("sys.stderr.write('other %d\\n' % number)", ["other 0", "other 1", "other 2"]),
    ],
    ids=["alone", "beside what is said", "beside data", "beside what others write"],
)
def test_progress_leaves_nothing_behind(tmp_path: Path, columns: int, body: str, kept: list[str]) -> None:
    said = show(tmp_path, "-c", PROGRESS.format(body=body), columns=columns)
    assert "a long na" in said
    assert screen(said, columns) == [*kept, "the end", ""]


def test_progress_goes_when_somebody_interrupts(tmp_path: Path) -> None:
    write_sample(tmp_path)
    code = (
        "import os, signal, lpkit.cli.examining as c, lpkit.cli.main as m\n"
        "from lpkit.cli.progress import progress\n"
        "def check(project):\n"
        "    progress('checking', after=-1)(1, 10)\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    signal.pause()\n"
        "c.run_check = check\n"
        "import sys; sys.argv = ['lpkit', 'check']; m.main()\n"
    )
    said = show(tmp_path, "-c", code)
    assert "checking 1 of 10" in said
    assert screen(said, 80) == ["lpkit: interrupted", ""]


def test_a_poor_terminal_has_no_progress(tmp_path: Path) -> None:
    assert show(tmp_path, "-c", PROGRESS.format(body="pass"), TERM="dumb") == "the end\n"


@pytest.mark.parametrize("form", ["full", "grouped", "statistics"])
def test_codes_are_links_where_the_documentation_is_served(tmp_path: Path, form: str) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text(f'documentation = "{ADDRESS}"\n', encoding="utf-8")
    said = show(tmp_path, "-m", "lpkit", "check", "-f", form, WT_SESSION="1")
    assert LINK.format(f"{ADDRESS}/rules/lp204.html", "LP204") in said
    assert said.count("\x1b]") == 2


@pytest.mark.parametrize(
    ("environment", "linked"),
    [
        ({"WT_SESSION": "1"}, True),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "5000"}, False),
        ({"VTE_VERSION": "odd"}, False),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "WT_SESSION": "1"}, False),
        ({"NO_COLOR": "1", "WT_SESSION": "1"}, False),
        ({"TERM": "dumb", "WT_SESSION": "1"}, False),
    ],
    ids=str,
)
def test_terminals_that_read_links_are_known(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], linked: bool
) -> None:
    from lpkit.cli import linking, printer

    for name in ("NO_COLOR", "FORCE_HYPERLINK", "VTE_VERSION", "TERM_PROGRAM", *linking._LINKING_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(printer, "on_terminal", lambda: True)
    assert linking.links() is linked


def test_no_link_comes_from_what_is_read(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20")
    pack.write_text(text.replace("status: published", 'status: published\n"\\e]8;;https://evil.example\\e\\\\": 1'))
    said = show(tmp_path, "-m", "lpkit", "check", FORCE_HYPERLINK="1")
    assert "evil.example" in said
    assert "\x1b]" not in said


def test_a_watch_shows_each_save_and_records_nothing(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    pack = write_sample(tmp_path)
    good = pack.read_text(encoding="utf-8")
    ours, theirs = _terminal(100)
    with subprocess.Popen(
        [sys.executable, "-m", "lpkit", "check", "--watch"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "LPKIT_CACHE": str(tmp_path / "kept")},
    ) as process:
        os.close(theirs)
        assert "no faults" in _read(ours, "Ctrl-C")
        pack.write_text(good.replace("total: 19", "total: 20"), encoding="utf-8")
        said = _read(ours, "Ctrl-C")
        assert said.startswith("\x1b[2J\x1b[H")
        assert "LP204" in said
        (tmp_path / "packs" / "library.yaml").rename(tmp_path / "away.yaml")
        assert "LP1" in _read(ours, "Ctrl-C")
        (tmp_path / "away.yaml").rename(tmp_path / "packs" / "library.yaml")
        assert "LP204" in _read(ours, "Ctrl-C")
        pack.write_text(good, encoding="utf-8")
        assert "no faults" in _read(ours, "Ctrl-C")
        process.send_signal(signal.SIGINT)
        _read(ours)
        assert process.wait() == 0
    os.close(ours)
    assert not list((tmp_path / "kept").rglob("*.run"))


@pytest.mark.parametrize("also", [("--review",), ("--add-ignores", "x"), ("--write-baseline", "b.json")])
def test_what_is_for_once_is_not_watched(tmp_path: Path, also: tuple[str, ...]) -> None:
    write_sample(tmp_path)
    said = show(tmp_path, "-m", "lpkit", "check", "--watch", "-f", "json=out.json", *also)
    assert "--watch checks again and again" in said
