"""One pack with its library, for commands that look at a single file."""

from pathlib import Path

from lpkit.cli.naming import name_of
from lpkit.cli.running import find_files
from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.errors import LpkitError
from lpkit.source import read_source


def read_pack(pack: Path) -> tuple[PackView, LibraryView]:
    """Read a pack and the library above it.

    Raises LpkitError where the path is a folder, has no library above it, or one of the two files is broken.
    """
    listing = find_files([pack])
    if pack.is_dir():
        raise LpkitError(f"{pack} is a folder", "name one pack")
    library_file = next(iter(listing.packs))
    if library_file is None:
        raise LpkitError(f"{pack}: there is no library.yaml above it", "put the pack into a library")
    _, library = view_library(read_source(library_file, name_of(library_file)))
    if library is None:
        raise LpkitError(f"{name_of(library_file)} cannot be read", "run lpkit check first")
    plain, view = view_pack(read_source(pack, name_of(pack)), library)
    if view is None or not plain.sound:
        raise LpkitError(f"{name_of(pack)} does not have the form of a pack", "run lpkit check first")
    return view, library
