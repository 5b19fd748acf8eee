"""What a fix changes, beside its fault: lines that go and lines that come, and nothing else of the file."""

from pathlib import Path

import pytest

from lpkit.diagnostic import Edit
from lpkit.editing.patching import patch_of
from project import Run, write_sample

TEXT = "one: 1\ntwo: 2\nthree: 3\n" + "long: " + "word " * 100 + "end\n"

CASES = {
    "a value": ([Edit(5, 6, "7")], ["@@ line 1 @@", "-one: 1", "+one: 7"]),
    "two in a line": ([Edit(7, 10, "TWO"), Edit(12, 13, "5")], ["@@ line 2 @@", "-two: 2", "+TWO: 5"]),
    "two lines, from the top": (
        [Edit(21, 22, "4"), Edit(5, 6, "7")],
        ["@@ line 1 @@", "-one: 1", "+one: 7", "@@ line 3 @@", "-three: 3", "+three: 4"],
    ),
    "a line more": ([Edit(7, 7, "new: 0\n")], ["@@ line 2 @@", "+new: 0"]),
    "a line less": ([Edit(7, 14, "")], ["@@ line 2 @@", "-two: 2"]),
    "over lines": ([Edit(5, 19, "x")], ["@@ line 1 @@", "-one: 1", "-two: 2", "-three: 3", "+one: x: 3"]),
    "at the end": ([Edit(len(TEXT), len(TEXT), "last: 1\n")], ["@@ line 5 @@", "+last: 1"]),
}


@pytest.mark.parametrize(("edits", "expected"), CASES.values(), ids=CASES)
def test_a_patch_has_the_lines_that_change(edits: list[Edit], expected: list[str]) -> None:
    assert list(patch_of(TEXT, edits)) == expected


def test_long_lines_and_runs_are_cut_around_what_changes() -> None:
    _, old, new = patch_of(TEXT, [Edit(TEXT.index("end"), len(TEXT) - 1, "END")])
    assert (old[:2], old[-4:]) == ("-…", " end")
    assert (new[:2], new[-4:]) == ("+…", " END")
    assert max(len(old), len(new)) < 170
    many = "".join(f"{number}\n" for number in range(40))
    lines = patch_of(many, [Edit(0, len(many), "")])
    assert (len(lines), lines[-1]) == (14, "-… 28 more lines")


@pytest.mark.parametrize("form", ["full", "grouped"])
def test_fixes_stand_beside_their_faults(lpkit: Run, tmp_path: Path, form: str) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20")
    pack.write_text(text.replace("The count was unasked", "The the count was unasked"), encoding="utf-8")
    plain = lpkit("check", "-f", form)
    shown = lpkit("check", "-f", form, "--show-fixes")
    assert (shown.returncode, shown.stderr) == (1, plain.stderr)
    lines = [line.strip() for line in shown.stdout.splitlines()]
    at = lines.index('lpkit fix --unsafe: write "19"')
    assert lines[at + 1 : at + 4] == ["@@ line 26 @@", "-      total: 20", "+      total: 19"]
    at = lines.index('lpkit fix: take out the second "the"')
    assert "the the" in lines[at + 2].lower()
    assert "the the" not in lines[at + 3].lower()
    kept = [line for line in plain.stdout.splitlines() if line]
    assert [line for line in shown.stdout.splitlines() if line in kept] == kept


def test_where_nothing_shows_fixes_it_is_said(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("check", "-f", "concise", "--show-fixes")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "--show-fixes is for full and grouped" in result.stderr
    assert lpkit("check", "-f", "concise", "-f", "full=out.txt", "--show-fixes").returncode == 0


def test_statistics_count_by_rule_the_most_frequent_first(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20")
    text = text.replace("The count was unasked", "The the count was unasked").replace("why: The ", "why: The the ")
    pack.write_text(text, encoding="utf-8")
    result = lpkit("check", "--statistics", "-f", "concise=out.txt", "--select", "LP204,LP702")
    assert result.stdout == (
        "2  warning LP702 repeated-word  [2 fixable]\n1  error   LP204 total-not-sum  [1 fixable with --unsafe]\n"
    )
    assert len((tmp_path / "out.txt").read_text(encoding="utf-8").splitlines()) == 3
    refused = lpkit("check", "--statistics", "-f", "json")
    assert (refused.returncode, refused.stdout) == (2, "")
