"""A library's words behind the ids that its packs use."""

from itertools import pairwise

from lpkit.model import Dimension, Library, Marker, Principle
from lpkit_exporters.bundle.index_model import Band, MarkerEntry, Reference, VerdictReference

FULL_MARKS = 100


class Vocabulary:
    """A library's words by id.

    An id that the library does not know stands for itself: `lpkit check` reports it.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._principles = {principle.id: principle for principle in library.principles}
        self._levels = {level.id: level.title for level in library.levels}
        self._dimensions = {dimension.id: dimension for rubric in library.rubrics for dimension in rubric.dimensions}
        self._verdicts = {verdict.id: verdict for verdict in library.verdicts}
        self._markers = {marker.id: marker for marker in library.markers}

    def principle(self, name: str) -> Principle:
        """Find a principle."""
        return self._principles.get(name) or Principle(id=name, title=name, summary=name)

    def level(self, name: str) -> Reference:
        """Find a level."""
        return Reference(id=name, title=self._levels.get(name, name))

    def dimension(self, name: str, own: list[Dimension] | None = None) -> Reference:
        """Find a dimension, first among those that a pack writes itself."""
        known = self._dimensions | {dimension.id: dimension for dimension in own or []}
        return Reference(id=name, title=known[name].title if name in known else name)

    def dimensions(self, rubric: str | list[Dimension]) -> list[Dimension]:
        """Give the dimensions of a rubric: of the library's with an id, or those that a pack writes itself."""
        if not isinstance(rubric, str):
            return rubric
        return next((known.dimensions for known in self.library.rubrics if known.id == rubric), [])

    def verdict(self, name: str) -> VerdictReference:
        """Find a verdict."""
        known = self._verdicts.get(name)
        return VerdictReference(id=name, title=known.title if known else name, passes=bool(known and known.passes))

    def has_marker(self, name: str) -> bool:
        """Tell whether the library knows a marker."""
        return name in self._markers

    def marker(self, name: str, own: list[Dimension] | None = None, *, patterns: bool = False) -> MarkerEntry:
        """Find a marker and resolve what it refers to; its patterns are given where they are asked for."""
        marker = self._markers.get(name) or _unknown_marker(name)
        marker = marker if patterns else marker.model_copy(update={"patterns": []})
        return MarkerEntry(
            id=marker.id,
            title=marker.title,
            dimension=self.dimension(marker.dimension, own),
            cap=marker.cap,
            verdict=self.verdict(marker.verdict),
            phrases=marker.phrases,
            why=marker.why,
            **MarkerEntry.pass_on(marker),
        )

    def bands(self) -> list[Band]:
        """Give the verdicts, lowest first, each with the highest total that still earns it."""
        verdicts = sorted(self.library.verdicts, key=lambda verdict: verdict.starts_at)
        starts = [verdict.starts_at for verdict in verdicts]
        ends = [max(start, following - 1) for start, following in pairwise(starts)] + [FULL_MARKS]
        return [
            Band.model_validate({**verdict.model_dump(by_alias=True), "to": end})
            for verdict, end in zip(verdicts, ends, strict=True)
        ]


def _unknown_marker(name: str) -> Marker:
    return Marker(id=name, title=name, dimension=name, cap=0, verdict=name, why=name)
