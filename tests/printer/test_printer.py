"""What is printable, what is no command any more, that a patch stays one, and that nothing talks past the printer."""

import ast
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from evil import EVIL, WORLDS, dangers

from lpkit.cli.printer import Guard, say, show_progress
from lpkit.printable import inert, json_text, printable, printable_content, printable_line, printable_lines, xml_for_log
from project import Run

ROOT = Path(__file__).parent.parent.parent
PRINTER = ROOT / "src/lpkit/cli/printer.py"
MODULES = [
    file
    for top in ("src", "exporters/lpkit_exporters", "importers/lpkit_importers")
    for file in sorted((ROOT / top).rglob("*.py"))
]
"""What is shipped: commands for those who work on lpkit print what they like."""

ORDINARY = [
    "",
    "a: b",
    "Zoë's 世界 😀 👩‍💻",
    "می‌خواهم",
    "a::b",
    "std::vector [x] # y",
    "#[derive]",
    "## [link]",
    "a:\u00a0b",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_texts_stay(text: str) -> None:
    for hold in (printable, printable_line, printable_lines, printable_content, inert):
        assert hold(text) == text
    assert json_text(text) == json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\x1b]0;t\x07", "\\x1b]0;t\\x07"),
        ("\x9b1m", "\\x9b1m"),
        ("\u202ea\u2069\u061c\u200e", "\\u202ea\\u2069\\u061c\\u200e"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("x ##[group]y", "x ##\\x5bgroup]y"),
        ("####[a]", "####\\x5ba]"),
        ("##vso[a]##teamcity[b", "##vso\\x5ba]##teamcity\\x5bb"),
        ("section_start:1:a section_end:", "section_start\\x3a1:a section_end\\x3a"),
        ("::error::x", ":\\x3aerror::x"),
        (" \t\u00a0::error::x", " \\t\u00a0::error::x"),
        (" \u00a0\u3000::error::x", " \u00a0\u3000:\\x3aerror::x"),
        ("\u00ad\u200b\ufeff::error::x", "\u00ad\u200b\ufeff:\\x3aerror::x"),
        (":::error::x", ":\\x3a:error::x"),
    ],
)
def test_a_line(text: str, shown: str) -> None:
    assert printable_line(text) == shown
    assert printable_line(shown) == shown, "what is held is held"


def test_lines_of_a_text_stay_lines() -> None:
    assert printable_lines("a\n::b\n  ::c\r\n\n") == "a\n:\\x3ab\n  :\\x3ac\\r\n\n"
    assert printable_content("a\t\r\n ::b\r::c\n") == "a\t\r\n :\\x3ab\\r::c\n"
    assert inert("\x1b[1m::a\x1b[0m\n") == "\x1b[1m:\\x3aa\x1b[0m\n"


def test_every_mark_is_held_at_once() -> None:
    for hold in (printable_line, printable_lines):
        assert dangers(hold(EVIL)) == []
    assert dangers(EVIL)


def test_machines_read_the_same() -> None:
    value = {EVIL: [EVIL, "\udcff", {"::a::": "\\##["}]}
    assert json.loads(json_text(value)) == json.loads(json_text(value, ascii_only=True)) == value
    assert dangers(json_text(value)) == dangers(json_text(value, ascii_only=True)) == []
    text = EVIL.replace("\x1b", "").replace("\x07", "").replace("\r", "") + "\n  ::a::"
    element = ET.Element("a", {"b": text.replace("\n", "").replace("\t", "")})
    element.text = text.replace("\t", "")
    written = xml_for_log(ET.tostring(element, encoding="unicode"))
    again = ET.fromstring(written)
    assert (again.text, again.attrib) == (element.text, element.attrib)
    assert dangers(written) == []


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    "text", [EVIL, " " * 70 + "::a::b\n##[x]", "x" * 70 + "##[x] section_start:", "a##\n[x]:\n:b::\n"]
)
def test_a_guard_sees_what_comes_in_pieces(text: str, size: int) -> None:
    stream = io.StringIO()
    guard = Guard(stream)
    guard.writelines(text[at : at + size] for at in range(0, len(text), size))
    assert stream.getvalue() == printable_lines(text)


def test_a_guard_is_a_stream_of_text() -> None:
    guard = Guard(io.StringIO())
    with pytest.raises(TypeError):
        guard.write(b"")  # type: ignore[arg-type]
    assert not guard.isatty()


def test_what_is_said_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\nlpkit: all is well")
    assert capsys.readouterr().err == "a\\nlpkit: all is well\n"


def test_progress_is_printable() -> None:
    terminal = io.StringIO()
    show_progress("a\x1b[2J", terminal)
    assert terminal.getvalue() == "\r\x1b[Ka\\x1b[2J"


def _talks(node: ast.AST) -> bool:
    """Tell whether a node of a module writes to a standard stream, or names one to write to."""
    if isinstance(node, ast.Attribute):
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        return (owner, node.attr) in {
            *(("sys", name) for name in ("stdout", "stderr", "__stdout__", "__stderr__")),
            *(
                (module, name)
                for module in ("typer", "click")
                for name in ("echo", "secho", "prompt", "confirm", "style")
            ),
            ("click", "echo_via_pager"),
            ("typer", "progressbar"),
            ("os", "write"),
            ("warnings", "warn"),
        }
    if isinstance(node, ast.ImportFrom):
        names = {alias.name for alias in node.names}
        return bool(names & {"echo", "secho", "prompt", "stdout", "stderr", "print"}) or node.module == "rich.prompt"
    if isinstance(node, ast.Import):
        return any(alias.name.partition(".")[0] in {"logging", "getpass"} for alias in node.names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        elsewhere = node.func.id == "Console" and all(word.arg != "file" for word in node.keywords)
        return node.func.id in {"print", "input", "breakpoint"} or elsewhere
    return False


@pytest.mark.parametrize(
    "line",
    [
        "print(1)",
        "typer.echo(1)",
        "sys.stderr.write('')",
        "from sys import stdout",
        "import logging",
        "Console(color_system=None)",
    ],
)
def test_who_talks_is_seen(line: str) -> None:
    assert any(map(_talks, ast.walk(ast.parse(line))))


def test_only_the_printer_talks() -> None:
    talking = {
        f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        for file in MODULES
        if file != PRINTER
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if _talks(node)
    }
    assert talking == set()


def _patch(lpkit: Run, folder: Path, command: str, **environment: str) -> str:
    return str(lpkit(command, "--diff", *(["--unsafe"] if command == "fix" else []), cwd=folder, **environment).stdout)


def _applies(folder: Path, patch: str) -> "subprocess.CompletedProcess[bytes]":
    data = patch.encode(errors="surrogateescape")
    return subprocess.run(["git", "apply", "-"], input=data, cwd=folder, capture_output=True, check=False)


@pytest.mark.parametrize("world", ["contents", "names"])
@pytest.mark.parametrize("command", ["fmt", "fix"])
def test_a_patch_in_a_pipe_is_one_and_in_a_log_is_none(lpkit: Run, tmp_path: Path, world: str, command: str) -> None:
    WORLDS[world](tmp_path)
    (pack,) = [file for file in (tmp_path / "packs").rglob("*.yaml") if file.name != "library.yaml"]
    before = pack.read_bytes()
    shown = _patch(lpkit, tmp_path, command, GITHUB_ACTIONS="true")
    assert dangers(shown.replace("\t", "")) == []
    if world == "contents":
        refused = _applies(tmp_path, shown)
        assert (refused.returncode, pack.read_bytes()) == (128, before), refused.stderr
    patch = _patch(lpkit, tmp_path, command)
    done = _applies(tmp_path, patch)
    assert (done.returncode, done.stderr) == (0, b"")
    applied = pack.read_bytes()
    pack.write_bytes(before)
    lpkit(command, *(["--unsafe"] if command == "fix" else []))
    assert pack.read_bytes() == applied != before


def test_a_patch_in_a_file_is_one_also_where_there_is_a_log(tmp_path: Path) -> None:
    WORLDS["contents"](tmp_path)
    environment = {**os.environ, "GITHUB_ACTIONS": "true"}
    with (tmp_path / "a.patch").open("wb") as file:
        subprocess.run(
            [sys.executable, "-m", "lpkit", "fmt", "--diff"], cwd=tmp_path, env=environment, stdout=file, check=False
        )
    assert _applies(tmp_path, (tmp_path / "a.patch").read_text(encoding="utf-8")).returncode == 0


@pytest.mark.parametrize("command", [["check", "-f", "full"], ["fmt", "--diff"], ["fix", "--diff", "--unsafe"]])
def test_a_terminal_gets_what_is_printable_and_our_colours(tmp_path: Path, command: list[str]) -> None:
    WORLDS["contents"](tmp_path)
    main, worker = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "lpkit", *command], cwd=tmp_path, stdout=worker, stderr=subprocess.DEVNULL
    ):
        os.close(worker)
        shown = b""
        while True:
            try:
                piece = os.read(main, 65_536)
            except OSError:
                break
            shown += piece
    os.close(main)
    assert b"lpkit" in shown or b"pwned" in shown or b"total" in shown
    assert dangers(shown.decode().replace("\r\n", "\n"), colours=True) == []


@pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION"])
def test_reports_are_the_same_everywhere(lpkit: Run, tmp_path: Path, variable: str) -> None:
    WORLDS["values"](tmp_path)
    words = [word for name in ("full", "concise", "json", "junit", "github") for word in ("-f", f"{name}={name}.txt")]
    results = []
    for environment in ({}, {variable: "1"}):
        lpkit("check", *words, **environment)
        results.append([file.read_bytes() for file in sorted(tmp_path.glob("*.txt"))])
    assert results[0] == results[1]
    for content, name in zip(results[0], sorted(("full", "concise", "json", "junit", "github")), strict=True):
        assert dangers(content.decode(), commands=name == "github") == []


@pytest.mark.parametrize("name", ["a\nb", "c\n::error::z", "ordinary ö", 'q"\x01\\'])
def test_a_patch_names_files_as_git_does(lpkit: Run, tmp_path: Path, name: str) -> None:
    WORLDS["contents"](tmp_path)
    pack = tmp_path / "packs/ownership/noisy-alarm.yaml"
    pack.rename(pack.with_name(f"{name}.yaml"))
    assert _applies(tmp_path, _patch(lpkit, tmp_path, "fmt")).returncode == 0


def test_a_bug_is_told_and_logged_without_commands(lpkit: Run, tmp_path: Path) -> None:
    WORLDS["plug-ins"](tmp_path)
    result = lpkit("export", "evil", TMPDIR=str(tmp_path))
    assert result.returncode == 3
    (log,) = tmp_path.glob("lpkit-*.log")
    assert "RuntimeError" in log.read_text(encoding="utf-8")
    for text in (result.stdout, result.stderr, log.read_text(encoding="utf-8")):
        assert "pwned" in text
        assert dangers(text) == []


def test_a_shell_that_completes_is_answered_in_its_own_form(tmp_path: Path) -> None:
    lpkit = Path(sys.executable).with_name("lpkit")
    asked = {
        "_LPKIT_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_ARGS": "lpkit che",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    said = subprocess.run(
        [lpkit], cwd=tmp_path, env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert said.stdout.startswith("check\tCheck packs")


def test_a_filter_gives_back_what_it_got(tmp_path: Path) -> None:
    WORLDS["contents"](tmp_path)
    command = [sys.executable, "-m", "lpkit", "fmt", "-", "--stdin-filename", "packs/ownership/noisy-alarm.yaml"]
    content = (tmp_path / "packs/ownership/noisy-alarm.yaml").read_bytes()
    environment = {**os.environ, "GITHUB_ACTIONS": "true"}
    first = subprocess.run(
        command, cwd=tmp_path, env=environment, input=content, capture_output=True, check=True
    ).stdout
    assert "::error::pwned##[x]\u202e".encode() in first
