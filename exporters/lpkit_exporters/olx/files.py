"""The files of the export: an archive for each library, and the README."""

from collections.abc import Iterator

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.tarred import tarred
from lpkit_exporters.items import ItemLibrary, gather
from lpkit_exporters.olx.bank import bank
from lpkit_exporters.olx.outline import course
from lpkit_exporters.olx.readme import readme


def olx_files(corpus: Corpus, selection: Selection, as_library: bool) -> Iterator[Artifact]:
    """Give the archives, then the README."""
    kind = "library" if as_library else "course"
    made: dict[str, tuple[int, int]] = {}
    for library in gather(corpus, selection):
        members = bank(library) if as_library else course(library)
        name = f"{library.id}.{kind}.tar.gz"
        made[name] = _counts(library, as_library)
        yield Artifact(name, tarred((f"{kind}/{path}", content) for path, content in members))
    yield Artifact("README.md", readme(made, as_library).encode())


def _counts(library: ItemLibrary, as_library: bool) -> tuple[int, int]:
    """Count problems and assessments."""
    assessments = 0 if as_library else sum(pack.evaluation is not None for pack in library.packs())
    return sum(1 for _ in library.items()), assessments
