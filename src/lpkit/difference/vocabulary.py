"""What changed in the vocabulary of a library: its principles, levels, verdicts, rubrics, markers and test."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lpkit.corpus import LibraryView
from lpkit.difference.change import Change, Grade
from lpkit.difference.declared import declared
from lpkit.difference.dimensions import compare_dimensions
from lpkit.model import Level, Marker, Principle, Retired, Rubric, Verdict
from lpkit.model.roles import role_of

Named = Principle | Level | Verdict | Rubric | Marker

_LISTS = {"principles": "principle", "levels": "level", "verdicts": "verdict", "rubrics": "rubric", "markers": "marker"}


def compare_vocabulary(old: LibraryView, new: LibraryView) -> Iterator[Change]:
    """Compare what two states of a library hold beside packs."""
    for key, subject in _LISTS.items():
        yield from _compare_list(old, new, key, subject)
    before, after = old.library, new.library
    for change in declared("library", after.id, before, after):
        yield replace(change, kind="setting-changed") if change.kind == "library-changed" else change
    yield from compare_retired(*({entry.id: entry for entry in state.retired} for state in (before, after)))


def compare_retired(old: Mapping[str, Retired], new: Mapping[str, Retired]) -> Iterator[Change]:
    """Compare what two states say of ids that both have retired."""
    for name in old:
        if name in new:
            yield from declared("retired", name, old[name], new[name])


def _compare_list(old: LibraryView, new: LibraryView, key: str, subject: str) -> Iterator[Change]:
    before, after = (
        {placed.value.id: placed.value for placed in view.place(getattr(view.library, key), key)} for view in (old, new)
    )
    broken = {name for _, name in new.ids(key)}
    for name in {**before, **after}:
        was, now = before.get(name), after.get(name)
        if was is None:
            yield Change(f"{subject}-added", Grade.MINOR, subject, name, "added to the library", None, name)
        elif now is not None:
            yield from _changes(subject, was, now)
        elif name not in broken:
            message = "removed from the library: its permanent id is gone"
            yield Change("removed-unretired", Grade.MAJOR, subject, name, message, name, None)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield Change("order-changed", Grade.PATCH, "library", new.library.id, f"{key} reordered")


def _changes(subject: str, old: Named, new: Named) -> Iterator[Change]:
    if isinstance(old, Rubric) and isinstance(new, Rubric):
        yield from compare_dimensions(old.dimensions, new.dimensions)
    yield from declared(subject, new.id, old, new)
    for key, field in type(old).model_fields.items():
        was, now = getattr(old, key), getattr(new, key)
        if role_of(field) is None and key != "dimensions" and was != now:
            kind, label = _KINDS.get(key, f"{subject}-changed"), _LABELS.get(key, key)
            before, after = (", ".join(value) if isinstance(value, list) else str(value) for value in (was, now))
            message = f"{label}: {before or 'none'} became {after or 'none'}"
            yield Change(kind, Grade.MINOR, subject, new.id, message, before, after)


_KINDS = {"starts_at": "band-changed", "passes": "band-changed"}
_LABELS = {"starts_at": "from"}
