"""Which patterns a page lists: no page grows with its library."""

from collections.abc import Sequence

from lpkit_exporters.bundle.index_model import LibraryEntry, PackEntry

CARDS = 40
"""As many patterns as a page lists."""

KNOWN_AT_ONCE = 8
"""Patterns of a large library of which the home page has data at once: ten minutes of whoever begins are made of the
first seven at most (`fresh` of `queue.js`)."""


def first_of_each(libraries: Sequence[LibraryEntry]) -> int | None:
    """Give how many patterns of a principle the home page shows; None where it shows all of them."""
    if sum(len(library.packs) for library in libraries) <= CARDS:
        return None
    covered = {(library.id, entry.principle.id) for library in libraries for entry in library.packs}
    return max(1, CARDS // len(covered))


def shown_at_home(library: LibraryEntry, first: int | None) -> list[PackEntry]:
    """Give the patterns of a library that the home page shows; those without a principle's page, all of them."""
    known = {principle.id for principle in library.principles}
    by_principle: dict[str, list[PackEntry]] = {}
    for entry in library.packs:
        by_principle.setdefault(entry.principle.id, []).append(entry)
    return [entry for name, own in by_principle.items() for entry in (own[:first] if name in known else own)]


def pages_of(entries: Sequence[PackEntry]) -> list[Sequence[PackEntry]]:
    """Cut the patterns of a principle into what its pages list; one page at least."""
    return [entries[at : at + CARDS] for at in range(0, max(1, len(entries)), CARDS)]
