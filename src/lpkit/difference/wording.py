"""How alike two texts are, and which change of a text is one of wording only."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lpkit.difference.change import Change, Grade
from lpkit.model.types import Entry
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords
from lpkit.text.passage import same_words
from lpkit.text.tokens import content, words

_LONGEST = 60
"""Characters of a text that a message shows."""


Likeness = Callable[[str, str], float]
"""Gives how alike two texts are, from 0 to 1."""


def likeness_in(language: Language) -> Likeness:
    """Give what compares texts of a language: how much of two texts' words is common (Dice's coefficient).

    Words that carry content count; where a text has none, or nobody knows which those are, all its words do.
    """
    known = language.get(ContentWords)
    return lambda one, two: _likeness(one, two, known)


def _likeness(one: str, two: str, known: ContentWords | None) -> float:
    left, right = (_bag(text, known) if known else Counter(words(text)) for text in (one, two))
    if not (set(left) and set(right)):
        left, right = Counter(words(one)), Counter(words(two))
    every = left.total() + right.total()
    return 2 * (left & right).total() / every if every else float(one == two)


def _bag(text: str, known: ContentWords) -> Counter[str]:
    return Counter(form for word in words(text) for form in (content([word], known) or _figure(word)))


def _figure(word: str) -> Iterable[str]:
    return [word] if any(character.isdigit() for character in word) else []


def reworded(kind: str, subject: str, item: str, what: str, before: str | None, after: str | None) -> Iterator[Change]:
    """Give the change from one text to another: `kind`, or `wording` where the words themselves are the same."""
    if before == after:
        return
    if before is None or after is None:
        verb = "added" if before is None else "removed"
        yield Change(kind, Grade.MINOR, subject, item, f"{what} {verb}", before, after)
    elif same_words(before, after):
        yield Change("wording", Grade.PATCH, subject, item, f"{what}: typography only", before, after)
    else:
        yield Change(kind, Grade.MINOR, subject, item, f"{what} reworded", before, after)


def prose(subject: str, item: str, what: str, before: object, after: object) -> Iterator[Change]:
    """Give the change of guidance that no score or key depends on."""
    if before != after:
        yield Change("wording", Grade.PATCH, subject, item, f"{what} reworded", text_of(before), text_of(after))


def text_of(value: object) -> str | None:
    """Give a value as the text that a change shows: lists and mappings a line an entry; None where there is none."""
    if isinstance(value, list | tuple):
        return "\n".join(text_of(entry) or "" for entry in value)
    if isinstance(value, Entry):
        value = value.model_dump(by_alias=True)
    if isinstance(value, dict):
        return "\n".join(f"{key}: {part}" for key, part in value.items())
    return None if value is None else str(value)


def short(text: str) -> str:
    """Give a text as messages show it: in quotes, on one line, cut at 60 characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST else f'"{line[: _LONGEST - 1].rstrip()}…"'
