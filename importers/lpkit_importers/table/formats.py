"""Numbers as sheets show them: a share as `50%`, a code as `007`, a price with its sign.

A reader of workbooks gives values; how a cell shows its own stands in the styles of the file, here of an xlsx.
"""

import posixpath
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from lpkit_importers.foreign.archive import Archive
from lpkit_importers.foreign.xml import Node, local_name, read_xml
from lpkit_importers.table.extent import feed
from lpkit_importers.table.sheets import place_of, whole

_BOOK, _STYLES, _LINKS = "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
_BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 48: "##0.0E+0"},
}
"""Formats that have a number and are not written out; 0 and 49 show a value as it is."""
_PLAIN = {0, 49}
_ASIDE = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"(?P<before>[^#0?.,%]*)(?P<whole>[#,]*0+|#,##0)(?:\.(?P<places>0+))?(?P<behind>[^#0?.,]*)")
_LETTERS = re.compile(r"[A-Za-z]")
_LONGEST = 255
"""Characters of a format, as Excel allows."""
_MOST = 1e15
"""Numbers from here on, which a workbook does not hold to the last digit, are not written by their format."""
_PLACES = 12
"""Decimal places that are written."""
_ABOVE = 0xF0000
"""Where the code points for private use begin, in which literals of a format are hidden."""

Formats = Mapping[tuple[int, int], str]
"""The formats of cells by row and column, from 1; a cell that shows its value as it is has none."""


def formats_of(parts: Archive, sheet: str) -> Formats:
    """Give the formats of the cells of a sheet.

    Raises LpkitError where a part of the workbook cannot be read.
    """
    if not {_BOOK, _STYLES, _LINKS} <= {*parts.names}:
        return {}
    styles = _styles(read_xml(parts.read(_STYLES), "the styles of the workbook"))
    name = _part(parts, sheet)
    if not name or not any(styles):
        return {}
    cells = _Cells(styles)
    feed(parts, name, cells)
    return cells.found


def shown(value: float, code: str) -> str | None:
    """Give a number as a format shows it in English; None where the format says more than this knows.

    Decimals are rounded away from zero at the half, as sheets do.
    """
    if len(code) > _LONGEST:
        return None
    bare = _LITERAL.sub(lambda literal: _hidden(literal[1] or literal[2] or ""), _ASIDE.sub("", code.split(";")[0]))
    found = _NUMBER.fullmatch(bare)
    known = found is not None and not _LETTERS.search(bare) and not (value < 0 and ";" in code)
    if not found or not known or not abs(value) < _MOST or len(found["places"] or "") > _PLACES:
        return None
    number = Decimal(repr(value)) * (100 if "%" in found["behind"] else 1)
    places = len(found["places"] or "")
    rounded = abs(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,.{places}f}" if "," in found["whole"] else f"{rounded:.{places}f}"
    whole, point, rest = text.partition(".")
    padded = whole.zfill(found["whole"].count("0")) + point + rest
    return _open(f"{'-' if number < 0 else ''}{found['before']}{padded}{found['behind']}").strip()


def _hidden(literal: str) -> str:
    """Give a literal in signs of which no format is made."""
    return "".join(chr(ord(sign) + _ABOVE) for sign in literal if ord(sign) < _ABOVE)


def _open(text: str) -> str:
    return "".join(chr(ord(sign) - _ABOVE) if ord(sign) >= _ABOVE else sign for sign in text)


def _styles(root: Node) -> list[str]:
    """Give the format of each style of cells; an empty text where it shows values as they are."""
    own = {one.attributes.get("numFmtId"): one.attributes.get("formatCode", "") for one in root.within("numFmt")}
    cells = root.first("cellXfs")
    numbers = [one.attributes.get("numFmtId", "0") for one in cells.children("xf")] if cells else []
    return [own.get(number, "") or built_in(_number(number)) for number in numbers]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def built_in(number: int) -> str:
    """Give a format that has a number; an empty text where it shows values as they are."""
    return "" if number in _PLAIN else _BUILT_IN.get(number, f"format {number}")


def _part(parts: Archive, sheet: str) -> str:
    """Give the name of the part that a sheet is; an empty text where it is not there."""
    book, links = read_xml(parts.read(_BOOK), "the workbook"), read_xml(parts.read(_LINKS), "the workbook")
    wanted = next((one.attributes.get("id") for one in book.within("sheet") if one.attributes.get("name") == sheet), "")
    for link in links.within("Relationship"):
        if link.attributes.get("Id") == wanted:
            target = link.attributes.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            return name if name in parts.names else ""
    return ""


class _Cells:
    """What the parser of XML tells of the cells of a sheet: the formats of those that hold numbers."""

    def __init__(self, styles: list[str]) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self._styles = styles
        self._row = self._column = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a row, or a cell; what has no number comes after what was before it."""
        name = local_name(tag)
        if name == "row":
            self._row, self._column = whole(attributes.get("r", str(self._row + 1)), "the number of a row"), 0
        elif name == "c":
            place = place_of(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
            self._column = place[1]
            style = whole(attributes.get("s", "0"), "the style of a cell")
            code = self._styles[style] if style < len(self._styles) else ""
            if code and code != "General" and attributes.get("t", "n") == "n":
                self.found[place] = code

    def close(self) -> None:
        """End the part."""
