"""The .apkg file: a zip archive with the collection and an empty list of media.

Two builds of zlib may compress the same bytes differently; on one machine the same library always gives
the same file.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lpkit.export import Shelf
from lpkit_exporters.anki.collection import collection
from lpkit_exporters.anki.decks import Deck, deck_of, decks
from lpkit_exporters.anki.note import Note, identified
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.page import pages
from lpkit_exporters.anki.retired import retired_deck, retired_notes
from lpkit_exporters.anki.times import Times

BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def package(shelf: Shelf) -> bytes:
    """Make the package of a library."""
    tree = decks(shelf)
    cards = [
        (identified(note, shelf.origins), tree[deck_of(shelf, page.pack)])
        for page in pages(shelf)
        for note in notes(page)
    ]
    return _archive(list(tree.values()), cards, shelf.times)


def retired_package(shelf: Shelf) -> bytes | None:
    """Make the package that marks retired cards; None where nothing with a card was retired."""
    found = retired_notes(shelf)
    if not found:
        return None
    tree = retired_deck(shelf)
    times = {(item.kind, item.path): item.time for item in shelf.retired}
    return _archive(tree, [(identified(note, shelf.origins), tree[-1]) for note in found], times)


def _archive(tree: list[Deck], cards: list[tuple[Note, Deck]], times: Times) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        _add(file, "collection.anki2", collection(tree, cards, times))
        _add(file, "media", b"{}")
    return archive.getvalue()


def _add(file: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, BEGINNING_OF_ZIP)
    # Left alone, both would tell the machine that built the package.
    member.create_system = UNIX
    member.external_attr = 0o644 << 16
    file.writestr(member, content, ZIP_DEFLATED, 9)
