"""One state of a corpus: its libraries, each with its packs by id and where they stand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lpkit.corpus import LibraryView, Listing, PackView, view_library, view_pack
from lpkit.source import read_source


@dataclass(slots=True)
class Shelf:
    """A library with its packs; `files` gives the path of each pack below the library's folder."""

    view: LibraryView
    packs: dict[str, PackView] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Give the path of the library's file as reports show it."""
        return self.view.source.name


@dataclass(slots=True)
class Snapshot:
    """Libraries by id, and the files that hold nothing that could be compared."""

    shelves: dict[str, Shelf] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)


def take_snapshot(listing: Listing, name_of: Callable[[Path], str]) -> Snapshot:
    """Read all files of a listing; broken items of a file are left out, as everywhere."""
    state = Snapshot()
    for library_file, pack_files in listing.packs.items():
        library = None
        if library_file is not None:
            name = name_of(library_file)
            _, library = view_library(read_source(library_file, name))
        if library is None or library_file is None:
            state.unreadable += [name_of(file) for file in (*([library_file] if library_file else ()), *pack_files)]
            continue
        shelf = state.shelves.setdefault(library.library.id, Shelf(library))
        for file in pack_files:
            name = name_of(file)
            _, view = view_pack(read_source(file, name), library)
            if view is None:
                state.unreadable.append(name)
            else:
                shelf.packs.setdefault(view.pack.id, view)
                shelf.files.setdefault(view.pack.id, file.relative_to(library_file.parent).as_posix())
    return state
