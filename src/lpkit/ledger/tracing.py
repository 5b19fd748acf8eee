"""Every figure, name and quote of a pack's prose with the place that proves it: what `lpkit trace` shows."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.ledger.account import Account
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Bound, Claim, Entry, Place, Unbound
from lpkit.ledger.figures import MOST_FIGURES, Source, figures_of, meets, sources_of
from lpkit.ledger.passage import Passage
from lpkit.ledger.reading import Reading
from lpkit.text.figures import Figure, figures

_FIGURES = frozenset(
    ("total", "points", "ceiling", "weight", "band", "threshold", "count", "minutes", "length", "requirement", "figure")
)


class Tally(NamedTuple):
    """How many figures the prose of some packs has, and how many of them no place proves."""

    figures: int
    unbound: int


def trace(pack: PackView) -> tuple[Entry, ...] | None:
    """Give every claim of a pack's prose, and every figure besides, in the order of the file.

    None where the language has no ledger.
    """
    ledger = ledger_of(pack)
    if ledger is None:
        return None
    found = list(ledger.entries)
    taken: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    for claim, _ in found:
        if claim.kind != "quotation":
            taken.setdefault(claim.at, []).append((claim.start, claim.end))
    account = ledger.account
    for passage in (Passage(*row) for row in ledger.rows):
        found += _figures(account, passage, taken.get(passage.at, []))
    starts = {entry.claim.at: pack.source.extent(pack.site(*entry.claim.at))[0] for entry in found}
    return tuple(sorted(found, key=lambda entry: (starts[entry.claim.at], entry.claim.start, entry.claim.end)))


def tally(entries: tuple[Entry, ...]) -> Tally:
    """Count the figures of a trace, and those that nothing proves."""
    counted = [entry for entry in entries if entry.claim.kind in _FIGURES]
    return Tally(len(counted), sum(isinstance(entry.binding, Unbound) for entry in counted))


def _figures(account: Account, passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Entry]:
    """Give the figures of a passage that are part of no claim, bound where a source of the passage has them."""
    reading = Reading(account, passage)
    for figure in figures(passage.text, account.pack.language):
        start, end = figure.number_at if figure.number_at[1] else (figure.start, figure.end)
        if any(first < end and start < last for first, last in taken):
            continue
        claim = Claim("figure", passage.at, figure.start, figure.end, figure.text.strip(), "", None)
        place = next(filter(None, (_found(account, figure, source) for source in _sources(reading, figure))), None)
        yield Entry(claim, Bound((place,)) if place else Unbound())


def _sources(reading: Reading, figure: Figure) -> Iterator[Source]:
    """Give what a figure may come from: what the passage is about, then the answers and the prompt."""
    account = reading.account
    yield from sources_of(reading, figure)
    if reading.passage.topic.question is None:
        for key, candidate in account.candidates.items():
            yield account.candidate_site(key, "answer"), f"the answer of candidate {key}", (candidate.answer,)
        yield account.pack.site("prompt"), "the prompt", (account.pack.pack.prompt,)


def _found(account: Account, figure: Figure, source: Source) -> Place | None:
    site, what, texts = source
    known = islice(figures_of(texts, account.pack.language), MOST_FIGURES)
    return Place(site, what) if any(meets(figure, other) for other in known) else None
