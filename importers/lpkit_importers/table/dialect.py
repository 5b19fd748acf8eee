"""Text to rows: the separator and the way of quoting under which all lines have the same number of cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lpkit.importing import LpkitError
from lpkit_importers.table.grid import Grid, Row, check_size

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SEP_LINE = re.compile(r'\A\s*"?sep=(.)"?[ \t]*(?:\r\n|\n|\r)', re.IGNORECASE)
_BARE = 0.9
"""Share of the rows that must have the same width where quotation marks are taken for text: else they do not close."""
_SAMPLE = 200_000
"""Characters by which separators are compared; the whole is read with the one that is chosen."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are parted and quoted."""

    separator: str
    spaced: bool = False
    """Whether spaces may stand between a separator and a quotation mark."""
    escaped: bool = False
    """Whether a backslash stands before quotation marks within a quoted cell."""
    quoted: bool = True

    @property
    def said(self) -> str:
        """Give the dialect in words."""
        bare = "" if self.quoted else ", quotation marks are text"
        escaped = ", quotation marks escaped by backslashes" if self.escaped else ""
        return f"parted by {SEPARATORS.get(self.separator, repr(self.separator))}{bare}{escaped}"


def read_text(text: str) -> Grid:
    """Read a table.

    Raises LpkitError where its quotation marks do not close under any way of quoting.
    """
    named = _SEP_LINE.match(text)
    body = text[named.end() :] if named else text
    skipped = 1 if named else 0
    dialect = _chosen(body, [named.group(1)] if named else [*SEPARATORS])
    said = f"{dialect.said}{', as its line sep= says' if named else ''}"
    rows: list[Row] = []
    for line, cells in _records(body, dialect):
        check_size(len(rows), len(cells))
        rows.append(Row(line + skipped, tuple(cell.strip() for cell in cells), tuple(cells)))
    return Grid(tuple(rows), "line", said)


def _chosen(text: str, separators: list[str]) -> Dialect:
    """Take the way of reading under which most rows have the same number of cells, at least two; the plainest first."""
    sample = text if len(text) <= _SAMPLE else text[: max(text.rfind("\n", 0, _SAMPLE), 1)]
    cut = len(sample) < len(text)
    ways = [
        Dialect(separator, spaced, escaped, quoted)
        for spaced, escaped, quoted in (
            (False, False, True),
            (True, False, True),
            (False, True, True),
            (True, True, True),
            (False, False, False),
        )
        for separator in separators
    ]
    scored = [(_score(sample, way, cut), way) for way in ways]
    best = max(score for score, _ in scored)
    found = next(way for score, way in scored if score == best)
    return found if found.quoted or best[0] >= _BARE else ways[0]


def _score(sample: str, way: Dialect, cut: bool) -> tuple[float, int]:
    """Give the share of rows that have the most frequent width, in hundredths, and that width."""
    if not way.quoted and '"' not in sample:
        return 0, 0
    widths: Counter[int] = Counter()
    try:
        for _, cells in _records(sample, way):
            widths[_width(cells)] += 1
    except LpkitError:
        if not cut or not widths:
            return 0, 0
    if not widths:
        return 0, 0
    width, most = max(widths.items(), key=lambda entry: (entry[1], entry[0]))
    if width < 2:
        return 0, 0
    stray = _stray(sample, way)
    return round(most / widths.total(), 2) - stray, width


def _stray(sample: str, way: Dialect) -> float:
    """Give what is taken off for quotation marks that a way of reading would leave in its cells."""
    if way.spaced or not way.quoted:
        return 0.005
    return 0.01 if re.search(re.escape(way.separator) + r' +"[^"\n]*"', sample) and not way.spaced else 0


def _width(cells: list[str]) -> int:
    """Count the cells up to the last that holds anything."""
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)


def _records(text: str, way: Dialect) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, with the line on which each begins."""
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=way.separator,
        skipinitialspace=way.spaced,
        escapechar="\\" if way.escaped else None,
        quoting=csv.QUOTE_MINIMAL if way.quoted else csv.QUOTE_NONE,
        strict=way.quoted,
    )
    begin = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begin, row
            begin = reader.line_num + 1
    except csv.Error as error:
        raise LpkitError(
            f"line {begin} is not CSV: {error}", "close its quotes, or save the table as CSV anew"
        ) from error
