"""The verdicts of a pack's candidates, as far as they can be reckoned while it is written."""

from collections.abc import Iterable

from lsprotocol.types import CodeLens, Command, InlayHint, Range

from lpkit.corpus import RubricView
from lpkit.diagnostic import Path, Site
from lpkit.language_server.reading import Asked
from lpkit.verdict import Proof, prove


def proofs(asked: Asked) -> list[tuple[Path, Proof]]:
    """Give the proof for each candidate that can be read; none where rubric or bands are broken."""
    view = asked.pack_view()
    if view is None or view.rubric is None or view.library is None or not view.library.bands_hold:
        return []
    return [(placed.at, prove(placed.value, view.rubric, view.library)) for placed in view.candidates]


def summary(proof: Proof, titles: dict[str, str]) -> str:
    """Say the verdict, the total and the margin: the fewest points on one score that lead to another verdict."""
    points = [abs(flip.change) for flip in proof.margin if flip.kind == "score"]
    margin = f", margin {min(points)}" if points else ""
    said = f"verdict: {titles.get(proof.verdict, proof.verdict)} at {proof.total}{margin}"
    if proof.verdict != proof.declared_verdict:
        said += f" (the pack says {titles.get(proof.declared_verdict, proof.declared_verdict)})"
    return said


def verdict_titles(asked: Asked) -> dict[str, str]:
    """Give the titles of the library's verdicts by id."""
    library = asked.library_view()
    return {verdict.id: verdict.title for verdict in library.library.verdicts} if library else {}


def lenses(asked: Asked) -> list[CodeLens]:
    """Give a line over each candidate."""
    titles, source = verdict_titles(asked), asked.own.source
    found = []
    for at, proof in proofs(asked):
        start = asked.own.ruler.position(source.extent(Site(source.name, at))[0])
        found.append(CodeLens(Range(start, start), Command(summary(proof, titles), "")))
    return found


def hints(asked: Asked) -> list[InlayHint]:
    """Give sums behind the keys of scores, and behind those of weighted dimensions."""
    view = asked.pack_view()
    if view is not None:
        sums = [((*placed.at, "scores"), sum(placed.value.scores.values())) for placed in view.candidates]
        return [_hint(asked, at, total) for at, total in sums + _weights(view.rubrics())]
    library = asked.library_view()
    own = library is not None and library.source is asked.own.source
    return [_hint(asked, at, total) for at, total in _weights(library.rubrics())] if library and own else []


def _weights(rubrics: Iterable[RubricView]) -> list[tuple[Path, int]]:
    return [(rubric.at, sum(rubric.weights.values())) for rubric in rubrics]


def _hint(asked: Asked, at: Path, total: int) -> InlayHint:
    _, end = asked.own.source.extent(Site(asked.own.source.name, at, on_key=True))
    return InlayHint(asked.own.ruler.position(end + 1), f" sum {total}", padding_left=True)
