"""The manifest of a cartridge: the table of contents, and a resource for each page and each quiz."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from lpkit_exporters.items.xml import element


@dataclass(frozen=True, slots=True)
class Version:
    """A version of Common Cartridge: its name, and what stands for it in namespaces and types: `v1p3`."""

    name: str
    sign: str

    def quiz_type(self) -> str:
        """Give the type of a resource that is a quiz."""
        return f"imsqti_xmlv1p2/imscc_x{self.sign.replace('v', 'mlv')}/assessment"


VERSIONS: Mapping[str, Version] = {"1.1": Version("1.1", "v1p1"), "1.3": Version("1.3", "v1p3")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its name, its title, and what it holds; a resource is called as it is."""

    name: str
    title: str
    within: Sequence["Entry"] = ()


def manifest(
    name: str, title: str, language: str, contents: Sequence[Entry], resources: Iterable[Element], version: Version
) -> Element:
    """Make the manifest; `name` is unlike those of all entries."""
    lom = f"http://ltsc.ieee.org/xsd/imscc{version.sign}/LOM/manifest"
    spaces = {"xmlns": f"http://www.imsglobal.org/xsd/imscc{version.sign}/imscp_v1p1", "xmlns:lomimscc": lom}
    root = element("item", {"identifier": f"root_{name}"}, *map(_item, contents))
    shape = {"identifier": f"contents_{name}", "structure": "rooted-hierarchy"}
    return element(
        "manifest",
        {**spaces, "identifier": name},
        _about(title, language, version),
        element("organizations", {}, element("organization", shape, root)),
        element("resources", {}, *resources),
    )


def page_resource(name: str, path: str) -> Element:
    """Make the entry of a page, which has its own path as address."""
    said = {"identifier": name, "type": "webcontent", "href": path}
    return element("resource", said, element("file", {"href": path}))


def quiz_resource(name: str, path: str, version: Version) -> Element:
    """Make the entry of a quiz, which systems read and nobody opens."""
    said = {"identifier": name, "type": version.quiz_type()}
    return element("resource", said, element("file", {"href": path}))


def _about(title: str, language: str, version: Version) -> Element:
    string = element("lomimscc:string", {"language": language}, title)
    general = element(
        "lomimscc:general",
        {},
        element("lomimscc:title", {}, string),
        element("lomimscc:language", {}, language),
    )
    return element(
        "metadata",
        {},
        element("schema", {}, "IMS Common Cartridge"),
        element("schemaversion", {}, f"{version.name}.0"),
        element("lomimscc:lom", {}, general),
    )


def _item(entry: Entry) -> Element:
    named = element("title", {}, entry.title)
    if entry.within:
        return element("item", {"identifier": f"folder_{entry.name}"}, named, *map(_item, entry.within))
    return element("item", {"identifier": f"item_{entry.name}", "identifierref": entry.name}, named)
