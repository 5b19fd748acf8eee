"""A file that is asked about, with its library, as rules see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.language_server.names import Name, is_library, names_in
from lpkit.language_server.positions import Ruler
from lpkit.source import Source


@dataclass(frozen=True, slots=True)
class Shelved:
    """A file that may be asked about, by its place."""

    file: Path
    source: Source
    encoding: str
    version: int | None = None
    """The editor's number of this text; None for one of the disk."""

    @property
    def ruler(self) -> Ruler:
        """Give what measures it."""
        return Ruler(self.source, self.encoding)


@dataclass(frozen=True, slots=True)
class Asked:
    """The file that is asked about, and its library, which may be itself."""

    own: Shelved
    library: Shelved | None

    def library_view(self) -> LibraryView | None:
        """Give the library as rules see it; None where there is none that can be read."""
        return view_library(self.library.source)[1] if self.library else None

    def pack_view(self) -> PackView | None:
        """Give the pack as rules see it; None for a library, and where nothing of it can be read."""
        return None if is_library(self.own.source) else view_pack(self.own.source, self.library_view())[1]

    def givers(self, name: Name) -> Iterator[tuple[Shelved, Name]]:
        """Give where an id is given: in this file or in its library."""
        places = [self.own] if self.library is None or self.library.file == self.own.file else [self.own, self.library]
        for place in places:
            for other in names_in(place.source):
                if other.gives and (other.kind, other.id) == (name.kind, name.id):
                    yield place, other
