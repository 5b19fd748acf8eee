"""What authors get wrong, a kind a module: each looks at a page and proposes repairs."""

from collections.abc import Callable, Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Page
from lpkit.diagnosis.repairs import (
    blocks,
    brackets,
    colons,
    curly,
    dashes,
    escapes,
    hashes,
    indents,
    marks,
    quotes,
    spaces,
    starts,
)

KINDS: tuple[Callable[[Page], Iterator[Repair]], ...] = (
    marks.conflicts,
    marks.fences,
    marks.headings,
    marks.bold_keys,
    spaces.tabs,
    colons.without_space,
    colons.odd_space,
    colons.missing,
    curly.delimiters,
    hashes.signs,
    quotes.unclosed,
    quotes.inner,
    quotes.odd,
    escapes.unknown,
    brackets.unclosed,
    brackets.surplus,
    brackets.commas,
    starts.special,
    colons.in_text,
    colons.in_braces,
    dashes.boxes,
    dashes.numbers,
    dashes.nameless,
    dashes.without_space,
    dashes.beside_key,
    dashes.missing,
    blocks.headers,
    blocks.bodies,
    marks.strays,
    indents.shifted,
)
"""The kinds, those first that hardly anything else looks like."""
