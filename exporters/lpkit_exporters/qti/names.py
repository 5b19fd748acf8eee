"""Identifiers within the limits of QTI: letters, digits, dots, hyphens and low lines, a letter first."""

from collections.abc import Mapping

from lpkit_exporters.items import Choice, ItemLibrary, ItemPack
from lpkit_exporters.items.naming import cut, folded

SIGNS = "A-Za-z0-9._-"
MOST_IDENTIFIER, MOST_TITLE = 100, 255
"""Characters of an identifier, which is also the name of a file, and of a title."""


class Names:
    """The identifiers of all items and tests of a library, no two the same; they do not depend on the file."""

    def __init__(self, library: ItemLibrary) -> None:
        items = [item.id for item in library.items()]
        packs = [pack.id for pack in library.packs()]
        tests = [_test_id(pack, part) for pack in library.packs() for part in parts_of(pack)]
        package = f"package/{library.id}"
        everything = [*items, *packs, *tests, package]
        self._names: Mapping[str, str] = folded(everything, SIGNS, MOST_IDENTIFIER, letter_first=True)
        self.package = self._names[package]
        """The identifier of a manifest."""

    def item(self, name: str) -> str:
        """Give the identifier of an item, by its permanent id."""
        return self._names[name]

    def test(self, pack: ItemPack, part: str) -> str:
        """Give the identifier of the test on a part of a pack."""
        return self._names[_test_id(pack, part)]


def identifier(name: str) -> str:
    """Give the identifier that an item had by its permanent id, where nothing else was called alike."""
    return folded([name], SIGNS, MOST_IDENTIFIER, letter_first=True)[name]


def parts_of(pack: ItemPack) -> tuple[str, ...]:
    """Name what a pack has tests for: its pools, and the answer that learners write."""
    return (*(pool.id for pool in pack.pools), *(("answer",) if pack.evaluation else ()))


def _test_id(pack: ItemPack, part: str) -> str:
    return f"test/{pack.id}/{part}"


def option_names(item: Choice) -> dict[str, str]:
    """Give identifiers by option, which are unique within the item alone."""
    return folded([option.id for option in item.options], SIGNS, MOST_IDENTIFIER, letter_first=True)


def title(text: str) -> str:
    """Give a title on one line."""
    return cut(" ".join(text.split()), MOST_TITLE)
