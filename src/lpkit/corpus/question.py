"""What rules see of one question, and of the questions that a learner meets together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lpkit.corpus.order import fixed_places
from lpkit.diagnostic import Path, Site
from lpkit.model import Question
from lpkit.source import Source
from lpkit.text.guessing import Play, play
from lpkit.text.item import ItemText
from lpkit.text.languages import Language
from lpkit.text.likeness import identity
from lpkit.text.once import Once

_KEPT = 64
"""Questions whose words are kept: those of a long pack."""


@dataclass(frozen=True)
class QuestionView:
    """A question as rules see it, wherever it comes from.

    `glossary` holds the names that the library gives to things; `source` is the file where edits are possible;
    `fixed_order` tells that learners see the options in the order of the source.
    """

    file: str
    at: Path
    value: Question
    language: Language
    glossary: frozenset[str] = frozenset()
    source: Source | None = field(default=None, repr=False, compare=False)
    fixed_order: bool = False

    def site(self, *below: str | int) -> Site:
        """Name a place in the question."""
        return Site(self.file, (*self.at, *below))

    @property
    def matter(self) -> Site:
        """Name the place of what the question is about: its excerpt, or else its stem."""
        return self.site("excerpt" if self.value.excerpt else "stem")

    @Once
    def item(self) -> ItemText:
        """Give the question's words."""
        question = self.value
        options = tuple(option.text for option in question.options)
        return _item(question.stem, options, question.answer, self.language, self.glossary)

    @cached_property
    def identity(self) -> str:
        """Give what is equal for questions that ask the same, see `lpkit.text.likeness.identity`."""
        return identity(self.value.stem, self.value.excerpt, self.item.options)

    @property
    def keeps_order(self) -> bool:
        """Tell whether learners see the key where it stands: front ends shuffle all but fixed places."""
        return self.fixed_order or self.item.key in fixed_places(self.value, self.language.tag)


@dataclass(frozen=True)
class QuizView:
    """Questions that a learner meets together: those of a pack, or of a bank.

    `library` names the larger whole: the library's file, or the bank's. `pack` is empty for a bank.
    """

    file: str
    at: Path
    questions: Sequence[QuestionView]
    language: Language
    library: str = ""
    pack: str = ""
    principle: str = ""
    """The title of the principle that the pack is about."""
    principles: frozenset[str] = frozenset()
    """The titles of all principles of the library."""

    @property
    def site(self) -> Site:
        """Name the place of the whole quiz."""
        return Site(self.file, self.at, on_key=True)

    @cached_property
    def plays(self) -> dict[str, Play]:
        """Give how strategies of guessing do, for each pool; a bank is one pool without a name."""
        pools: dict[str, list[tuple[ItemText, bool]]] = {}
        for question in self.questions:
            pool = question.value.pool if self.pack else ""
            pools.setdefault(pool, []).append((question.item, question.keeps_order))
        return {pool: _play(tuple(items)) for pool, items in pools.items()}


# While a pack is written, most of its questions stay what they were at the last keystroke.
@lru_cache(maxsize=_KEPT)
def _item(stem: str, options: tuple[str, ...], answer: str, language: Language, glossary: frozenset[str]) -> ItemText:
    return ItemText(stem, [*options], answer, language, glossary)


@lru_cache(maxsize=4)
def _play(items: tuple[tuple[ItemText, bool], ...]) -> Play:
    return play(items)
