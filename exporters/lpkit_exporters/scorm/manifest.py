"""imsmanifest.xml: what a package is called, and that its one page tells the learning system of progress."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from lpkit_exporters.items.naming import cut, folded
from lpkit_exporters.items.xml import document, element

MOST_TITLE = 200
"""Characters of a title that every system must show."""
_SPACES: Mapping[str, dict[str, str]] = {
    "1.2": {
        "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    "2004": {
        "xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
    },
}
_EDITIONS = {"1.2": "1.2", "2004": "2004 4th Edition"}
_KIND = {"1.2": "adlcp:scormtype", "2004": "adlcp:scormType"}


def manifest(version: str, name: str, title: str, page: str) -> bytes:
    """Give the manifest of a package with one page; `name` is its permanent id."""
    identifier = f"lpkit.{folded([name], 'A-Za-z0-9._-', 114)[name]}"
    return document(
        element(
            "manifest",
            {"identifier": identifier, "version": "1", **_SPACES[version]},
            element("metadata", {}, _said("schema", "ADL SCORM"), _said("schemaversion", _EDITIONS[version])),
            _organizations(version, cut(" ".join(title.split()), MOST_TITLE)),
            element("resources", {}, _page(version, page)),
        )
    )


def _organizations(version: str, title: str) -> Element:
    item = element("item", {"identifier": "item", "identifierref": "page"}, _said("title", title))
    if version == "2004":
        # Left to itself a system would call the page completed and passed when it is closed.
        own = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        item.append(element("imsss:sequencing", {}, element("imsss:deliveryControls", own)))
    organization = element("organization", {"identifier": "organization"}, _said("title", title), item)
    return element("organizations", {"default": "organization"}, organization)


def _page(version: str, page: str) -> Element:
    attributes = {"identifier": "page", "type": "webcontent", _KIND[version]: "sco", "href": page}
    return element("resource", attributes, element("file", {"href": page}))


def _said(tag: str, text: str) -> Element:
    return element(tag, {}, text)
