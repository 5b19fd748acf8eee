"""The options of every row: from several columns or from one, cleaned, and without letters of their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Decision, LpkitError
from lpkit.importing.markup import held, named
from lpkit_importers.table.choices import Choices, splitter
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import plain
from lpkit_importers.table.layout import Layout
from lpkit_importers.table.marks import without_letters
from lpkit_importers.table.parts import parted, placed
from lpkit_importers.table.unnamed import cell, raw_cell

Clean = Callable[[str, Row], str]
"""Gives a text of a row as the format takes it."""


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
    labelled = sorted(layout.options.items())
    filled = [(cell(row, column), raw_cell(row, column), label - start + 1, column) for label, column in labelled]
    found = _read([(text, raw) for text, raw, _, _ in filled], row, clean)
    kept = [at for at, text in enumerate(found.texts) if text]
    return replace(
        found,
        texts=tuple(found.texts[at] for at in kept),
        places=tuple(filled[at][2] for at in kept),
        names=tuple(plain(layout.header[filled[at][3]]) for at in kept),
        listed=row.line in layout.listed,
    )


def _read(cells: Sequence[tuple[str, str]], row: Row, clean: Clean) -> Choices:
    """Give the texts of cells, each trimmed and as it stands: with their indentation where they differ by it alone."""
    texts = tuple(clean(text, row) for text, _ in cells)
    whole = tuple(clean(raw, row) if text else "" for text, (_, raw) in zip(texts, cells, strict=True))
    lost = [text for text, given in zip((text for text, _ in cells), texts, strict=True) if text and not given]
    indented = len({*filter(None, texts)}) < len({*filter(None, whole)})
    return Choices(whole if indented else texts, indented=indented, reason=_no_text(lost))


def _no_text(cells: Iterable[str]) -> str:
    """Say that an option is only an image or the like, by name; an empty text where none is."""
    losses = [loss for text in cells for loss in held(text, markdown=False).losses]
    return f"an option has no text, only {named(losses)}" if losses else ""


def _wrong(layout: Layout, rows: Sequence[Row], clean: Clean, split: str | None) -> tuple[list[Choices], str]:
    columns = [*layout.wrong.values()]
    if len(columns) == 1:
        try:
            found, way = _of_cells(layout, rows, columns[0], clean, split, 1)
        except LpkitError:
            pass
        else:
            return found, f", {way}"
    return [_listed([(cell(row, column), raw_cell(row, column)) for column in columns], row, clean) for row in rows], ""


def _of_cells(
    layout: Layout, rows: Sequence[Row], column: int, clean: Clean, split: str | None, least: int
) -> tuple[list[Choices], str]:
    raw = [cell(row, column) for row in rows]
    listed = sum(text[:1] in {"[", "{"} for text in raw) * 2 > len(raw)
    cells = raw if listed else [clean(text, row) for text, row in zip(raw, rows, strict=True)]
    keys = [clean(cell(row, layout.answers[0]), row) if layout.answers else "" for row in rows]
    way, said, sign = splitter(cells, keys, split, least)
    if sign:
        whole = [clean(raw_cell(row, column), row) for row in rows]
        found = parted([text if least == 1 or sign in text else "" for text in whole], sign)
        return [_named_losses(*each, sign) for each in zip(found, cells, raw, strict=True)], said
    parts = (way(text) or ([text] if text and least == 1 else []) for text in cells)
    if listed:
        pairs = ([(part.strip(), part.rstrip()) for part in found] for found in parts)
        return [_listed(found, row, clean) for found, row in zip(pairs, rows, strict=True)], said
    return [placed([part.strip() for part in found]) for found in parts], said


def _named_losses(row: Choices, text: str, raw: str, sign: str) -> Choices:
    """Say why a row cannot be taken of which a part was only an image: `raw` is what stands there, `text` its text."""
    empty = any(not part.strip() for part in text.split(sign))
    return replace(row, reason=_no_text([raw]) if empty else "", indented=any(one != one.strip() for one in row.texts))


def _listed(cells: Sequence[tuple[str, str]], row: Row, clean: Clean) -> Choices:
    """Give the options of a list by their places in it."""
    found = _read(cells, row, clean)
    return replace(placed(found.texts), indented=found.indented, reason=found.reason)
