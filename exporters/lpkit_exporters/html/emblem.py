"""An emblem for each principle, drawn from its id: the same id is the same picture, in every library and version."""

from hashlib import sha256

from markupsafe import Markup

CELLS = 3
"""Cells of a side. The third column is the first one turned over, so that the picture has two like halves."""
SIDE = 8
"""The side of a cell, in units of the picture."""
_EDGE = CELLS * SIDE

_SHAPES = (
    "M{x} {y}h8a8 8 0 0 1-8 8z",
    "M{r} {y}v8a8 8 0 0 1-8-8z",
    "M{r} {b}h-8a8 8 0 0 1 8-8z",
    "M{x} {b}v-8a8 8 0 0 1 8 8z",
    "M{x} {m}a4 4 0 0 1 8 0a4 4 0 0 1-8 0z",
    "M{x} {y}h8v8h-8z",
)
"""Quarters of a disc, a disc and a square, from the corner x, y to the corner r, b; m halves the left side."""
_MIRRORED = (1, 0, 3, 2, 4, 5)
"""The shape that each one is when it is turned over."""


def emblem(principle: str) -> Markup:
    """Draw the emblem of a principle. It says nothing that its title does not, so it is hidden from readers aloud."""
    drawn = sha256(principle.encode()).digest()
    paths = ["", ""]
    for place in range(CELLS * 2):
        row, column = divmod(place, 2)
        shape, colour = drawn[place] % len(_SHAPES), drawn[place + CELLS * 2] % 2
        paths[colour] += _shape(shape, column, row)
        if column == 0:
            paths[colour] += _shape(_MIRRORED[shape], CELLS - 1, row)
    parts = (f'<path class="{name}" d="{path}"/>' for name, path in zip(("tone", "tint"), paths, strict=True) if path)
    return Markup(f'<svg class="emblem" viewBox="0 0 {_EDGE} {_EDGE}" aria-hidden="true">{"".join(parts)}</svg>')


def _shape(shape: int, column: int, row: int) -> str:
    x, y = column * SIDE, row * SIDE
    return _SHAPES[shape].format(x=x, y=y, r=x + SIDE, b=y + SIDE, m=y + SIDE // 2)
