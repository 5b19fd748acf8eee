"""The content that exporters turn into files: whole libraries with their published packs."""

from dataclasses import dataclass

from lpkit.model import Library, Pack


@dataclass(frozen=True, slots=True)
class Shelf:
    """A library with its packs, in the order of the library's principles, then by id."""

    library: Library
    packs: tuple[Pack, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All libraries of a run, by id."""

    shelves: tuple[Shelf, ...]


def arrange(shelves: list[tuple[Library, list[Pack]]]) -> Corpus:
    """Put libraries and their published packs into the order that every export uses."""
    arranged = []
    for library, all_packs in shelves:
        packs = [pack for pack in all_packs if pack.status == "published"]
        rank = {principle.id: number for number, principle in enumerate(library.principles)}
        ordered = sorted(packs, key=lambda pack: (rank.get(pack.principle, len(rank)), pack.id))
        arranged.append(Shelf(library, tuple(ordered)))
    return Corpus(tuple(sorted(arranged, key=lambda shelf: shelf.library.id)))
