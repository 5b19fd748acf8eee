"""The options of every row: from several columns or from one, cleaned, and without letters of their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lpkit.importing import Decision, LpkitError
from lpkit_importers.table.choices import Choices, splitter, without_letters
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import plain
from lpkit_importers.table.layout import Layout
from lpkit_importers.table.unnamed import cell

Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Offered:
    """The options of each row, whether the key is one more beside them, and what was decided on them."""

    choices: tuple[Choices, ...]
    apart: bool
    said: tuple[Decision, ...]


def options_of(layout: Layout, rows: Sequence[Row], clean: Clean, split: str | None, apart: bool) -> Offered:
    """Give the options of each row.

    Raises LpkitError where one column holds them all and does not come apart in one way.
    """
    if layout.options:
        found = [_of_columns(layout, row, clean) for row in rows]
        said = [Decision("options", _columns(layout, [*layout.options.values()]))]
    elif "options" in layout.one:
        found, way = _of_cells(layout, rows, layout.one["options"], clean, split, 2)
        said = [Decision("options", f"{_columns(layout, [layout.one['options']])}, {way}")]
    else:
        found, way = _wrong(layout, rows, clean, split)
        said = [Decision("wrong options", f"{_columns(layout, [*layout.wrong.values()])}{way}")]
        apart = True
    taken, many = without_letters(found)
    if many:
        said.append(Decision("letters", f"taken off the options of {many} of {len(rows)} rows, which begin with them"))
    return Offered(tuple(taken), apart, tuple(said))


def _columns(layout: Layout, columns: Sequence[int]) -> str:
    names = ", ".join(f'"{layout.header[column]}"' for column in columns)
    return f"column{'' if len(columns) == 1 else 's'} {names}"


def _of_columns(layout: Layout, row: Row, clean: Clean) -> Choices:
    """Give what columns of their own hold; a place counts empty columns too, since a key may do so."""
    start = 0 if 0 in layout.options else 1
    filled = [
        (text, label - start + 1, plain(layout.header[column]))
        for label, column in sorted(layout.options.items())
        if (text := clean(cell(row, column)))
    ]
    texts, places, names = zip(*filled, strict=True) if filled else ((), (), ())
    return Choices(texts, places, names)


def _wrong(layout: Layout, rows: Sequence[Row], clean: Clean, split: str | None) -> tuple[list[Choices], str]:
    columns = [*layout.wrong.values()]
    if len(columns) == 1:
        try:
            found, way = _of_cells(layout, rows, columns[0], clean, split, 1)
        except LpkitError:
            pass
        else:
            return found, f", {way}"
    cells = ([clean(cell(row, column)) for column in columns] for row in rows)
    return [_numbered([text for text in texts if text]) for texts in cells], ""


def _of_cells(
    layout: Layout, rows: Sequence[Row], column: int, clean: Clean, split: str | None, least: int
) -> tuple[list[Choices], str]:
    raw = [cell(row, column) for row in rows]
    listed = sum(text[:1] in {"[", "{"} for text in raw) * 2 > len(raw)
    cells = raw if listed else [clean(text) for text in raw]
    keys = [clean(cell(row, layout.answers[0])) if layout.answers else "" for row in rows]
    way, said = splitter(cells, keys, split, least)
    parts = (way(text) or ([text] if text and least == 1 else []) for text in cells)
    if listed:
        return [_placed([clean(part) for part in found]) for found in parts], said
    return [_numbered([part for part in found if part]) for found in parts], said


def _placed(texts: Sequence[str]) -> Choices:
    """Give the options of a list by their places in it; an empty one is none, but its place counts."""
    filled = [(text, place) for place, text in enumerate(texts, start=1) if text]
    return Choices(tuple(text for text, _ in filled), tuple(place for _, place in filled), ("",) * len(filled))


def _numbered(texts: Sequence[str]) -> Choices:
    return Choices(tuple(texts), tuple(range(1, len(texts) + 1)), ("",) * len(texts))
