"""Files of other programs: each is read right at once, or refused with what settles it, and what is lost is named.

The files stand in `formats/<format>/`, and what becomes of each in `formats.yaml`: a new case is a file and its entry
there.
"""

import io
import sqlite3
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from importing.packed import packed
from lpkit.importing import LpkitError, importer_names, load_importer, plan_import
from lpkit.source import decode
from lpkit.text.languages import language_of
from lpkit_importers.foreign.archive import MEMBERS_MOST, UNPACKED_MOST, Archive
from project import PACK, Run, write_sample

HERE = Path(__file__).parent
FILES = HERE / "formats"
CASES: dict[str, Any] = decode((HERE / "formats.yaml").read_bytes(), "formats.yaml").data
DEFAULTS = {"pool": "practice", "difficulty": "easy"}


def _files() -> set[str]:
    return {f"{folder.name}/{file.name}" for folder in FILES.iterdir() for file in folder.iterdir()}


def test_every_file_has_its_outcome() -> None:
    assert _files() == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_file(name: str) -> None:
    case, form = CASES[name], name.partition("/")[0]
    importer, content = load_importer(form), packed(FILES / name)
    options: dict[str, list[str]] = {}
    if "refused" in case:
        with pytest.raises(LpkitError) as caught:
            importer.read(content, {})
        assert case["refused"] in f"{caught.value.message} ({caught.value.hint})"
        if "settle" not in case:
            return
        options = case["settle"]
    found = importer.read(content, options)
    plan = plan_import(found.drafts, [], set(), DEFAULTS, language_of("en"))
    assert [entry["answer"] for entry in plan.entries] == case.get("keys", [])
    left_out = {draft.place: draft.unfit for draft in found.drafts if draft.unfit}
    assert left_out == case.get("left_out", {})
    assert len(found.drafts) == len(plan.entries) + len(left_out), plan.notes
    assert [f"{note.place}: {note.message}" for note in found.notes] == case.get("notes", [])
    assert {key: plan.entries[0].get(key) for key in case.get("first", ())} == case.get("first", {})


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.get("unlike")])
def test_file_is_recognised_whatever_it_is_called(name: str) -> None:
    form, content = name.partition("/")[0], packed(FILES / name)
    assert form in {other for other in importer_names() if load_importer(other).recognises("file", content)}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "keys" not in case and "refused" not in case])
def test_file_without_a_question_to_take_is_a_failure_with_its_reason(lpkit: Run, tmp_path: Path, name: str) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_bytes()
    (tmp_path / "file").write_bytes(packed(FILES / name))
    result = lpkit("import", name.partition("/")[0], "file", "--pack", f"packs/{PACK}")
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    assert "file holds no question that can be taken (see the notes above)" in result.stderr
    assert pack.read_bytes() == before


def test_a_deck_of_our_own_comes_back_equal(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert lpkit("export", "anki", "-o", "out").returncode == 0
    (package,) = (tmp_path / "out").glob("*.apkg")
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text[: text.index("  - id: alarm-weakness")], encoding="utf-8")
    result = lpkit("import", "anki", str(package.relative_to(tmp_path)), "--pack", f"packs/{PACK}")
    assert "3 questions of 4 added" in result.stderr
    before, after = (decode(one.encode(), PACK).data["questions"] for one in (text, pack.read_text(encoding="utf-8")))
    assert sorted(after, key=lambda one: str(one["id"])) == sorted(before, key=lambda one: str(one["id"]))


def test_a_package_that_nothing_here_unpacks_is_refused_with_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed(FILES / "anki/newer.yaml")
    for name in ("compression", "backports"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(LpkitError, match="what unpacks it is not installed") as caught:
        load_importer("anki").read(content, {})
    assert '"Support older Anki versions", or ' in (caught.value.hint or "")


def _zip(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"../../etc/passwd": b""}, 'names a file outside itself: "../../etc/passwd"'),
        ({"/etc/passwd": b""}, "names a file outside itself"),
        ({"C:\\a": b""}, "names a file outside itself"),
        ({f"{number}": b"" for number in range(MEMBERS_MOST + 1)}, "too large once it is unpacked"),
        ({"a": bytes(UNPACKED_MOST // 2), "b": bytes(UNPACKED_MOST // 2 + 1)}, "too large once it is unpacked"),
    ],
)
def test_archives_have_limits(members: dict[str, bytes], said: str) -> None:
    with pytest.raises(LpkitError, match=said):
        Archive(_zip(members))


def test_a_damaged_or_encrypted_member_is_one_line() -> None:
    content = _zip({"collection.anki2": b"SQLite format 3\0" * 99})
    for damaged in (content[:40] + b"\xff\xff" + content[42:], content[:6] + b"\1" + content[7:], content[:-30]):
        with pytest.raises(LpkitError, match="cannot be"):
            load_importer("anki").read(damaged, {})


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE VIEW notes AS WITH RECURSIVE a(n) AS (SELECT 1 UNION SELECT n + 1 FROM a) SELECT n mid, n tags FROM a",
        "CREATE TABLE notes (mid, tags, flds AS (hex(zeroblob(1000000000))))",
        "CREATE TABLE notes (mid, tags, flds); CREATE TABLE col (models); INSERT INTO col VALUES ('[1]')",
    ],
)
def test_databases_that_are_no_decks_are_refused(schema: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema)
    with suppress(sqlite3.Error):
        connection.execute("INSERT INTO notes (mid, tags) VALUES (1, '')")
        connection.commit()
    with pytest.raises(LpkitError, match="cannot be read"):
        load_importer("anki").read(_zip({"collection.anki2": connection.serialize()}), {})
    connection.close()
