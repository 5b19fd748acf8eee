"""What the cells of a workbook show is what learners read: shares and codes as the sheet has them, the rest named."""

import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from importing.packed import packed
from importing.xlsb_files import xlsb
from lpkit.importing import LpkitError
from lpkit_importers.sheet import importer as sheet
from lpkit_importers.table.formats import shown

HEADER = ["Question", "Option A", "Option B", "Option C", "Answer"]


def _read(tmp_path: Path, rows: list[tuple[list[object], str]]) -> tuple[list[list[str]], list[str]]:
    """Write rows, each with the format of its options; give the options that are read, and the notes."""
    book = Workbook()
    page = book.active
    page.append(HEADER)
    for number, (cells, code) in enumerate(rows, start=2):
        page.append(cells)
        for column in (2, 3, 4):
            page.cell(number, column).number_format = code
    book.save(tmp_path / "quiz.xlsx")
    found = sheet.read((tmp_path / "quiz.xlsx").read_bytes(), {})
    assert not [draft.unfit for draft in found.drafts if draft.unfit]
    return [draft.fields["options"] for draft in found.drafts], [
        f"{note.place}: {note.message}" for note in found.notes
    ]


def test_shares_and_codes_are_held_as_the_sheet_shows_them(tmp_path: Path) -> None:
    options, notes = _read(
        tmp_path,
        [
            (["Which part is half?", 0.5, 0.25, 1, "A"], "0%"),
            (["Which door is it?", 7, 8, 123, "C"], "000"),
            (["How many?", 1, 2.5, 3, "B"], "General"),
        ],
    )
    assert options == [["50%", "25%", "100%"], ["007", "008", "123"], ["1", "2.5", "3"]]
    assert notes == []


def test_what_may_be_shown_otherwise_is_named(tmp_path: Path) -> None:
    options, notes = _read(
        tmp_path,
        [
            (["What does it cost?", 1234.5, 12, 13, "B"], '#,##0.00 "€"'),
            (["When was it?", date(1989, 11, 9), date(1990, 10, 3), date(1961, 8, 13), "A"], "dd.mm.yyyy"),
            (["Which part is it?", 0.5, 0.25, 0.75, "A"], "# ?/?"),
        ],
    )
    assert options == [
        ["1,234.50 €", "12.00 €", "13.00 €"],
        ["1989-11-09", "1990-10-03", "1961-08-13"],
        ["0.5", "0.25", "0.75"],
    ]
    assert notes == [
        'row 2: numbers of the format #,##0.00 "€" are held as sheets in English show them',
        "row 3: a date or time is held as its value, however the sheet shows it",
        "row 4: numbers of the format # ?/? are held as their values",
    ]


BOOKS = Path(__file__).parent / "workbooks"


def _said(content: bytes) -> tuple[list[tuple[str, list[str], str]], list[str]]:
    """Give place, options and key of each question of a workbook, and the notes on it."""
    found = sheet.read(content, {})
    asked = [(draft.place, draft.fields["options"], draft.fields["answer"]) for draft in found.drafts]
    return asked, [f"{note.place}: {note.message}" for note in found.notes]


def test_workbooks_of_old_are_held_as_they_are_shown() -> None:
    """Their keys are too: 3.1 as 0.00 is the option 3.10. One is by xlwt; one by SheetJS begins in the second row."""
    first, notes = _said((BOOKS / "by-xlwt.xls").read_bytes())
    assert first == [
        ("row 2", ["3.10", "3.1", "3.9"], "3.10"),
        ("row 3", ["50%", "25%", "0.5"], "50%"),
        ("row 4", ["007", "008", "009"], "007"),
        ("row 5", ["1989-11-09", "x", "y"], "x"),
        ("row 6", ["1,234.50 €", "1", "2"], "2"),
        ("row 7", ["1", "2", "3"], "3"),
    ]
    assert notes == [
        "row 2: numbers of the format 0.00 are held as sheets in English show them",
        "row 5: a date or time is held as its value, however the sheet shows it",
        'row 6: numbers of the format #,##0.00 "€" are held as sheets in English show them',
    ]
    second, notes = _said((BOOKS / "by-sheetjs.xls").read_bytes())
    assert second[:3] == [
        ("row 3", ["3.10", "3.1", "3.9"], "3.10"),
        ("row 4", ["50%", "25%", "0.5"], "50%"),
        ("row 5", ["007", "008", "009"], "007"),
    ]
    assert notes[1:] == [
        "row 6: numbers of the format dd.mm.yyyy are held as their values",
        "row 7: numbers of the format # ?/? are held as their values",
    ]


def test_xls_without_what_reads_its_formats_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by its values alone, its key 3.1 would be the option 3.1, and not 3.10 as the sheet shows it."""
    monkeypatch.setitem(sys.modules, "olefile", None)
    with pytest.raises(LpkitError, match="what reads how it shows its numbers is not installed") as caught:
        sheet.read((BOOKS / "by-xlwt.xls").read_bytes(), {})
    assert "sheets" in (caught.value.hint or "")


def test_workbooks_in_binary_are_held_as_they_are_shown() -> None:
    rows = {
        2: HEADER,
        3: ["Which is newer?", "3.10", "3.1", "3.9", (3.1, "0.00")],
        5: ["Which door is it?", (7, "000"), (8, "000"), (9, "General"), (7, "000")],
        6: ["Which part is half?", (0.5, "0%"), (0.25, "0%"), (0.5, "# ?/?"), "50%"],
    }
    asked, notes = _said(xlsb("Fragen № 1", rows, first=1))
    assert asked == [
        ("row 4", ["3.10", "3.1", "3.9"], "3.10"),
        ("row 6", ["007", "008", "9"], "007"),
        ("row 7", ["50%", "25%", "0.5"], "50%"),
    ]
    assert notes[1:] == ["row 7: numbers of the format # ?/? are held as their values"]


def test_documents_are_held_as_they_are_shown() -> None:
    """An ods has the shown text beside each value; remarks on a cell are none of it."""
    asked, notes = _said(packed(BOOKS / "by-odfpy.ods"))
    assert asked == [
        ("row 4", ["3.10", "3.1", "3.9"], "3.10"),
        ("row 5", ["50 %", "25 %", "x"], "25 %"),
        ("row 6", ["09.11.1989", "b", "c"], "b"),
        ("row 7", ["1.5", "b", "c"], "b"),
    ]
    assert notes == [
        "row 7: numbers are held as values: how the sheet shows them (50%, 007) cannot be read here; an xlsx keeps that"
    ]


def test_rows_that_begin_below_have_their_own_formats(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    for column, text in enumerate(HEADER, start=2):
        page.cell(5, column, text)
    for row, code in ((6, "0%"), (7, "000")):
        for column, value in enumerate(["Which?", 1, 2, 3, "A"], start=2):
            page.cell(row, column, value).number_format = code
    book.save(tmp_path / "quiz.xlsx")
    asked, _ = _said((tmp_path / "quiz.xlsx").read_bytes())
    assert asked == [("row 6", ["100%", "200%", "300%"], "100%"), ("row 7", ["001", "002", "003"], "001")]


def test_indentation_of_cells_tells_options_apart(tmp_path: Path) -> None:
    options, _ = _read(tmp_path, [(["Which line is inner?", "go()", "    go()", "stop()", "    go()"], "General")])
    assert options == [["go()", "    go()", "stop()"]]


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [
        (0.125, "0%", "13%"),
        (0.125, "0.0%", "12.5%"),
        (1234567.0, "#,##0", "1,234,567"),
        (-3.0, "00", "-03"),
        (5.0, '"No. "0', "No. 5"),
        (5.0, '0\\ "kg"', "5 kg"),
        (5.0, "[Red]0;[Blue]-0", "5"),
        (-5.0, "[Red]0;[Blue](0)", None),
        (5.0, "0.00E+00", None),
        (5.0, "h:mm", None),
        (1e300, "0.00", None),
        (float("inf"), "0%", None),
        (float("nan"), "0", None),
        (5.0, "0." + "0" * 40, None),
        (5.0, "#," * 50_000, None),
        (5.0, "format 12", None),
    ],
)
def test_formats(value: float, code: str, said: str | None) -> None:
    assert shown(value, code) == said


def test_cells_of_an_xlsb_without_their_column_are_refused() -> None:
    """The reader of workbooks passes them over: a row would have lost its options without a word."""
    rows = {0: ["question", "a", "b", "answer"], 1: ["Which floats?", "Cork", "Iron", "A"]}
    with pytest.raises(LpkitError, match="row 1 has cells in a short form"):
        sheet.read(xlsb("Questions", rows, short=True), {})
