"""Files of other programs: each is read right at once, or refused with what settles it, and what is lost is named.

The files stand in `formats/<format>/`, and what becomes of each in `formats.yaml`: a new case is a file and its entry
there.
"""

import io
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from importing.packed import packed
from lpkit.importing import LpkitError, importer_names, load_importer, plan_import
from lpkit.source import decode
from lpkit.text.languages import language_of
from lpkit_importers.foreign.archive import MEMBERS_MOST, UNPACKED_MOST, Archive
from lpkit_importers.foreign.blocks import MARKDOWN_MOST, blocks_of
from lpkit_importers.foreign.xml import DEPTH_MOST, read_xml
from lpkit_importers.page_format.source import PAGE_MOST, source_blocks
from lpkit_importers.table.grid import COLUMNS_MOST, ROWS_MOST, check_size
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


@pytest.mark.parametrize("named", [False, True])
def test_a_deck_of_our_own_comes_back_equal(lpkit: Run, tmp_path: Path, named: bool) -> None:
    pack = write_sample(tmp_path)
    assert not named or lpkit("fmt", "--ids").returncode == 0
    assert lpkit("export", "anki", "-o", "out", "--set", "pools=practice,test").returncode == 0
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


def _deep(number: int) -> bytes:
    return b"<quiz>" + b"<a>" * (number - 1) + b"</a>" * (number - 1) + b"</quiz>"


LIMITS: dict[str, tuple[Callable[[int], object], int, str]] = {
    "parts": (
        lambda number: Archive(_zip({str(place): b"" for place in range(number)})),
        MEMBERS_MOST,
        "5,001 parts, and 5,000 are the most",
    ),
    "depth": (lambda number: read_xml(_deep(number)), DEPTH_MOST, "more than 200 elements within each other"),
    "characters": (
        lambda number: blocks_of(["a", "b" * (number - 2)]),
        MARKDOWN_MOST,
        "more than 2,000,000 characters of Markdown",
    ),
    "of a page": (lambda number: source_blocks("a" * number), PAGE_MOST, "more than 2,000,000 characters"),
    "rows": (lambda number: check_size(number, 1), ROWS_MOST, "more than 200,000 rows"),
    "columns": (lambda number: check_size(1, number), COLUMNS_MOST, "more than 300 columns"),
}


@pytest.mark.parametrize(("work", "most", "said"), LIMITS.values(), ids=LIMITS)
def test_a_file_may_have_just_as_much_as_is_said(work: Callable[[int], object], most: int, said: str) -> None:
    work(most)
    with pytest.raises(LpkitError, match=said):
        work(most + 1)


def test_a_damaged_or_encrypted_member_is_one_line() -> None:
    content = _zip({"collection.anki2": b"SQLite format 3\0" * 99})
    for damaged in (content[:40] + b"\xff\xff" + content[42:], content[:6] + b"\1" + content[7:], content[:-30]):
        with pytest.raises(LpkitError, match="cannot be"):
            load_importer("anki").read(damaged, {})


@pytest.mark.parametrize("content", [b"", b"SQLite format 3", b"PK", b"\0" * 5000])
def test_what_is_no_database_at_all_is_one_line(content: bytes) -> None:
    """Of nothing SQLite says that there is no memory, which is an error of no file."""
    with pytest.raises(LpkitError, match="no database of SQLite"):
        load_importer("anki").read(_zip({"collection.anki2": content}), {})


NOTES = "CREATE TABLE notes (mid, tags, flds); INSERT INTO notes VALUES (1, '', 'x');"
MODELS = "CREATE TABLE col (models);"
TYPES = "CREATE TABLE notetypes (id, name, config); CREATE TABLE fields (ntid, ord, name);"


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (
            "CREATE VIEW notes AS WITH RECURSIVE a(n) AS (SELECT 1 UNION SELECT n + 1 FROM a) SELECT n mid FROM a",
            "it has more than tables and indexes",
        ),
        (
            # The names in the schema are the file's word, and not those that SQLite goes by.
            "CREATE TABLE other (a); CREATE VIEW notes AS SELECT 1 mid, '' tags, 'x' flds; PRAGMA writable_schema = ON;"
            "UPDATE sqlite_master SET name = 'notes' WHERE name = 'other'",
            "cannot be read",
        ),
        (NOTES + MODELS + "CREATE TRIGGER a AFTER DELETE ON col BEGIN SELECT 1; END", "more than tables and indexes"),
        ("CREATE TABLE notes (mid, tags, flds AS (hex(zeroblob(1000000000))))", "has columns that are computed"),
        (NOTES + "CREATE TABLE col (a, models AS (a || a) STORED)", "has columns that are computed"),
        (
            f"CREATE TABLE notes (mid, tags, x0, {', '.join(f'x{at} AS (x{at - 1} || x0)' for at in range(1, 200))}, "
            "flds AS (x199))",
            "has columns that are computed",
        ),
        (f"CREATE TABLE notes (mid, tags, flds, {', '.join(f'x{at}' for at in range(400))})", "too many columns"),
        (f"CREATE TABLE notes (mid, tags, flds, a DEFAULT ({'+'.join('1' * 900)}))", "cannot be read"),
        (NOTES + MODELS + "INSERT INTO col VALUES ('[1]')", "cannot be read"),
        (NOTES + MODELS + f"INSERT INTO col VALUES ('{'[' * 100_000}')", "nested too deeply"),
        (NOTES + MODELS + "INSERT INTO col VALUES (5)", "cannot be read"),
        (NOTES + MODELS + """INSERT INTO col VALUES ('{"1": {"name": ["x"], "flds": []}}')""", "in place of a text"),
        (NOTES + MODELS + "INSERT INTO col VALUES (zeroblob(30000000))", "too big"),
        (NOTES + TYPES + "INSERT INTO notetypes VALUES (1, 'a', 999999999999)", "settings of a note type are no bytes"),
        (NOTES + TYPES + "INSERT INTO notetypes VALUES ('x', 'a', x'00')", "in place of a number"),
        (NOTES + TYPES + "INSERT INTO notetypes VALUES (1, x'ff', x'00')", "in place of a text"),
        (NOTES + TYPES + "INSERT INTO fields VALUES (1, 9e999, 'a')", "in place of a number"),
        (
            NOTES + TYPES + "INSERT INTO notetypes VALUES (1, 'a', x''); WITH RECURSIVE n(a) AS "
            "(SELECT 1 UNION SELECT a + 1 FROM n LIMIT 301) INSERT INTO fields SELECT 1, a, a FROM n",
            "more than 300 columns",
        ),
        (
            "CREATE TABLE notes (mid, tags, flds); INSERT INTO notes VALUES (1, '', x'ff00');"
            + TYPES
            + "INSERT INTO notetypes VALUES (1, 'a', x'')",
            "in place of a text",
        ),
        (
            NOTES + TYPES + "WITH RECURSIVE n(a) AS (SELECT 1 UNION SELECT a + 1 FROM n LIMIT 2200) "
            f"INSERT INTO notes (mid) SELECT 1 FROM n; ALTER TABLE notes RENAME COLUMN tags TO t;"
            f"ALTER TABLE notes ADD COLUMN tags DEFAULT '{'x' * 95_000}'",
            "too large once it is unpacked",
        ),
    ],
)
def test_databases_that_are_no_decks_are_refused(schema: str, said: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema)
    with suppress(sqlite3.Error):
        connection.execute("INSERT INTO notes (mid, tags) VALUES (1, '')")
        connection.commit()
    content = connection.serialize()
    connection.close()
    with pytest.raises(LpkitError, match=said):
        load_importer("anki").read(_zip({"collection.anki2": content}), {})


def test_the_number_of_a_column_of_anki_may_be_of_any_length() -> None:
    """Python makes no number of more than 4,300 digits, and raises what nobody expects."""
    head = f"#separator:tab\n#columns:Question\tA\tB\tAnswer\n#tags column:{'9' * 5000}\n"
    found = load_importer("anki").read(f"{head}Which floats?\tCork\tIron\tA\n".encode(), {})
    assert [draft.fields["stem"] for draft in found.drafts] == ["Which floats?"]


@pytest.mark.parametrize("behind", ["", "Reason: x\n", "\n", "Reason: x\n\n"])
def test_many_lines_answer_end_soon(behind: str) -> None:
    """Each was read with all that is behind it, which took minutes."""
    content = f"Q?\nA) a\nB) b\nANSWER: A\n{behind}" + f"ANSWER: A\n{behind}" * 50_000
    drafts = load_importer("aiken").read(content.encode(), {}).drafts
    assert [draft.fields["answer"] for draft in drafts if not draft.unfit] == ["a"]


def test_many_options_without_a_question_end_soon() -> None:
    """At each line all that are behind it were copied."""
    with pytest.raises(LpkitError, match="no question with options"):
        load_importer("text").read(b"What?\n" + b"A) a\n" * 60_000, {})
