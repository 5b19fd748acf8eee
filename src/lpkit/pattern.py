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
from collections.abc import Callable
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
_LOOKS = frozenset(("search", "match", "fullmatch", "finditer"))
"""What looks in lower case."""
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

    __slots__ = ("_found", "string")

    def __init__(self, found: re.Match[str], text: str) -> None:
        self._found = found
        self.string = text

    def start(self, group: int | str = 0) -> int:
        """Do what `re.Match.start` does."""
        return self._found.start(group)

    def end(self, group: int | str = 0) -> int:
        """Do what `re.Match.end` does."""
        return self._found.end(group)

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Do what `re.Match.span` does."""
        return self._found.span(group)

    @property
    def lastgroup(self) -> str | None:
        """Give the name of the last group that matched."""
        return self._found.lastgroup

    def __getitem__(self, group: int | str) -> str | None:
        start, end = self._found.span(group)
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

    def __getattr__(self, name: str) -> Any:
        if name not in _LOOKS:
            return getattr(self._whole, name)
        look = self._look(name)
        setattr(self, name, look)
        return look

    def _look(self, method: str) -> Callable[..., Any]:
        """Give a method that does what that of `re.Pattern` does."""
        needs, nothing = needs_of(*self._whole._arguments), _NOTHING[method]
        several = method == "finditer"
        found: Callable[..., Any] | None = None

        def look(text: str, *place: int) -> Any:
            nonlocal found
            lower = folded(text)
            # A loop and no calls, which would take twice as long: a check of one pack asks ten thousand times.
            for words in needs:
                for word in words:
                    if word in lower:
                        break
                else:
                    return nothing()
            if found is None:
                found = getattr(self._lower, method)
            given = found(lower, *place)
            if given is None or lower == text:
                return given
            return (_Found(match, text) for match in given) if several else _Found(given, text)

        return look


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regular expression as `re.compile` does, but compile it when it is first used."""
    kind = _Caseless if flags & re.IGNORECASE and _is_the_same_in_lower_case(source) else _Pattern
    return cast("re.Pattern[str]", kind(source, flags))


def folded(text: str) -> str:
    """Give a text in lower case, as long as it was: a plain word is wherever a pattern without case finds it."""
    global _last
    known = _last
    if text is known[0]:
        # A dozen patterns are looked for in one text before the next.
        return known[1]
    lower = text.lower() if text.isascii() else _folded(text)
    _last = text, lower
    return lower


_last: tuple[str, str] = "", ""


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
