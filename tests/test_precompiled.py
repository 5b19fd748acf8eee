"""Expressions that are kept between runs are those that `re` compiles, and a damaged file is as good as none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.precompiled import compiled
from needs import patterns

KEPT = """
import re, sys
from lpkit import precompiled
from lpkit.pattern import pattern
for source, flags in ((r"(?P<a>b+)c|[d-f]{2,}", 0), (r"\\bé(?=x)", int(re.IGNORECASE)), (r"(a)(?P<n>b)?", 0)):
    assert precompiled.compiled(source, flags) == re.compile(source, flags), source
    assert precompiled.compiled(source, flags).groupindex == re.compile(source, flags).groupindex
print(len(precompiled._new))
precompiled.keep()
"""


def _run(folder: Path, **variables: str) -> int:
    given = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    given |= {"PYTHONPYCACHEPREFIX": str(folder), **variables}
    done = subprocess.run([sys.executable, "-c", KEPT], capture_output=True, text=True, env=given, check=True)
    return int(done.stdout)


def _file(folder: Path) -> Path:
    (file,) = folder.rglob("patterns.*.bin")
    return file


def test_what_was_compiled_is_compiled_no_more(tmp_path: Path) -> None:
    assert _run(tmp_path) == 3
    assert _run(tmp_path) == 0
    assert [file.name for file in _file(tmp_path).parent.glob(".*")] == []


@pytest.mark.parametrize("content", [b"", b"[]\n", b"\xff", b'["another Python",0,{}]\n'])
def test_what_is_none_of_ours_is_made_anew(tmp_path: Path, content: bytes) -> None:
    _run(tmp_path)
    whole = _file(tmp_path).read_bytes()
    _file(tmp_path).write_bytes(content)
    assert _run(tmp_path) == 3
    assert _file(tmp_path).read_bytes() == whole
    _file(tmp_path).write_bytes(whole[:-4] + b"\1\2\3\4")
    assert _run(tmp_path) == 3
    assert _run(tmp_path) == 0


def test_who_wants_no_compiled_modules_has_no_compiled_expressions(tmp_path: Path) -> None:
    assert _run(tmp_path, PYTHONDONTWRITEBYTECODE="1") == 3
    assert not list(tmp_path.rglob("*.bin"))


def test_a_folder_that_cannot_be_written_to_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert _run(tmp_path / "file") == 3


def test_all_patterns_of_ours_are_what_re_compiles() -> None:
    for source, flags in patterns():
        assert compiled(source, flags) == re.compile(source, flags), source
