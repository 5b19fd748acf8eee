"""Texts of which some are right, as a judge is shown them."""

from typing import NamedTuple

from lpkit.text.tokens import words


class Case(NamedTuple):
    """Texts to choose from, the places of those that are right, and the group with which the case is tried."""

    group: str
    name: str
    texts: tuple[str, ...]
    keys: frozenset[int]

    @property
    def chance(self) -> float:
        """Give the probability that a blind choice is right."""
        return len(self.keys) / len(self.texts)

    @property
    def tokens(self) -> list[tuple[str, ...]]:
        """Give the words of each text."""
        return [words(text) for text in self.texts]
