"""Regular expressions that are compiled when they are first used, and those without case, made quick.

The modules that a check imports hold more than a hundred; two thirds find nothing to do in most runs, and compiling
them took a tenth of the start. To search without case takes `re` three to ten times as long as to search a text in
lower case, since it asks for the case of every letter and enters each of several alternatives.

Most patterns are found in few texts. `needs.json` has groups of words for them, of each of which one is in every text
that they are found in: where a group has none, a pattern is neither looked for nor compiled. Without further groups,
half of those that were compiled for a pack found nothing in it. `python tests/needs.py` writes the table, a test proves
it, and a pattern that is not in it is looked for everywhere.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast
from zlib import crc32

_LIKE_PLAIN = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})
"""Letters that a pattern without case takes for plain ones, and lower case leaves as they are or makes two of."""
_AS_WRITTEN = "(?-i:"
_PARTS = re.compile(r"(\\.|\(\?P[<=>]\w+[>)])|(\(|[^\\(]+)", re.DOTALL)
"""What is to stay as it is, signs of the syntax, and the rest."""
_UNEVEN = re.compile(r"[A-Z]-[a-z]|[a-z]-[A-Z]|[^\x00-\xff]-|-[^\x00-\xff]")
"""Stretches in sets of characters that are others in lower case."""
_FURTHER = re.compile(r"[^\x00-\xff]|µ")
"""Letters that have other forms than one in lower case."""


Needs = tuple[tuple[str, ...], ...]
"""Groups of words: of each of them one is in a text, or else something is not found there."""
_NOTHING: dict[str, Callable[[], Any]] = {
    **{"search": lambda: None, "match": lambda: None, "fullmatch": lambda: None},
    **{"finditer": lambda: iter(()), "findall": list},
}
"""What looks through a text, and what it gives where there is nothing."""


@cache
def _table() -> dict[str, list[Any]]:
    return dict(json.loads(Path(__file__).with_name("needs.json").read_bytes()))


def needs_of(source: str, flags: int = 0) -> Needs:
    """Give groups of words, of each of which one is in each text that a pattern is found in; none if nothing is known.

    They are in lower case where the pattern is without case, and then stand in the text once it is `folded`.
    """
    found = _table().get(key_of(source, flags), [])
    # A single group, as most have, is written as its words.
    return (tuple(found),) if found and isinstance(found[0], str) else tuple(map(tuple, found))


def has_each(text: str, needs: Needs) -> bool:
    """Tell whether a text has one word of each group; loops, since generators would take twice as long."""
    for words in needs:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def key_of(source: str, flags: int) -> str:
    """Give the name of a pattern in `needs.json`."""
    return f"{crc32(source.encode('utf-8', 'surrogatepass')):08x}-{len(source)}-{int(flags)}"


class _Pattern:
    """A stand-in that becomes the compiled pattern's equal at the first touch."""

    def __init__(self, source: str, flags: int) -> None:
        self._arguments = (source, flags)

    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._arguments)

    def __getattr__(self, name: str) -> Any:
        needs = needs_of(*self._arguments)
        if name in _NOTHING and needs:
            for method in _NOTHING:
                setattr(self, method, self._gated(method, needs))
            return getattr(self, name)
        compiled = self._compiled()
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "flags"):
            if method not in self.__dict__:
                setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def _gated(self, method: str, needs: Needs) -> Callable[..., Any]:
        """Give a method that compiles and looks only where the words are."""
        nothing, found = _NOTHING[method], cache(lambda: getattr(self._compiled(), method))
        read = folded if self._arguments[1] & re.IGNORECASE else str

        def look(text: str, *place: int) -> Any:
            return found()(text, *place) if has_each(read(text), needs) else nothing()

        return look


class _InLowerCase(_Pattern):
    """The same for a pattern without case, as one that finds in a text in lower case what that finds in the text."""

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        for method in ("search", "match", "fullmatch", "finditer"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def _compiled(self) -> re.Pattern[str]:
        source, flags = self._arguments
        return re.compile(_PARTS.sub(lambda part: part[1] or part[2].lower(), source), flags & ~re.IGNORECASE)


class _Found:
    """A match in a text in lower case, as one in the text as it is written."""

    __slots__ = ("_found", "end", "span", "start", "string")

    def __init__(self, found: re.Match[str], text: str) -> None:
        self._found = found
        self.string = text
        self.start, self.end, self.span = found.start, found.end, found.span

    @property
    def lastgroup(self) -> str | None:
        """Give the name of the last group that matched."""
        return self._found.lastgroup

    def __getitem__(self, group: int | str) -> str | None:
        start, end = self.span(group)
        return self.string[start:end] if start >= 0 else None

    def group(self, *groups: int | str) -> Any:
        """Do what `re.Match.group` does."""
        if len(groups) < 2:
            return self[groups[0] if groups else 0]
        return tuple(self[group] for group in groups)

    def groups(self, default: str | None = None) -> tuple[str | None, ...]:
        """Do what `re.Match.groups` does."""
        every = (self[number + 1] for number in range(self._found.re.groups))
        return tuple(default if text is None else text for text in every)

    def groupdict(self, default: str | None = None) -> dict[str, str | None]:
        """Do what `re.Match.groupdict` does."""
        every = ((name, self[number]) for name, number in self._found.re.groupindex.items())
        return {name: default if text is None else text for name, text in every}


class _Caseless:
    """A pattern without case that finds what `re` finds, by looking for it in lower case."""

    def __init__(self, source: str, flags: int) -> None:
        self._lower = _InLowerCase(source, flags)
        self._whole = _Pattern(source, flags)
        self._needs: Needs | None = None

    def _may_be_in(self, lower: str) -> bool:
        """Tell whether a text has what the pattern needs."""
        if self._needs is None:
            self._needs = needs_of(*self._whole._arguments)
        return has_each(lower, self._needs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._whole, name)

    def search(self, text: str, *place: int) -> re.Match[str] | None:
        """Do what `re.Pattern.search` does."""
        lower = folded(text)
        if not self._may_be_in(lower):
            return None
        return _as_written(self._lower.search(lower, *place), lower, text)

    def match(self, text: str, *place: int) -> re.Match[str] | None:
        """Do what `re.Pattern.match` does."""
        lower = folded(text)
        if not self._may_be_in(lower):
            return None
        return _as_written(self._lower.match(lower, *place), lower, text)

    def fullmatch(self, text: str, *place: int) -> re.Match[str] | None:
        """Do what `re.Pattern.fullmatch` does."""
        lower = folded(text)
        if not self._may_be_in(lower):
            return None
        return _as_written(self._lower.fullmatch(lower, *place), lower, text)

    def finditer(self, text: str, *place: int) -> Iterator[re.Match[str]]:
        """Do what `re.Pattern.finditer` does."""
        lower = folded(text)
        if not self._may_be_in(lower):
            return iter(())
        found = self._lower.finditer(lower, *place)
        return found if lower == text else (cast("re.Match[str]", _Found(match, text)) for match in found)


def _as_written(found: re.Match[str] | None, lower: str, text: str) -> re.Match[str] | None:
    return found if found is None or lower == text else cast("re.Match[str]", _Found(found, text))


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression as `re.compile` does, but compile it when it is first used."""
    kind = _Caseless if flags & re.IGNORECASE and _is_the_same_in_lower_case(source) else _Pattern
    return cast("re.Pattern[str]", kind(source, flags))


def folded(text: str) -> str:
    """Give a text in lower case, as long as it was: a plain word is wherever a pattern without case finds it."""
    return text.lower() if text.isascii() else _folded(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return text.translate(_LIKE_PLAIN).lower()


def _is_the_same_in_lower_case(source: str) -> bool:
    """Tell whether it is sure that a pattern without case finds in lower case what it finds in a text.

    Its letters have one form each there, and no others are taken for them.
    """
    if _AS_WRITTEN in source or _UNEVEN.search(source):
        return False
    return source.isascii() or not any(map(str.isalpha, _FURTHER.findall(source)))
