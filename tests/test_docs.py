"""What README and the pages of docs/ show is what happens."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from command_page import commands, parameters
from lpkit.cli.app import COMMANDS
from pages import ROOT, Part, Shell, pages, parts, steps, written_pages
from project import LIBRARY, PACK, base_of, check_folder, patched
from warm import Warm

UNTRIED = re.compile(
    r"pip install [\w.'\[\]=<>/-]+( [\w.'\[\]-]+)*|pre-commit install.*|pytest|lpkit serve.*"
    r"|git (add|commit|clone|push|init|tag)\b.*"
    r"|venv \.venv|\.venv\\Scripts\\Activate\.ps1"
    r"|cd editors/vscode|npm (ci|test|run package)|code --install-extension lpkit-\*\.vsix"
)
"""Commands of `bash` blocks that are tried elsewhere, or need a network; all others must be lpkit's, and exist."""

ELSEWHERE = {"vim", "lua", "elisp"}
"""Languages of blocks that tests/test_editors.py tries."""


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", written_pages(), ids=_name)
def test_page_shows_what_happens(page: Path, tmp_path: Path, warm: Warm, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    shell = Shell(tmp_path, warm.door)
    blocks = [(part, _tried(part, shell)) for part in parts(text)]
    seen = text
    for part, body in reversed(blocks):
        seen = seen[: part.start] + body + seen[part.end :]
    if request.config.getoption("--update-golden"):
        page.write_text(seen, encoding="utf-8")
    else:
        assert seen == text


def _tried(part: Part, shell: Shell) -> str:
    """Do what a block says; give it with what its commands really print."""
    if part.language == "hidden":
        result = shell.run(f"set -euo pipefail\n{part.body}")
        assert result.returncode == 0, result.stdout
    elif part.language == "console":
        said = ((command, shell.run(command).stdout) for command, _ in steps(part.body))
        return "".join(f"$ {command}\n{_whole_lines(output)}" for command, output in said)
    elif part.title:
        _match_file(shell.folder / part.title, part.body)
        lines = re.findall(r"^ *(?:- |run: |entry: )(lpkit .*)$", part.body, re.MULTILINE)
        assert [line for line in lines if not _is_known(line)] == []
    elif part.language == "text":
        pass  # A picture, not something to run.
    elif part.language == "yaml":
        _fits_the_format(part.body, shell.folder)
    elif part.language in {"bash", "powershell"}:
        for line in part.body.splitlines():
            assert all(_is_known(piece.removeprefix("py -m ")) for piece in line.split(" && ")), line
    else:
        assert part.language in ELSEWHERE, f"nothing tries this block: {part.body[:60]}"
    return part.body


def _whole_lines(output: str) -> str:
    return output if output.endswith("\n") or not output else f"{output}\n"


def _match_file(file: Path, body: str) -> None:
    if file.is_file():
        assert body in file.read_text(encoding="utf-8"), f"not a part of {file.name}: {body}"
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")


def _fits_the_format(body: str, folder: Path) -> None:
    """Put top-level keys into the sample pack or library, and see that the file still has the shape of the format."""
    trial = folder.parent / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    keys = set(re.findall(r"^(\w+):", body, re.MULTILINE))
    of_library = {"principles", "levels", "verdicts", "rubrics", "markers", "test", "speaking", "language"}
    name = LIBRARY if keys & of_library else PACK
    for each in (LIBRARY, PACK):
        (trial / each).parent.mkdir(parents=True, exist_ok=True)
        (trial / each).write_text(patched(base_of(each), body)[0] if each == name else base_of(each), encoding="utf-8")
    broken = [f"{fault.code} {fault.message}" for fault in check_folder(trial).diagnostics if fault.code < "LP020"]
    assert broken == [], body


def _is_known(line: str) -> bool:
    """Tell whether a line is a command of lpkit with options that it has, or one that is tried elsewhere."""
    if UNTRIED.fullmatch(line):
        return True
    words = shlex.split(re.split(r"\s[|<>&]", line)[0], comments=True)
    if words[:1] != ["lpkit"]:
        return False
    if len(words) == 1 or words[1] in {"--version", "--help", "-h"}:
        return True
    known = commands()
    name = next((name for name in (" ".join(words[1:3]), words[1]) if name in known), None)
    if name is None:
        return words[1] in COMMANDS and len(words) == 2
    names = {option for entry in parameters(known[name]) for decl in entry.names for option in decl.split("/")}
    used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    return used <= names | {"--help", "-h"}


@pytest.mark.parametrize("page", pages(), ids=_name)
def test_commands_in_the_text_exist(page: Path) -> None:
    text = re.sub(r"^ *```.*?^ *```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = [re.sub(r"[\[\]…\\]", " ", line) for line in re.findall(r"`(lpkit [^`\n]+)`", text)]
    assert [line for line in named if not _is_known(line)] == []
