"""The question bank of a library: which categories there are, in their order, and what lies in each."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from lpkit_exporters.items import Choice, Evaluation, ItemLibrary, ItemPack, ItemPrinciple, Text
from lpkit_exporters.moodle.names import distinct_titles, path_of


class Section(NamedTuple):
    """A category: its path, what is said of it as HTML, the evaluation and the choices directly in it."""

    path: str
    info: str
    evaluation: Evaluation | None = None
    items: tuple[Choice, ...] = ()


class Bank:
    """A library as categories: itself, principles, packs, pools; each comes before what is in it."""

    def __init__(self, library: ItemLibrary) -> None:
        self._library = library
        (self._root,) = distinct_titles({library.id: library.title}).values()
        self._principles = distinct_titles({one.id: one.title for one in library.principles})
        self._packs = {
            name: text
            for one in library.principles
            for name, text in distinct_titles({pack.id: pack.title for pack in one.packs}).items()
        }

    def files(self, by_pack: bool, ending: str) -> Iterator[tuple[str, Iterator[Section]]]:
        """Give the name of each file, with its sections: one for the library, or one for each pack."""
        library = self._library
        if not by_pack:
            yield f"{library.id}{ending}", self._sections([(one, one.packs) for one in library.principles])
            return
        for principle in library.principles:
            for pack in principle.packs:
                yield f"{library.id}/{pack.file.id}{ending}", self._sections([(principle, (pack,))])

    def _sections(self, parts: Sequence[tuple[ItemPrinciple, Sequence[ItemPack]]]) -> Iterator[Section]:
        yield Section(path_of([self._root]), "")
        for principle, packs in parts:
            path = [self._root, self._principles[principle.id]]
            yield Section(path_of(path), Text(principle.principle.summary, prose=True).html())
            for pack in packs:
                yield from _pack_sections(pack, [*path, self._packs[pack.id]])


def _pack_sections(pack: ItemPack, path: list[str]) -> Iterator[Section]:
    about = f"{Text(pack.file.prompt).html()}<p>Level: {escape(pack.file.level.title)}</p>"
    yield Section(path_of(path), about, pack.evaluation)
    for pool in pack.pools:
        yield Section(path_of([*path, pool.title]), "", items=pool.items)
