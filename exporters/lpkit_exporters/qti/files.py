"""The files of the export: packages by library or by pack, and the README."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.items import Choice, Evaluation, ItemLibrary, ItemPack, gather
from lpkit_exporters.items.told import readme
from lpkit_exporters.items.xml import document
from lpkit_exporters.qti.item import choice_item, essay_item
from lpkit_exporters.qti.manifest import item_resource, manifest, test_resource
from lpkit_exporters.qti.names import Names, identifier
from lpkit_exporters.qti.sitting import about_pack, test_of
from lpkit_exporters.qti.version import Version

MANIFEST = "imsmanifest.xml"


def qti_files(corpus: Corpus, selection: Selection, version: Version, by_pack: bool) -> Iterator[Artifact]:
    """Give the packages, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        names = Names(library)
        for name, packs in _parts(library, by_pack):
            package = _Package(library, names, version)
            for pack in packs:
                package.add(pack)
            made[name] = len(package.items)
            yield Artifact(name, package.archive())
    told = readme("lpkit_exporters.qti", corpus, made, identifier)
    yield Artifact(told.path, told.content.replace(b"[[VERSION]]", version.name.encode()))


def _parts(library: ItemLibrary, by_pack: bool) -> Iterator[tuple[str, Sequence[ItemPack]]]:
    """Give the name of each package, and the packs that it holds."""
    if by_pack:
        yield from ((f"{library.id}/{pack.file.id}.zip", (pack,)) for pack in library.packs())
    else:
        yield f"{library.id}.zip", tuple(library.packs())


class _Package:
    """A package as it grows: its members by path, and the entries of its manifest, items before tests."""

    def __init__(self, library: ItemLibrary, names: Names, version: Version) -> None:
        self._library = library
        self._names = names
        self._version = version
        self._members: list[tuple[str, bytes]] = []
        self.items: list[Element] = []
        self._tests: list[Element] = []

    def add(self, pack: ItemPack) -> None:
        """Put in the items of a pack, and a test for each of its pools."""
        for pool in pack.pools:
            self._test(pack, pool.id, pool.title, [self._item(item) for item in pool.items])
        if pack.evaluation:
            self._test(pack, "answer", "Your own answer", [self._item(pack.evaluation)])

    def archive(self) -> bytes:
        """Give the bytes of the package, the manifest first."""
        root = manifest(self._names.package, self._library, [*self.items, *self._tests], self._version)
        return zipped([(MANIFEST, document(root)), *self._members])

    def _item(self, item: Choice | Evaluation) -> str:
        """Put in an item, and give its identifier."""
        name = self._names.item(item.id)
        version = self._version
        made = choice_item(item, name, version) if isinstance(item, Choice) else essay_item(item, name, version)
        self.items.append(item_resource(item, name, _put(self._members, "items", name, made), version))
        return name

    def _test(self, pack: ItemPack, part: str, text: str, items: Sequence[str]) -> None:
        name = self._names.test(pack, part)
        listed = [(item, f"../items/{item}.xml") for item in items]
        made = test_of(name, f"{pack.title}: {text}", part, about_pack(pack), listed, self._version)
        self._tests.append(test_resource(name, _put(self._members, "tests", name, made), items, self._version))


def _put(members: list[tuple[str, bytes]], folder: str, name: str, root: Element) -> str:
    """Put a file among the members, and give its path."""
    path = f"{folder}/{name}.xml"
    members.append((path, document(root)))
    return path
