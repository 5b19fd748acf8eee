"""Plain text taken apart into what is prose and what is code, whose line breaks and spaces front ends keep."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.pattern import pattern

_FENCE = pattern(r"[ \t]*(?P<sign>```+|~~~+)[ \t]*[\w+#.-]*[ \t]*$")
_INDENTED = pattern(r"(?: {2}|\t)[ \t]*+\S")
_ALIGNED = pattern(r"\S(?: {3}|\t)[ \t]*+\S")
_MAYBE = pattern(r"```|~~~|\n(?:  |[ \t]*\t)|   |\t|^  ")


class Part(NamedTuple):
    """A stretch of a text: prose, or code in which each space counts; line breaks at its ends are left out."""

    text: str
    code: bool


def parts(text: str) -> list[Part]:
    """Take a text apart. Code is what stands in a fence (its marks are left out), and a paragraph from the line above
    its first indented line on; a text without either is one part as it is.
    """
    if not _MAYBE.search(text):
        return [Part(text, False)]
    found: list[Part] = []
    for block, code in _blocks(text.split("\n")):
        if found and found[-1].code and code is None:
            found[-1] = Part(f"{found[-1].text}\n{block}", True)
        elif found and not found[-1].code and not code:
            found[-1] = Part(f"{found[-1].text}\n{block}", False)
        else:
            found.append(Part(block, bool(code)))
    if not any(part.code for part in found):
        return [Part(text, False)]
    trimmed = [Part(part.text.strip("\n").rstrip() if part.code else part.text.strip(), part.code) for part in found]
    return [part for part in trimmed if part.text]


def has_code(text: str) -> bool:
    """Tell whether a text has a part that is code."""
    return any(part.code for part in parts(text))


def _blocks(lines: list[str]) -> Iterator[tuple[str, bool | None]]:
    """Give lines with whether they are code; None for a blank or an indented paragraph that goes on with it."""
    place, inside = 0, False
    while place < len(lines):
        fence = _FENCE.match(lines[place])
        if fence:
            end = _closing(lines, place + 1, fence["sign"])
            yield "\n".join(lines[place + 1 : end]), True
            place, inside = end + 1, False
            continue
        end = place
        while end < len(lines) and lines[end].strip() and not _FENCE.match(lines[end]):
            end += 1
        if end == place:
            yield lines[place], None if inside else False
            place += 1
            continue
        first = next((at for at in range(place, end) if _spaced(lines[at])), None)
        if first is not None and inside and first == place:
            yield "\n".join(lines[place:end]), None
        elif first is not None:
            start = max(first - 1, place)
            if start > place:
                yield "\n".join(lines[place:start]), False
            yield "\n".join(lines[start:end]), True
        else:
            yield "\n".join(lines[place:end]), False
        place, inside = end, first is not None


def _spaced(line: str) -> bool:
    return bool(_INDENTED.match(line) or _ALIGNED.search(line))


def _closing(lines: list[str], place: int, sign: str) -> int:
    """Give the line that closes a fence; the end where none does."""
    return next((at for at in range(place, len(lines)) if lines[at].strip() == sign), len(lines))
