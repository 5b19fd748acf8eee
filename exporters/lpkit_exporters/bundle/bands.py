"""Bands into which points are cut, where somebody chooses one of a few instead of naming a number."""

from collections.abc import Sequence
from itertools import pairwise

MOST_BANDS = 5
"""Bands into which the points of a dimension are cut: as many as a thumb can hit side by side on a phone."""

PointBand = tuple[int, int]
"""The lowest and the highest number of points in a band."""


def point_bands(weight: int) -> list[PointBand]:
    """Cut 0 to `weight` points into bands of about one width, lowest first; at most `MOST_BANDS`, at least one."""
    count = min(MOST_BANDS, weight + 1)
    starts = [(weight + 1) * place // count for place in range(count)] + [weight + 1]
    return [(first, end - 1) for first, end in pairwise(starts)]


def band_of(bands: Sequence[PointBand], points: int) -> int:
    """Give the place of the band that holds so many points; the last one for more than there are."""
    return sum(first <= points for first, _ in bands[1:])


def named(band: PointBand) -> str:
    """Write a band as figures: `3`, or `3–5`."""
    first, last = band
    return f"{first}" if first == last else f"{first}–{last}"
