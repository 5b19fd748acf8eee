"""The files of the export: cartridges by library or by pack, and the README."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.cartridge.manifest import Entry, Version, manifest, page_resource, quiz_resource
from lpkit_exporters.cartridge.page import answers_page, lesson_page
from lpkit_exporters.cartridge.quiz import assessment
from lpkit_exporters.items import ItemLibrary, ItemPack, ItemPrinciple, gather
from lpkit_exporters.items.group import Quiz
from lpkit_exporters.items.told import readme
from lpkit_exporters.items.xml import document
from lpkit_exporters.qti12.names import identifiers, title

_Part = tuple[ItemPrinciple, Sequence[ItemPack]]
"""A principle, and its packs that a cartridge holds."""


def cartridge_files(corpus: Corpus, selection: Selection, version: Version, by_pack: bool) -> Iterator[Artifact]:
    """Give the cartridges, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        names = _names(library)
        for path, parts in _parts(library, by_pack):
            cartridge = _Cartridge(names, version)
            contents = [_folder(cartridge, names, principle, packs) for principle, packs in parts]
            made[path] = cartridge.count
            yield Artifact(path, cartridge.archive(library, contents))
    told = readme("lpkit_exporters.cartridge", corpus, made)
    yield Artifact(told.path, told.content.replace(b"[[VERSION]]", version.name.encode()))


def _parts(library: ItemLibrary, by_pack: bool) -> Iterator[tuple[str, Sequence[_Part]]]:
    """Give the name of each cartridge, and which packs of which principles it holds."""
    if not by_pack:
        yield f"{library.id}.imscc", [(principle, principle.packs) for principle in library.principles]
        return
    for principle in library.principles:
        for pack in principle.packs:
            yield f"{library.id}/{pack.file.id}.imscc", [(principle, (pack,))]


def _names(library: ItemLibrary) -> dict[str, str]:
    """Give the identifiers of all that a library has, whatever cartridge it comes into."""
    packs = list(library.packs())
    names = [item.id for item in library.items()] + [pack.id for pack in packs]
    names += [f"quiz/{pack.id}/{part}" for pack in packs for part, _, _ in pack.quizzes()]
    names += [f"{kind}/{pack.id}" for pack in packs for kind in ("pack", "lesson", "answers")]
    names += [f"principle/{library.id}/{principle.id}" for principle in library.principles]
    return dict(identifiers([*names, f"cartridge/{library.id}"]))


def _folder(
    cartridge: "_Cartridge", names: dict[str, str], principle: ItemPrinciple, packs: Sequence[ItemPack]
) -> Entry:
    library = packs[0].file.library.id
    name = names[f"principle/{library}/{principle.id}"]
    return Entry(name, title(principle.title), [cartridge.add(pack) for pack in packs])


class _Cartridge:
    """A cartridge as it grows: its members by path, and the resources of its manifest."""

    def __init__(self, names: dict[str, str], version: Version) -> None:
        self._names = names
        self._version = version
        self._members: list[tuple[str, bytes]] = []
        self._resources: list[Element] = []
        self.count = 0

    def add(self, pack: ItemPack) -> Entry:
        """Put in the pages and quizzes of a pack, and give their part of the table of contents."""
        within = [self._page("lesson", pack, "Learn", lesson_page(pack.file))]
        within += [self._quiz(pack, group) for group in pack.quizzes()]
        if pack.evaluation:
            page = answers_page(pack.file, pack.evaluation)
            within.append(self._page("answers", pack, "Answers and scores", page))
        return Entry(self._names[f"pack/{pack.id}"], title(pack.title), within)

    def archive(self, library: ItemLibrary, contents: Sequence[Entry]) -> bytes:
        """Give the bytes of the cartridge, the manifest first."""
        name = self._names[f"cartridge/{library.id}"]
        root = manifest(name, title(library.title), library.language, contents, self._resources, self._version)
        return zipped([("imsmanifest.xml", document(root)), *self._members])

    def _page(self, kind: str, pack: ItemPack, text: str, content: bytes) -> Entry:
        name = self._names[f"{kind}/{pack.id}"]
        path = f"pages/{name}.html"
        self._members.append((path, content))
        self._resources.append(page_resource(name, path))
        return Entry(name, title(f"{pack.title}: {text}"))

    def _quiz(self, pack: ItemPack, group: Quiz) -> Entry:
        part, text, items = group
        name, called = self._names[f"quiz/{pack.id}/{part}"], title(f"{pack.title}: {text}")
        named = [(self._names[item.id], item) for item in items]
        path = f"{name}/{name}.xml"
        self._members.append((path, document(assessment(name, called, named, strict=part == "test"))))
        self._resources.append(quiz_resource(name, path, self._version))
        self.count += len(items)
        return Entry(name, called)
