"""The versions of QTI: how each spells elements and attributes, and what their files are called in a package.

Elements are written in the spelling of 2.1 everywhere; 3.0 spells the same ones with hyphens.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.items.xml import Part, element, fragment, ready, written

_ATTRIBUTE = re.compile(r"<\w+\s")
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
_NONE: dict[str, str] = {}
_HELD = {"href", "class"}
"""Attributes of HTML that both versions hold, of those that texts have."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of QTI: its name, its namespaces, and what a manifest says of it."""

    name: str
    items: str
    """The namespace of items and tests."""
    package: str
    """The namespace of the manifest."""
    metadata: str
    """The namespace of what a manifest says of an item."""
    schema: tuple[str, str]
    """Name and version of the schema, as a manifest has them."""
    resource: str
    """What types of resources end in: `imsqti_item_` and this."""
    hyphens: bool
    """Whether elements and attributes are spelt with hyphens, and texts for readers have a body of their own."""

    def element(self, tag: str, attributes: Mapping[str, str] = _NONE, *parts: Part) -> Element:
        """Make an element of an item or a test, by its name and attributes in 2.1."""
        if not self.hyphens:
            return element(tag, dict(attributes), *parts)
        return element(f"qti-{_hyphened(tag)}", {_hyphened(name): value for name, value in attributes.items()}, *parts)

    def newer(self, **attributes: str) -> dict[str, str]:
        """Give attributes that came after 2.1: none in that version."""
        return attributes if self.hyphens else {}

    def root(self, tag: str, attributes: Mapping[str, str], parts: Iterable[Part]) -> Element:
        """Make the outermost element of a file."""
        return self.element(tag, {"xmlns": self.items, **attributes}, *parts)

    def block(self, tag: str, attributes: Mapping[str, str], html: str) -> Element:
        """Make an element with text for readers, as HTML."""
        part = html_part(html)
        return self.element(tag, attributes, self.element("contentBody", {}, part) if self.hyphens else part)


@lru_cache(maxsize=256)
def _hyphened(name: str) -> str:
    return _HUMP.sub("-", name).lower()


def html_part(html: str) -> Element:
    """Give HTML as a part of an element, with no attribute that QTI does not have."""
    return ready(held(html))


def held(html: str) -> str:
    """Give HTML with no attribute that QTI does not have."""
    return _cleaned(html) if _ATTRIBUTE.search(html) else html


def _cleaned(html: str) -> str:
    root = element("div", {}, *fragment(printable(html)))
    for inner in root.iter():
        for name in inner.attrib.keys() - _HELD:
            del inner.attrib[name]
    return written([root], 0).removeprefix("<div>").removesuffix("</div>")


VERSIONS: Mapping[str, Version] = {
    "2.1": Version(
        name="2.1",
        items="http://www.imsglobal.org/xsd/imsqti_v2p1",
        package="http://www.imsglobal.org/xsd/imscp_v1p1",
        metadata="http://www.imsglobal.org/xsd/imsqti_metadata_v2p1",
        schema=("QTIv2.1 Package", "1.0.0"),
        resource="xmlv2p1",
        hyphens=False,
    ),
    "3.0": Version(
        name="3.0",
        items="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
        package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
        metadata="http://www.imsglobal.org/xsd/imsqti_metadata_v3p0",
        schema=("QTI Package", "3.0.0"),
        resource="xmlv3p0",
        hyphens=True,
    ),
}
