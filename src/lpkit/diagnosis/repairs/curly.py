"""Curly quotation marks where YAML wants straight ones."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_OPENING = "“”„‟‘’‚«»＂″"
_DOUBLE = pattern("[“”„‟«»＂″]")
_ANY = pattern("[“”„‟‘’‚‛«»＂″]")


def delimiters(page: Page) -> Iterator[Repair]:
    """Propose straight quotation marks for the curly ones around a text, or for all of a line."""
    for line in page.above:
        found = list(_ANY.finditer(line.text))
        if not found:
            continue
        begins = line.value[:1] in _OPENING and line.value
        bare = line.bare.rstrip(",")
        if begins and len(bare) > 1 and (bare[-1] in _OPENING or bare[-1] in "\"'"):
            yield _repair(line, (line.value_at, line.value_at + len(bare) - 1), line, 0)
        if line.value[:1] in "\"'" and line.value and bare[-1:] in _OPENING:
            yield _repair(line, (line.value_at + len(bare) - 1,), line, 0, line.value[0])
        for signs in (_DOUBLE, _ANY):
            places = tuple(line.start + match.start() for match in signs.finditer(line.text))
            if places and (begins or line.value[:1] in "[{\"'" or "-" in line.text[: line.content]):
                yield _repair(line, places, line, 1)


def _repair(line: Line, places: tuple[int, ...], inside: Line, cost: int, quote: str = '"') -> Repair:
    escaped = [
        Edit(place, place + 1, '\\"')
        for place in range(places[0] + 1, places[-1])
        if cost == 0 and len(places) == 2 and inside.text[place - inside.start] == '"'
    ]
    edits = (*(Edit(place, place + 1, quote) for place in places), *escaped)
    sign = line.text[places[0] - line.start]
    message = f"the text stands between curly quotation marks ({sign}), which YAML takes for letters"
    help = "write straight quotation marks around the text"
    return Repair((places[0], places[0] + 1), edits, message, help, "write straight quotation marks", cost)
