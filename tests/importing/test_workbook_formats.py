"""What the cells of a workbook show is what learners read: shares and codes as the sheet has them, the rest named."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

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
