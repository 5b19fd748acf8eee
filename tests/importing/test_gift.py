"""GIFT files in the shapes of the wild: what is read of each, in full, and that no key comes out wrong.

The files stand in `gift/`, and what is read of each in `gift.yaml`: a new case is a file and its entry there.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.gift import check
from lpkit.diagnostic import Severity
from lpkit.importing import LpkitError
from lpkit.source import decode
from lpkit_importers.gift import importer
from project import PACK, Run, check_folder, write_sample

HERE = Path(__file__).parent
CASES: dict[str, Any] = decode((HERE / "gift.yaml").read_bytes(), "gift.yaml").data
FILES = HERE / "gift"


def test_every_file_has_its_outcome() -> None:
    assert {file.name for file in FILES.iterdir()} == {*CASES}


@pytest.mark.parametrize("name", CASES)
def test_file(name: str) -> None:
    found = importer.read((FILES / name).read_bytes(), {})
    questions = [
        {"place": draft.place, **{key: value for key, value in draft.fields.items() if value}} for draft in found.drafts
    ]
    assert questions == CASES[name].get("questions", [])
    assert [f"{note.place}: {note.message}" for note in found.notes] == CASES[name].get("notes", [])
    assert [f"{decision.what}: {decision.said}" for decision in found.decisions] == CASES[name]["said"]


@pytest.mark.parametrize("seed", range(60))
def test_files_made_at_random_are_read_as_they_are_meant(seed: int) -> None:
    check(seed)


@given(st.text(st.sampled_from("ab ={}~#:\\n/%50$[]<>-\n\ufdd1"), max_size=60))
def test_whatever_is_no_gift_is_notes(text: str) -> None:
    found = importer.read(text.encode(), {})
    for draft in found.drafts:
        options = [option if isinstance(option, str) else option["text"] for option in draft.fields["options"]]
        assert options.count(draft.fields["answer"]) == 1
        assert len(options) > 1
        assert draft.fields["stem"].strip()


@pytest.mark.parametrize(
    ("options", "read"),
    [
        ({}, [("line 3", ""), ("line 7", ""), ("line 9", "")]),
        ({"category": ["exam=test"]}, [("line 3", "test"), ("line 7", "test"), ("line 9", "")]),
        (
            {"category": ["Exam=test", "Exam/Week 2=practice", "top=practice"]},
            [("line 3", "test"), ("line 7", "practice"), ("line 9", "practice")],
        ),
        ({"only": ["Week 2", "Practice"]}, [("line 7", ""), ("line 9", "")]),
        ({"only": ["$course$/top/Exam"], "category": ["Week 2=test"]}, [("line 3", ""), ("line 7", "test")]),
    ],
)
def test_categories_are_pools_and_packs(options: dict[str, list[str]], read: list[tuple[str, str]]) -> None:
    found = importer.read((FILES / "categories.gift").read_bytes(), options)
    assert [(draft.place, draft.fields["pool"]) for draft in found.drafts] == read
    lost = {note.message.rpartition("/")[2] for note in found.notes}
    assert not lost & {name.rpartition("=")[0].title() for name in options.get("category", ())}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"category": ["Exam"]}, 'category "Exam" names no pool'),
        ({"category": ["=test"]}, 'category "=test" names no pool'),
        ({"category": ["Exm=test"]}, 'no category is called "Exm"'),
        ({"only": ["Wee"]}, 'no category is called "Wee"'),
        ({"former-pack": ["My Pack"]}, 'former-pack "My Pack" is no id'),
        ({"encoding": ["klingon"]}, "klingon"),
    ],
)
def test_settings_that_say_nothing_are_refused(options: dict[str, list[str]], said: str) -> None:
    with pytest.raises(LpkitError, match=said):
        importer.read((FILES / "categories.gift").read_bytes(), options)


def test_old_ids_are_in_the_pack_that_is_named() -> None:
    found = importer.read((FILES / "ids-and-tags.gift").read_bytes(), {"former-pack": ["gases"]})
    assert [draft.fields["formerly"] for draft in found.drafts] == [["quiz-2019/which-gas"], ["gases/q-17"], [], []]


def test_ids_are_made_of_words_and_not_of_tags_or_entities(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "f.gift").write_bytes(
        (FILES / "html-of-an-editor.gift").read_bytes() + b"\n" + (FILES / "entities.gift").read_bytes()
    )
    given_back = lpkit("import", "gift", "f.gift", "--pack", f"packs/{PACK}", "--dry-run", "--json")
    ids = [question["id"] for question in json.loads(given_back.stdout)["questions"]]
    assert ids == ["body-floats-lead-cork", "wrote-emma", "hat"]


def test_all_that_was_taken_is_a_whole_pack(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    for name in ("code-by-escapes.gift", "ids-and-tags.gift", "html-of-an-editor.gift", "missing-words.gift"):
        (tmp_path / name).write_bytes((FILES / name).read_bytes())
        result = lpkit("import", "gift", name, "--pack", f"packs/{PACK}")
        assert result.returncode == 0, result.stderr
    faults = [fault for fault in check_folder(tmp_path).diagnostics if fault.severity == Severity.ERROR]
    assert {fault.code for fault in faults} <= {"LP701"}, faults
    code = (tmp_path / "packs" / PACK).read_text(encoding="utf-8")
    assert "\n      for n in range(3):\n          if n == 2:\n              print(n)\n" in code
