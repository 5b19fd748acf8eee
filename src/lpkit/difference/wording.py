"""How alike two texts are, and which change of a text is one of wording only."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lpkit.difference.change import Change, Grade
from lpkit.model.types import Entry
from lpkit.text.passage import same_words
from lpkit.text.tokens import content, words

_LONGEST = 60
"""Characters of a text that a message shows."""


def likeness(one: str, two: str) -> float:
    """Give how much of two texts' words is common (Dice's coefficient, 0 to 1).

    Words that carry content count; where a text has none, all its words do.
    """
    left, right = _bag(one), _bag(two)
    if not (set(left) and set(right)):
        left, right = Counter(words(one)), Counter(words(two))
    every = left.total() + right.total()
    return 2 * (left & right).total() / every if every else float(one == two)


def _bag(text: str) -> Counter[str]:
    return Counter(form for word in words(text) for form in (content([word]) or _figure(word)))


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
    """Give a value as the text before or after a change: an entry of a list or a mapping a line; None for nothing."""
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
