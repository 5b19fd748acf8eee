"""The edges of what is allowed, and that what stands just beyond is named in its own terms."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.model import Library, Pack
from lpkit.model.types import MAX_TEXT
from lpkit.schema.fit import fit
from lpkit.source import Source, read_source
from lpkit.source.limits import MAX_BYTES
from project import LIBRARY, PACK, SAMPLE, Run, check_folder, codes, project_at, write_sample


@pytest.mark.parametrize(("more", "flaws"), [(-1, 0), (0, 0), (1, 1)])
def test_a_file_may_be_just_as_large_as_is_said(tmp_path: Path, more: int, flaws: int) -> None:
    file = tmp_path / "a.yaml"
    head = b"a: 1\n#"
    file.write_bytes(head + b"x" * (MAX_BYTES + more - len(head)))
    assert len(read_source(file, "a.yaml").flaws) == flaws


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"stem": }', "at column 10\n"),
        ('["x" 1]', "at column 6\n"),
        ("x", "at column 1\n"),
        # What is cut off is at fault at its end, not on a line after it.
        ("{", "at column 2\n"),
        ('{"stem": "Which?",', "at column 19\n"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_line_of_a_bank_is_counted_from_one(lpkit: Run, tmp_path: Path, line: str, message: str, end: str) -> None:
    (tmp_path / "bank.jsonl").write_bytes(f"{line}{end}".encode())
    assert message in lpkit("check", "--bank", "bank.jsonl").stdout


def _changed(name: str, at: tuple[str | int, ...], value: Any) -> Any:
    data = YAML(typ="safe", pure=True).load(SAMPLE / name)
    here = data
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = value
    return data


NUMBERS: list[tuple[str, tuple[str | int, ...]]] = [
    (PACK, ("evaluate", "minutes")),
    (PACK, ("evaluate", "candidates", 0, "total")),
    (PACK, ("evaluate", "candidates", 0, "scores", "impact")),
    (PACK, ("evaluate", "calibration", 0, "above")),
    (PACK, ("model_answer", "requires", "numbers")),
    (LIBRARY, ("verdicts", 1, "from")),
    (LIBRARY, ("rubrics", 0, "dimensions", 0, "weight")),
    (LIBRARY, ("test", "draw")),
    (LIBRARY, ("speaking", "words_per_minute", 0)),
]


@pytest.mark.parametrize(("name", "at"), NUMBERS, ids=str)
@pytest.mark.parametrize(("value", "fits"), [(20.0, True), (20.5, False), (0.5, False), (20.000001, False)])
def test_whole_numbers_are_never_rounded(name: str, at: tuple[str | int, ...], value: float, fits: bool) -> None:
    fitted = fit(Pack, _changed(name, at, value), []) if name == PACK else fit(Library, _changed(name, at, value), [])
    assert [misfit.at for misfit in fitted.misfits] == ([] if fits else [at])


@pytest.mark.parametrize(
    ("name", "at", "aside", "kept"),
    [
        (LIBRARY, ("test", "mix", "easy"), ("test", "mix"), {"draw": 3, "strong_from": 80}),
        (LIBRARY, ("test", "draw"), ("test", "draw"), {"strong_from": 80}),
        (PACK, ("evaluate", "minutes"), ("evaluate", "minutes"), {"rubric": "behavioral"}),
        (PACK, ("model_answer", "candidate"), ("model_answer", "candidate"), {"guidance": None}),
    ],
)
def test_of_a_section_only_the_broken_part_is_set_aside(
    name: str, at: tuple[str, ...], aside: tuple[str, ...], kept: dict[str, Any]
) -> None:
    data = _changed(name, at, ["no such thing"])
    fitted = fit(Pack, data, []) if name == PACK else fit(Library, data, [])
    assert fitted.aside == {aside}
    section = getattr(fitted.model, at[0])
    for key, value in kept.items():
        assert getattr(section, key) == (data[at[0]][key] if value is None else value)


@pytest.mark.parametrize(
    ("name", "at", "value", "message"),
    [
        (PACK, ("questions", 0, "options"), ["one"], "has 1 entry; at least 2 are needed"),
        (PACK, ("questions", 0, "steps"), [], "has 0 entries; at least 1 are needed"),
        (LIBRARY, ("speaking", "words_per_minute"), [1], "has 1 entry; at least 2 are needed"),
        (LIBRARY, ("speaking", "words_per_minute"), [1, 2, 3], "has 3 entries; at most 2 are needed"),
        (LIBRARY, ("rubrics", 0, "dimensions", 0, "weight"), 101, "is 101; at most 100 is allowed"),
        (LIBRARY, ("rubrics", 0, "dimensions", 0, "weight"), -1, "is -1; at least 0 is allowed"),
    ],
)
def test_too_few_and_too_many_are_told_apart(name: str, at: tuple[str | int, ...], value: Any, message: str) -> None:
    data = _changed(name, at, value)
    (misfit,) = (fit(Pack, data, []) if name == PACK else fit(Library, data, [])).misfits
    assert (misfit.at, message in misfit.message) == (at, True), misfit.message


@pytest.mark.parametrize(
    ("pattern", "packs"),
    [("packs/ownership", 0), ("packs/ownership/*", 0), ("*/noisy-alarm.yaml", 0), ("packs/owner", 1), ("other", 1)],
)
def test_a_folder_is_excluded_with_all_below_it(lpkit: Run, tmp_path: Path, pattern: str, packs: int) -> None:
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text(f'exclude = ["{pattern}"]\n', encoding="utf-8")
    said = lpkit("check").stderr
    assert said.startswith(f"{packs} pack{'' if packs == 1 else 's'} and 1 library checked"), said


def test_bands_that_begin_at_one_total_prove_nothing(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    library = tmp_path / "packs" / LIBRARY
    library.write_text(library.read_text(encoding="utf-8").replace("from: 85", "from: 60"), encoding="utf-8")
    result = lpkit("verdict", f"packs/{PACK}")
    assert result.returncode == 2
    assert "the verdict bands are broken" in result.stderr
    assert codes(check_folder(tmp_path, select=("LP2",))) == ["LP208"]


@pytest.mark.parametrize(
    "comment",
    [
        ("title: Quiet", "# lpkit: ignore[LP204]\ntitle: Quiet"),
        ("evaluate:\n", "# lpkit: ignore[LP204]\nevaluate:\n"),
        ("format: 1", "# lpkit: file-ignore[LP204]\nformat: 1"),
        ("total: 19", "total: 19  # lpkit: ignore[LP204]"),
    ],
)
def test_every_suppression_needs_a_reason(tmp_path: Path, comment: tuple[str, str]) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    assert comment[0] in text
    pack.write_text(text.replace(*comment, 1), encoding="utf-8")
    assert codes(check_folder(tmp_path, select=("LP022",))) == ["LP022"]


def test_two_suppressions_of_one_rule_are_told_apart(tmp_path: Path) -> None:
    """One silences a fault, the other nothing: only the other is of no use."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20  # lpkit: ignore[LP204] by hand")
    pack.write_text(text.replace("total: 89", "total: 89  # lpkit: ignore[LP204] too"), encoding="utf-8")
    report = check_folder(tmp_path)
    line = text[: text.index("total: 89")].count("\n") + 1
    assert [(entry.code, entry.span.line) for entry in report.diagnostics] == [("LP020", line)]


def test_an_empty_word_names_no_rule(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "lpkit.toml").write_text('ignore = [""]\n', encoding="utf-8")
    result = lpkit("check")
    assert result.returncode == 2
    assert 'no rule is called ""' in result.stderr


def test_a_number_of_a_json_report_is_a_number(lpkit: Run, tmp_path: Path) -> None:
    """Editors read the edits of a fix, and what it says it does."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("total: 19", "total: 20")
    pack.write_text(text, encoding="utf-8")
    (found,) = json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"]
    start = text.index("total: 20") + len("total: ")
    assert found["fix"]["title"] == 'write "19"'
    (edit,) = found["fix"]["edits"]
    assert (edit["start"], edit["end"], edit["text"]) == (start, start + 2, "19")
    results = json.loads(lpkit("check", "-f", "sarif").stdout)["runs"][0]["results"]
    (replacement,) = results[0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["deletedRegion"] == {"charOffset": start, "charLength": 2}


TEXTS: list[tuple[str, tuple[str | int, ...], tuple[str | int, ...]]] = [
    (PACK, ("prompt",), ("prompt",)),
    (PACK, ("evaluate", "candidates", 1, "answer"), ("evaluate", "candidates", 1)),
    (PACK, ("questions", 0, "options", 0), ("questions", 0)),
    (PACK, ("id",), ("id",)),
    (LIBRARY, ("markers", 0, "phrases", 0), ("markers", 0)),
]


@pytest.mark.parametrize(("name", "at", "aside"), TEXTS, ids=str)
@pytest.mark.parametrize("more", [0, 1])
def test_a_text_may_be_just_as_long_as_is_said(
    name: str, at: tuple[str | int, ...], aside: tuple[str | int, ...], more: int
) -> None:
    data = _changed(name, at, "a" * (MAX_TEXT + more))
    fitted = fit(Pack, data, []) if name == PACK else fit(Library, data, [])
    assert [(misfit.kind, misfit.at[: len(at)]) for misfit in fitted.misfits] == [("text-too-long", at)] * more
    assert fitted.aside == ({aside} if more else set())


def test_no_other_rule_looks_at_a_text_that_is_too_long(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    data = _changed(PACK, ("coaching", 0), "TODO the the " * 2000)
    YAML(typ="safe").dump(data, pack)
    found = check_folder(tmp_path).diagnostics
    assert [(entry.code, entry.pointer) for entry in found] == [("LP016", "/coaching/0")]
    assert found[0].message == "this entry has 26,000 characters; 20,000 are the most"


@pytest.mark.parametrize("key", ["stem", "answer", "id", "options"])
@pytest.mark.parametrize("more", [0, 1])
def test_a_text_of_a_bank_has_the_same_limit(lpkit: Run, tmp_path: Path, key: str, more: int) -> None:
    long = "a" * (MAX_TEXT + more)
    line = {"stem": "Which?", "options": ["yes", "no", long], "answer": "yes", "id": "b"}
    line[key] = ["yes", "no", long] if key == "options" else long
    line["options"] = ["yes", "no", long if key in {"options", "answer"} else "may be"]
    (tmp_path / "bank.jsonl").write_text(json.dumps(line), encoding="utf-8")
    said = lpkit("check", "--bank", "bank.jsonl", "-f", "concise").stdout
    # An answer that is too long is one of the options, and so is one of those.
    assert said.count("LP016") == more * (2 if key == "answer" else 1), said


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("gift", "{long}{{=yes ~no}}"),
        ("aiken", "{long}\nA) yes\nB) no\nANSWER: A\n"),
        ("markdown", "{long}\n\n- [x] yes\n- [ ] no\n"),
        (
            "moodle-xml",
            '<quiz><question type="multichoice"><questiontext><text>{long}</text></questiontext>'
            '<answer fraction="100"><text>yes</text></answer><answer><text>no</text></answer></question></quiz>',
        ),
        ("csv", "stem,options,answer\n{long},yes|no,yes\n"),
        (
            "json",
            '{{"kind": "pack", "questions": '
            '[{{"id": "b", "stem": "{long}", "options": ["yes", "no"], "answer": "yes"}}]}}',
        ),
    ],
)
def test_an_import_leaves_out_what_is_too_long(lpkit: Run, tmp_path: Path, form: str, content: str) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    (tmp_path / "in").write_text(content.format(long="a" * (MAX_TEXT + 1)), encoding="utf-8")
    said = lpkit("import", form, "in", "--pack", f"packs/{PACK}").stderr
    assert 'left out: "stem" has 20,001 characters; 20,000 are the most' in said
    assert pack.read_bytes() == before


def test_rules_across_packs_read_a_file_once(tmp_path: Path) -> None:
    """Each question is in three packs, so that each fault has a place in two files: one look each, and one before."""
    first = write_sample(tmp_path)
    data = YAML(typ="safe").load(first)
    question = data["questions"][0]
    data["questions"] = [
        {**question, "id": f"q-{number}", "stem": " ".join(f"{letter}{number}" for letter in "abcdefghijklmnop")}
        for number in range(20)
    ]
    for name in ("one", "two", "three"):
        first.with_name(f"{name}.yaml").write_text(json.dumps({**data, "id": name}), encoding="utf-8")
    first.unlink()
    project = project_at(tmp_path, select=("LP4",))
    asked: Counter[str] = Counter()

    def read(file: Path, name: str) -> Source:
        asked[name] += 1
        return read_source(file, name)

    found = replace(project, read=read).check().report.diagnostics
    assert len([entry for entry in found if entry.related]) >= 40
    assert {name: count for name, count in asked.items() if name.endswith(("one.yaml", "two.yaml", "three.yaml"))} == {
        f"packs/ownership/{name}.yaml": 2 for name in ("one", "two", "three")
    }
