"""English: what each single one costs or takes, and what so many come to."""

from lpkit.pattern import pattern
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.reckonings import NO_FIGURE as N

_EACH = r"(?:an?|per|each|every|for each|for every|to the)"
_COMES = (
    r"(?:are|is|was|were|makes?|made|costs?|comes? to|came to|gives?|gave|takes?|took|needs?|needed|means?|total"
    r"|that['’]s|that is|which is|or|so|=)"
)

PRICED = pattern(
    rf"(?P<rate>{F}) {_EACH} (?P<thing>[a-z]+)\b{N}{{0,30}}?(?P<number>{F})(?: (?!an?\b|per\b|each\b)[a-z'’-]+){{0,2}}?"
    rf"(?: (?:a|per|each) [a-z]+)?,? {_COMES} (?P<total>{F})(?! ?%| {_EACH}\b| (?:more|less|fewer|times)\b)"
)
SPREAD = pattern(
    rf"(?P<whole>{F})(?: [a-z'’-]+){{0,2}}? (?:for|over|across|among|between|in|on|from) (?:the |these |those |all )?"
    rf"(?P<number>{F})(?: [a-z'’-]+){{0,2}}?,? {_COMES} (?P<rate>{F})(?: (?!an?\b|per\b|each\b)[a-z'’-]+)?"
    r" (?:an?|per|each|every) (?P<thing>[a-z]+)\b"
)
