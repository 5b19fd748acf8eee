"""The settings that the page on editors shows do what it says, on what lpkit really prints."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from lpkit.report import renderer
from pages import ROOT, Shell, parts
from project import check_folder, write_sample

GUIDE = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
PACK = "packs/ownership/noisy-alarm.yaml"


def _block(language: str, word: str) -> str:
    """Give the first block of the guide in a language that holds a word."""
    return next(part.body for part in parts(GUIDE) if part.language == language and word in part.body)


@pytest.fixture
def lines(tmp_path: Path) -> list[str]:
    """Give the concise report on a pack with an error, a warning and an info; the path has a space in it."""
    pack = write_sample(tmp_path / "my packs")
    text = pack.read_text(encoding="utf-8")
    mended = text.replace("total: 19", "total: 20").replace("options: [", "options: [All of the above, ")
    pack.write_text(mended.replace("To save disk space", "To never lose a disk"), encoding="utf-8")
    report = renderer("concise")(check_folder(tmp_path), False)
    assert {word for word in ("error", "warning", "info") if f": {word} LP" in report} == {"error", "warning", "info"}
    return report.splitlines()


def _facts(line: str) -> tuple[str, ...]:
    """Take a line apart as its form is written down: path, line, column, severity, code, name and message."""
    path, number, column, rest = line.split(":", 3)
    severity, code, message = rest.strip().split(" ", 2)
    return (path, number, column, severity, code, message)


def test_problem_matcher_of_vs_code(lines: list[str]) -> None:
    pattern = json.loads("{" + _block("json", "problemMatcher") + "}")["problemMatcher"]["pattern"]
    keys = ("file", "line", "column", "severity", "code", "message")
    for line in lines:
        matched = re.fullmatch(pattern["regexp"], line)
        assert matched, line
        assert tuple(matched[pattern[key]] for key in keys) == _facts(line)


def test_settings_of_vs_code_name_a_task_that_is_there(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert shell.run("lpkit init . --no-git").returncode == 0
    tasks = json.loads((shell.folder / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"]
    bindings = json.loads(_block("json", "runCommands"))
    assert bindings[0]["args"]["commands"][1]["args"] in {task["label"] for task in tasks}


def test_helix_starts_the_language_server() -> None:
    settings = tomllib.loads(_block("toml", "language-server"))
    command = settings["language-server"]["lpkit"]
    assert [command["command"], *command["args"]] == ["lpkit", "lsp"]
    assert "lpkit" in settings["language"][0]["language-servers"]


def test_compilation_regexp_of_emacs(lines: list[str]) -> None:
    source = re.search(r'\'\(lpkit "((?:[^"\\]|\\.)*)"\s+1 2 3 \(4 \. 5\)\)', _block("elisp", "compilation"))
    assert source
    text = source[1].replace("\\\\", "\\").replace("\\n", "\n")
    swapped = re.sub(r"\\([()|])|([()|])", lambda match: match[1] or f"\\{match[2]}", text)
    for line in lines:
        matched = re.match(swapped, line)
        assert matched, line
        path, number, column, severity, *_ = _facts(line)
        assert matched.group(1, 2, 3) == (path, number, column)
        # Emacs reads (4 . 5) as: a warning where group 4 matched, information where group 5 did, else an error.
        assert (matched[4], matched[5]) == (
            "warning" if severity == "warning" else None,
            severity if severity == "info" else None,
        )


def test_command_and_patterns_of_flycheck(tmp_path: Path) -> None:
    block = _block("elisp", "flycheck-define-checker")
    command = re.search(r":command \(([^)]*)\)", block)
    assert command
    words = [word.strip('"') for word in command[1].split()]
    shell = Shell(tmp_path)
    pack = write_sample(shell.folder)
    text = pack.read_text(encoding="utf-8")
    assert words[-1] == "source-original"
    (shell.folder / "unsaved").write_text(text.replace("total: 19", "total: 20"), encoding="utf-8")
    said = shell.run(f"{' '.join(words[:-1])} {PACK} < unsaved").stdout
    assert "error LP204" in said
    for level in ("error", "warning", "info"):
        assert f'({level} line-start (file-name) ":" line ":" column ": {level} " (id "LP" (+ digit)) " "' in block


def _vim(shell: Shell, script: str) -> str:
    """Run the settings of the guide, then a script, in the Vim of the system; give what that writes into `out`."""
    vim = shutil.which("vim")
    if (
        vim is None
        or "+quickfix" not in subprocess.run([vim, "--version"], capture_output=True, text=True, check=True).stdout
    ):
        pytest.skip("no Vim with a quickfix list here; the format of lines is tested above")
    (shell.folder / "settings.vim").write_text(_block("vim", "errorformat"), encoding="utf-8")
    (shell.folder / "script.vim").write_text(script, encoding="utf-8")
    shell.run("vim -Nu NONE -es -S script.vim < /dev/null")
    return (shell.folder / "out").read_text(encoding="utf-8")


_FIELDS = "[bufname(e.bufnr), e.lnum, e.col, e.type, e.text]"
_LIST = f"call writefile(map(getqflist(), {{_, e -> join({_FIELDS}, '|')}}), 'out')\nqa!\n"


def test_vim_fills_its_list_on_save(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    write_sample(shell.folder)
    said = _vim(shell, f"edit {PACK}\nsource settings.vim\n%s/total: 19/total: 20/\nwrite\n{_LIST}")
    assert said.startswith(f"{PACK}|26|14|e|LP204 total-not-sum: the total is 20"), said


def test_vim_checks_what_is_not_saved(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    write_sample(shell.folder)
    said = _vim(shell, f"edit {PACK}\nsource settings.vim\n%s/total: 19/total: 21/\nLpkitBuffer\n{_LIST}")
    assert said.startswith(f"{PACK}|26|14|e|LP204 total-not-sum: the total is 21"), said
    assert "total: 19" in (shell.folder / PACK).read_text(encoding="utf-8")


def test_settings_of_neovim_name_schemas_that_are_there(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert shell.run("lpkit init . --no-git").returncode == 0
    named = re.findall(r"\['(schema/[^']*)'\]", _block("lua", "yamlls"))
    assert named
    assert all((shell.folder / name).is_file() for name in named)
