"""What the coverage page shows of each library: the counts of `lpkit stats` with titles in place of ids."""

from collections.abc import Iterator
from dataclasses import dataclass

from lpkit.export import DIFFICULTIES, AnswerLength, Corpus, Coverage, Shelf, cover
from lpkit.model import Level, Library
from lpkit_exporters.bundle.bundle import Bundle
from lpkit_exporters.bundle.index_model import VerdictReference
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Share:
    """A row of a table: what is counted, how often it occurs, and of how many."""

    title: str
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer: the title of its pack, its verdict, and its length."""

    title: str
    verdict: VerdictReference
    length: AnswerLength


@dataclass(frozen=True, slots=True)
class LibraryCoverage:
    """The tables of one library; `low` counts the answers that score below half on a dimension."""

    library: Library
    coverage: Coverage
    levels: list[Level]
    markers: list[Share]
    low: list[Share]
    answers: list[AnswerRow]
    positions: list[Share]
    packs: list[PackFile]
    difficulties: tuple[str, ...] = DIFFICULTIES


def coverages(corpus: Corpus, content: Bundle) -> list[LibraryCoverage]:
    """Count each library of a corpus; its bundle knows what the packs are called."""
    entries = zip(corpus.shelves, content.index.libraries, strict=True)
    return [_tables(shelf, [content.packs[pack.path] for pack in entry.packs]) for shelf, entry in entries]


def _tables(shelf: Shelf, files: list[PackFile]) -> LibraryCoverage:
    library, found = shelf.library, cover(shelf)
    dimensions = dict(_dimension_titles(shelf))
    packs = {pack.id: pack.title for pack in shelf.packs}
    vocabulary = Vocabulary(library)
    questions = sum(found.positions.values())
    return LibraryCoverage(
        library=library,
        coverage=found,
        levels=library.levels,
        markers=[Share(marker.title, found.markers[marker.id], len(found.answers)) for marker in library.markers],
        low=[Share(dimensions[name], low, low + high) for name, (low, high) in found.dimensions.items()],
        answers=[AnswerRow(packs[entry.pack], vocabulary.verdict(entry.verdict), entry) for entry in found.answers],
        positions=[Share(f"{place}", count, questions) for place, count in found.positions.items()],
        packs=files,
    )


def _dimension_titles(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Give ids and titles of dimensions: those of packs' own rubrics, then the library's, which win."""
    for pack in shelf.packs:
        if not isinstance(pack.evaluate.rubric, str):
            yield from ((dimension.id, dimension.title) for dimension in pack.evaluate.rubric)
    for rubric in shelf.library.rubrics:
        yield from ((dimension.id, dimension.title) for dimension in rubric.dimensions)
