"""`lpkit import`: what comes in, what is reported, and that nothing comes in twice."""

import json
from pathlib import Path

import pytest

from lpkit.corpus import discover
from lpkit.difference import take_snapshot
from lpkit.importing import LpkitError
from lpkit.model import Question
from lpkit_importers.csv import importer as csv
from lpkit_importers.gift import importer as gift
from project import PACK, Run, write_sample

CSV = (
    "Question;A;B;C;Correct;Why A;Explanation;Hint;Author\n"
    '"How is the price; of a nuisance told?";In loud words;In minutes of a week;By a witness;b;'
    "Nobody can check it.;Minutes can be checked. | So: In minutes of a week.;Think of a unit.;Ada\n"
    ";;;;;;;;\n"
    "Which of the two is first?;One;Two;;Three;;;;\n"
)

GIFT = """// exported
$CATEGORY: alarms

::Price:: How is the price of a nuisance \\{cost\\} told? {
  =In minutes of a week#It can be checked.
  ~In loud words#Nobody can check it.
  ~%-50%By a witness
  ####Minutes can be counted.
}

The sky is blue.{T}

Two and two make {#4}

Match {=a -> b =c -> d}

A nuisance costs {=minutes ~words} each week.
"""


def _questions(folder: Path) -> list[Question]:
    listing = discover([folder / "packs"], [], folder, folder)
    (shelf,) = take_snapshot(listing, str).shelves.values()
    return [placed.value for placed in shelf.packs["noisy-alarm"].questions]


def test_csv(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "table.csv").write_text(CSV, encoding="utf-8-sig")
    result = lpkit("import", "csv", "table.csv", "--pack", f"packs/{PACK}", "--pool", "test", "--difficulty", "hard")
    assert result.returncode == 0, result.stderr
    assert result.stderr.splitlines() == [
        "table.csv is read so:",
        "  text     UTF-8 with a mark, parted by semicolons",
        '  stem     column "Question"',
        '  steps    column "Explanation"',
        '  hint     column "Hint"',
        '  options  columns "A", "B", "C"',
        '  answer   column "Correct": keys are letters: 1 of 2 rows',
        'table.csv: column "Author": not held: the format has no such field',
        'table.csv: line 4: left out: the answer "Three" is none of its options',
        f"packs/{PACK}: 1 question of 2 added",
    ]
    new = _questions(tmp_path)[-1]
    assert (new.pool, new.difficulty, new.answer) == ("test", "hard", "In minutes of a week")
    assert [(option.text, option.why) for option in new.options] == [
        ("In loud words", "Nobody can check it."),
        ("In minutes of a week", None),
        ("By a witness", None),
    ]
    assert new.steps == ["Minutes can be checked.", "So: In minutes of a week."]
    again = lpkit("import", "csv", "table.csv", "--pack", f"packs/{PACK}")
    assert f"the pack has it as {new.id}" in again.stderr
    assert len(_questions(tmp_path)) == 5


def test_columns_by_name(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "t.csv").write_text("Wat,options,key\nWas kostet ein Alarm?,Zeit | Geld,b\n", encoding="utf-8")
    assert "no column for the stem" in lpkit("import", "csv", "t.csv", "--pack", f"packs/{PACK}").stderr
    result = lpkit("import", "csv", "t.csv", "--pack", f"packs/{PACK}", "--column", "stem=Wat")
    assert "has no steps: a TODO stands there; no hint" in result.stderr
    assert _questions(tmp_path)[-1].answer == "Geld"
    assert "LP701" in lpkit("check").stdout


def test_json_export_comes_back_equal(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pinned = pack.read_text(encoding="utf-8").replace("[To compare them, ", "[{text: To compare them, pinned: true}, ")
    pack.write_text(pinned, encoding="utf-8")
    before = _questions(tmp_path)
    assert any(option.pinned for question in before for option in question.options)
    assert lpkit("export", "json", "-o", "out").returncode == 0
    exported = next((tmp_path / "out/packs").rglob("noisy-alarm.json")).relative_to(tmp_path)
    text = pack.read_text(encoding="utf-8")
    first_only = text[: text.index("  - id: alarm-weakness")]
    pack.write_text(first_only, encoding="utf-8")
    result = lpkit("import", "json", str(exported), "--pack", f"packs/{PACK}")
    assert "3 questions of 4 added" in result.stderr
    assert _questions(tmp_path) == before
    assert lpkit("check", "--fail-on", "error").returncode == 0


def test_gift(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "moodle.txt").write_text(GIFT, encoding="utf-8")
    result = lpkit("import", "gift", "moodle.txt", "--pack", f"packs/{PACK}")
    assert result.returncode == 0, result.stderr
    first, second = _questions(tmp_path)[-2:]
    assert first.stem == "How is the price of a nuisance {cost} told?"
    assert first.answer == "In minutes of a week"
    assert [option.why for option in first.options] == [None, "Nobody can check it.", None]
    assert first.steps == ["Minutes can be counted.", "It can be checked."]
    assert second.stem == "A nuisance costs _____ each week."
    for said in ("category alarms", "weight %-50%", "title Price", "true or false", "numerical", "matching"):
        assert said in result.stderr


@pytest.mark.parametrize(
    "text", ["What? {", "What? {=a}", "What? {~a ~b}", "What? {=a =b ~c}", "What? {}", "no braces", "{=a ~b} {=c}"]
)
def test_gift_that_is_no_multiple_choice_is_noted(text: str) -> None:
    found = gift.read(text.encode(), {})
    assert (found.drafts, len(found.notes)) == ((), 1)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("json", b"{", "not JSON"),
        ("json", b"[]", "not a pack of the JSON export"),
        ("json", json.dumps({"kind": "pack", "questions": [1]}).encode(), "not a mapping"),
        ("json", b"[" * 100_000, "nested too deeply"),
        ("json", json.dumps({"kind": "pack", "format": 2, "questions": []}).encode(), "has format 2"),
        ("csv", b"\xff", "not UTF-8"),
        ("csv", b"stem,a,b,answer\n\0", "not text"),
        ("csv", b"", "the table is empty"),
        (
            "csv",
            b"\n;Wat;a\nx;y;z\n",
            'no column for the stem (name it: --column stem=HEADER; its columns: "", "Wat"',
        ),
        ("csv", b'stem,a,b,answer\n"x', "is not CSV"),
    ],
)
def test_files_that_cannot_be_read(lpkit: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    (tmp_path / "file").write_bytes(content)
    result = lpkit("import", name, "file", "--pack", f"packs/{PACK}")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert said in result.stderr
    assert pack.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["csv", "t.csv", "--pack", "packs/library.yaml"], "is a library (name one pack)"),
        (["csv", "t.csv", "--pack", f"packs/{PACK}", "--column", "stem=Frage"], 'no column "Frage" for stem'),
        (["gift", "t.csv", "--pack", f"packs/{PACK}", "--column", "stem=Frage"], "gift has none"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(lpkit: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    write_sample(tmp_path)
    (tmp_path / "t.csv").write_text("stem,a,b,answer\nWhich is it?,x,y,x\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in (tmp_path / "packs").rglob("*.yaml")}
    result = lpkit("import", *arguments)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert said in result.stderr
    assert {file: file.read_bytes() for file in (tmp_path / "packs").rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("text", "columns", "stems", "notes"),
    [
        ('\r\n \r\n"stem";a;b;answer\r\nOne?;x;y;x\r\n', {}, [("line 4", "One?")], []),
        ('"stem, in full";a;b;answer\nOne?;x;y;x\n', {"stem": "stem, in full"}, [("line 2", "One?")], []),
        ("stem,a,b,answer\n'One\ntwo?',x,y,x\nThree?,x,y,x\n", {}, [("line 2", "One\ntwo?"), ("line 4", "Three?")], []),
        ("stem,question,a,b,answer\nOne?,Two?,x,y,x\n", {}, [("line 2", "One?")], ["stem is read from another column"]),
        (
            "stem,Frage,a,b,answer\nOne?,Two?,x,y,x\n",
            {"stem": "Frage"},
            [("line 2", "Two?")],
            ["stem is read from another column"],
        ),
        ("stem,Autor,a,b,answer\nOne?,Ada,x,y,x\n", {}, [("line 2", "One?")], ["the format has no such field"]),
    ],
)
def test_tables_of_all_kinds(
    text: str, columns: dict[str, str], stems: list[tuple[str, str]], notes: list[str]
) -> None:
    options = {"column": [f"{field}={header}" for field, header in columns.items()]}
    found = csv.read(text.replace("'", '"').encode(), options)
    assert [(draft.place, draft.fields["stem"]) for draft in found.drafts] == stems
    assert [note.message for note in found.notes] == [f"not held: {note}" for note in notes]


@pytest.mark.parametrize("key", ["k", ".", "²", "1" * 5000])
def test_keys_that_name_no_option(key: str) -> None:
    with pytest.raises(LpkitError, match='no key of column "answer" names an option: line 2 says'):
        csv.read(f"stem,option 0,option 1,answer\nOne?,x,y,{key}\n".encode(), {})
    _, draft = csv.read(f"stem,option 0,option 1,answer\nOne?,x,y,x\nTwo?,x,y,{key}\n".encode(), {}).drafts
    assert draft.unfit == f'the answer "{key}" is none of its options'


@pytest.mark.parametrize(
    ("text", "places", "notes"),
    [
        ("$CATEGORY: a\nOne? {=a ~b}", ["line 2"], ["not held: category a"]),
        ("One? {=a ~b}\n\n// a\u2028b\u0085c\x0c\nTwo? {=a ~b}", ["line 1", "line 4"], []),
        ("\r\nOne? {=a ~b}\r\n\r\nTwo? {=a ~b}", ["line 2", "line 4"], []),
        (
            "::A:: One? {=a ~b}\n::B:: Two? {=a ~b}",
            [],
            [
                "left out: it has braces beside those of its answers: "
                r"a blank line must part two questions, \{ is a brace of a text"
            ],
        ),
        ("One? { x =a ~b}", ["line 1"], ['"x" before the first sign is a wrong option, as it is for Moodle']),
    ],
)
def test_gift_of_all_kinds(text: str, places: list[str], notes: list[str]) -> None:
    found = gift.read(text.encode(), {})
    assert [draft.place for draft in found.drafts] == places
    assert [note.message for note in found.notes] == notes


def test_gift_keeps_every_character() -> None:
    (draft,) = gift.read("\ue041 \ue07e \\~ \\\\ \\: one\\ntwo? {=a\\=b ~b}".encode(), {}).drafts
    assert (draft.fields["stem"], draft.fields["answer"]) == ("\ue041 \ue07e ~ \\ : one\ntwo?", "a=b")


def test_an_export_with_more_than_the_format_is_noted(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    entry = {"id": "New Id", "stem": "Which?", "options": [{"text": "a", "image": "a.png", "correct": True}, "b"]}
    questions = [{**entry, "answer": "a", "video": "v.mp4", "hash": "0"}]
    (tmp_path / "p.json").write_text(json.dumps({"kind": "pack", "format": 1, "questions": questions}))
    assert lpkit("import", "json", "p.json", "--pack", f"packs/{PACK}").stderr.splitlines() == [
        "p.json: question New Id: not held: the format has no video",
        "p.json: question New Id: not held: the format has no options.image",
        'p.json: question New Id: left out: "id" is "New Id", which does not have the form of an id',
        f"packs/{PACK}: 0 questions of 1 added",
        "lpkit: p.json holds no question that can be taken (see the notes above)",
    ]


@pytest.mark.parametrize(
    ("content", "named", "likely"),
    [
        ("Which? {=a ~b}", "json", "gift"),
        ("stem,a,b,answer\nWhich?,x,y,x\n", "gift", "csv"),
        ('{"kind": "pack", "questions": []}', "gift", "json"),
        ('[\n  {"question": "Which?"}\n]', "gift", "json"),
        ("stem,a,b,answer\rWhich?,x,y,x\r", "gift", "csv"),
        ('<?xml version="1.0"?><quiz></quiz>', "gift", "moodle-xml"),
        ("What?\n\n* [ ] x\n* [X] y\n", "json", "markdown"),
        ("#separator:tab\n#html:true\nWhich?\tx\ty\tx\n", "json", "anki"),
        ("<questestinterop/>", "json", "qti"),
        ("What?\nA) x\nB) y\n\nANSWER: A\n", "json", "aiken"),
    ],
)
def test_a_file_of_another_format_is_recognised(
    lpkit: Run, tmp_path: Path, content: str, named: str, likely: str
) -> None:
    write_sample(tmp_path)
    (tmp_path / "file").write_text(content, encoding="utf-8")
    result = lpkit("import", named, "file", "--pack", f"packs/{PACK}")
    assert result.returncode == 2
    assert f"it looks like {likely}: lpkit import {likely} …" in result.stderr


@pytest.mark.parametrize("form", ["csv", "gift", "json"])
@pytest.mark.parametrize("content", [b"x\ry", b"\r", b'"\r', b"\0", b'a"b\r"', b"\xff\r"])
def test_nothing_of_which_a_format_is_guessed_breaks_the_guess(
    lpkit: Run, tmp_path: Path, form: str, content: bytes
) -> None:
    write_sample(tmp_path)
    (tmp_path / "file").write_bytes(content)
    result = lpkit("import", form, "file", "--pack", f"packs/{PACK}")
    readable = form == "gift" and b"\xff" not in content
    assert result.returncode == (1 if readable else 2), result.stderr


def test_importers_are_listed_with_their_settings(lpkit: Run) -> None:
    result = lpkit("import", "--list")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        *["aiken", "--set"],
        *["anki", *["--set"] * 6],
        *["csv", *["--set"] * 6],
        *["gift", *["--set"] * 4],
        *["json", *["--set"] * 4, "markdown", "--set", "moodle-xml"],
        *["page", "--set", "qti"],
        *["sheet", *["--set"] * 6],
        *["text", *["--set"] * 6],
    ]


def test_dry_run_writes_nothing(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    (tmp_path / "moodle.txt").write_text(GIFT, encoding="utf-8")
    assert (
        "2 questions of 2 would be added"
        in lpkit("import", "gift", "moodle.txt", "--pack", f"packs/{PACK}", "--dry-run").stderr
    )
    assert pack.read_bytes() == before
