"""Tables as people keep them: each is read right at once, or refused with the option that settles it; none is wrong.

The tables stand in `tables/`, and what becomes of each in `tables.yaml`: a new case is a file and its entry there.
"""

import io
import json
import random
import sys
import zipfile
from contextlib import nullcontext, suppress
from csv import reader
from pathlib import Path
from typing import Any

import pytest

from fuzz.tables import read, table
from importing.xls_files import xls
from lpkit.importing import LpkitError
from lpkit.source import decode
from lpkit_importers.csv import importer as csv
from lpkit_importers.foreign.archive import Archive
from lpkit_importers.sheet import importer as sheet
from lpkit_importers.table.extent import check_extents
from project import PACK, Run, write_sample

HERE = Path(__file__).parent
CASES: dict[str, Any] = decode((HERE / "tables.yaml").read_bytes(), "tables.yaml").data
TABLES = HERE / "tables"


def _import(lpkit: Run, folder: Path, name: str, *options: str) -> Any:
    write_sample(folder)
    form = "csv" if name.endswith(("csv", "tsv")) else "sheet"
    return lpkit("import", form, name, "--pack", f"packs/{PACK}", "--dry-run", "--json", *options)


def test_every_table_has_its_outcome() -> None:
    assert {file.name for file in TABLES.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_table(lpkit: Run, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    (tmp_path / name).write_bytes((TABLES / name).read_bytes())
    result = _import(lpkit, tmp_path, name)
    if "refused" in case:
        assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
        assert case["refused"] in result.stderr
        if "settle" not in case:
            return
        assert case["settle"][0] in result.stderr
        result = _import(lpkit, tmp_path, name, *case["settle"])
    assert result.returncode == case.get("exit", 0), result.stderr
    given = json.loads(result.stdout)
    assert [question["answer"] for question in given["questions"]] == case.get("keys", [])
    assert case.get("said", "") in result.stderr
    left_out = [note["place"] for note in given["notes"] if note["message"].startswith("left out")]
    assert left_out == case.get("left_out", [])
    assert given["read"] == len(given["questions"]) + len(left_out)
    if "steps" in case:
        assert given["questions"][0]["steps"] == case["steps"]


@pytest.mark.parametrize("name", ["german.csv", "french.csv", "spanish.csv", "polish.csv", "from-0.csv"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp1250"])
def test_encodings(name: str, encoding: str) -> None:
    """What the bytes do not prove is refused, and read with the encoding named."""
    text = (TABLES / name).read_text(encoding="utf-8")
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        return
    try:
        found = csv.read(content, {})
    except LpkitError as error:
        asks = "--encoding" in (error.hint or "") and encoding in {"cp1250", "cp1252", "mac_roman"}
        found = csv.read(content, {"encoding": [encoding]} if asks else {})
    assert [draft.fields["answer"] for draft in found.drafts] == CASES[name]["keys"]
    assert found.drafts[0].fields["stem"] in text


@pytest.mark.parametrize("seed", range(20))
def test_tables_by_chance_have_no_wrong_key(seed: int) -> None:
    """A sample; `python tests/fuzz/tables.py 2000` makes as many as one likes."""
    for number in range(seed * 10, seed * 10 + 10):
        read(table(random.Random(number)))


def _rows(name: str) -> list[list[str]]:
    return [line.split(";") for line in (TABLES / name).read_text(encoding="utf-8").splitlines()]


def _workbook(rows: list[list[str]], file: Path, *names: str) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for number, name in enumerate(names or ("Fragen",)):
        page = book.active if number == 0 else book.create_sheet()
        page.title = name
        for row in rows:
            page.append([int(cell) if cell.isdecimal() else cell for cell in row])
    book.save(file)


def _document(rows: list[list[str]], file: Path) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    page = Table(name="Fragen")
    for row in rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        page.addElement(line)
    document.spreadsheet.addElement(page)
    document.save(str(file))


@pytest.mark.parametrize("name", ["quiz.xlsx", "quiz.ods", "quiz.csv"])
def test_workbooks(lpkit: Run, tmp_path: Path, name: str) -> None:
    """A workbook that is called CSV is read as what it is."""
    rows = _rows("polish.csv")
    _document(rows, tmp_path / name) if name.endswith("ods") else _workbook(rows, tmp_path / name)
    result = _import(lpkit, tmp_path, name)
    assert result.returncode == 0, result.stderr
    given = json.loads(result.stdout)
    assert [question["answer"] for question in given["questions"]] == CASES["polish.csv"]["keys"]
    assert 'sheet "Fragen"' in given["decisions"][0]["said"]


@pytest.mark.parametrize("name", ["kahoot", "wayground"])
def test_sheets_of_programs_are_read_as_workbooks_too(tmp_path: Path, name: str) -> None:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        _workbook([*reader(file)], tmp_path / "quiz.xlsx")
    content = (tmp_path / "quiz.xlsx").read_bytes()
    found = sheet.read(content, {}).drafts
    assert [draft.fields["answer"] for draft in found if not draft.unfit] == CASES[f"{name}.csv"]["keys"]
    found = sheet.read(content, {"keys-from": ["0"]}).drafts
    assert [draft.fields["answer"] for draft in found if not draft.unfit] != CASES[f"{name}.csv"]["keys"]


def _sheet(*cells: str) -> dict[str, bytes]:
    rows = "".join(f"<row>{cell}</row>" for cell in cells)
    return {"xl/workbook.xml": b"", "xl/sheet.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()}


def _ods(rows: str) -> dict[str, bytes]:
    spaces = 'xmlns:table="t" xmlns:office="o" xmlns:text="x"'
    return {"content.xml": f"<document {spaces}><table:table>{rows}</table:table></document>".encode()}


def _xlsb(*cells: tuple[int, int, int]) -> dict[str, bytes]:
    """Give a part with cells: each in a row, in a column and of a kind."""
    records = b"".join(
        b"\0\4" + row.to_bytes(4, "little") + bytes([kind, 4]) + column.to_bytes(4, "little")
        for row, column, kind in cells
    )
    return {"xl/workbook.bin": b"", "xl/sheet.bin": b"\x91\1\0" + records}


def _xlsb_shared(text: str, many: int, number: int = 1) -> dict[str, bytes]:
    """Give a part with a column of cells that share the text of that number, which is 1."""
    size = 5 + 2 * len(text)
    lengths = bytes([size & 0x7F | 0x80, size >> 7 & 0x7F | 0x80, size >> 14])
    texts = b"\x13" + lengths + b"\0" + len(text).to_bytes(4, "little") + text.encode("utf-16-le")
    cells = b"".join(
        b"\0\4" + row.to_bytes(4, "little") + b"\7\x0c" + bytes(8) + number.to_bytes(4, "little") for row in range(many)
    )
    parts = {"xl/sharedStrings.bin": b"\x13\5" + bytes(5) + texts, "xl/sheet.bin": b"\x91\1\0" + cells}
    return {"xl/workbook.bin": b""} | parts


def _shared(text: str, many: int) -> dict[str, bytes]:
    """Give a sheet in which so many cells share a text."""
    texts = f"<sst><si><t/></si><si><t>{text}</t></si></sst>".encode()
    return {"xl/sharedStrings.xml": texts} | _sheet(*['<c t="s"><v>1</v></c>'] * many)


A1 = '<c r="A1"><v>1</v></c>'
_LONG_CELL = (
    "<table:table-row table:number-rows-repeated='{many}'><table:table-cell>{cell}</table:table-cell></table:table-row>"
)
FAR = "table:number-columns-repeated='16384'"
DEEP = "table:number-rows-repeated='1048576'"


@pytest.mark.parametrize(
    ("members", "said"),
    [
        (_sheet(A1, '<c r="XFD1048576"><v>1</v></c>'), "more than 200,000 rows"),
        (_sheet(A1, '<c r="a1048576" t="inlineStr"><is><t>x</t></is></c>'), "more than 200,000 rows"),
        (_sheet(A1, '<c r="XFD9"><v>1</v></c>'), "more than 300 columns"),
        (_sheet(A1, "<c/>" * 300 + "<c><v>1</v></c>"), "more than 300 columns"),
        (_sheet(A1, '<c r="KM9"/><c/><c><v>1</v></c>'), "more than 300 columns"),
        (_sheet(A1, '</row><row r="900000"><c r="A2"/>', "<c><v>1</v></c>"), "more than 200,000 rows"),
        (_sheet(A1, '<c r="CV150000"><v>1</v></c>'), "more than 10,000,000 cells"),
        (_sheet('<c r="1A"><v>1</v></c>'), '"1A" is no cell'),
        (_sheet(A1, '<c r="XFD1048576" s="1"/>', "</rows>"), "is not XML: a tag closes another element"),
        (_sheet(A1, '<c r="XFD1048576" s="1"/>'), ""),
        (
            _ods(f"<table:table-row {DEEP}><table:table-cell {FAR}>x</table:table-cell></table:table-row>"),
            "200,000 rows",
        ),
        (_ods(f"<table:table-row><table:table-cell {FAR} office:value='1'/></table:table-row>"), "300 columns"),
        (
            _ods(
                "<table:table-row><table:table-cell>x</table:table-cell></table:table-row>"
                f"<table:table-row {DEEP}><table:table-cell/></table:table-row>"
                f"<table:table-row><table:table-cell {FAR}/><table:table-cell>x</table:table-cell></table:table-row>"
            ),
            "200,000 rows",
        ),
        (
            _ods("<table:table-row><table:table-cell><table:table/>x</table:table-cell></table:table-row>"),
            "a table within a cell",
        ),
        (
            _ods(
                f"<table:table-row><table:table-cell>x</table:table-cell><table:table-cell {FAR}/></table:table-row>"
                f"<table:table-row {DEEP}><table:table-cell {FAR}/></table:table-row>"
            ),
            "",
        ),
        (_ods(_LONG_CELL.format(cell="<text:p>x<text:s text:c='1000000000'/></text:p>", many=1)), "200,000,000 signs"),
        (_ods(_LONG_CELL.format(cell=f"<text:p>{'x' * 100_000}</text:p>", many=2_001)), "200,000,000 signs"),
        (_ods(_LONG_CELL.format(cell=f"<text:p>{' ' * 100_000}</text:p>", many=2_001)), "200,000,000 signs"),
        (_ods(_LONG_CELL.format(cell=f"<text:p>{'x' * 100_000}</text:p>", many=1_999)), ""),
        (_shared("x" * 100_000, 2_001), "200,000,000 signs"),
        (_shared("x" * 100_000, 1_999), ""),
        (_shared("x", 1) | _sheet('<c r="B2" t="s"><v>-1</v></c>'), 'row 2, column 2 shares the text number "-1"'),
        (_shared("x", 1) | _sheet('<c t="s"><v>abc</v></c>'), 'shares the text number "abc"'),
        (_shared("x", 1) | _sheet('<c t="s"><v> 1\n</v></c>'), 'shares the text number "1", and the workbook has no'),
        (_shared("x", 1) | _sheet('<c t="s"><v>2</v></c>'), 'shares the text number "2"'),
        (_sheet('<c t="s"><v>0</v></c>'), 'shares the text number "0"'),
        (_shared("x", 1) | _sheet('<c t="s"><v>1</v></c>', '<c t="s"><v/></c>', '<c t="s"/>'), ""),
        (_sheet('<c t="S"><v>0</v></c>'), 'row 1, column 1 is of the kind "S"'),
        (_sheet('<c t="b"><v>7</v></c>'), 'neither true nor false: it holds "7"'),
        (_sheet('</row><row r="x">'), 'sheet.xml in the workbook cannot be read: the number of a row is "x"'),
        (_ods(f"<table:table-row {DEEP.replace('1048576', '-1')}/>"), 'repeated is "-1"'),
        (_xlsb_shared("x" * 100_000, 2_001), "200,000,000 signs"),
        (_xlsb_shared("x" * 100_000, 1_999), ""),
        (_xlsb_shared("x", 1, 2), "row 1, column 1 shares the text number 2"),
        (_xlsb((0, 0, 2), (1_048_575, 16_383, 2)), "more than 200,000 rows"),
        (_xlsb((0, 0, 2), (9, 16_383, 2)), "more than 300 columns"),
        (_xlsb((0, 0, 2), (1_048_575, 16_383, 1)), ""),
    ],
)
def test_sheets_that_reach_far_are_refused_before_room_is_made_for_them(members: dict[str, bytes], said: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(LpkitError, match=said) if said else nullcontext():
        check_extents(Archive(made.getvalue()))


def test_a_workbook_of_two_cells_far_apart_is_one_line(lpkit: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = book.active["XFD1048576"] = "question"
    book.save(tmp_path / "quiz.xlsx")
    result = _import(lpkit, tmp_path, "quiz.xlsx")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    assert "the table has more than 200,000 rows" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep to no limit of memory, or cannot fork")
def test_an_old_workbook_of_two_cells_far_apart_is_one_line(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "quiz.xls").write_bytes(xls([(0, 0), (65_535, 65_535)]))
    result = _import(lpkit, tmp_path, "quiz.xls")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    assert "its sheets need too much memory" in result.stderr
    (tmp_path / "quiz.xls").write_bytes(xls([(0, 0), (9, 9)]))
    assert "the table has no column for" in _import(lpkit, tmp_path, "quiz.xls").stderr


def test_a_workbook_before_which_its_reader_panics_is_one_line(lpkit: Run, tmp_path: Path) -> None:
    content = bytearray((HERE / "workbooks/by-xlwt.xls").read_bytes())
    content[1980] = 78  # The length of a record: it ends behind the file.
    (tmp_path / "quiz.xls").write_bytes(content)
    result = _import(lpkit, tmp_path, "quiz.xls")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    assert "the workbook cannot be read" in result.stderr


def test_sheets_that_all_hold_questions_are_for_the_user_to_choose(tmp_path: Path) -> None:
    _workbook(_rows("german.csv"), tmp_path / "quiz.xlsx", "Woche 1", "Woche 2")
    content = (tmp_path / "quiz.xlsx").read_bytes()
    with pytest.raises(LpkitError, match='several sheets hold questions: "Woche 1", "Woche 2"'):
        sheet.read(content, {})
    assert len(sheet.read(content, {"sheet": ["Woche 2"]}).drafts) == 2
    with pytest.raises(LpkitError, match='no sheet "Woche 3"'):
        sheet.read(content, {"sheet": ["Woche 3"]})


def test_workbook_without_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _workbook(_rows("german.csv"), tmp_path / "quiz.xlsx")
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(LpkitError, match="what reads workbooks is not installed") as caught:
        csv.read((tmp_path / "quiz.xlsx").read_bytes(), {})
    assert "sheets" in (caught.value.hint or "")


@pytest.mark.parametrize("cut", [4, 100, 1500, -100, -30])
def test_damaged_workbooks(tmp_path: Path, cut: int) -> None:
    _workbook(_rows("german.csv"), tmp_path / "quiz.xlsx")
    content = (tmp_path / "quiz.xlsx").read_bytes()
    for damaged in (content[:cut], content[: len(content) // 2] + b"\0" * 9 + content[len(content) // 2 + 9 :]):
        with pytest.raises(LpkitError):
            sheet.read(damaged, {})


@pytest.mark.parametrize(
    ("options", "said", "hint"),
    [
        (["--column", "stem=a", "--column", "stem=b"], "the column of stem is given twice", ""),
        (["--column", "stm=Question"], '"stm=Question" names no column', "did you mean stem?"),
        (["--column", "stem="], '"stem=" names no column', "write FIELD=HEADER"),
        (["--column", "stem=Questoin"], 'no column "Questoin" for stem', 'did you mean "Question"?'),
        (["--column", "option 1=Option A", "--column", "option_a=Option B"], "option 1 is given twice", ""),
        (["--keys-from", "2"], "keys-from is 2", "0, 1, letters"),
        (["--keys-from", "0", "--set", "keys-from=1"], "keys-from is given twice", ""),
        (["--encoding", "utf-99"], 'no encoding is called "utf-99"', ""),
        (["--encoding", "hex"], 'no encoding is called "hex"', ""),
        (["--set", "keysfrom=0"], "the importer csv has no setting keysfrom", "did you mean keys-from?"),
        (["--column", "answer=Option A", "--column", "stem=Option A"], "is named for two fields", ""),
    ],
)
def test_options_that_say_nothing(lpkit: Run, tmp_path: Path, options: list[str], said: str, hint: str) -> None:
    (tmp_path / "quiz.csv").write_bytes((TABLES / "option-letters.csv").read_bytes())
    result = _import(lpkit, tmp_path, "quiz.csv", *options)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1), result.stderr
    assert said in result.stderr
    assert hint in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        b'q,a,b,answer\n"' + b'"' * 99_999,
        b"q,a,b,answer\nx,y,z," + b" " * 200_000 + b".\n",
        b"q,a,b,answer\nx," + b"<b>" * 30_000 + b",z,A\n",
        b"q,a,b,answer\nx," + b"<" * 99_999 + b",z,A\n",
        b"q,options,answer\nx," + b"[" * 19_999 + b",A\n",
        b"q,options,answer\nx,[" + b"-" * 19_000 + b"1],A\n",
        b'q,options,answer\nx,"' + b"a) b " * 20_000 + b'",A\n',
        b",".join([b"option"] * 301) + b"\n",
        b"x" * 100_000 + b",b,answer\n1,2,3\n",
        ("q,a,b,answer\n" + "\u0301" * 99_999 + ",x,y,A\n").encode(),
        ("q,a,b,answer\n" + "é" * 99_999 + ",x,y,A\n").encode("cp1252"),
        b"q,a,b\nx,*" + b"!" * 99_999 + b"y,z\nx,*u" + b" !" * 40_000 + b"y,z\n",
        b'q,options,answer\nx,"' + b";" * 90_000 + b'b",A\n',
        b"q,a,b,answer\nx," + b"&amp;" * 19_000 + b",z,A\n",
        b"PK\x03\x04" + b"x" * 999,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 999,
        b"sep=\nq,a\n",
        b"\xff\xfe\x00",
    ],
    ids=range(18),
)
def test_hostile_tables_end_soon(content: bytes) -> None:
    """Nothing but LpkitError comes out, and nothing is taken in a time that grows faster than the file."""
    for importer in (csv, sheet):
        with suppress(LpkitError):
            importer.read(content, {})


def test_dry_run_shows_three_questions(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "quiz.csv").write_bytes((TABLES / "option-letters.csv").read_bytes())
    before = (tmp_path / "packs" / PACK).read_bytes()
    result = lpkit("import", "csv", "quiz.csv", "--pack", f"packs/{PACK}", "--dry-run")
    assert result.stdout.count("  - id: ") == 3
    assert decode(f"questions:\n{result.stdout}".encode(), "").data["questions"][1]["answer"] == "Iron"
    assert "4 questions of 4 would be added" in result.stderr
    assert (tmp_path / "packs" / PACK).read_bytes() == before
