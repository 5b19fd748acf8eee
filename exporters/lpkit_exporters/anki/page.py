"""A pack beside the words of its library: what every maker of notes gets."""

from dataclasses import dataclass

from lpkit.export import Shelf
from lpkit.model import Dimension, Pack
from lpkit_exporters.bundle.vocabulary import Vocabulary
from lpkit_exporters.catalogue.words import CATALOGUES, Catalogues, Words


@dataclass(frozen=True, slots=True)
class Page:
    """A pack and the names that it uses."""

    pack: Pack
    names: Vocabulary
    words: Words

    def said(self, label: str) -> str:
        """Give words of a field; marked where those of the library's language are not to be had."""
        return marked(label, self.words, self.names.library.language)

    @property
    def dimensions(self) -> list[Dimension]:
        """Give the dimensions by which the candidates are scored."""
        return self.names.dimensions(self.pack.evaluate.rubric)

    def dimension_title(self, name: str) -> str:
        """Give the title of one of them.

        Any other stands for itself: the lock's hashes cover no more than the rubric in force.
        """
        return next((entry.title for entry in self.dimensions if entry.id == name), name)


def pages(shelf: Shelf, catalogues: Catalogues = CATALOGUES) -> list[Page]:
    """Open every pack of a library."""
    names = Vocabulary(shelf.library)
    words = catalogues.words(shelf.library.language)
    return [Page(pack, names, words) for pack in shelf.packs]


def marked(label: str, words: Words, language: str) -> str:
    """Say of words of the interface in which language they are, where the content is in another one."""
    return label if words.fits(language) else f'<bdi lang="{words.language}">{label}</bdi>'
