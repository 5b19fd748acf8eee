"""Neovim, with its own client and the lines that the page on editors shows, gets the faults of a pack."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from client import PACK, environment

from pages import ROOT
from project import write_sample

WAIT = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, fault in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(string.format('%d:%d %s\\n', fault.lnum, fault.col, fault.message))
end
vim.cmd('qall!')
"""


def test_neovim_shows_faults_of_unsaved_texts(tmp_path: Path) -> None:
    editor = shutil.which("nvim")
    if editor is None:
        reason = "no nvim here: apt-get install neovim"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    write_sample(tmp_path)
    guide = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    block = re.search(r"```lua\n(local lpkit\n.*?)```", guide, re.DOTALL)
    assert block
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "lpkit"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lpkit "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "set-up.lua").write_text(block[1], encoding="utf-8")
    (tmp_path / "wait.lua").write_text(WAIT, encoding="utf-8")
    done = subprocess.run(
        [
            *(editor, "--headless", "--clean", "-n", "-c", "luafile set-up.lua", "-c", f"edit {PACK}"),
            *("-c", "set filetype=yaml", "-c", "%s/total: 19/total: 20/", "-c", "luafile wait.lua"),
        ],
        cwd=tmp_path,
        env={**environment(tmp_path), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    line = (tmp_path / PACK).read_text(encoding="utf-8").split("total: 19")[0].count("\n")
    # Once: the type of a file is found, then set, and both times the same server answers.
    assert done.stdout.count(f"{line}:13 the total is 20, but the scores sum to 19") == 1, done.stdout + done.stderr
