"""A pack beside the words of its library: what every maker of notes gets."""

from dataclasses import dataclass

from lpkit.export import Shelf
from lpkit.model import Dimension, Pack
from lpkit_exporters.bundle.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Page:
    """A pack and the names that it uses."""

    pack: Pack
    names: Vocabulary

    @property
    def dimensions(self) -> list[Dimension]:
        """Give the dimensions by which the candidates are scored."""
        return self.names.dimensions(self.pack.evaluate.rubric)

    def dimension_title(self, name: str) -> str:
        """Give the title of one of them.

        Any other stands for itself: the lock's hashes cover no more than the rubric in force.
        """
        return next((entry.title for entry in self.dimensions if entry.id == name), name)


def pages(shelf: Shelf) -> list[Page]:
    """Open every pack of a library."""
    names = Vocabulary(shelf.library)
    return [Page(pack, names) for pack in shelf.packs]
