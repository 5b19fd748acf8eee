"""From a file to what rules see of it."""

from lpkit.corpus.file_view import FileView
from lpkit.corpus.meaning import Names
from lpkit.corpus.view import LibraryView, PackView, language_under
from lpkit.model import Library, Pack
from lpkit.schema import fit
from lpkit.source import Source


def view_library(source: Source) -> tuple[FileView, LibraryView | None]:
    """Fit a library's file; the second value is None where nothing of it is usable."""
    fitted = fit(Library, source.data, source.unknown, source.written)
    view = LibraryView(source, fitted, fitted.model) if fitted.model else None
    return FileView(source, fitted, language_under(view)), view


def view_pack(source: Source, library: LibraryView | None, orphan: bool = False) -> tuple[FileView, PackView | None]:
    """Fit a pack's file; the second value is None where nothing of it is usable."""
    fitted = fit(Pack, source.data, source.unknown, source.written)
    plain = FileView(source, fitted, language_under(library))
    plain.names = Names(source.data, library.source.data if library else None)
    return plain, PackView(source, fitted, fitted.model, library, orphan) if fitted.model else None
