"""What is gone where an export is cut to what changed: the permanent ids of items that whoever imported them has."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.export import Corpus
from lpkit_exporters.items.identity import Identity


class Gone(NamedTuple):
    """A tombstone: the permanent id of an item, or what the ids of all its items begin with, and why it is gone."""

    id: str
    kind: str
    """`question`, `candidate` (the items on one answer) or `pack`."""
    reason: str
    """Empty where nobody said so."""
    replaced_by: str
    """The id of what takes its place, within its pack; empty where nothing does."""


_KINDS = {"question", "candidate", "pack"}


def gone(corpus: Corpus) -> Iterator[Gone]:
    """Give the tombstones of what was an item or held some; none where an export is whole."""
    for shelf in corpus.shelves:
        identity = Identity(shelf)
        for item in shelf.since.gone if shelf.since else ():
            if item.kind in _KINDS:
                yield Gone(identity.gone(item), item.kind, item.reason or "", item.replaced_by or "")


def since_of(corpus: Corpus) -> str:
    """Give the revision or the time from which on changes are exported; empty where an export is whole."""
    return next((shelf.since.name for shelf in corpus.shelves if shelf.since), "")
