"""The packs of a library in their order, what the page of a pack is made of, and what counts in answers to it."""

from collections.abc import Iterator

from lpkit.export import Tallies, tallies_of
from lpkit_exporters.bundle.bundle import Bundle
from lpkit_exporters.bundle.index_model import LibraryEntry, PackEntry
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.html.data import pack_data


def neighbours(library: LibraryEntry) -> Iterator[tuple[PackEntry, PackEntry | None, PackEntry | None]]:
    """Give each pack with the one before it and the one after it."""
    around = [None, *library.packs, None]
    for place, entry in enumerate(library.packs):
        yield entry, around[place], around[place + 2]


def languages(content: Bundle) -> list[str]:
    """Give the languages of the libraries, each once."""
    return list(dict.fromkeys(library.language for library in content.index.libraries))


def known_tallies(content: Bundle) -> Iterator[tuple[str, Tallies]]:
    """Give each language of the libraries of which it is known what counts in answers, with that."""
    for language in languages(content):
        tallies = tallies_of(language)
        if tallies is not None:
            yield language, tallies


def pack_values(pack: PackFile) -> dict[str, object]:
    """Give what the page of a pack is rendered from: the pack, its questions by pool, and its data block."""
    pools = {pool: [question for question in pack.questions if question.pool == pool] for pool in ("practice", "test")}
    return {"pack": pack, "pools": pools, "own_data": pack_data(pack)}
