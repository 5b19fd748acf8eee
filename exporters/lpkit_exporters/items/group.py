"""Items in groups: library, principle, pack, pool; each in the library's order, none of them empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lpkit.model import Principle
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.items.model import Choice, Evaluation


@dataclass(frozen=True, slots=True)
class ItemPool:
    """The choices of a pack that are used for one thing: `practice`, `test`, or `score` for answers to be scored."""

    id: Literal["practice", "test", "score"]
    title: str
    items: tuple[Choice, ...]


class Quiz(NamedTuple):
    """What is asked together of a pack: its id within the pack, its title, and its items."""

    id: str
    title: str
    items: Sequence[Choice | Evaluation]


@dataclass(frozen=True, slots=True)
class ItemPack:
    """A pack with its items; `file` is all that is known of it, for formats that show more."""

    id: str
    """Permanent: the library and the id under which it was published first, joined by a slash."""
    title: str
    file: PackFile
    pools: tuple[ItemPool, ...]
    evaluation: Evaluation | None

    def quizzes(self) -> Iterator[Quiz]:
        """Give the pools, and the answer of one's own where it is wanted."""
        yield from (Quiz(pool.id, pool.title, pool.items) for pool in self.pools)
        if self.evaluation:
            yield Quiz("answer", "Your own answer", (self.evaluation,))

    def items(self) -> Iterator[Choice]:
        """Give the choices of all pools."""
        for pool in self.pools:
            yield from pool.items


@dataclass(frozen=True, slots=True)
class ItemPrinciple:
    """A principle with the packs that belong to it."""

    id: str
    title: str
    principle: Principle
    packs: tuple[ItemPack, ...]


@dataclass(frozen=True, slots=True)
class ItemLibrary:
    """A library with the principles that have packs."""

    id: str
    title: str
    language: str
    principles: tuple[ItemPrinciple, ...]

    def packs(self) -> Iterator[ItemPack]:
        """Give the packs of all principles."""
        for principle in self.principles:
            yield from principle.packs

    def items(self) -> Iterator[Choice]:
        """Give the choices of all packs."""
        for pack in self.packs():
            yield from pack.items()
