"""Every figure, name and quote of a pack's prose with the place that proves it: what `lpkit trace` shows."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.ledger.account import Account
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Claim, Entry, Refuted, Stated, Unbound
from lpkit.ledger.excusing import settle
from lpkit.ledger.naming import named_place
from lpkit.ledger.passage import Passage
from lpkit.ledger.reading import Reading
from lpkit.text.figures import figures

_FIGURES = frozenset(
    ("total", "points", "ceiling", "weight", "band", "threshold", "count", "minutes", "length", "requirement", "figure")
)


class Tally(NamedTuple):
    """How many figures the prose of some packs has, how many it states by itself, and how many no place proves."""

    figures: int
    stated: int
    unbound: int


def trace(pack: PackView) -> tuple[Entry, ...] | None:
    """Give every claim of a pack's prose, and every figure besides, in the order of the file.

    None where the language has no ledger.
    """
    ledger = ledger_of(pack)
    if ledger is None:
        return None
    kept = [entry for entry in ledger.entries if entry.claim.kind != "figure" or isinstance(entry.binding, Refuted)]
    taken: dict[tuple[str | int, ...], list[tuple[int, int]]] = {}
    for claim, _ in kept:
        if claim.kind != "quotation":
            taken.setdefault(claim.at, []).append((claim.start, claim.end))
    account = ledger.account
    found: list[Entry] = []
    passages = {row.at: Passage(*row) for row in ledger.rows}
    for entry in kept:
        passage = passages.get(entry.claim.at)
        found.append(named_place(Reading(account, passage), entry) if passage else entry)
    for passage in passages.values():
        found += _figures(account, passage, taken.get(passage.at, []))
    starts = {entry.claim.at: pack.source.extent(pack.site(*entry.claim.at))[0] for entry in found}
    return tuple(sorted(found, key=lambda entry: (starts[entry.claim.at], entry.claim.start, entry.claim.end)))


def tally(entries: tuple[Entry, ...]) -> Tally:
    """Count the figures of a trace, those that their text states, and those that nothing proves."""
    counted = [entry for entry in entries if entry.claim.kind in _FIGURES]
    stated, unbound = (sum(isinstance(entry.binding, kind) for entry in counted) for kind in (Stated, Unbound))
    return Tally(len(counted), stated, unbound)


def _figures(account: Account, passage: Passage, taken: list[tuple[int, int]]) -> Iterator[Entry]:
    """Give the figures of a passage that are part of no claim, each with what proves it."""
    reading = Reading(account, passage)
    for figure in figures(passage.text, account.pack.language):
        start, end = figure.number_at if figure.number_at[1] else (figure.start, figure.end)
        if any(first < end and start < last for first, last in taken):
            continue
        claim = Claim("figure", passage.at, figure.start, figure.end, figure.text.strip(), "", None)
        yield Entry(claim, settle(reading, figure))
