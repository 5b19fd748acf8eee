"""No input crashes: whatever stands in a file, a check ends, and every format can show what it found."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lpkit.corpus import Listing
from lpkit.diagnostic import Report
from lpkit.report import format_names, renderer
from lpkit.source.reading import decode
from project import LIBRARY, PACK, SAMPLE, Run, project_of, write_sample

_PACK = (SAMPLE / PACK).read_bytes()
_LIBRARY = (SAMPLE / LIBRARY).read_bytes()
_MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

_PIECES = [
    *(
        b"&a ",
        b"*a",
        b"!!python/object:os.system ",
        b"<<: ",
        b"? ",
        b"- ",
        b": ",
        b"#",
        b"'",
        b'"',
        b"|",
        b">-",
        b"%YAML 9\n",
    ),
    *(b"\t", b"\r", b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae"),
    *(
        b"---\n",
        b"...\n",
        b"[" * 60,
        b"{" * 60,
        b"]",
        b"}",
        b"\n",
        b" ",
        b"null",
        b"~",
        b"yes",
        b".nan",
        b".inf",
        b"1e999",
    ),
    *(
        b"9" * 400,
        b"-1",
        b"0x1F",
        b"0o8",
        b"1_000",
        b"2026-01-01",
        b'"\\ud800"',
        b'"\\x00"',
        b"# lpkit: ignore[LP204] x",
    ),
    *(
        b"# lpkit: ignore[",
        b"# lpkit: file-ignore[LP0] \xe2\x80\xa6",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
        b"id: a",
        b"[]",
        b"{}",
    ),
]


def _report(folder: Path, pack: bytes, library: bytes = _LIBRARY) -> Report:
    files = {folder / LIBRARY: library, folder / PACK: pack}
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return project_of(folder, Listing({folder / LIBRARY: [folder / PACK]}, set(files))).check().report


SILENT = frozenset(("full", "concise", "github", "grouped", "statistics"))
"""Formats that say nothing where nothing was found."""


def _can_be_shown(report: Report) -> None:
    for entry in report.diagnostics:
        assert entry.message
        assert entry.span.line >= 1
        assert (entry.span.end_line, entry.span.end_column) >= (entry.span.line, entry.span.column)
    for name in format_names():
        # What cannot be encoded could not be written to a file either.
        assert renderer(name)(report, name == "full").encode() or name in SILENT


@st.composite
def _damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut, copy, move and replace stretches of a file, and put odd bytes into it."""
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=6), st.just(content[start:end] * 2)))
        content = content[:start] + piece + content[end:]
    return content


@given(pack=_damaged(_PACK))
@_MANY
def test_damaged_pack(tmp_path: Path, pack: bytes) -> None:
    _can_be_shown(_report(tmp_path, pack))


@given(library=_damaged(_LIBRARY))
@_MANY
def test_damaged_library(tmp_path: Path, library: bytes) -> None:
    _can_be_shown(_report(tmp_path, _PACK, library))


@given(pack=st.binary(max_size=300), library=st.binary(max_size=100))
@example(pack=b"", library=b"")
@example(pack=b"\xef\xbb\xbf", library=b"\x00")
@example(pack=b"- " * 2000, library=b"{" * 2000)
@_MANY
def test_any_bytes(tmp_path: Path, pack: bytes, library: bytes) -> None:
    _can_be_shown(_report(tmp_path, pack, library))


_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 2000)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["a", "b", ""]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "why", "a", "<<"]), inner)
    ),
    max_leaves=6,
)


def _places(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(place for step, child in inner for place in _places(child, (*at, step)))]


def _put(data: Any, at: tuple[str | int, ...], value: Any) -> Any:
    if not at:
        return value
    first, *rest = at
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[first] = _put(data[first], tuple(rest), value)
    return copy


@pytest.mark.parametrize("name", [PACK, LIBRARY])
@given(data=st.data())
@_MANY
def test_any_value_at_any_place(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = decode({PACK: _PACK, LIBRARY: _LIBRARY}[name], name).data
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(_places(content)))
        content = _put(content, place, data.draw(_VALUES))
    text = json.dumps(content).encode()
    _can_be_shown(_report(tmp_path, *((text, _LIBRARY) if name == PACK else (_PACK, text))))


@pytest.mark.parametrize(
    "piece", [b"&a ", b"\x00", b"\xff", b"[" * 5000, b'"\\ud800"', b"!!set ", b"\t", b"9" * 400, b"\xe2\x80\xae"]
)
def test_command_line_ends_with_a_fault(lpkit: Run, tmp_path: Path, piece: bytes) -> None:
    pack = write_sample(tmp_path)
    pack.write_bytes(_PACK.replace(b"total: 19", b"total: " + piece))
    files = [word for name in format_names() for word in ("-f", f"{name}={tmp_path / name}")]
    for arguments in (["-f", "full"], ["-f", "concise"], files):
        result = lpkit("check", *arguments)
        assert (result.returncode, "Traceback" in result.stderr) == (1, False), result.stderr
