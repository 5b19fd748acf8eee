"""The .apkg file: a zip archive with the collection and an empty list of media.

Two builds of zlib may compress the same bytes differently; on one machine the same library always gives
the same file.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lpkit.export import Shelf
from lpkit_exporters.anki.collection import collection
from lpkit_exporters.anki.decks import deck_of, decks
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.times import NO_TIMES, Times
from lpkit_exporters.anki.vocabulary import pages

BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def package(shelf: Shelf, times: Times = NO_TIMES) -> bytes:
    """Make the package of a library; `times` says when its items last changed."""
    tree = decks(shelf)
    cards = [(note, tree[deck_of(shelf, page.pack)]) for page in pages(shelf) for note in notes(page)]
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        _add(file, "collection.anki2", collection(list(tree.values()), cards, times))
        _add(file, "media", b"{}")
    return archive.getvalue()


def _add(file: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, BEGINNING_OF_ZIP)
    # Left alone, both would tell the machine that built the package.
    member.create_system = UNIX
    member.external_attr = 0o644 << 16
    file.writestr(member, content, ZIP_DEFLATED, 9)
