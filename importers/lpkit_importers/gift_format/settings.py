"""What the user may say of a GIFT file: what its categories are, which of them to take, the pack of its old ids."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lpkit.importing import LpkitError, Options
from lpkit.model.types import ID_PATTERN

SETTINGS: Mapping[str, str] = {
    "category": 'NAME=POOL: the pool of a category and those below it, as "Exam=test"; repeatable',
    "only": "NAME: the category whose questions are taken, as for a pack of its own; repeatable",
    "former-pack": "ID: the pack in the former names of questions with an id number, moodle unless it is named",
    "encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell",
}
_POOLS = ("practice", "test")


@dataclass(frozen=True, slots=True)
class Settings:
    """What was said: pools by category, categories to take (all, where none is named), a pack of old ids."""

    pools: Mapping[str, str]
    only: Sequence[str]
    former_pack: str

    def pool_of(self, category: str) -> str:
        """Give the pool of a category; an empty text where none is said. The longest name counts."""
        names = [name for name in self.pools if is_within(category, name)]
        return self.pools[max(names, key=len)] if names else ""

    def takes(self, category: str) -> bool:
        """Tell whether the questions of a category are taken."""
        return not self.only or any(is_within(category, name) for name in self.only)

    def require(self, categories: Collection[str]) -> None:
        """Refuse the name of a category that is not there.

        Raises LpkitError with those that are.
        """
        for name in (*self.pools, *self.only):
            if not any(is_within(category, name) for category in categories):
                there = ", ".join(f'"{category}"' for category in sorted(categories)[:10])
                raise LpkitError(f'no category is called "{name}"', f"there are {there}" if there else "there are none")


def settings_of(options: Options) -> Settings:
    """Give what was said as a value.

    Raises LpkitError where a pool or the pack is none.
    """
    pools = {}
    for word in options.get("category", ()):
        name, _, pool = word.rpartition("=")
        if not name.strip() or pool not in _POOLS:
            raise LpkitError(f'category "{word}" names no pool', "write NAME=practice or NAME=test")
        pools[name.strip()] = pool
    former = (options.get("former-pack") or ["moodle"])[-1]
    if not re.match(ID_PATTERN, former):
        raise LpkitError(f'former-pack "{former}" is no id', "ids are lower-case words joined by hyphens")
    return Settings(pools, [name.strip() for name in options.get("only", ())], former)


def is_within(category: str, name: str) -> bool:
    """Tell whether a category has a name, or lies below one that has: `$course$/top/Exam/Week 1` is within `exam`."""
    return f"/{_segments(name)}/" in f"/{_segments(category)}/"


def _segments(path: str) -> str:
    return "/".join(part.strip() for part in path.strip("/ ").casefold().split("/"))
