"""A library as rows."""

from collections.abc import Iterable, Iterator

from lpkit.model import Dimension
from lpkit_exporters.bundle.index_model import LibraryEntry, MarkerEntry, VerdictReference
from lpkit_exporters.sqlite.row import Row, listed, row, search


def library_rows(library: LibraryEntry) -> Iterator[Row]:
    """Give the rows of a library's words, and of what it retired."""
    name, test = library.id, library.test
    drawn = (test.draw, *test.mix.counts().values(), test.strong_from)
    yield row("library", name, library.title, library.language, *drawn, *library.speaking.words_per_minute)
    for place, principle in enumerate(library.principles):
        at = f"{name}/{principle.id}"
        yield row("principle", at, name, place, principle.id, principle.title, principle.summary)
        yield search("principle", at, None, principle.title, principle.summary)
    for place, level in enumerate(library.levels):
        yield row("level", f"{name}/{level.id}", name, place, level.id, level.title)
    for place, band in enumerate(library.verdicts):
        yield row(
            "verdict", f"{name}/{band.id}", name, place, band.id, band.title, band.starts_at, band.to, band.passes
        )
    for place, rubric in enumerate(library.rubrics):
        yield row("rubric", f"{name}/{rubric.id}", name, place, rubric.id)
        yield from dimension_rows(f"{name}/{rubric.id}", rubric.dimensions)
    for place, marker in enumerate(library.markers):
        yield from _marker_rows(name, place, marker)
    for entry in library.retired:
        yield row("retired", name, None, entry.id, entry.reason, entry.replaced_by)


def dimension_rows(rubric: str, dimensions: Iterable[Dimension]) -> Iterator[Row]:
    """Give the rows of a rubric's dimensions."""
    for place, entry in enumerate(dimensions):
        words = (entry.id, entry.title, entry.weight, entry.looks_for, entry.expects)
        yield row("dimension", f"{rubric}/{entry.id}", rubric, place, *words)


def _marker_rows(library: str, place: int, marker: MarkerEntry) -> Iterator[Row]:
    yield from verdict_rows(library, marker.verdict)
    yield marker_row(library, place, marker)
    at = f"{library}/{marker.id}"
    yield from listed("phrase", at, marker.phrases)
    yield search("marker", at, None, marker.title, marker.why, *marker.phrases)


def marker_row(library: str, place: int, marker: MarkerEntry) -> Row:
    """Give the row of a marker."""
    rule = (marker.dimension.id, marker.cap, f"{library}/{marker.verdict.id}", marker.why)
    return row("marker", f"{library}/{marker.id}", library, place, marker.id, marker.title, *rule, marker.changed_at)


def verdict_rows(library: str, verdict: VerdictReference) -> Iterator[Row]:
    """Give a row for a verdict that the library does not know: `lpkit check` reports it, and it stands for itself."""
    at = f"{library}/{verdict.id}"
    yield row("verdict", at, library, -1, verdict.id, verdict.title, 0, 0, verdict.passes)._replace(known=True)
