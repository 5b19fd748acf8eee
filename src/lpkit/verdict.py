"""A verdict as a proof: scores, sum, band, marker caps, and the smallest changes that would flip it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpkit.corpus import LibraryView, RubricView
from lpkit.model import Candidate, Marker, Verdict


@dataclass(frozen=True, slots=True)
class Term:
    """The score of one dimension: points from 0 to the weight, and the lowest cap that a marker sets."""

    dimension: str
    title: str
    score: int
    weight: int
    cap: int | None


@dataclass(frozen=True, slots=True)
class Limit:
    """A marker that was found, and the highest verdict that it leaves possible."""

    marker: str
    title: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Flip:
    """A single change that leads to another verdict.

    `kind` is score, weight, marker-removed or marker-added; `subject` the dimension or the marker; `change` the
    difference in points (0 for markers).
    """

    kind: str
    subject: str
    change: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How a candidate's verdict follows from the scores. `holds` tells whether the declared one is the proven."""

    candidate: str
    terms: tuple[Term, ...]
    total: int
    declared_total: int
    band: str
    band_from: int
    band_to: int
    limits: tuple[Limit, ...]
    verdict: str
    declared_verdict: str
    margin: tuple[Flip, ...]
    """The smallest flips: of one score, of one weight, and of each marker that decides alone."""

    @property
    def holds(self) -> bool:
        """Tell whether the declared total and verdict are the proven ones."""
        return (self.total, self.verdict) == (self.declared_total, self.declared_verdict)


def prove(candidate: Candidate, rubric: RubricView, library: LibraryView) -> Proof:
    """Derive the verdict of a candidate; the library's bands must hold (`LibraryView.bands_hold`)."""
    markers = [library.markers[entry.marker] for entry in candidate.auto_fails if entry.marker in library.markers]
    terms = tuple(
        Term(
            dimension.id,
            dimension.title,
            candidate.scores.get(dimension.id, 0),
            dimension.weight,
            min((marker.cap for marker in markers if marker.dimension == dimension.id), default=None),
        )
        for dimension in rubric.dimensions
    )
    total = min(sum(term.score for term in terms), 100)
    band = library.band(total)
    higher = [verdict.starts_at for verdict in library.library.verdicts if verdict.starts_at > band.starts_at]
    verdict = _verdict(library, total, markers)
    flips = (
        *_smallest(_score_flips(library, terms, total, markers, verdict)),
        *_smallest(_weight_flips(library, terms, markers, verdict)),
        *_marker_flips(library, total, markers, verdict),
    )
    return Proof(
        candidate=candidate.id,
        terms=terms,
        total=total,
        declared_total=candidate.total,
        band=band.id,
        band_from=band.starts_at,
        band_to=min(higher) - 1 if higher else 100,
        limits=tuple(Limit(marker.id, marker.title, marker.verdict) for marker in markers),
        verdict=verdict.id,
        declared_verdict=candidate.verdict,
        margin=flips,
    )


def _verdict(library: LibraryView, total: int, markers: Sequence[Marker]) -> Verdict:
    caps = [library.verdict(marker.verdict) for marker in markers]
    verdicts = [library.band(total), *(cap for cap in caps if cap is not None)]
    return min(verdicts, key=lambda verdict: verdict.starts_at)


def _smallest(flips: Iterator[Flip]) -> list[Flip]:
    """Give the flips with the least change, at most one upwards and one downwards for each dimension."""
    found = list(flips)
    least = min((abs(flip.change) for flip in found), default=0)
    return [flip for flip in found if abs(flip.change) == least]


def _score_flips(
    library: LibraryView, terms: Sequence[Term], total: int, markers: Sequence[Marker], verdict: Verdict
) -> Iterator[Flip]:
    """Give, for each dimension and direction, the least change of its score that leads to another verdict."""
    for term in terms:
        highest = term.weight if term.cap is None else min(term.cap, term.weight)
        for scores in (range(term.score + 1, highest + 1), range(term.score - 1, -1, -1)):
            for score in scores:
                change = score - term.score
                other = _verdict(library, min(max(total + change, 0), 100), markers)
                if other.id != verdict.id:
                    yield Flip("score", term.dimension, change, other.id)
                    break


def _weight_flips(
    library: LibraryView, terms: Sequence[Term], markers: Sequence[Marker], verdict: Verdict
) -> Iterator[Flip]:
    """Give, for each dimension and direction, the least change of its weight that leads to another verdict.

    The shares of the weights that the candidate earned stay as they are; the other weights shrink or grow in
    proportion so that all still sum to 100; the total is rounded half up.
    """
    for term in terms:
        for weights in (range(term.weight + 1, 101), range(term.weight - 1, -1, -1)):
            for weight in weights:
                other = _verdict(library, _reweighted(terms, term, weight), markers)
                if other.id != verdict.id:
                    yield Flip("weight", term.dimension, weight - term.weight, other.id)
                    break


def _reweighted(terms: Sequence[Term], changed: Term, weight: int) -> int:
    rest = 100 - changed.weight
    factor = (100 - weight) / rest if rest else 0.0
    own = weight * (changed.score / changed.weight if changed.weight else 0.0)
    others = sum(term.score for term in terms if term is not changed)
    return min(int(own + others * factor + 0.5), 100)


def _marker_flips(library: LibraryView, total: int, markers: Sequence[Marker], verdict: Verdict) -> Iterator[Flip]:
    """Give the markers that alone change the verdict: found ones when dropped, others when found."""
    for marker in markers:
        rest = [other for other in markers if other.id != marker.id]
        without = _verdict(library, total, rest)
        if without.id != verdict.id:
            yield Flip("marker-removed", marker.id, 0, without.id)
    present = {marker.id for marker in markers}
    for marker in library.markers.values():
        if marker.id not in present:
            found = _verdict(library, total, [*markers, marker])
            if found.id != verdict.id:
                yield Flip("marker-added", marker.id, 0, found.id)
