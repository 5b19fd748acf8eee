"""The manifest of a package: its items and tests, and what is known of each item."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation, ItemLibrary
from lpkit_exporters.items.xml import element, ready, written
from lpkit_exporters.qti.names import title
from lpkit_exporters.qti.version import Version

LOM = "http://ltsc.ieee.org/xsd/LOM"
_DIFFICULTY: Mapping[str, str] = {"easy": "easy", "medium": "medium", "hard": "difficult"}
"""Our words in those of the vocabulary LOMv1.0."""


def manifest(name: str, library: ItemLibrary, resources: Iterable[Element], version: Version) -> Element:
    """Make the manifest of a library or of a part of it; `name` is unlike the identifier of any resource."""
    schema, number = version.schema
    spaces = {"xmlns": version.package, "xmlns:lom": LOM, "xmlns:imsqti": version.metadata}
    about = element("lom:general", {}, _string("lom:title", title(library.title), library.language))
    said = (element("schema", {}, schema), element("schemaversion", {}, number), element("lom:lom", {}, about))
    return element(
        "manifest",
        {**spaces, "identifier": name},
        element("metadata", {}, *said),
        element("organizations"),
        element("resources", {}, *resources),
    )


def item_resource(item: Choice | Evaluation, name: str, path: str, version: Version) -> Element:
    """Make the entry of an item: title, tags, difficulty, and how it is answered."""
    general = element(
        "lom:general",
        {},
        _string("lom:title", title(item.name), item.language),
        element("lom:language", {}, item.language),
        *(ready(_keyword(":".join(tag), item.language)) for tag in item.tags),
    )
    level = item.difficulty if isinstance(item, Choice) else None
    kind = "choiceInteraction" if isinstance(item, Choice) else "extendedTextInteraction"
    about = ready(_answered(kind))
    data = element("lom:lom", {}, general, *([ready(_educational(level))] if level else []))
    return _resource(name, f"imsqti_item_{version.resource}", path, [element("metadata", {}, data, about)])


def test_resource(name: str, path: str, items: Sequence[str], version: Version) -> Element:
    """Make the entry of a test, which depends on its items."""
    needed = [element("dependency", {"identifierref": item}) for item in items]
    return _resource(name, f"imsqti_test_{version.resource}", path, [], needed)


def _resource(name: str, kind: str, path: str, before: Sequence[Element], after: Sequence[Element] = ()) -> Element:
    said = {"identifier": name, "type": kind, "href": path}
    return element("resource", said, *before, element("file", {"href": path}), *after)


def _string(tag: str, text: str, language: str) -> Element:
    return element(tag, {}, element("lom:string", {"language": language}, text))


@lru_cache(maxsize=1024)
def _keyword(word: str, language: str) -> str:
    return written([_string("lom:keyword", word, language)], 6)


@lru_cache(maxsize=8)
def _educational(level: str) -> str:
    source, value = element("lom:source", {}, "LOMv1.0"), element("lom:value", {}, _DIFFICULTY[level])
    return written([element("lom:educational", {}, element("lom:difficulty", {}, source, value))], 5)


@lru_cache(maxsize=8)
def _answered(kind: str) -> str:
    """Say in QTI's own words how an item is answered."""
    said = {"timeDependent": "false", "interactionType": kind, "feedbackType": "nonadaptive"}
    parts = (element(f"imsqti:{name}", {}, value) for name, value in said.items())
    return written([element("imsqti:qtiMetadata", {}, *parts)], 4)
