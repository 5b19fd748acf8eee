"""Packages as tests read them: members by path, elements without namespaces, and QTI spelt as in 2.1 in any version."""

import io
import re
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def members(package: bytes) -> dict[str, bytes]:
    """Give the members of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bare(root: Element) -> Element:
    """Give a document without namespaces."""
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    return root


def spelt(content: bytes) -> Element:
    """Give a document without namespaces, names of 3.0 as those of 2.1: `simpleChoice`."""
    root = ElementTree.fromstring(content)
    for node in root.iter():
        own = node.tag.rpartition("}")[2]
        node.tag = _humped(own.removeprefix("qti-")) if own.startswith("qti-") else own
        for name, value in list(node.attrib.items()):
            del node.attrib[name]
            node.attrib[_humped(name.rpartition("}")[2])] = value
    return root


def _humped(name: str) -> str:
    return re.sub("-([a-z])", lambda found: found[1].upper(), name)


def flat(node: Element) -> list[object]:
    """Give an element as plain values, white space around texts left out, to be compared."""
    texts = [(text or "").strip() for text in (node.text, node.tail)]
    return [node.tag, sorted(node.attrib.items()), texts, [flat(child) for child in node]]
