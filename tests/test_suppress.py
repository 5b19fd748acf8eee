"""Comments that silence faults: where they reach, and what is said of those that do not."""

from pathlib import Path

import pytest

from lpkit.diagnostic import Report
from lpkit.source import Source
from lpkit.source.suppressions import read_suppressions
from project import check_folder, codes, write_sample

TOTAL = "      total: 19\n"
OWN_LINE = "      # lpkit: ignore[LP204] counted by hand\n"


def _report(folder: Path, *changes: tuple[str, str], select: tuple[str, ...] = ()) -> Report:
    pack = write_sample(folder)
    text = pack.read_text(encoding="utf-8").replace(TOTAL, TOTAL.replace("19", "20"), 1)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    pack.write_text(text, encoding="utf-8")
    return check_folder(folder, select=select)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP204] by hand", id="behind the value"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[total-not-sum] by hand", id="by name"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP2] by hand", id="by prefix"),
        pytest.param("total: 20", "total: 20  #lpkit:ignore[LP204]by hand", id="without spaces"),
        pytest.param("      total: 20", f"{OWN_LINE}      total: 20", id="on its own line"),
        pytest.param(
            "delivery: Friendly and at ease.",
            'delivery: "Friendly # and at ease."  # lpkit: file-ignore[LP204] x',
            id="behind a text with a hash",
        ),
        pytest.param("    - id: a\n", f"{OWN_LINE}    - id: a\n", id="above an entry"),
        pytest.param("  candidates:\n", f"{OWN_LINE}  candidates:\n", id="above a list"),
        pytest.param("evaluate:\n", f"{OWN_LINE}evaluate:\n", id="above a section"),
        pytest.param("evaluate:\n", f"{OWN_LINE}\n# more\nevaluate:\n", id="with lines between"),
        pytest.param("format: 1", "# lpkit: file-ignore[LP204] a trial\nformat: 1", id="for the file"),
        pytest.param("hint: A result", "hint: A result  # lpkit: file-ignore[LP204] x", id="for the file, anywhere"),
    ],
)
def test_silenced(tmp_path: Path, old: str, new: str) -> None:
    report = _report(tmp_path, (old, new))
    assert codes(report) == []
    assert report.suppressed == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("minutes: 2", "minutes: 2  # lpkit: ignore[LP204] x", ["LP020", "LP204"], id="another line"),
        pytest.param("    - id: b\n", f"{OWN_LINE}    - id: b\n", ["LP204", "LP020"], id="above another entry"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP205] x", ["LP204", "LP020"], id="another rule"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP999] x", ["LP204", "LP021"], id="no such rule"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore LP204", ["LP204", "LP021"], id="no brackets"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[] x", ["LP204", "LP021"], id="empty brackets"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP204]", ["LP022"], id="no reason"),
        pytest.param("total: 20", "total: 20  # lpkit: ignore[LP204,LP201] x", ["LP020"], id="one of two is unused"),
        pytest.param("at ease.", "at ease. lpkit:ignore[LP204] x", ["LP204"], id="no comment at all"),
        pytest.param(
            "happier than before.", "happier.\n        # lpkit: ignore[LP204] x", ["LP020", "LP204"], id="in a text"
        ),
    ],
)
def test_not_silenced(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert codes(_report(tmp_path, (old, new))) == expected


def test_comment_in_a_text_is_told_where_to_go(tmp_path: Path) -> None:
    report = _report(tmp_path, ("happier than before.", "happier.\n        # lpkit: ignore[LP204] x"))
    entry = next(entry for entry in report.diagnostics if entry.code == "LP020")
    assert "part of a text" in entry.message
    assert "line 19" in (entry.help or "")


def test_header_of_a_block_takes_a_comment(tmp_path: Path) -> None:
    changes = (
        ("total: 20", "total: 19"),
        ("quote: my manager asked me to look", "quote: >-  # lpkit: ignore[LP301] heard so\n            my boss asked"),
    )
    assert codes(_report(tmp_path, *changes)) == []


def test_a_comment_deep_inside_is_read_at_once() -> None:
    """Each level took twice the time of the one below it: hours for a file of a kilobyte."""
    depth = 30
    lines = [f"{' ' * level}k:" for level in range(depth)]
    lines += [" " * depth + line for line in ("a: 1", "# lpkit: ignore[LP204] x", "b: 1")]
    suppressions, _ = read_suppressions(Source("pack.yaml", "\n".join(lines)))
    assert [(found.first_line, found.last_line) for found in suppressions] == [(depth + 3, depth + 3)]


def test_unused_only_where_the_rule_ran(tmp_path: Path) -> None:
    change = ("status: published", "status: published  # lpkit: ignore[LP401] x")
    assert codes(_report(tmp_path, change, select=("LP204", "LP020"))) == ["LP204"]
    assert codes(_report(tmp_path, change)) == ["LP020", "LP204"]


def test_unused_is_not_said_of_a_file_that_could_not_be_checked_whole(tmp_path: Path) -> None:
    changes = (
        ("total: 20", "total: x"),
        ("status: published", "status: published  # lpkit: ignore[LP204] x"),
    )
    assert codes(_report(tmp_path, *changes)) == ["LP012"]


def test_what_makes_a_file_unreadable_cannot_be_silenced(tmp_path: Path) -> None:
    change = ("format: 1", "# lpkit: file-ignore[LP003] x\nformat: 1\nformat: 1")
    assert codes(_report(tmp_path, change, ("total: 20", "total: 19"))) == ["LP003"]


def test_rules_across_packs_are_silenced_in_their_file(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    twin = tmp_path / "packs" / "customer-obsession" / pack.name
    twin.parent.mkdir()
    twin.write_bytes(pack.read_bytes())
    text = pack.read_text(encoding="utf-8")
    pack.write_text(
        text.replace("id: noisy", "id: noisy-alarm  # lpkit: ignore[LP103] moves soon\n#"), encoding="utf-8"
    )
    assert "LP103" not in codes(check_folder(tmp_path))
