"""The rubric by which a file's candidates were scored: one of the library, or the file's own."""

from dataclasses import dataclass, field
from typing import Any

from lpkit.authoring.slug import slug
from lpkit.corpus import LibraryView
from lpkit.importing.named import matched_all
from lpkit.importing.pack_draft import PackDraft
from lpkit.model import Dimension


@dataclass(frozen=True, slots=True)
class Scoring:
    """A rubric as a pack names it; the ids of its dimensions by the names of the file; names that mean none."""

    rubric: str | list[dict[str, Any]] = ""
    ids: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    dimensions: int = 0
    """How many dimensions the rubric has."""


def choose_rubric(draft: PackDraft, library: LibraryView) -> Scoring:
    """Choose the rubric of the library that has all dimensions of a file, with their weights.

    Where none does and the file says all weights, its own rubric is made of them. Else the rubric that has most of them
    is taken, if it is one, and names that it does not have are unknown.
    """
    names = [*dict.fromkeys([*draft.dimensions, *(name for one in draft.candidates for name in one.scores)])]
    asked = [*dict.fromkeys([*names, *draft.score_first])]
    tried = [(rubric, matched_all(asked, rubric.dimensions)) for rubric in library.library.rubrics]
    most = max(sum(name in ids for name in asked) for _, ids in tried)
    best = [(rubric, ids) for rubric, ids in tried if sum(name in ids for name in asked) == most]
    if len(best) > 1:
        return Scoring("", {}, tuple(asked))
    rubric, ids = best[0]
    known = {one.id: one for one in rubric.dimensions}
    weights = {name: draft.dimensions.get(name) for name in names}
    same = all(name in ids and weights[name] in {None, known[ids[name]].weight} for name in names)
    if not same and names and None not in weights.values():
        return _own(weights, dict(ids), known, library, draft)
    return Scoring(rubric.id, dict(ids), tuple(name for name in names if name not in ids), len(known))


def _own(
    weights: dict[str, int | None],
    ids: dict[str, str],
    known: dict[str, Dimension],
    library: LibraryView,
    draft: PackDraft,
) -> Scoring:
    """Make a rubric of the file's dimensions; what the library says of one that it has too stays."""
    made: dict[str, str] = {}
    entries: list[dict[str, Any]] = []
    for name, weight in weights.items():
        key = ids.get(name) or slug(name, "", library.language).replace("-", "_")
        if not key or key in made.values():
            continue
        made[name] = key
        of_library = known.get(key)
        entry = {"id": key, "title": of_library.title if of_library else name, "weight": weight}
        entry["looks_for"] = of_library.looks_for if of_library else f"TODO: what scores high on {name}"
        entries.append({**entry, "expects": of_library.expects} if of_library and of_library.expects else entry)
    first = {name: ids[name] for name in draft.score_first if name in ids and ids[name] in made.values()}
    return Scoring(entries, {**first, **made}, tuple(name for name in weights if name not in made), len(entries))
