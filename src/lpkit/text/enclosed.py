"""Passages between an opening sign and a closing one, found in a time that grows as the text does."""

import re
from collections.abc import Callable, Iterator, Mapping

from lpkit.pattern import pattern


class Enclosed:
    """A pattern of passages, each from an opening sign to a closing one.

    `whole` is the pattern. `closed` gives the signs that open what may lack its end, each with the pattern of what ends
    it: a closing sign, or a line break, in which no passage goes on. A pattern alone looks for the end of each opening
    sign anew, up to the end of the text where there is none: thousands of them took seconds.
    """

    def __init__(self, whole: str, closed: Mapping[str, str], others: str = "", flags: int = 0) -> None:
        """Take the pattern; `others` are the signs that open what cannot be without an end for long."""
        self._whole = pattern(whole, flags)
        self._ends = {sign: pattern(end) for sign, end in closed.items()}
        self._opening = pattern(f"[{re.escape(''.join((*closed, *others)))}]")

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the passages of a text from left to right, none within another."""
        ends: dict[str, re.Match[str] | None] = {}
        done = 0
        for opening in self._opening.finditer(text):
            start = opening.start()
            if start < done or not self._closes(text, start, ends):
                continue
            if match := self._whole.match(text, start):
                done = match.end()
                yield match

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first passage of a text."""
        return next(self.finditer(text), None)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Put something in the place of each passage, which is not read as a template."""
        parts, done = [], 0
        for match in self.finditer(text):
            parts += [text[done : match.start()], new if isinstance(new, str) else new(match)]
            done = match.end()
        return "".join((*parts, text[done:]))

    def _closes(self, text: str, start: int, ends: dict[str, re.Match[str] | None]) -> bool:
        """Tell whether what opens at an offset is closed; `ends` keeps the next end of each sign from before."""
        sign = text[start]
        if sign not in self._ends:
            return True
        end = ends.get(sign)
        if sign not in ends or (end is not None and end.start() <= start):
            end = ends[sign] = self._ends[sign].search(text, start + 1)
        return end is not None and end.group() != "\n"
