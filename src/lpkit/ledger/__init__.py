"""The ledger: what the prose of a pack says of the pack's own facts, each claim bound to its place or refuted."""

from lpkit.ledger.book import Ledger, has_ledger, ledger_of
from lpkit.ledger.claim import Binding, Bound, Claim, Entry, Kind, Place, Refuted, Stated, Unbound
from lpkit.ledger.mending import with_total
from lpkit.ledger.refuting import refutations
from lpkit.ledger.tracing import Tally, tally, trace

__all__ = [
    "Binding",
    "Bound",
    "Claim",
    "Entry",
    "Kind",
    "Ledger",
    "Place",
    "Refuted",
    "Stated",
    "Tally",
    "Unbound",
    "has_ledger",
    "ledger_of",
    "refutations",
    "tally",
    "trace",
    "with_total",
]
