"""The files of the export: packages by library or by pack, and the README."""

from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element

from lpkit.export import Artifact, Corpus
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.canvas.quiz import bank, may_shuffle, quiz, quiz_meta
from lpkit_exporters.items import ItemLibrary, ItemPack, Text, gather
from lpkit_exporters.items.group import Quiz
from lpkit_exporters.items.told import readme
from lpkit_exporters.items.xml import document, element
from lpkit_exporters.qti12.item import points
from lpkit_exporters.qti12.names import identifiers, title

_SPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_META = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def canvas_files(corpus: Corpus, selection: Selection, by_pack: bool) -> Iterator[Artifact]:
    """Give the packages, then the README."""
    made: dict[str, int] = {}
    for library in gather(corpus, selection):
        names = _names(library)
        for path, packs in _parts(library, by_pack):
            package = _Package(library.title, names)
            for pack in packs:
                package.add(pack)
            made[path] = package.count
            yield Artifact(path, package.archive(library))
    yield readme("lpkit_exporters.canvas", corpus, made)


def _parts(library: ItemLibrary, by_pack: bool) -> Iterator[tuple[str, Sequence[ItemPack]]]:
    """Give the name of each package, and the packs that it holds."""
    if by_pack:
        yield from ((f"{library.id}/{pack.file.id}.zip", (pack,)) for pack in library.packs())
    else:
        yield f"{library.id}.zip", tuple(library.packs())


def _names(library: ItemLibrary) -> dict[str, str]:
    """Give the identifiers of all that a library has, whatever package it comes into."""
    parts = [f"{pack.id}/{group}" for pack in library.packs() for group, _, _ in pack.quizzes()]
    extra = [f"{kind}/{part}" for part in parts for kind in ("bank", "quiz", "meta")]
    items = [item.id for item in library.items()]
    return dict(identifiers([*items, *(pack.id for pack in library.packs()), *extra, f"package/{library.id}"]))


class _Package:
    """A package as it grows: its members by path, and the resources of its manifest."""

    def __init__(self, library: str, names: dict[str, str]) -> None:
        self._library = library
        self._names = names
        self._members: list[tuple[str, bytes]] = []
        self._resources: list[Element] = []
        self.count = 0

    def add(self, pack: ItemPack) -> None:
        """Put in a bank and a quiz for each part of a pack."""
        for group in pack.quizzes():
            self.count += len(group[2])
            self._bank(pack, group)
            self._quiz(pack, group)

    def archive(self, library: ItemLibrary) -> bytes:
        """Give the bytes of the package, the manifest first."""
        about = (element("schema", {}, "IMS Content"), element("schemaversion", {}, "1.1.3"))
        root = element(
            "manifest",
            {"xmlns": _SPACE, "identifier": self._names[f"package/{library.id}"]},
            element("metadata", {}, *about),
            element("organizations"),
            element("resources", {}, *self._resources),
        )
        return zipped([("imsmanifest.xml", document(root)), *self._members])

    def _bank(self, pack: ItemPack, group: Quiz) -> None:
        part, text, items = group
        name = self._names[f"bank/{pack.id}/{part}"]
        made = bank(name, _titled(pack, text), [(self._names[item.id], item) for item in items])
        self._put(name, "imsqti_xmlv1p2", f"{name}/{name}.xml", made)

    def _quiz(self, pack: ItemPack, group: Quiz) -> None:
        part, text, items = group
        name, source, meta = (self._names[f"{kind}/{pack.id}/{part}"] for kind in ("quiz", "bank", "meta"))
        strict, graded = part == "test", part in ("test", "answer")
        each = points(pack.evaluation) if part == "answer" and pack.evaluation else 1
        called, total = _titled(pack, text), each * len(items)
        made = quiz(name, called, source, len(items), each, strict=strict)
        self._put(name, "imsqti_xmlv1p2", f"{name}/{name}.xml", made, needs=meta)
        shuffled = may_shuffle(items)
        about = quiz_meta(
            name, called, _about(self._library, pack), total, graded=graded, strict=strict, shuffled=shuffled
        )
        self._put(meta, _META, f"{name}/assessment_meta.xml", about, href=True)

    def _put(self, name: str, kind: str, path: str, root: Element, *, needs: str = "", href: bool = False) -> None:
        self._members.append((path, document(root)))
        said = {"identifier": name, "type": kind, **({"href": path} if href else {})}
        after = [element("dependency", {"identifierref": needs})] if needs else []
        self._resources.append(element("resource", said, element("file", {"href": path}), *after))


def _titled(pack: ItemPack, part: str) -> str:
    return title(f"{pack.title}: {part}")


def _about(library: str, pack: ItemPack) -> str:
    principle = pack.file.principle
    head = f"<p>{escape(library)}: <strong>{escape(principle.title)}</strong></p>"
    return f"{head}{Text(principle.summary, prose=True).html()}<p>Level: {escape(pack.file.level.title)}</p>"
