"""What a learner taps on a card of scores: bands of points for a dimension, or the library's verdicts."""

from collections.abc import Iterable, Sequence

from lpkit.model import Verdict
from lpkit_exporters.anki.fields import plain
from lpkit_exporters.bundle import bands


def point_bands(weight: int, points: int) -> tuple[list[str], str]:
    """Cut 0 to `weight` points into bands of about one width; give them, and the key of the one that holds `points`."""
    cut = bands.point_bands(weight)
    return [bands.named(band) for band in cut], str(bands.band_of(cut, points) + 1)


def verdict_bands(verdicts: Sequence[Verdict], right: str) -> tuple[list[str], str]:
    """Give the verdicts with the totals that they stand for, lowest first, and the key of the right one."""
    ordered = sorted(verdicts, key=lambda entry: entry.starts_at)
    ends = [*(entry.starts_at - 1 for entry in ordered[1:]), 100]
    rows = [f"<b>{plain(entry.title)}</b> {entry.starts_at}–{end}" for entry, end in zip(ordered, ends, strict=True)]
    return rows, next((str(place) for place, entry in enumerate(ordered, start=1) if entry.id == right), "")


def radio(rows: Iterable[str], right: str) -> str:
    """Make a list of bands that a script lets a learner choose from, in an order that stays."""
    said = "".join(
        f'<li data-key="{place}" data-fixed{" data-right" if str(place) == right else ""}>{band}</li>'
        for place, band in enumerate(rows, start=1)
    )
    return f"<ol>{said}</ol>"
