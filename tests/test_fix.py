"""`lpkit fix`: what is mended, what is left alone, and that nothing else moves."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lpkit.diagnostic import Diagnostic, Edit, Fix, Severity, Span
from lpkit.editing.edits import new_key, new_value, quoted, reordered, sure, without_repeat
from lpkit.editing.fixing import apply, mend
from lpkit.editing.refused import MOST_REFUSED
from lpkit.rule import hiding
from lpkit.rules import all_rules
from lpkit.source import Source
from project import PACK, SAMPLE, Run, check_folder, codes, fix_folder, write_sample

TEXT = (SAMPLE / PACK).read_text(encoding="utf-8")

MISSPELT = {
    "title: Quiet": "titel: Quiet",
    "principle: ownership": "principle: ownershp",
    "status: published": "status: publised",
    "quote: my manager asked me": 'quote: "My, Manager asked me!',
    "hint: Who asked": "hnt: Who asked",
    "  rubric: behavioral": "  rubric: behavoral",
    "score_first: [ownership_signal]": "score_first: [ownership_signl]",
}


def _applied(text: str, fix: Fix | None) -> str:
    assert fix is not None
    return apply(text, fix.edits)


@pytest.mark.parametrize(
    ("text", "at", "value", "result"),
    [
        ("a: old  # c\n", ("a",), "new", "a: new  # c\n"),
        ("a: 'old'\n", ("a",), "it's", "a: 'it''s'\n"),
        ('a: "old"\n', ("a",), 'say "x"', 'a: "say \\"x\\""\n'),
        ("a: old\n", ("a",), "x: y", "a: 'x: y'\n"),
        ("a: old\n", ("a",), "2024", "a: '2024'\n"),
        ("a: [old, b]\n", ("a", 0), "x, y", "a: ['x, y', b]\n"),
        ("a: >-  # c\n  old\n  text\nb: 1\n", ("a",), "new words", "a: >-  # c\n  new words\nb: 1\n"),
        ("a: |\r\n    old\r\nb: 1\r\n", ("a",), "new\n", "a: |\r\n    new\r\nb: 1\r\n"),
        # What is asked for has no line break at its end, so its head says so.
        ("a: |\r\n    old\r\nb: 1\r\n", ("a",), "new", "a: |-\r\n    new\r\nb: 1\r\n"),
        ("a: |+ # c\n  old\n\nb: 1\n", ("a",), "new", "a: |- # c\n  new\n\nb: 1\n"),
        ("a: >+2\n    old\n\nb: 1\n", ("a",), "new words\n", "a: >\n    new words\n\nb: 1\n"),
        ("😀: 1\na: 2 # c\n", ("a",), 3, "😀: 1\na: 3 # c\n"),
    ],
)
def test_new_value_keeps_the_style(text: str, at: tuple[str | int, ...], value: str | int, result: str) -> None:
    assert _applied(text, new_value(Source("a", text), at, value)) == result


def test_what_stands_elsewhere_is_not_replaced() -> None:
    source = Source("a", "a: {b: 1}\nc: [x]\n")
    assert new_value(source, ("a",), "x") is None
    assert new_value(source, ("a", "missing"), "x") is None
    assert new_value(source, ("c", 5), "x") is None
    assert new_key(source, ("a",), "c") is None
    assert quoted(source, ("c",)) is None


def test_the_second_of_two_words_is_taken_out() -> None:
    text = "a: >-\n  It is is\n  good. That that\n  is all.\n"
    assert _applied(text, without_repeat(Source("a", text), ("a",), "is")) == text.replace("is is", "is")


ORDERS = YAML(typ="safe").load(Path(__file__).with_name("edits") / "reordered.yaml")


@pytest.mark.parametrize("case", ORDERS, ids=[case["name"] for case in ORDERS])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_list_is_reordered_unless_a_comment_would_lose_its_entry(case: dict[str, str], ends: str) -> None:
    """The last of the entries at `a` becomes the first."""
    text = case["text"].replace("\n", ends)
    source = Source("a", text)
    last = len(source.data["a"]) - 1
    fix = reordered(source, ("a",), [last, *range(last)])
    assert (_applied(text, fix) if fix else None) == (case["result"].replace("\n", ends) if "result" in case else None)


def test_only_sure_spellings_are_safe() -> None:
    assert sure("ownershp", "ownership", ["ownership", "frugality"])
    assert not sure("sde-3", "sde-2", ["sde-1", "sde-2"])
    assert not sure("option-a", "option-b", ["option-b", "option-c"])


def test_misspellings_are_mended_byte_for_byte(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = TEXT
    for right, wrong in MISSPELT.items():
        if "quote" not in right:
            text = text.replace(right, wrong, 1)
    pack.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    pack.chmod(0o640)
    assert fix_folder(tmp_path, unsafe=False).fixed
    assert pack.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") == TEXT


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(chosen=st.sets(st.sampled_from(sorted(MISSPELT)), min_size=1), unsafe=st.booleans())
def test_fixing_twice_changes_nothing(tmp_path: Path, chosen: set[str], unsafe: bool) -> None:
    pack = write_sample(tmp_path)
    text = TEXT
    for right in chosen:
        text = text.replace(right, MISSPELT[right], 1)
    pack.write_text(text.replace("asked me! to look into it", 'asked me! to look into it"'), encoding="utf-8")
    before = codes(check_folder(tmp_path))
    fix_folder(tmp_path, unsafe=unsafe)
    once = pack.read_bytes()
    assert not fix_folder(tmp_path, unsafe=unsafe).texts
    assert pack.read_bytes() == once
    assert len(codes(check_folder(tmp_path, select=("LP0", "LP1", "LP2", "LP3")))) < len(before)


@pytest.mark.parametrize("old", ["total: 19", "verdict: no-hire", "id: a\n", "answer: Ownership", "impact: 3}"])
def test_safe_fixes_leave_scores_verdicts_answers_and_ids(tmp_path: Path, old: str) -> None:
    pack = write_sample(tmp_path)
    key, _, value = old.rstrip("\n").partition(": ")
    wrong = f"{key}: {value.replace('3}', '4}').replace('19', '20').replace('hire', 'hir').replace('Own', 'Ow')}"
    pack.write_text(TEXT.replace(old.rstrip("\n"), wrong, 1), encoding="utf-8")
    before = pack.read_bytes()
    fix_folder(tmp_path, unsafe=False)
    assert pack.read_bytes() == before


def _fault(code: str, source: Source, fix: Fix | None = None, at: str = "x") -> Diagnostic:
    return Diagnostic(code, "name", Severity.ERROR, "message", source.name, Span(1, 1, 1, 2), f"/{at}", fix=fix)


@pytest.mark.parametrize(
    ("code", "brought", "written"),
    [("LP204", "LP205", False), ("LP104", "LP205", True), ("LP010", "LP012", False)],
)
def test_a_fix_that_brings_another_fault_is_refused(code: str, brought: str, written: bool) -> None:
    """Mending a form or a reference may only bring to light what could not be looked at before."""
    start = Source("a.yaml", "x: 1\ny: 1\n")

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        first = [_fault(code, source, new_value(source, ("x",), 2))] if source.data["x"] == 1 else []
        return first or [_fault(brought, source)]

    mended = mend({"a.yaml": start}, found, False, hiding(all_rules()))
    assert mended.texts == ({"a.yaml": "x: 2\ny: 1\n"} if written else {})
    assert [fault.code for fault in mended.refused] == ([] if written else [code])


def test_refused_fixes_come_in_the_order_of_their_files() -> None:
    start = {name: Source(name, "x: 1\n") for name in map("{}.yaml".format, "hbdfacge")}

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        now = {**start, **changed}
        first = [_fault("LP204", source, new_value(source, ("x",), 2)) for source in now.values()]
        return [*first, *(_fault("LP205", source) for source in now.values() if source.data["x"] == 2)]

    mended = mend(start, found, False, hiding(all_rules()))
    assert [fault.path for fault in mended.refused] == sorted(start)


def test_one_bad_fix_among_many_is_found_by_halves() -> None:
    """The others are made, and the corpus is not checked once for each of them."""
    start = Source("a.yaml", "".join(f"k{number}: 1\n" for number in range(64)))
    checks = []

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        checks.append(source)
        left = [key for key, value in source.data.items() if value == 1]
        faults = [_fault("LP204", source, new_value(source, (key,), 2), key) for key in left]
        return faults + ([_fault("LP205", source)] if source.data["k40"] == 2 else [])

    mended = mend({"a.yaml": start}, found, False, hiding(all_rules()))
    assert (len(mended.fixed), [fault.pointer for fault in mended.refused]) == (63, ["/k40"])
    assert len(checks) < 32


def test_where_every_fix_of_a_rule_fails_the_rest_is_not_tried() -> None:
    """Each that fails takes several checks of the corpus: 400 options that were given twice took half a minute."""
    start = Source("a.yaml", "".join(f"k{number}: 1\n" for number in range(400)) + "other: 1\n")
    checks = []

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        checks.append(source)
        left = [key for key, value in source.data.items() if value == 1]
        codes = {key: "LP402" if key != "other" else "LP702" for key in left}
        faults = [_fault(code, source, new_value(source, (key,), 2), key) for key, code in codes.items()]
        return faults + [_fault("LP205", source, at=key) for key in source.data.keys() - codes.keys() - {"other"}]

    mended = mend({"a.yaml": start}, found, True, hiding(all_rules()))
    assert [fault.pointer for fault in mended.fixed] == ["/other"]
    assert [fault.code for fault in mended.refused] == ["LP402"] * MOST_REFUSED
    assert mended.untried == {("a.yaml", "LP402"): 400 - MOST_REFUSED}
    assert len(checks) < 2 * MOST_REFUSED


@pytest.mark.parametrize("number", [50, 400])
@pytest.mark.parametrize("told", ["beside", "still there", "at the top"])
def test_each_fix_that_fails_takes_one_check(number: int, told: str) -> None:
    """By what a check finds of all fixes together, it is known which are to blame; others are made, however many."""
    start = Source("a.yaml", "list:\n" + "".join(f"  - {{k: 1, m: 1, j: {place}}}\n" for place in range(number)))
    wrong = range(3, number, number // 8)
    checks = []

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        checks.append(source)
        faults = []
        for place, entry in enumerate(source.data["list"]):
            fix = new_value(source, ("list", place, "k"), 2)
            if entry["k"] == 1 or (place in wrong and told == "still there"):
                faults.append(_fault("LP702", source, fix, f"list/{place}/k"))
            elif place in wrong:
                faults.append(_fault("LP205", source, at=f"list/{place}/m" if told == "beside" else "list"))
        return faults

    mended = mend({"a.yaml": start}, found, True, hiding(all_rules()))
    assert len(mended.fixed) == number - len(wrong)
    assert [fault.pointer for fault in mended.refused] == [f"/list/{place}/k" for place in wrong]
    # Where nothing tells which are to blame, each is found by halves.
    assert len(checks) < (2 * number.bit_length() * len(wrong) if told == "at the top" else len(wrong) + 5)


def test_what_still_does_not_parse_is_not_looked_at_again() -> None:
    """The cause of one error behind the other was searched in each half of the fixes: 14 s in a long library."""
    start = Source("a.yaml", "".join(f"k{number}: a: b\n" for number in range(6)) + "- [\n")
    checks = []

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        checks.append(source)
        places = [match.span(1) for match in re.finditer("(a: b)", source.text)]
        fixes = [Fix("put it in quotes", (Edit(begin, end, '"a: b"'),), safe=False) for begin, end in places]
        return [_fault("LP002", source, fix, str(number)) for number, fix in enumerate(fixes)]

    mended = mend({"a.yaml": start}, found, True, hiding(all_rules()))
    assert (mended.texts, len(mended.refused)) == ({}, 6)
    assert len(checks) == 1


@pytest.mark.parametrize("text", ["x: 2\ny: 2\n", "x: 2\n", "x: [\n", "x: 1\ny: 1\n"])
def test_a_fix_that_changes_more_or_nothing_is_refused(text: str) -> None:
    start = Source("a.yaml", "x: 1\ny: 1\n")
    whole = Fix("rewrite it", (Edit(0, len(start.text), text),))

    def found(changed: dict[str, Source]) -> list[Diagnostic]:
        source = changed.get("a.yaml", start)
        return [_fault("LP204", source, whole)] if source.data is None or source.data["x"] == 1 else []

    assert mend({"a.yaml": start}, found, False, hiding(all_rules())).texts == {}


def test_what_does_not_parse_is_not_touched(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    # Either side of a conflict is somebody's text: no repair chooses one.
    conflict = "<<<<<<< HEAD\nlevel: sde-1\n=======\nlevel: sde-2\n>>>>>>> theirs\n"
    pack.write_text(TEXT.replace("title: Quiet", "titel: Quiet") + conflict, encoding="utf-8")
    before = pack.read_bytes()
    result = lpkit("fix", "--unsafe")
    assert result.returncode == 1
    assert "packs/ownership/noisy-alarm.yaml: not touched, since it does not parse" in result.stderr
    assert pack.read_bytes() == before


def test_diff_and_exit_codes(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(TEXT.replace("title: Quiet", "titel: Quiet").replace("total: 19", "total: 20"), encoding="utf-8")
    pack.chmod(0o640)
    before = pack.read_bytes()
    result = lpkit("fix", "--diff")
    assert result.returncode == 1
    assert "\n-titel: Quiet a Noisy Alarm\n+title: Quiet a Noisy Alarm\n" in result.stdout
    assert pack.read_bytes() == before
    assert "1 fixable: run lpkit fix; 1 fixable with lpkit fix --unsafe" in lpkit("check").stderr
    assert lpkit("fix").returncode == 0
    assert pack.stat().st_mode & 0o777 == 0o640
    assert lpkit("fix", "--diff").returncode == 0
    assert lpkit("fix", "--unsafe").stderr == "1 fault fixed in 1 file\n"
    assert pack.read_text(encoding="utf-8") == TEXT


def test_rules_that_are_not_selected_judge_what_a_fix_brings(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    wrong = TEXT.replace("total: 89", "total: 19").replace("- candidate: a\n      above", "- candidate: b\n      above")
    pack.write_text(wrong.replace("title: Quiet", "titel: Quiet"), encoding="utf-8")
    result = lpkit("fix", "--unsafe", "--select", "total-not-sum")
    assert "LP204 not fixed: the result would have another fault" in result.stderr
    assert result.stderr.endswith("0 faults fixed in 0 files\n")


def test_only_named_files_are_fixed(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    other = pack.with_name("other.yaml")
    other.write_text(re.sub("^id: noisy-alarm", "id: other", TEXT, flags=re.M).replace("title:", "titel:", 1), "utf-8")
    pack.write_text(TEXT.replace("title:", "titel:", 1), encoding="utf-8")
    assert lpkit("fix", str(other)).stderr == "1 fault fixed in 1 file\n"
    assert "titel" in pack.read_text(encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('exclude = ["*/noisy-*"]\n', encoding="utf-8")
    assert lpkit("fix", str(pack), "--force-exclude").returncode == 0
    assert "titel" in pack.read_text(encoding="utf-8")
    assert lpkit("fix", str(pack)).stderr == "1 fault fixed in 1 file\n"


def test_numbers_are_put_in_order_and_doubled_words_taken_out(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = TEXT.replace("hint: Who asked for the count?", "hint: Who asked for the the count?  # kept")
    old = "options: [To compare them, To please the manager, To save disk space]\n    answer: To compare them\n"
    assert old in text
    pack.write_text(
        text.replace(old, "options: [30, 5, 17]\n    answer: '5'\n").replace("[30, 5, 17]", "['30', '5', '17']"),
        "utf-8",
    )
    mended = fix_folder(tmp_path, select=("LP511", "LP702"), unsafe=False)
    assert sorted(fault.code for fault in mended.fixed) == ["LP511", "LP702"]
    fixed = pack.read_text(encoding="utf-8")
    assert "options: ['5', '17', '30']\n" in fixed
    assert "hint: Who asked for the count?  # kept\n" in fixed


def test_numbers_keep_their_order_where_comments_speak_of_them(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    old = "options: [To compare them, To please the manager, To save disk space]\n    answer: To compare them\n"
    assert old in TEXT
    lines = (
        "options:",
        '      - "30"  # the trap: minutes, not seconds',
        '      - "10"',
        '      - "20"  # what the metric says',
        '    answer: "10"',
    )
    text = TEXT.replace(old, "\n".join(lines) + "\n")
    pack.write_text(text, encoding="utf-8")
    assert fix_folder(tmp_path, select=("LP511",), unsafe=True).texts == {}
    assert pack.read_text(encoding="utf-8") == text
    assert codes(check_folder(tmp_path, select=("LP511",))) == ["LP511"]


@pytest.mark.parametrize("command", ["fix", "fmt"])
def test_diff_is_a_patch_that_git_applies(lpkit: Run, tmp_path: Path, command: str) -> None:
    pack = write_sample(tmp_path)
    spoilt = TEXT.partition("\n")[2].replace("title: Quiet", "titel:   Quiet", 1)
    for name, text in {
        "windows": spoilt.replace("\n", "\r\n"),
        "marked": f"\ufeff{spoilt}",
        "no end": spoilt.rstrip("\n"),
        "größe 😀": spoilt,
    }.items():
        pack.with_name(f"{name}.yaml").write_bytes(text.encode())
    shown = [sys.executable, "-m", "lpkit", command, "--diff"]
    patch = subprocess.run(shown, cwd=tmp_path, capture_output=True, check=False).stdout
    lpkit(command)
    for reverse in (["--reverse"], []):
        subprocess.run(["git", "apply", *reverse], input=patch, cwd=tmp_path, check=True)
    assert lpkit(command, "--diff").stdout == ""
