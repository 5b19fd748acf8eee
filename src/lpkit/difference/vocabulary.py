"""What changed in the vocabulary of a library: its principles, levels, verdicts, rubrics, markers and test."""

from collections.abc import Iterator

from lpkit.corpus import LibraryView
from lpkit.difference.change import Change, Grade
from lpkit.difference.dimensions import compare_dimensions
from lpkit.difference.wording import prose
from lpkit.model import Level, Marker, Principle, Rubric, Verdict

Named = Principle | Level | Verdict | Rubric | Marker

_LISTS = {"principles": "principle", "levels": "level", "verdicts": "verdict", "rubrics": "rubric", "markers": "marker"}


def compare_vocabulary(old: LibraryView, new: LibraryView) -> Iterator[Change]:
    """Compare what two states of a library hold beside packs."""
    for key, subject in _LISTS.items():
        yield from _compare_list(old, new, key, subject)
    before, after = old.library, new.library
    yield from prose("library", after.id, "title", before.title, after.title)
    for key in ("language", "test", "speaking"):
        if getattr(before, key) != getattr(after, key):
            was, now = (_shown(getattr(state, key)) for state in (before, after))
            yield Change("setting-changed", Grade.MINOR, "library", after.id, f"{key}: {was} became {now}", was, now)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else ", ".join(f"{key} {part}" for key, part in vars(value).items())


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
    for key in type(old).model_fields:
        was, now = getattr(old, key), getattr(new, key)
        if key in _WORDS:
            yield from prose(subject, new.id, key, was, now)
        elif key != "dimensions" and was != now:
            kind, label = _KINDS.get(key, f"{subject}-changed"), _LABELS.get(key, key)
            before, after = (", ".join(value) if isinstance(value, list) else str(value) for value in (was, now))
            message = f"{label}: {before or 'none'} became {after or 'none'}"
            yield Change(kind, Grade.MINOR, subject, new.id, message, before, after)


_WORDS = {"title", "summary", "why"}
_KINDS = {"starts_at": "band-changed", "passes": "band-changed"}
_LABELS = {"starts_at": "from"}
