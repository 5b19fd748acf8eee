"""A package of QTI, or a single file of it, to the items that it holds, in the order of its manifest."""

import posixpath
from collections.abc import Iterator

from lpkit.importing import LpkitError, Note
from lpkit_importers.foreign.archive import ZIP, Archive, inside
from lpkit_importers.foreign.xml import Node, begins_with, read_xml

MANIFEST = "imsmanifest.xml"
_ENDS = (".xml", ".xml.qti", ".qti")
_BESIDE = {"assessment_meta.xml", "course_settings.xml"}
"""Files of a package that say something of a quiz and hold no items."""
FIRST = "questestinterop"
"""The outermost element of version 1.2."""


def items_of(content: bytes, notes: list[Note]) -> list[Node]:
    """Give the items of a file, each once; tags and attributes of 2.x and 3.0 are spelt in one way: `simplechoice`.

    What cannot be read of a package goes into `notes`.

    Raises LpkitError where it is neither XML nor a package, or holds no QTI.
    """
    roots = _packed(Archive(content, "the package"), notes) if content.startswith(ZIP) else [read_xml(content)]
    found: dict[str, Node] = {}
    known = False
    for root in roots:
        later = plain(root.tag) in {"assessmentitem", "assessmenttest", "assessmentsection"}
        known = known or later or root.tag == FIRST
        if later:
            _respell(root)
        items = [root] if root.tag == "assessmentitem" else [*root.within("item", "assessmentitem")]
        for item in items if later or root.tag == FIRST else ():
            name = item.attributes.get("ident") or item.attributes.get("identifier") or f"#{len(found)}"
            found.setdefault(name, item)
    if not known:
        raise LpkitError("the file holds no QTI", "export the quiz as QTI 1.2, 2.1 or 3.0")
    return [*found.values()]


def _packed(archive: Archive, notes: list[Note]) -> Iterator[Node]:
    """Give what the XML of a package holds; Canvas writes some items twice, the second time with more in it."""
    names = [name for name in archive.names if _may_hold_items(name, archive)]
    manifest = next((name for name in names if posixpath.basename(name) == MANIFEST), None)
    listed = _listed(archive, manifest) if manifest else []
    rest = sorted(names, key=lambda name: not name.endswith(".qti"))
    for name in dict.fromkeys([*(name for name in listed if name in names), *rest]):
        if name == manifest:
            continue
        try:
            yield read_xml(archive.read(name), name)
        except LpkitError as error:
            notes.append(Note(name, f"left out: {error.message}"))


def _may_hold_items(name: str, archive: Archive) -> bool:
    """Tell by its name whether a member is XML that may hold items; Blackboard calls all of its files .dat."""
    if name.lower().endswith(".dat"):
        return begins_with(archive.read(name), FIRST)
    return name.lower().endswith(_ENDS) and posixpath.basename(name) not in _BESIDE


def _listed(archive: Archive, manifest: str) -> list[str]:
    """Give the names of files in the order of the manifest."""
    folder = posixpath.dirname(manifest)
    root = read_xml(archive.read(manifest), manifest)
    hrefs = [node.attributes.get("href") or node.attributes.get("file", "") for node in root.within("resource")]
    return [name for href in hrefs if href and (name := inside(folder, href))]


def plain(name: str) -> str:
    """Give the name of an element or attribute as all versions would spell it, without prefix, hyphens and capitals."""
    return name.removeprefix("qti-").replace("-", "").lower()


def _respell(root: Node) -> None:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.tag = "div" if plain(node.tag) == "contentbody" else plain(node.tag)
        node.attributes = {plain(name): value for name, value in node.attributes.items()}
        waiting.extend(node.children())
