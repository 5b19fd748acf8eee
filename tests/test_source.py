"""Files that are broken in every way: a diagnostic at the right place, never a crash or a hang."""

import os
from pathlib import Path

import pytest

from lpkit.diagnostic import Report
from project import check_folder, write_sample

BROKEN = [
    pytest.param(b"[" * 100_000, "LP005", 1, 33, id="100,000 open brackets"),
    pytest.param(b"? " * 100_000, "LP004", 1, 3, id="100,000 complex keys"),
    pytest.param(b"- " * 100_000, "LP005", 1, 65, id="100,000 nested lists"),
    pytest.param(b"{a: " * 100_000, "LP005", 1, 129, id="100,000 nested mappings"),
    pytest.param(b"title: \x00", "LP001", 1, 8, id="NUL byte"),
    pytest.param("a: 1\ntitle: Café\n".encode("latin-1"), "LP001", 2, 11, id="Latin-1"),
    pytest.param("title: x\n".encode("utf-16"), "LP001", 1, 1, id="UTF-16"),
    pytest.param(b"title: \x1b[31mred", "LP001", 1, 8, id="escape character"),
    pytest.param(b"a: 1\n---\nb: 2\n", "LP004", 2, 1, id="two documents"),
    pytest.param(b"%YAML 1.1\n---\na: 1\n", "LP004", 1, 1, id="directive"),
    pytest.param(b"a: &x 1\n", "LP004", 1, 4, id="anchor"),
    pytest.param(b"a: *x\n", "LP004", 1, 4, id="alias"),
    pytest.param(b"a: &x [*x]\n", "LP004", 1, 4, id="alias of itself"),
    pytest.param(b"a: !!python/object:os.system x\n", "LP004", 1, 4, id="tag"),
    pytest.param(b"<<: {a: 1}\n", "LP004", 1, 1, id="merge key"),
    pytest.param(b"*x : 1\n", "LP004", 1, 1, id="alias as a key"),
    pytest.param(b"[a, b]: 1\n", "LP004", 1, 1, id="list as a key"),
    pytest.param(b"a: 1\nb: 2\na: 3\n", "LP003", 3, 1, id="duplicate key"),
    pytest.param(b"a:\n\t- b\n", "LP002", 2, 1, id="tab"),
    pytest.param(b"a: 'x\nb: c\n", "LP002", 1, 4, id="open quotation mark"),
    pytest.param(b"a: b: c\n", "LP002", 1, 5, id="colon in plain text"),
    pytest.param(b"a: [1, 2\n", "LP002", 1, 4, id="open bracket"),
    pytest.param(b'a: "\\q"\n', "LP002", 1, 5, id="unknown escape"),
    pytest.param("a: 1\r\nb: 😀\r\nb: 2\r\n".encode(), "LP003", 3, 1, id="CRLF and emoji"),
    pytest.param("b: 😀é\nc: {d: 😀, d: 1}\n".encode(), "LP003", 2, 11, id="columns count code points"),
    pytest.param(b"\xef\xbb\xbfa: 1\na: 2\n", "LP003", 2, 1, id="byte order mark"),
    pytest.param(b"", "LP012", 1, 1, id="empty file"),
    pytest.param(b"# only a comment\n", "LP012", 1, 1, id="only a comment"),
    pytest.param(b"- a\n- b\n", "LP012", 1, 1, id="a list"),
    pytest.param(b"just text\n", "LP012", 1, 1, id="a single value"),
    pytest.param(b"format: 2\n", "LP014", 1, 9, id="another format version"),
]


def _billion_laughs() -> bytes:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def _check_bytes(folder: Path, content: bytes) -> Report:
    pack = write_sample(folder)
    pack.write_bytes(content)
    return check_folder(folder, pack)


@pytest.mark.parametrize(("content", "code", "line", "column"), BROKEN)
def test_broken_bytes(tmp_path: Path, content: bytes, code: str, line: int, column: int) -> None:
    report = _check_bytes(tmp_path, content)
    first = next(entry for entry in report.diagnostics if entry.code == code)
    assert (first.span.line, first.span.column) == (line, column)
    assert first.path == "packs/ownership/noisy-alarm.yaml"


def test_billion_laughs(tmp_path: Path) -> None:
    report = _check_bytes(tmp_path, _billion_laughs())
    assert {entry.code for entry in report.diagnostics} >= {"LP004"}
    assert len(report.diagnostics) < 150


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    with pack.open("r+b") as stream:
        stream.truncate(100_000_000)
    (entry,) = check_folder(tmp_path, pack).diagnostics
    assert entry.code == "LP001"
    assert "100,000,000 bytes" in entry.message


def test_folder_named_like_a_pack(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (pack.parent / "folder.yaml").mkdir()
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.path) == ("LP001", "packs/ownership/folder.yaml")


def test_link_to_nothing(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (pack.parent / "gone.yaml").symlink_to("nowhere.yaml")
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.path) == ("LP001", "packs/ownership/gone.yaml")
    assert "does not exist" in entry.message


def test_link_to_itself(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (pack.parent / "loop.yaml").symlink_to("loop.yaml")
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.path) == ("LP001", "packs/ownership/loop.yaml")


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    os.mkfifo(pack.parent / "pipe.yaml")
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.message) == ("LP001", "this is not a regular file")


def test_unreadable_file(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)
    pack.chmod(0o000)
    root = os.geteuid() == 0
    if root:  # root may read everything
        os.seteuid(65534)
    try:
        (entry,) = check_folder(tmp_path).diagnostics
    finally:
        if root:
            os.seteuid(0)
    assert entry.code == "LP001"
    assert "permission denied" in entry.message


def test_broken_library_is_one_fault(tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "packs" / "library.yaml").write_bytes(b"a: [\n")
    (entry,) = check_folder(tmp_path).diagnostics
    assert (entry.code, entry.path) == ("LP002", "packs/library.yaml")
