"""The files of the export: a package for each pack, or one for all, and the README."""

from collections.abc import Iterator
from importlib.resources import files

from lpkit.export import Artifact, Corpus, Shelf
from lpkit.model import Pack, Principle
from lpkit_exporters.bundle.bundle import Bundle, bundle
from lpkit_exporters.bundle.inline import inline
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.bundle.zipped import zipped
from lpkit_exporters.catalogue.words import Catalogues, Words
from lpkit_exporters.html.single import page_script, single_page, words_of
from lpkit_exporters.items.identity import Identity
from lpkit_exporters.scorm.manifest import manifest
from lpkit_exporters.scorm.script import keeping_script

VERSIONS = ("1.2", "2004")
_PAGE = "index.html"
_LEVEL = 2
"""A package takes a tenth less time than by level 4, and eight bytes of a hundred more."""


def scorm_files(
    corpus: Corpus, selection: Selection, version: str, by_pack: bool, catalogues: Catalogues
) -> Iterator[Artifact]:
    """Give the packages, then the README."""
    wanted = Corpus(
        tuple(
            shelf._replace(packs=tuple(pack for pack in shelf.packs if selection.wants(pack.id)))
            for shelf in corpus.shelves
        )
    )
    titles: dict[str, str] = {}
    for path, title, content in (_by_pack if by_pack else _whole)(wanted, version, catalogues):
        titles[path] = title
        yield Artifact(path, content)
    yield Artifact("README.md", _readme(titles, version).encode())


def _whole(corpus: Corpus, version: str, catalogues: Catalogues) -> Iterator[tuple[str, str, bytes]]:
    shelves = [shelf for shelf in corpus.shelves if shelf.packs]
    if not shelves:
        return
    content = bundle(corpus)
    words = words_of(content, catalogues)
    title = shelves[0].library.title if len(shelves) == 1 else words.gettext("Interview patterns")
    name = ".".join(shelf.library.id for shelf in shelves)
    page = _page(corpus, content, page_script(content), version, words)
    yield "site.zip", title, _package(version, name, title, page)


def _by_pack(corpus: Corpus, version: str, catalogues: Catalogues) -> Iterator[tuple[str, str, bytes]]:
    for shelf in corpus.shelves:
        content = bundle(Corpus((shelf,)))
        script = page_script(content)
        identity = Identity(shelf)
        paths = {file.id: path for path, file in content.packs.items()}
        for pack in shelf.packs:
            path = paths[pack.id]
            file = content.packs[path]
            page = _page(_alone(shelf, pack), _only(content, path), script, version, words_of(content, catalogues))
            name = identity.name("pack", pack.id)
            yield f"{shelf.library.id}/{pack.id}.zip", file.title, _package(version, name, file.title, page)


def _alone(shelf: Shelf, pack: Pack) -> Corpus:
    """Give a corpus of one pack, whose library has no other principles."""
    library = shelf.library.model_copy(update={"principles": _own(shelf.library.principles, pack.principle)})
    return Corpus((shelf._replace(library=library, packs=(pack,)),))


def _own(principles: list[Principle], name: str) -> list[Principle]:
    """Give the principle of a pack; all, where the pack is out of step with its library."""
    return [one for one in principles if one.id == name] or principles


def _only(content: Bundle, path: str) -> Bundle:
    """Give what a bundle of one library would be, had it but one pack and its principle."""
    (library,) = content.index.libraries
    packs = [entry for entry in library.packs if entry.path == path]
    principles = _own(library.principles, packs[0].principle.id)
    own = library.model_copy(update={"packs": packs, "principles": principles})
    return Bundle(content.index.model_copy(update={"libraries": [own]}), {path: content.packs[path]})


def _page(corpus: Corpus, content: Bundle, script: str, version: str, words: Words) -> bytes:
    return single_page(corpus, content, keeping_script(version) + script, words, in_system=True)


def _package(version: str, name: str, title: str, page: bytes) -> bytes:
    return zipped([("imsmanifest.xml", manifest(version, name, title, _PAGE)), (_PAGE, page)], level=_LEVEL)


def _readme(titles: dict[str, str], version: str) -> str:
    text = files("lpkit_exporters.scorm").joinpath("readme.md").read_text(encoding="utf-8")
    rows = "".join(f"- `{path}`: {inline(title)}\n" for path, title in titles.items())
    edition = "SCORM 1.2" if version == "1.2" else "SCORM 2004 (4th edition)"
    return text.replace("[[FILES]]\n", rows or "There are no packs here.\n").replace("[[VERSION]]", edition)
