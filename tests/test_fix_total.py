"""A total that is mended takes with it what follows from it: prose that names it, and a verdict that moves."""

import re
from pathlib import Path

import pytest

from lpkit.ledger.mending import written_at
from lpkit.source import Source
from project import LIBRARY, PACK, SAMPLE, Run, check_folder, codes, fix_folder, write_sample

TEXT = (SAMPLE / PACK).read_text(encoding="utf-8")
NOTES = "notes: Nobody asked for it. The trial beside the old alarm is what makes the figures credible."


def _pack(folder: Path, **changes: str) -> Path:
    pack = write_sample(folder)
    text = TEXT
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    pack.write_text(text, encoding="utf-8")
    return pack


def _with(folder: Path, changes: dict[str, str]) -> Path:
    return _pack(folder, **changes)


CASES = {
    "plain": (NOTES, "notes: Measured. Strong Hire at 89.", "notes: Measured. Strong Hire at 88."),
    "folded": (
        NOTES,
        "notes: >-\n        Measured, and in the end a total\n        of 89. Strong\n        Hire.\n",
        "notes: >-\n        Measured, and in the end a total\n        of 88. Strong\n        Hire.\n",
    ),
    "quoted": (NOTES, 'notes: "Measured: 89 points in all."', 'notes: "Measured: 88 points in all."'),
    "words of others": (NOTES, "notes: Listeners give it 89 in all.", "notes: Listeners give it 89 in all."),
    "in a message": (
        "message: You scored the tone.",
        "message: Compare it with the total of B, 89, and with the tone.",
        "message: Compare it with the total of B, 89, and with the tone.",
    ),
}


@pytest.mark.parametrize(("old", "before", "after"), CASES.values(), ids=CASES)
def test_prose_follows_where_it_is_bound_to_the_total(old: str, before: str, after: str, tmp_path: Path) -> None:
    pack = _with(tmp_path, {old: before, "impact: 26}": "impact: 25}"})
    assert len(fix_folder(tmp_path, unsafe=True).fixed) == 1
    text = pack.read_text(encoding="utf-8")
    assert after in text
    assert "total: 88" in text
    # What is not bound stays, and the ledger says of it that it stands nowhere now.
    stale = {"LP329"} if "with the total of B, 89" in after else set()
    assert {code for code in codes(check_folder(tmp_path)) if code.startswith(("LP2", "LP32"))} == stale


def test_the_verdict_follows_where_the_band_moves(tmp_path: Path) -> None:
    changes = {
        NOTES: "notes: Measured. Strong Hire at 89, and a calm one.",
        "ownership_signal: 46": "ownership_signal: 40",
    }
    pack = _with(tmp_path, changes)
    assert len(fix_folder(tmp_path, unsafe=True).fixed) == 1
    text = pack.read_text(encoding="utf-8")
    assert "total: 83\n      verdict: hire\n" in text
    assert "Measured. Hire at 83, and a calm one." in text
    assert "LP204" not in codes(check_folder(tmp_path))


NAMED = {
    "A Strong Hire answer, counted.": "A Hire answer, counted.",
    "STRONG HIRE, no doubt.": "HIRE, no doubt.",
    "A strong-hire answer.": "A hire answer.",
    "A textbook *Strong Hire*.": "A textbook *Hire*.",
    "A is a No Hire and B a Strong Hire.": "A is a No Hire and B a Hire.",
    '"| who | verdict |\\n| --- | --- |\\n| B | Strong Hire |"': '"| who | verdict |\\n| --- | --- |\\n| B | Hire |"',
    '"Well into *Strong\\\n        \\ Hire*, \\u0041ll in all."': '"Well into *Hire*, All in all."',
    "The trial makes it a Strong Hire and not a Hire.": "The trial makes it a Strong Hire and not a Hire.",
    "The trial lifts it from Hire to Strong Hire.": "The trial lifts it from Hire to Strong Hire.",
}


@pytest.mark.parametrize(("before", "after"), NAMED.items(), ids=NAMED)
def test_the_name_of_the_verdict_follows_as_it_is_written(before: str, after: str, tmp_path: Path) -> None:
    pack = _with(tmp_path, {NOTES: f"notes: {before}", "ownership_signal: 46": "ownership_signal: 40"})
    assert len(fix_folder(tmp_path, unsafe=True).fixed) == 1
    assert f"verdict: hire\n      notes: {after}\n" in pack.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "before", "after"),
    [
        ("message: You scored the tone.", "message: B, the Strong Hire, is drier.", "message: B, the Hire, is drier."),
        (
            "message: You scored the tone.",
            "message: The Strong Hire is candidate B.",
            "message: The Hire is candidate B.",
        ),
        ("  - Say what", "  - Copy B, our Strong Hire, and say what", "  - Copy B, our Hire, and say what"),
        ("setting: One", "setting: B is a Strong Hire. One", "setting: B is a Hire. One"),
        ("why: The count is", "why: B gets a Strong Hire for it. It is", "why: B gets a Hire for it. It is"),
        ("[Reading caution", "[B is a Strong Hire. Reading caution", "[B is a Hire. Reading caution"),
    ],
)
def test_the_name_of_the_verdict_follows_everywhere(old: str, before: str, after: str, tmp_path: Path) -> None:
    pack = _with(tmp_path, {old: before, "ownership_signal: 46": "ownership_signal: 40"})
    assert len(fix_folder(tmp_path, unsafe=True).fixed) == 1
    assert after in pack.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Acceptable", "A Strong Hire, and calm.", "An Acceptable, and calm."),
        ("Acceptable", "It is a *Strong Hire*.", "It is an *Acceptable*."),
        ("Hire", "It is a *Strong Hire*.", "It is a *Hire*."),
        ("Unique", "It is a Strong Hire.", "It is a Unique."),
    ],
)
def test_the_article_follows_too(title: str, before: str, after: str, tmp_path: Path) -> None:
    pack = _with(tmp_path, {NOTES: f"notes: {before}", "ownership_signal: 46": "ownership_signal: 40"})
    library = tmp_path / "packs" / LIBRARY
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("title: Hire,", f"title: {title},"), encoding="utf-8")
    assert len(fix_folder(tmp_path, unsafe=True).fixed) == 1
    assert f"notes: {after}\n" in pack.read_text(encoding="utf-8")


def test_a_fix_says_where_both_verdicts_stand(lpkit: Run, tmp_path: Path) -> None:
    both = "notes: The trial makes it a Strong Hire and not a Hire."
    _with(tmp_path, {NOTES: both, "ownership_signal: 46": "ownership_signal: 40"})
    assert "; 1 place with both verdicts left as written" in lpkit("check", "--show-fixes", "packs").stdout


def test_a_safe_fix_leaves_all_of_it(tmp_path: Path) -> None:
    pack = _with(tmp_path, {"impact: 26}": "impact: 25}"})
    before = pack.read_bytes()
    fix_folder(tmp_path, unsafe=False)
    assert pack.read_bytes() == before


def test_a_stale_lock_refuses_no_fix(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert lpkit("lock", "packs").returncode == 0
    pack.write_text(TEXT.replace("impact: 26}", "impact: 25}"), encoding="utf-8")
    result = lpkit("fix", "--unsafe", "packs")
    assert result.stderr.endswith("1 fault fixed in 1 file\n")
    assert "LP107" in lpkit("check", "packs").stdout


def test_a_refusal_names_the_fault_that_the_fix_would_bring(lpkit: Run, tmp_path: Path) -> None:
    _with(tmp_path, {"impact: 3}\n      reasons": "impact: 29}\n      reasons", "above: 40": "above: 44"})
    result = lpkit("fix", "--unsafe", "packs")
    said = re.search(r"LP204 not fixed: the result would have another fault, (LP210) \S+ at (\S+): (.*)", result.stderr)
    assert said is not None
    assert said[2] == "packs/ownership/noisy-alarm.yaml:48:14"
    assert "the expert's own total is 45" in said[3]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: Hire at 71.\n", "71"),
        ("a: 'Hire at 71.'\n", "71"),
        ('a: "Hire at\n  71."\n', "71"),
        ("a: >-\n  Strong\n  Hire at 71.\n", "Strong Hire"),
        ("a: |\n  Hire\n  at 71.\n", "71"),
        ("a: [x, Hire at 71.]\n", "71"),
    ],
)
def test_a_stretch_of_a_text_is_found_in_the_file(text: str, word: str) -> None:
    source = Source("a.yaml", text)
    at: tuple[str | int, ...] = ("a", 1) if "[" in text else ("a",)
    value = source.value(at)
    start = value.index(word)
    place = written_at(source, at, start, start + len(word))
    assert place is not None
    assert " ".join(source.text[slice(*place)].split()) == word


def test_a_text_with_escapes_is_left_alone() -> None:
    source = Source("a.yaml", 'a: "Hire\\tat 71\\u002e"\n')
    assert written_at(source, ("a",), 8, 10) is None
