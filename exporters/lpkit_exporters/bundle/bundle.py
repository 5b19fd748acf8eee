"""The bundle as values: what a corpus looks like to a front end."""

from dataclasses import dataclass

from lpkit.export import Corpus, Shelf
from lpkit_exporters.bundle.dates import dated
from lpkit_exporters.bundle.index_model import IndexFile, Reference
from lpkit_exporters.bundle.library import library_entry
from lpkit_exporters.bundle.pack import pack_file
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.vocabulary import Vocabulary

__all__ = ["Bundle", "IndexFile", "PackFile", "Reference", "bundle", "pack_files"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The index, and the packs by their paths relative to it."""

    index: IndexFile
    packs: dict[str, PackFile]


def bundle(corpus: Corpus) -> Bundle:
    """Resolve a corpus; the order of libraries and packs is the corpus's own."""
    libraries = []
    packs: dict[str, PackFile] = {}
    for shelf in corpus.shelves:
        files = pack_files(shelf)
        libraries.append(library_entry(shelf, files))
        packs.update(files)
    return Bundle(IndexFile(kind="index", format=1, libraries=libraries), packs)


def pack_files(shelf: Shelf) -> dict[str, PackFile]:
    """Resolve the packs of a library, by their paths."""
    vocabulary = Vocabulary(shelf.library)
    files = (pack_file(vocabulary, pack) for pack in shelf.packs)
    return {f"packs/{shelf.library.id}/{file.id}.json": dated(file, shelf.times) for file in files}
