"""What commands that write into packs share: reading a pack for editing, and writing it back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lpkit.authoring import append_entries
from lpkit.cli.editing import require_utf8, write_texts
from lpkit.cli.naming import name_of
from lpkit.cli.running import find_files
from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.errors import LpkitError
from lpkit.source import read_source


def read_library(file: Path) -> LibraryView:
    """Read a library.

    Raises LpkitError where it holds nothing usable, or verdict bands that do not hold.
    """
    _, view = view_library(read_source(file, name_of(file)))
    if view is None or not view.bands_hold:
        raise LpkitError(f"{name_of(file)} cannot be used", "run lpkit check first")
    return view


def read_pack(pack: Path) -> tuple[PackView, LibraryView]:
    """Read a pack and its library; placeholders and other faults of content do not matter.

    Raises LpkitError where the file is no pack, or has no library.
    """
    if pack.is_dir():
        raise LpkitError(f"{name_of(pack)} is a folder", "name one pack")
    if pack.name == LIBRARY_FILE:
        raise LpkitError(f"{name_of(pack)} is a library", "name one pack")
    library_file = next(iter(find_files([pack]).packs))
    if library_file is None:
        raise LpkitError(f"{name_of(pack)}: there is no library.yaml above it", "put the pack into a library")
    library = read_library(library_file)
    _, view = view_pack(read_source(pack, name_of(pack)), library)
    if view is None or view.source.flaws:
        raise LpkitError(f"{name_of(pack)} does not have the form of a pack", "run lpkit check first")
    return view, library


def taken_ids(view: PackView) -> set[str]:
    """Give all ids of a pack's items, retired ones too: none is used twice."""
    lists = (("questions",), ("fix_its",), ("evaluate", "candidates"), ("concepts",), ("coaching",), ("retired",))
    return {name for at in lists for _, name in view.ids(*at)}


def append_to_pack(pack: Path, view: PackView, at: tuple[str, ...], entries: Sequence[Mapping[str, Any]]) -> None:
    """Append entries to a list of a pack's file and write it.

    Raises LpkitError where the list is written in a way that cannot be extended, or a text is not UTF-8.
    """
    require_utf8(entries)
    text = append_entries(view.source, at, entries)
    if text is None:
        where = ".".join(at)
        raise LpkitError(f"{name_of(pack)}: {where} cannot be extended", "write it as a list, one entry a dash")
    write_texts({str(pack): text})
