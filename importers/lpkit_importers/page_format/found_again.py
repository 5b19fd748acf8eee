"""Whether what a page was read into holds the words that were placed: what is nowhere in it has found no place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise

from lpkit_importers.page_format.scores import names_column, person_of
from lpkit_importers.page_format.sections import candidate_named
from lpkit_importers.page_format.words import LABELS, folded, label_of

_OF_WEIGHTS = frozenset({"max", "of", "points", "pts", "p", "weight"})
_LINK = re.compile(r"\]\([^()\s]*\)")


class Held:
    """The words of all texts of a draft, and which of them follow each other."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for text in texts:
            words = [word for _, word in _words(_LINK.sub(" ", text))]
            self._words.update(words)
            self._pairs.update(pairwise(words))

    def missing(self, text: str) -> str:
        """Give the words of a text that the draft has not, or not beside one that they stand beside here."""
        words = [*_words(text)]
        beside = [pair in self._pairs for pair in pairwise(word for _, word in words)]
        alone = len(words) == 1
        found = [one or other for one, other in zip([alone, *beside], [*beside, alone], strict=True)] if words else []
        return " ".join(
            shown for (shown, word), there in zip(words, found, strict=True) if not (there and word in self._words)
        )


def texts_of(value: object) -> Iterator[str]:
    """Give all texts of a draft, whatever it is made of; numbers are texts, too."""
    if isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_of(key)
            yield from texts_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))


def unlabelled(cell: str) -> str:
    """Give the words of a cell but for numbers, and for what names a column, a row or a candidate."""
    whose, rest = candidate_named(cell)
    said = rest if whose else cell
    words = [word for word in said.split() if any(sign.isalpha() for sign in word)]
    bare = " ".join(words)
    if person_of(said) or names_column(said) or label_of(said, (*LABELS,)) or label_of(bare, (*LABELS,)):
        return ""
    return " ".join(words[:-1] if words and folded(words[-1]) in _OF_WEIGHTS else words)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Give what blanks part in a text, each with its words folded; what has none is left out."""
    for shown in text.split():
        if word := folded(shown):
            yield shown, word
