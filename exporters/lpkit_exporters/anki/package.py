"""The .apkg file: a zip archive with the collection and an empty list of media.

Two builds of zlib may compress the same bytes differently; on one machine the same library always gives
the same file.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lpkit.export import Shelf
from lpkit_exporters.anki.advice import with_advice
from lpkit_exporters.anki.collection import collection
from lpkit_exporters.anki.decks import deck_of, decks
from lpkit_exporters.anki.note import identified
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.order import Card, in_order
from lpkit_exporters.anki.page import pages
from lpkit_exporters.anki.retired import retired_notes
from lpkit_exporters.anki.selection import EVERYTHING, Selection

BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def package(shelf: Shelf, selection: Selection = EVERYTHING) -> bytes:
    """Make the package of a library, with what is wanted of it."""
    wanted = shelf._replace(packs=tuple(pack for pack in shelf.packs if selection.wants(pack.id)))
    tree = with_advice(decks(wanted), shelf)
    packs = [
        [
            Card(note, face, tree[deck_of(wanted, page.pack)])
            for note in (identified(one, shelf.origins) for one in notes(page, selection))
            for face in note.faces
        ]
        for page in pages(wanted)
    ]
    cards = in_order(packs)
    live = list({id(card.note): card.note for card in cards}.values())
    gone = [identified(note, shelf.origins) for note in retired_notes(shelf, selection)]
    times = {**shelf.times, **{(item.kind, item.path): item.time for item in shelf.retired}}
    return _archive(collection(list(tree.values()), [*live, *gone], cards, times))


def _archive(database: bytes) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        _add(file, "collection.anki2", database)
        _add(file, "media", b"{}")
    return archive.getvalue()


def _add(file: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, BEGINNING_OF_ZIP)
    # Left alone, both would tell the machine that built the package.
    member.create_system = UNIX
    member.external_attr = 0o644 << 16
    file.writestr(member, content, ZIP_DEFLATED, 9)
