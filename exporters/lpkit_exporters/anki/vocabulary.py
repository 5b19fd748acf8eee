"""The names behind the ids that a pack uses."""

from dataclasses import dataclass

from lpkit.export import Shelf
from lpkit.model import Dimension, Library, Marker, Pack, Verdict


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Looks up what a library says about an id; an unknown id stands for itself."""

    library: Library

    def principle(self, name: str) -> str:
        """Give the title of a principle."""
        return next((entry.title for entry in self.library.principles if entry.id == name), name)

    def level(self, name: str) -> str:
        """Give the title of a level."""
        return next((entry.title for entry in self.library.levels if entry.id == name), name)

    def verdict(self, name: str) -> Verdict | None:
        """Give a verdict."""
        return next((entry for entry in self.library.verdicts if entry.id == name), None)

    def verdict_title(self, name: str) -> str:
        """Give the title of a verdict."""
        verdict = self.verdict(name)
        return verdict.title if verdict else name

    def marker(self, name: str) -> Marker | None:
        """Give an auto-fail marker."""
        return next((entry for entry in self.library.markers if entry.id == name), None)

    def marker_title(self, name: str) -> str:
        """Give the title of an auto-fail marker."""
        marker = self.marker(name)
        return marker.title if marker else name

    def dimensions(self, pack: Pack) -> list[Dimension]:
        """Give the dimensions by which the candidates of a pack are scored."""
        rubric = pack.evaluate.rubric
        if not isinstance(rubric, str):
            return rubric
        return next((entry.dimensions for entry in self.library.rubrics if entry.id == rubric), [])


@dataclass(frozen=True, slots=True)
class Page:
    """A pack beside the names that it uses: what every maker of notes gets."""

    pack: Pack
    names: Vocabulary

    @property
    def dimension_titles(self) -> dict[str, str]:
        """Give the titles of the rubric's dimensions by id."""
        return {entry.id: entry.title for entry in self.names.dimensions(self.pack)}


def pages(shelf: Shelf) -> list[Page]:
    """Open every pack of a library."""
    names = Vocabulary(shelf.library)
    return [Page(pack, names) for pack in shelf.packs]
