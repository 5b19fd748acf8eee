"""What a learner taps on a card of scores: bands of points for a dimension, or the library's verdicts."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lpkit.model import Verdict
from lpkit_exporters.anki.fields import plain

MOST_BANDS = 5
"""Bands into which the points of a dimension are cut: as many as a thumb can hit side by side on a phone."""


def point_bands(weight: int, points: int) -> tuple[list[str], str]:
    """Cut 0 to `weight` points into bands of about one width; give them, and the key of the one that holds `points`."""
    count = min(MOST_BANDS, weight + 1)
    starts = [(weight + 1) * place // count for place in range(count)] + [weight + 1]
    bands = [f"{first}" if end - first == 1 else f"{first}–{end - 1}" for first, end in pairwise(starts)]
    right = sum(start <= points for start in starts[1:-1]) + 1
    return bands, str(right)


def verdict_bands(verdicts: Sequence[Verdict], right: str) -> tuple[list[str], str]:
    """Give the verdicts with the totals that they stand for, lowest first, and the key of the right one."""
    ordered = sorted(verdicts, key=lambda entry: entry.starts_at)
    ends = [*(entry.starts_at - 1 for entry in ordered[1:]), 100]
    bands = [f"<b>{plain(entry.title)}</b> {entry.starts_at}–{end}" for entry, end in zip(ordered, ends, strict=True)]
    return bands, next((str(place) for place, entry in enumerate(ordered, start=1) if entry.id == right), "")


def radio(bands: Iterable[str], right: str) -> str:
    """Make a list of bands that a script lets a learner choose from, in an order that stays."""
    rows = "".join(
        f'<li data-key="{place}" data-fixed{" data-right" if str(place) == right else ""}>{band}</li>'
        for place, band in enumerate(bands, start=1)
    )
    return f"<ol>{rows}</ol>"
