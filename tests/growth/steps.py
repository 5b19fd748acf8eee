"""How many steps a backtracking engine takes over a text: a clock that is the same on every machine.

One call into `re` is one event to Python, however long it takes, so a pattern that grows with the square of its text
is seen by no profiler of Python. This walks the parse tree that `re` itself made, in the order in which its engine
does: one step for each character that is looked at and for each alternative that is tried. What it finds is compared
with what `re` finds, so that it cannot count another pattern than the one that runs.

What it does not see: that the engine of `re` is quicker at some of this by a constant (literal prefixes, sets).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

Match = Callable[[int], int]
"""Gives where a match ends that begins at an offset, or -1."""

_SINGLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_LONE_SURROGATE = "\udead"
_singles: dict[tuple[str, str, int], Callable[[str], bool]] = {}


class TooManyError(Exception):
    """More steps than were allowed."""


class Engine:
    """One pattern, ready to be counted; `steps` is what was counted since it was set."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.compiled = re.compile(source, flags)
        self.steps = 0
        self.most = 1 << 62
        self.text = ""
        self._end = 0
        self._barred = -1
        self._whole = False
        self._marks: dict[int, tuple[int, int]] = {}
        tree = _parser.parse(source, flags)
        self._state = tree.state
        self._flags = self.compiled.flags
        self._first = lru_cache(maxsize=None)(self._may_begin)
        self._items = list(tree)
        self._match = self._sequence(self._items, self._flags, self._stop)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Find all matches as `finditer` does, and count; raises AssertionError where `re` finds others."""
        found, at, barred = [], 0, -1
        while at <= len(text) and (span := self.find(text, at, len(text), barred)):
            found.append(span)
            at, barred = span[1], span[1] if span[0] == span[1] else -1
        assert found == [match.span() for match in self.compiled.finditer(text)], self.compiled.pattern
        return found

    def find(
        self, text: str, at: int, end: int, barred: int = -1, anchored: bool = False, whole: bool = False
    ) -> tuple[int, int] | None:
        """Find the next match from an offset; one at `barred` may not be empty.

        `anchored` asks for one that begins at the offset (`match`), `whole` for one that also reaches the end.
        """
        self.text, self._end, self._barred, self._whole = text[:end], min(end, len(text)), -1, whole
        for start in range(at, self._end + 1):
            self._tick()
            if start == self._end or self._begins(self.text[start]):
                self._marks.clear()
                self._barred = barred if start == barred else -1
                found = self._match(start)
                if found >= 0:
                    return start, found
            if anchored or whole:
                return None
        return None

    def _tick(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyError

    def _stop(self, at: int) -> int:
        return -1 if at == self._barred or (self._whole and at != self._end) else at

    def _begins(self, char: str) -> bool:
        return self._first(char)

    def _may_begin(self, char: str) -> bool:
        return self._opens(self._items, self._flags, char) is not False

    def _opens(self, items: list[Any], flags: int, char: str) -> bool | None:
        """Tell whether a sequence may begin with a character; None where it may be empty."""
        for operation, value in items:
            name = str(operation)
            if name in _SINGLE:
                return bool(self._single(operation, value, flags)(char))
            if name == "SUBPATTERN":
                opens = self._opens(list(value[3]), (flags | value[1]) & ~value[2], char)
            elif name == "ATOMIC_GROUP":
                opens = self._opens(list(value), flags, char)
            elif name == "BRANCH":
                each = [self._opens(list(branch), flags, char) for branch in value[1]]
                opens = True if True in each else None if None in each else False
            elif name in _REPEATS:
                opens = self._opens(list(value[2]), flags, char)
                opens = None if opens is False and value[0] == 0 else opens
            elif name in {"AT", "ASSERT", "ASSERT_NOT"}:
                opens = None
            else:
                return True
            if opens is not None:
                return opens
        return None

    def _single(self, operation: Any, value: Any, flags: int) -> Callable[[str], bool]:
        """Give what tells whether one character fits, by the real engine, each asked once by all patterns."""
        key = (str(operation), repr(value), flags)
        if key not in _singles:
            tree = _parser.SubPattern(self._state, [(operation, value)])
            real = _compiler.compile(tree, flags & ~re.DEBUG)
            _singles[key] = lru_cache(maxsize=None)(lambda char: real.fullmatch(char) is not None)
        return _singles[key]

    def _sequence(self, items: list[Any], flags: int, then: Match) -> Match:
        for operation, value in reversed(items):
            then = self._item(str(operation), operation, value, flags, then)
        return then

    def _item(self, name: str, operation: Any, value: Any, flags: int, then: Match) -> Match:
        if name in _SINGLE:
            return self._one(self._single(operation, value, flags), then)
        if name in _REPEATS:
            return self._repeat(name, value, flags, then)
        make = {
            "AT": self._place,
            "BRANCH": self._branch,
            "SUBPATTERN": self._group,
            "ASSERT": self._look,
            "ASSERT_NOT": self._look_not,
            "GROUPREF": self._again,
            "ATOMIC_GROUP": self._atomic,
            "FAILURE": lambda *_: lambda _at: -1,
        }[name]
        return make(value, flags, then)

    def _one(self, fits: Callable[[str], bool], then: Match) -> Match:
        def match(at: int) -> int:
            self._tick()
            return then(at + 1) if at < self._end and fits(self.text[at]) else -1

        return match

    def _place(self, value: Any, flags: int, then: Match) -> Match:
        tree = _parser.SubPattern(self._state, [(_parser.AT, value)])
        real = _compiler.compile(tree, flags & ~re.DEBUG)

        def match(at: int) -> int:
            self._tick()
            # The whole text is there for what looks back; only the place is asked about.
            return then(at) if real.match(self.text, at) else -1

        return match

    def _branch(self, value: Any, flags: int, then: Match) -> Match:
        branches = [list(branch) for branch in value[1]]
        ways = [self._sequence(branch, flags, then) for branch in branches]

        @cache
        def apt(char: str) -> list[Match]:
            return [
                way for way, branch in zip(ways, branches, strict=True) if self._opens(branch, flags, char) is not False
            ]

        def match(at: int) -> int:
            self._tick()
            for way in apt(self.text[at]) if at < self._end else ways:
                self._tick()
                end = way(at)
                if end >= 0:
                    return end
            return -1

        return match

    def _group(self, value: Any, flags: int, then: Match) -> Match:
        number, more, less, inner = value
        flags = (flags | more) & ~less
        if number is None:
            return self._sequence(list(inner), flags, then)
        starts: list[int] = []

        def close(at: int) -> int:
            before, start = self._marks.get(number), starts.pop()
            self._marks[number] = (start, at)
            end = then(at)
            if end < 0:
                starts.append(start)
                if before is None:
                    del self._marks[number]
                else:
                    self._marks[number] = before
            return end

        body = self._sequence(list(inner), flags, close)

        def match(at: int) -> int:
            starts.append(at)
            end = body(at)
            if end < 0:
                starts.pop()
            return end

        return match

    def _again(self, number: int, flags: int, then: Match) -> Match:
        def match(at: int) -> int:
            if number not in self._marks:
                return -1
            start, end = self._marks[number]
            wanted, real = self.text[start:end], self.text[at : at + end - start]
            self.steps += len(wanted)
            same = wanted.lower() == real.lower() if flags & re.IGNORECASE else wanted == real
            return then(at + end - start) if same else -1

        return match

    def _look(self, value: Any, flags: int, then: Match) -> Match:
        seen = self._seen(value, flags)
        return lambda at: then(at) if seen(at) else -1

    def _look_not(self, value: Any, flags: int, then: Match) -> Match:
        seen = self._seen(value, flags)
        return lambda at: -1 if seen(at) else then(at)

    def _seen(self, value: Any, flags: int) -> Callable[[int], bool]:
        direction, inner = value
        width = inner.getwidth()[0] if direction < 0 else 0
        body = self._sequence(list(inner), flags, lambda at: at)

        def seen(at: int) -> bool:
            self._tick()
            return at >= width and body(at - width) >= 0

        return seen

    def _atomic(self, inner: Any, flags: int, then: Match) -> Match:
        body = self._sequence(list(inner), flags, lambda at: at)

        def match(at: int) -> int:
            end = body(at)
            return then(end) if end >= 0 else -1

        return match

    def _repeat(self, name: str, value: Any, flags: int, then: Match) -> Match:
        least, most, inner = int(value[0]), int(value[1]), list(value[2])
        if len(inner) == 1 and str(inner[0][0]) in _SINGLE:
            return self._run(name, least, most, self._single(*inner[0], flags), then)
        if name == "POSSESSIVE_REPEAT":
            loop = self._loop(True, least, most, inner, flags, lambda at: at)
            return lambda at: then(end) if (end := loop(at)) >= 0 else -1
        return self._loop(name == "MAX_REPEAT", least, most, inner, flags, then)

    def _run(self, name: str, least: int, most: int, fits: Callable[[str], bool], then: Match) -> Match:
        """Repeat one character, without a call for each."""

        def reach(at: int, limit: int) -> int:
            end = at
            while end - at < limit and end < self._end and fits(self.text[end]):
                end += 1
                self._tick()
            return end

        def match(at: int) -> int:
            lazy = name == "MIN_REPEAT"
            end = reach(at, least if lazy else most)
            if end - at < least:
                return -1
            if name == "POSSESSIVE_REPEAT":
                return then(end)
            for place in self._forth(at, end, most, fits) if lazy else range(end, at + least - 1, -1):
                self._tick()
                found = then(place)
                if found >= 0:
                    return found
            return -1

        return match

    def _forth(self, at: int, end: int, most: int, fits: Callable[[str], bool]) -> Iterator[int]:
        yield end
        while end - at < most and end < self._end and fits(self.text[end]):
            end += 1
            yield end

    def _loop(self, greedy: bool, least: int, most: int, inner: list[Any], flags: int, then: Match) -> Match:
        """Repeat a group; `rounds` is the count, where the last round began, and the same of the loop around it."""
        rounds: Any = None

        def leave(at: int) -> int:
            nonlocal rounds
            mine = rounds
            rounds = mine[2]
            end = then(at)
            if end < 0:
                rounds = mine
            return end

        def more(at: int) -> int:
            nonlocal rounds
            mine = rounds
            rounds = (mine[0] + 1, at, mine[2])
            end = body(at)
            if end < 0:
                rounds = mine
            return end

        def turn(at: int) -> int:
            self._tick()
            count, last, _ = rounds
            if count < least:
                return more(at)
            can = count < most and at != last
            if not greedy:
                end = leave(at)
                return more(at) if end < 0 and can else end
            end = more(at) if can else -1
            return end if end >= 0 else leave(at)

        body = self._sequence(inner, flags, turn)

        def match(at: int) -> int:
            nonlocal rounds
            before = rounds
            rounds = (0, -1, rounds)
            end = turn(at)
            if end < 0:
                rounds = before
            return end

        return match
