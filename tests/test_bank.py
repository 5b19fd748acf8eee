"""`lpkit check --bank`: other people's questions, a line each, sound or not."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lpkit.corpus import QuestionView
from lpkit.corpus.bank import MAX_LINE, BankSource, read_bank
from lpkit.report._json_types import report_schema
from lpkit.source.jsonlines import extents
from project import Run, write_sample

SOUND = {"stem": "Which gas is noble?", "options": ["Neon", "Oxygen", "Iron"], "answer": "Neon"}


def _line(**changes: object) -> str:
    return json.dumps({**SOUND, **changes}, ensure_ascii=False)


def _write(folder: Path, *lines: str | bytes) -> Path:
    file = folder / "bank.jsonl"
    file.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return file


def _check(lpkit: Run, *arguments: str) -> tuple[int, list[dict[str, object]]]:
    result = lpkit("check", "--bank", "bank.jsonl", "-f", "json", *arguments)
    document = json.loads(result.stdout)
    Draft202012Validator(report_schema()).validate(document)
    return result.returncode, document["diagnostics"]


def test_sound_bank(lpkit: Run, tmp_path: Path) -> None:
    _write(tmp_path, _line(), "", _line(stem="Which gas burns?", answer="Oxygen", id="burns"), "")
    result = lpkit("check", "--bank", "bank.jsonl")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "2 questions of 1 bank checked: no faults\n"


def test_fault_has_line_column_and_id(lpkit: Run, tmp_path: Path) -> None:
    options = ["Neon", "Oxygen", "None of the above"]
    line = json.dumps({"id": "gas-1", "options": options, "answer": "Neon", "stem": "Noble, é?"}, ensure_ascii=False)
    _write(tmp_path, _line(), "", line)
    code, (entry,) = _check(lpkit)
    assert code == 0
    assert (entry["code"], entry["item"], entry["path"], entry["line"]) == ("LP501", "gas-1", "bank.jsonl", 3)
    assert entry["column"] == line.index('"None') + 1
    assert entry["end_column"] == line.index('"None') + 1 + len('"None of the above"')
    assert entry["pointer"] == "/2/options/2"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("{", {"LP002"}),
        ("stem,options,answer", {"LP002"}),
        ("[1, 2]", {"LP012"}),
        ("3", {"LP012"}),
        (json.dumps({"stem": "x", "options": ["a", "b"]}), {"LP011"}),
        (_line(options="Neon"), {"LP012"}),
        (_line(options=["Neon"]), {"LP013"}),
        (_line(options=["Neon", 3, "x"]), {"LP012"}),
        (_line(options=["Neon", " ", "x"]), {"LP013"}),
        (_line(answer=3), {"LP012"}),
        (_line(stem="  "), {"LP013"}),
        (_line(id=3), {"LP012"}),
        (_line(stem="Which gas burns?", answer="Argon"), {"LP401"}),
        (_line(options=["Neon", "Neon", "x"]), {"LP402"}),
        ('{"stem": "a", "stem": "Which gas is it?", "options": ["a", "b", "c"], "answer": "a"}', {"LP003"}),
        ('{"stem": "\\ud800", "options": ["a", "b", "c"], "answer": "a"}', {"LP013"}),
        (b"\xff\xfe", {"LP001"}),
        (b'{"stem": "' + b"x" * MAX_LINE + b'"}', {"LP001"}),
        (b"[" * 100_000, {"LP005"}),
        (b'{"stem": ' + b"9" * 5000 + b"}", {"LP002"}),
    ],
)
def test_malformed_line_is_a_fault_and_the_rest_is_checked(
    lpkit: Run, tmp_path: Path, line: str | bytes, wanted: set[str]
) -> None:
    _write(tmp_path, _line(), line, _line(stem="Which gas is not noble?", answer="Iron", id="last"))
    code, entries = _check(lpkit)
    assert code == 1
    assert {entry["code"] for entry in entries if entry["line"] == 2} == wanted
    assert [(entry["code"], entry["item"]) for entry in entries if entry["line"] == 3] == [("LP507", "last")]


def test_misspelt_key_has_a_suggestion(lpkit: Run, tmp_path: Path) -> None:
    _write(tmp_path, json.dumps({"stem": "Which?", "options": ["a", "b", "c"], "anwser": "a"}))
    _, (entry,) = _check(lpkit)
    assert entry["message"] == 'missing key "answer"; did you misspell it as "anwser"?'


def test_byte_order_mark_and_windows_line_ends(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "bank.jsonl").write_bytes(
        b"\xef\xbb\xbf" + _line(answer="x").encode() + b"\r\n" + _line().encode() + b"\r\n"
    )
    _, entries = _check(lpkit)
    assert {(entry["code"], entry["line"], entry["column"]) for entry in entries if entry["code"] == "LP401"} == {
        ("LP401", 1, _line(answer="x").index('"x"') + 1)
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--bank", "nowhere.jsonl"), "cannot read nowhere.jsonl"),
        (("--bank", "."), "cannot read ."),
        (("--bank", "empty.jsonl"), "no questions found in empty.jsonl"),
        (("--bank", "blank.jsonl"), "no questions found in blank.jsonl"),
        (("--bank", "bank.jsonl", "--add-ignores", "later"), "a bank has no place for suppressions"),
        (("--bank", "bank.jsonl", "--review", "-f", "json"), "would both go to standard output"),
    ],
)
def test_wrong_use(lpkit: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    _write(tmp_path, _line())
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "blank.jsonl").write_bytes(b"\n  \n")
    result = lpkit("check", *arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_banks_and_packs_together(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    _write(tmp_path, _line(answer="x"))
    (tmp_path / "other.jsonl").write_text(_line(), encoding="utf-8")
    result = lpkit("check", "packs", "--bank", "bank.jsonl", "--bank", "other.jsonl", "--fail-on", "error")
    assert result.returncode == 1
    assert "bank.jsonl:1:" in result.stdout
    assert result.stderr.startswith("1 pack and 1 library, 2 questions of 2 banks checked: 1 error")
    document = json.loads(lpkit("check", "packs", "--bank", "bank.jsonl", "--bank", "other.jsonl", "-f", "json").stdout)
    counted = {name: document["summary"][name] for name in ("packs", "libraries", "banks", "questions")}
    assert counted == {"packs": 1, "libraries": 1, "banks": 2, "questions": 2}


def test_only_sound_questions_are_counted(lpkit: Run, tmp_path: Path) -> None:
    _write(tmp_path, _line(), "{", _line(id="last"))
    summary = json.loads(lpkit("check", "--bank", "bank.jsonl", "-f", "json").stdout)["summary"]
    assert (summary["banks"], summary["questions"], summary["packs"], summary["libraries"]) == (1, 2, 0, 0)


def test_a_long_bank_is_read_in_parts(tmp_path: Path) -> None:
    file = _write(tmp_path, *(_line(id=f"q{number}") for number in range(2500)))
    source = BankSource("bank.jsonl", file)
    ids = [entry.value.id for entry in read_bank(source) if isinstance(entry, QuestionView)]
    assert ids == [f"q{number}" for number in range(2500)]
    assert source.value((2499, "id")) == "q2499"


def test_places_of_values() -> None:
    text = ' { "a" : [ "x, ]" , [1, 2], {"b": "}"} ] , "c":"\\"", "d": 1.5e3 }'
    found = {path: text[start:end] for path, (start, end) in extents(text).items()}
    assert found == {
        ("a",): '[ "x, ]" , [1, 2], {"b": "}"} ]',
        ("a", 0): '"x, ]"',
        ("a", 1): "[1, 2]",
        ("a", 2): '{"b": "}"}',
        ("c",): '"\\""',
        ("d",): "1.5e3",
    }


def test_review_of_packs_and_banks(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    _write(tmp_path, _line(id="gas"), "{")
    result = lpkit("check", "packs", "--bank", "bank.jsonl", "--review", "-f", "json=report.json")
    assert "bank.jsonl:1: gas: Which gas is noble?" in result.stdout
    assert "alarm-trial: Why does candidate B run both alarms for two weeks?" in result.stdout
    questions = result.stdout.count("\n\n")
    assert questions == 5
    told = result.stdout.count(": in as many other questions a wrong option does")
    assert told == 3
    assert result.stdout.count("  [ ] ") == 4 * questions + told
    assert '"Oxygen", "Iron"' in result.stdout
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["version"] == 1


def test_numbers_are_put_in_order_by_the_fix(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    head, mark, _ = text.partition("  - id: alarm-principle\n")
    question = (
        "    pool: practice\n    difficulty: easy\n    stem: How many?\n"
        "    options: [31 pages, 2 pages, {text: 64 pages, why: All of them.}, None of the above]\n"
        "    answer: 2 pages\n    steps: [Count.]\n    hint: Count.\n"
    )
    pack.write_text(head + mark + question, encoding="utf-8")
    result = lpkit("check", "--select", "LP511", "-f", "json")
    (entry,) = json.loads(result.stdout)["diagnostics"]
    content = pack.read_text(encoding="utf-8")
    for edit in reversed(entry["fix"]["edits"]):
        content = content[: edit["start"]] + edit["text"] + content[edit["end"] :]
    assert "options: [2 pages, 31 pages, {text: 64 pages, why: All of them.}, None of the above]" in content
    pack.write_text(content, encoding="utf-8")
    assert lpkit("check", "--select", "LP511").stdout == ""


def test_an_id_may_be_any_text(lpkit: Run, tmp_path: Path) -> None:
    entry = {"stem": "Which metal is liquid at room temperature?", "options": ["Mercury", "Iron", "Tin"]}
    lines = [json.dumps({**entry, "answer": "Mercury", "id": name}) for name in ("Q 1", "", "a b c", "é \u2028")]
    (tmp_path / "bank.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = lpkit("check", "--bank", "bank.jsonl", "--select", "LP408,LP409")
    assert result.returncode == 1, result.stderr
    assert "Q 1" in result.stdout


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_line_may_be_just_as_long_as_is_said_without_its_end(tmp_path: Path, end: str, more: int) -> None:
    file = tmp_path / "bank.jsonl"
    line = _line().ljust(MAX_LINE + more)
    file.write_bytes(f"{line}{end}{line}{end}{_line()}\n".encode() if end else line.encode())
    source = BankSource("bank.jsonl", file)
    lines = [isinstance(entry, QuestionView) for entry in read_bank(source)]
    assert lines == ([more < 1] * 2 + [True] if end else [more < 1])
    assert source.starts[-1] == (2 * len(line + end) if end else 0)
