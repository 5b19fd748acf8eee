"""Names within Moodle's limits: id numbers, tags, categories, and titles in which nothing looks like a tag of HTML."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lpkit_exporters.items import Choice, ItemLibrary
from lpkit_exporters.items.model import Tag
from lpkit_exporters.items.naming import cut, folded

MOST_NAME, MOST_IDNUMBER, MOST_TAG = 255, 100, 50
"""Characters of a name of a question or category, of an id number and of a tag: what Moodle's database holds."""

# Moodle takes tags of HTML out of a name, and all that follows a sign that begins one.
_NO_TAGS = str.maketrans({"<": "‹", ">": "›"})


class Names:
    """The names of everything in some libraries."""

    def __init__(self, libraries: Sequence[ItemLibrary]) -> None:
        items = [item for library in libraries for item in library.items()]
        packs = [pack for library in libraries for pack in library.packs()]
        self.idnumbers: Mapping[str, str] = folded(
            [item.id for item in items] + [pack.id for pack in packs], "a-z0-9/_-", MOST_IDNUMBER
        )
        used = [tag for item in items for tag in item.tags]
        used += [tag for pack in packs if pack.evaluation for tag in pack.evaluation.tags]
        self._tags: Mapping[str, str] = folded([":".join(tag) for tag in used], "a-z0-9:_-", MOST_TAG)

    def tags(self, tags: Iterable[Tag]) -> list[str]:
        """Give tags as `principle:ownership`."""
        return [self._tags[":".join(tag)] for tag in tags]


def title(text: str) -> str:
    """Give a name of at most 255 characters on one line."""
    return cut(" ".join(text.split()).translate(_NO_TAGS), MOST_NAME)


def item_title(item: Choice) -> str:
    """Give the name of a question in the bank."""
    return title(item.name)


def distinct_titles(named: Mapping[str, str]) -> dict[str, str]:
    """Give names by id of what lies in one category: Moodle takes two of one name for the same."""
    titles = {name: title(text) for name, text in named.items()}
    uses = Counter(titles.values())
    return {name: text if uses[text] == 1 else _with_id(text, name) for name, text in titles.items()}


def _with_id(text: str, name: str) -> str:
    end = f" ({cut(name, MOST_NAME // 2)})"
    return cut(text, MOST_NAME - len(end)) + end


def path_of(names: Sequence[str]) -> str:
    """Join names of categories as Moodle reads them: a slash in a name is two, and none stands beside a separator."""
    parts = []
    for name in names:
        part = name.replace("/", "//")
        part = f" {part}" if part.startswith("/") else part
        parts.append(f"{part} " if part.endswith("/") else part)
    return "/".join(("$course$", "top", *parts))
