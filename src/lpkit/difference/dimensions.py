"""What changed in the dimensions of a rubric."""

from collections.abc import Iterator, Sequence

from lpkit.difference.change import Change, Grade
from lpkit.difference.declared import declared
from lpkit.model import Dimension


def compare_dimensions(old: Sequence[Dimension], new: Sequence[Dimension]) -> Iterator[Change]:
    """Compare two states of one rubric; a dimension that went takes the meaning of old scores with it."""
    before, after = ({entry.id: entry for entry in state} for state in (old, new))
    for name in {**before, **after}:
        was, now = before.get(name), after.get(name)
        if was is None and now is not None:
            message = f"dimension added: {now.title}, weight {now.weight}"
            yield Change("dimension-added", Grade.MINOR, "dimension", name, message, None, str(now.weight))
        elif was is not None and now is None:
            message = f"dimension removed: {was.title}, weight {was.weight}"
            yield Change("removed-unretired", Grade.MAJOR, "dimension", name, message, str(was.weight), None)
        elif was is not None and now is not None:
            yield from _changes(was, now)


def _changes(old: Dimension, new: Dimension) -> Iterator[Change]:
    if old.weight != new.weight:
        message = f"weight: {old.weight} became {new.weight}"
        yield Change("weight-changed", Grade.MINOR, "dimension", new.id, message, str(old.weight), str(new.weight))
    if old.expects != new.expects:
        message = f"expects: {old.expects or 'nothing'} became {new.expects or 'nothing'}"
        yield Change("dimension-changed", Grade.MINOR, "dimension", new.id, message, old.expects, new.expects)
    yield from declared("dimension", new.id, old, new)
