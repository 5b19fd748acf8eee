"""The .apkg file: a zip archive with the collection and an empty list of media."""

from lpkit.export import Shelf
from lpkit_exporters.anki.advice import with_advice
from lpkit_exporters.anki.collection import collection
from lpkit_exporters.anki.decks import deck_of, decks
from lpkit_exporters.anki.note import identified
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.order import Card, in_order
from lpkit_exporters.anki.page import pages
from lpkit_exporters.anki.retired import retired_notes
from lpkit_exporters.anki.selection import EVERYTHING
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.catalogue.words import CATALOGUES, SOURCE, Catalogues


def package(shelf: Shelf, selection: Selection = EVERYTHING, catalogues: Catalogues = CATALOGUES) -> bytes:
    """Make the package of a library, with what is wanted of it, in the words of its language."""
    words = catalogues.words(shelf.library.language)
    wanted = shelf._replace(packs=tuple(pack for pack in shelf.packs if selection.wants(pack.id)))
    tree = with_advice(decks(wanted, words), shelf, words)
    packs = [
        [
            Card(note, face, tree[deck_of(wanted, page.pack)])
            for note in (identified(one, shelf.origins) for one in notes(page, selection))
            for face in note.faces
        ]
        for page in pages(wanted, catalogues)
    ]
    cards = in_order(packs)
    live = list({id(card.note): card.note for card in cards}.values())
    gone = [identified(note, shelf.origins) for note in retired_notes(shelf, selection, words)]
    times = {**shelf.times, **{(item.kind, item.path): item.time for item in shelf.retired}}
    others = () if words.language == SOURCE else catalogues.translations()
    database = collection(list(tree.values()), [*live, *gone], cards, times, others)
    return zipped([("collection.anki2", database), ("media", b"{}")])
