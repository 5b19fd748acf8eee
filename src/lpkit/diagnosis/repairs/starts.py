"""Texts that begin with a sign that means something in YAML."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Page
from lpkit.diagnosis.repairs.writing import quoted, shown, text_ends
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_RESERVED = "@`%"
_SPECIAL = "@`%&*!|>[]{},?#-:="
_ENTRY = pattern(r"(?<=[\[{,] )(?P<item>[@`%*&!][^,\]}]*)|(?<=[\[{,])(?P<first>[@`%*&!][^,\]}]*)")
_NAMES = {"*": "refers to a value elsewhere", "&": "gives a value a name", "!": "tells of what kind a value is"}


def special(page: Page) -> Iterator[Repair]:
    """Propose quotation marks around a text that begins with such a sign."""
    for line in page.near:
        if line.in_block:
            continue
        starts = dict.fromkeys((line.value_at, line.start + line.content))
        for start in starts:
            for end in text_ends(line):
                if page.text[start:end][:1] in _SPECIAL and end > start:
                    yield _repair(page, start, quoted(page.text, start, end))
        for match in _ENTRY.finditer(line.text):
            start = line.start + match.start()
            yield _repair(page, start, quoted(page.text, start, start + len(match.group().rstrip())))


def _repair(page: Page, start: int, edit: Edit) -> Repair:
    sign = page.text[start]
    message = f"a text cannot begin with {sign}, which {_NAMES.get(sign, 'has a meaning of its own in YAML')}"
    help = f"put the text in quotes: {shown(edit.text)}"
    cost = 1 if sign in _RESERVED else 2
    return Repair((start, start + 1), (edit,), message, help, "put the text in quotes", cost)
