"""A corpus as items in groups: what is wanted of it, in the order of the library."""

from collections.abc import Iterator, Sequence

from lpkit.export import Corpus, Shelf
from lpkit_exporters.bundle.bundle import pack_files
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.selection import POOLS, Selection
from lpkit_exporters.items.evaluation import changed, evaluation_of
from lpkit_exporters.items.group import ItemLibrary, ItemPack, ItemPool, ItemPrinciple
from lpkit_exporters.items.identity import Identity
from lpkit_exporters.items.model import Choice
from lpkit_exporters.items.questions import question_choices
from lpkit_exporters.items.scoring import score_choices


def gather(corpus: Corpus, selection: Selection) -> Iterator[ItemLibrary]:
    """Give the libraries of which something is wanted, each when it is asked for.

    Of a shelf that is cut to what changed (`Shelf.since`) only the items that did are given.
    """
    for shelf in corpus.shelves:
        identity = Identity(shelf)
        groups: dict[str, list[ItemPack]] = {}
        for file in _files(shelf, selection):
            if pack := _pack(file, identity, selection):
                groups.setdefault(file.principle.id, []).append(pack)
        if groups:
            library = shelf.library
            yield ItemLibrary(library.id, library.title, library.language, tuple(map(_principle, groups.values())))


def _principle(packs: Sequence[ItemPack]) -> ItemPrinciple:
    principle = packs[0].file.principle
    return ItemPrinciple(principle.id, principle.title, principle, tuple(packs))


def _files(shelf: Shelf, selection: Selection) -> Iterator[PackFile]:
    wanted = shelf._replace(packs=tuple(pack for pack in shelf.packs if selection.wants(pack.id)))
    yield from pack_files(wanted).values()


def _pack(file: PackFile, identity: Identity, selection: Selection) -> ItemPack | None:
    """Give a pack with its items; None where nothing of it is wanted."""
    evaluation = evaluation_of(file, identity)
    questions = list(question_choices(file, identity)) if "question" in selection.kinds else []
    pools = [
        ItemPool(pool, pool.capitalize(), tuple(item for item in questions if item.pool == pool))
        for pool in POOLS
        if pool in selection.pools
    ]
    scores: list[Choice] = list(score_choices(file, evaluation, identity)) if "score" in selection.kinds else []
    filled = tuple(pool for pool in (*pools, ItemPool("score", "Score the answers", tuple(scores))) if pool.items)
    asked = evaluation if "answer" in selection.kinds and changed(file, identity) else None
    return ItemPack(evaluation.id, file.title, file, filled, asked) if filled or asked else None
