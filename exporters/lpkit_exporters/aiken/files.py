"""The files of the export: a file for each pool of a pack, and the README."""

from collections.abc import Iterator

from lpkit.export import Artifact, Corpus
from lpkit_exporters.aiken.entry import entry
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import gather
from lpkit_exporters.items.told import readme


def aiken_files(corpus: Corpus, selection: Selection) -> Iterator[Artifact]:
    """Give the questions, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        for pack in library.packs():
            for pool in pack.pools:
                entries = list(filter(None, map(entry, pool.items)))
                if entries:
                    path = f"{library.id}/{pack.file.id}/{pool.id}.txt"
                    made[path] = len(entries)
                    yield Artifact(path, "".join(entries).encode())
    yield readme("lpkit_exporters.aiken", corpus, made)
