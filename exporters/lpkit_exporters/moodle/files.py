"""The files of the export: question banks by library or by pack, and the README."""

from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import ItemLibrary, ItemPack, ItemPrinciple, Text, gather
from lpkit_exporters.items.xml import document, element
from lpkit_exporters.moodle.names import Names, distinct_titles, path_of
from lpkit_exporters.moodle.question import category, essay, multichoice
from lpkit_exporters.moodle.readme import readme

_Part = tuple[ItemPrinciple, Sequence[ItemPack]]
"""A principle, and its packs that a file holds."""


def moodle_files(corpus: Corpus, selection: Selection, by_pack: bool) -> Iterator[Artifact]:
    """Give the question banks, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        bank = _Bank(library)
        for name, parts in _parts(library, by_pack):
            quiz = element("quiz", {}, *bank.questions(parts))
            made[name] = sum(one.get("type") != "category" for one in quiz)
            yield Artifact(name, document(quiz))
    yield Artifact("README.md", readme(corpus, made).encode())


def _parts(library: ItemLibrary, by_pack: bool) -> Iterator[tuple[str, Sequence[_Part]]]:
    """Give the name of each file, and which packs of which principles it holds."""
    if not by_pack:
        yield f"{library.id}.xml", [(principle, principle.packs) for principle in library.principles]
        return
    for principle in library.principles:
        for pack in principle.packs:
            yield f"{library.id}/{pack.file.id}.xml", [(principle, (pack,))]


class _Bank:
    """The question bank of a library: where each pack lies, and what it holds."""

    def __init__(self, library: ItemLibrary) -> None:
        self._library = library
        self._names = Names([library])
        (self._root,) = distinct_titles({library.id: library.title}).values()
        self._principles = distinct_titles({one.id: one.title for one in library.principles})
        self._packs = {
            name: text
            for one in library.principles
            for name, text in distinct_titles({pack.id: pack.title for pack in one.packs}).items()
        }

    def questions(self, parts: Sequence[_Part]) -> Iterator[Element]:
        """Give the questions of some packs, each category before what is in it."""
        yield category(path_of([self._root]), "")
        for principle, packs in parts:
            path = [self._root, self._principles[principle.id]]
            yield category(path_of(path), Text(principle.principle.summary, prose=True).html())
            for pack in packs:
                yield from self._pack(pack, [*path, self._packs[pack.id]])

    def _pack(self, pack: ItemPack, path: list[str]) -> Iterator[Element]:
        yield category(path_of(path), _about_pack(pack))
        if pack.evaluation:
            yield essay(pack.evaluation, self._names)
        for pool in pack.pools:
            yield category(path_of([*path, pool.title]), "")
            yield from (multichoice(item, self._names) for item in pool.items)


def _about_pack(pack: ItemPack) -> str:
    return f"{Text(pack.file.prompt).html()}<p>Level: {escape(pack.file.level.title)}</p>"
