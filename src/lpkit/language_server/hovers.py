"""What is told of the place under the pointer: a fault's rule, an id, a candidate's total."""

from collections.abc import Iterator, Sequence

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from lpkit import diagnostic as own
from lpkit.corpus import LibraryView
from lpkit.diagnostic import Site
from lpkit.language_server.names import Name, name_at
from lpkit.language_server.proving import proofs, summary, verdict_titles
from lpkit.language_server.reading import Asked
from lpkit.model import Dimension
from lpkit.rules import all_rules


def hover(asked: Asked, position: Position, faults: Sequence[own.Diagnostic]) -> Hover | None:
    """Tell what is known of a place; None where that is nothing."""
    offset = asked.own.ruler.offset(position)
    parts = [*_rules(asked, offset, faults), *_named(asked, offset), *_totals(asked, offset)]
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(parts))) if parts else None


def _rules(asked: Asked, offset: int, faults: Sequence[own.Diagnostic]) -> Iterator[str]:
    here = asked.own.source.position(offset)
    codes = {
        entry.code
        for entry in faults
        if (entry.span.line, entry.span.column) <= here <= (entry.span.end_line, entry.span.end_column)
    }
    for rule in all_rules():
        if rule.code in codes:
            yield f"**{rule.code} {rule.name}**: {rule.summary}\n\n{rule.section('Why')}"


def _named(asked: Asked, offset: int) -> Iterator[str]:
    name = name_at(asked.own.source, offset)
    if name is None:
        return
    text = _in_pack(asked, name) or _in_library(asked.library_view(), name)
    if text:
        yield text


def _in_pack(asked: Asked, name: Name) -> str | None:
    view = asked.pack_view()
    if view is None:
        return None
    if name.kind == "candidate" and (placed := view.candidate(name.id)):
        return f"**candidate {name.id}**\n\n{placed.value.answer}"
    if name.kind == "dimension" and view.rubric:
        return next((_dimension(entry) for entry in view.rubric.dimensions if entry.id == name.id), None)
    return None


def _in_library(library: LibraryView | None, name: Name) -> str | None:
    """Describe an id of the library: by its title, and what is written of it."""
    if library is None:
        return None
    known = library.library
    if name.kind == "principle":
        return next(
            (f"**{entry.title}**\n\n{entry.summary}" for entry in known.principles if entry.id == name.id), None
        )
    if name.kind == "level":
        return next((f"**{entry.title}**" for entry in known.levels if entry.id == name.id), None)
    if name.kind == "verdict" and (verdict := library.verdict(name.id)):
        return f"**{verdict.title}**: {'passes' if verdict.passes else 'does not pass'}; {library.band_text(verdict)}"
    if name.kind == "marker" and (marker := library.markers.get(name.id)):
        highest = library.verdict(marker.verdict)
        limit = (
            f"{marker.dimension} at most {marker.cap}, verdict at most {highest.title if highest else marker.verdict}"
        )
        return f"**{marker.title}**: {limit}\n\n{marker.why}"
    if name.kind == "dimension":
        every = (entry for rubric in known.rubrics for entry in rubric.dimensions if entry.id == name.id)
        return next(map(_dimension, every), None)
    return None


def _dimension(entry: Dimension) -> str:

    return f"**{entry.title}**: up to {entry.weight} points\n\n{entry.looks_for}"


def _totals(asked: Asked, offset: int) -> Iterator[str]:
    """Tell how a candidate's verdict follows, over its total and its verdict."""
    source = asked.own.source
    for at, proof in proofs(asked):
        extents = (source.extent(Site(source.name, (*at, key))) for key in ("total", "verdict"))
        if any(start <= offset <= end for start, end in extents):
            titles = verdict_titles(asked)
            terms = [f"- {term.title}: {term.score} of {term.weight}" for term in proof.terms]
            limits = [f"- {limit.title}: {titles.get(limit.verdict, limit.verdict)} at most" for limit in proof.limits]
            yield "\n".join([summary(proof, titles), "", *terms, *limits])
