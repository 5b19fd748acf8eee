"""What prose claims, and what becomes of the claim: bound to the place that proves it, refuted, or unbound."""

from typing import Literal, NamedTuple

from lpkit.diagnostic import Path, Severity, Site

Kind = Literal[
    "total", "points", "verdict", "ceiling", "weight", "band", "threshold",
    "candidate", "count", "subject", "story", "option", "key", "step", "dimension",
    "alternative", "rank", "moment", "name", "quotation", "sentence", "minutes", "length", "requirement", "figure",
]  # fmt: skip
"""What a claim is on."""


class Claim(NamedTuple):
    """A claim of a text: where it stands, in code points of the text, and whom or what it is about."""

    kind: Kind
    at: Path
    start: int
    end: int
    text: str
    about: str = ""
    """The id of a candidate, dimension, marker or verdict; empty where the claim is on the pack."""
    number: int | None = None
    """The figure that is claimed, where there is one."""


class Place(NamedTuple):
    """A place of the pack or its library, and what it says."""

    site: Site
    says: str


class Bound(NamedTuple):
    """A claim that a place proves."""

    places: tuple[Place, ...]


class Refuted(NamedTuple):
    """A claim that some places contradict; the message shows the computation."""

    places: tuple[Place, ...]
    message: str
    help: str
    severity: Severity


class Stated(NamedTuple):
    """A figure or name that its own text states: advice, a supposition, a setting. No other place could prove it."""

    why: str


class Unbound(NamedTuple):
    """A claim that no place proves or contradicts."""

    sought: Place | None = None
    """Where a figure was looked for that asks for a look."""


Binding = Bound | Refuted | Stated | Unbound


class Entry(NamedTuple):
    """A claim with what became of it."""

    claim: Claim
    binding: Binding
