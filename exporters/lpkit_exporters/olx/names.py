"""Names of blocks within the limits of Open edX: one for each item, the same in every version of the content."""

from collections.abc import Mapping

from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.items import ItemLibrary, Option
from lpkit_exporters.items.naming import cut, folded

MOST_NAME, MOST_TITLE, MOST_CRITERION = 90, 250, 100
"""Characters of a block's name (the key of a learner's state has room for 255, course and kind included), of a title
that is shown, and of the names and labels of an assessment's rubric, which its database holds."""

_LETTERS = "a-z0-9_-"
_PARTS = ("pack", "about", "intro", "practice", "test", "score", "write", "answer", "expert", "notes")
"""What else has a name in a pack: its subsection, its units, two pages and the assessment."""


class Names:
    """The names of all blocks of a library; an item's is made of its permanent id."""

    def __init__(self, library: ItemLibrary) -> None:
        ids = [item.id for item in library.items()]
        parts = [f"{pack.id}/+{part}" for pack in library.packs() for part in _PARTS]
        chapters = [f"{library.id}/+{principle.id}" for principle in library.principles]
        self._names: Mapping[str, str] = folded([*ids, *parts, *chapters], _LETTERS, MOST_NAME)

    def item(self, name: str) -> str:
        """Give the name of an item by its permanent id."""
        return self._names[name]

    def part(self, pack: str, part: str) -> str:
        """Give the name of a part of a pack, or of the chapter of a principle, by the id of what it lies in."""
        return self._names[f"{pack}/+{part}"]


def title(text: str) -> str:
    """Give a title on one line."""
    return cut(" ".join(printable(text).split()), MOST_TITLE)


def label(text: str) -> str:
    """Give a name of a criterion or of one of its options."""
    return cut(" ".join(text.split()), MOST_CRITERION)


def option_names(options: tuple[Option, ...]) -> Mapping[str, str]:
    """Give the names of options by id: by these a learner's answer is kept, not by their places."""
    return folded([option.id for option in options], _LETTERS, MOST_NAME)


def key_of(text: str) -> str:
    """Give what is allowed in the key of a course: letters, digits, dots, dashes and underscores."""
    return folded([text], "A-Za-z0-9._-", 60)[text]
