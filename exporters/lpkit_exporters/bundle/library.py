"""A library for front ends: its vocabulary resolved, and the list of its packs."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lpkit.export import Shelf
from lpkit.model import Dimension, Library, Marker, Mix, Principle, Retired
from lpkit_exporters.bundle.index_model import (
    Band,
    LibraryEntry,
    MarkerEntry,
    PackEntry,
    QuestionCounts,
    Reference,
    VerdictReference,
)
from lpkit_exporters.bundle.pack_model import PackFile, QuestionEntry

FULL_MARKS = 100


class Vocabulary:
    """A library's words by id.

    An id that the library does not know stands for itself: `lpkit check` reports it.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._levels = {level.id: level.title for level in library.levels}
        self._dimensions = {dimension.id: dimension for rubric in library.rubrics for dimension in rubric.dimensions}
        self._markers = {marker.id: marker for marker in library.markers}

    def principle(self, name: str) -> Principle:
        """Find a principle."""
        known = {principle.id: principle for principle in self.library.principles}
        return known.get(name) or Principle(id=name, title=name, summary=name)

    def level(self, name: str) -> Reference:
        """Find a level."""
        return Reference(id=name, title=self._levels.get(name, name))

    def dimension(self, name: str, own: list[Dimension] | None = None) -> Reference:
        """Find a dimension, first among those that a pack writes itself."""
        known = self._dimensions | {dimension.id: dimension for dimension in own or []}
        return Reference(id=name, title=known[name].title if name in known else name)

    def dimensions(self, rubric: str) -> list[Dimension]:
        """Give the dimensions of a rubric of the library."""
        return next((known.dimensions for known in self.library.rubrics if known.id == rubric), [])

    def verdict(self, name: str) -> VerdictReference:
        """Find a verdict."""
        for known in self.library.verdicts:
            if known.id == name:
                return VerdictReference(id=name, title=known.title, passes=known.passes)
        return VerdictReference(id=name, title=name, passes=False)

    def marker(self, name: str, own: list[Dimension] | None = None) -> MarkerEntry:
        """Find a marker and resolve what it refers to."""
        marker = self._markers.get(name) or _unknown_marker(name)
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


def library_entry(shelf: Shelf, files: Mapping[str, PackFile]) -> LibraryEntry:
    """Describe a library and list its packs, which are given by path."""
    library = shelf.library
    vocabulary = Vocabulary(library)
    return LibraryEntry(
        id=library.id,
        title=library.title,
        language=library.language,
        principles=library.principles,
        levels=library.levels,
        verdicts=vocabulary.bands(),
        rubrics=library.rubrics,
        markers=[vocabulary.marker(marker.id) for marker in library.markers],
        test=library.test,
        speaking=library.speaking,
        retired=[*library.retired, *_retired_packs(shelf)],
        packs=[_pack_entry(path, pack) for path, pack in files.items()],
        **LibraryEntry.pass_on(library),
    )


def _retired_packs(shelf: Shelf) -> Iterator[Retired]:
    """Give the packs that were published once and whose own file says that they are retired."""
    listed = {entry.id for entry in shelf.library.retired}
    for item in shelf.retired:
        if item.kind == "pack" and item.path not in listed:
            yield Retired(id=item.path, reason=item.reason or "The pattern is no longer part of the library.")


def _pack_entry(path: str, pack: PackFile) -> PackEntry:
    practice = [question for question in pack.questions if question.pool == "practice"]
    test = [question for question in pack.questions if question.pool == "test"]
    return PackEntry(
        id=pack.id,
        title=pack.title,
        principle=Reference(id=pack.principle.id, title=pack.principle.title),
        level=pack.level,
        prompt=pack.prompt,
        questions=QuestionCounts(practice=_mix(practice), test=_mix(test), total=len(pack.questions)),
        path=path,
        hash=pack.hash,
    )


def _mix(questions: list[QuestionEntry]) -> Mix:
    difficulties = [question.difficulty for question in questions]
    return Mix(easy=difficulties.count("easy"), medium=difficulties.count("medium"), hard=difficulties.count("hard"))


def _unknown_marker(name: str) -> Marker:
    return Marker(id=name, title=name, dimension=name, cap=0, verdict=name, why=name)
