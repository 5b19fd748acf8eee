"""English ways to say which share of a whole some figures are, and what is left of all."""

from lpkit.pattern import pattern
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.reckonings import NO_FIGURE as N
from lpkit.text.languages.parts.reckonings import Sum

_IS = r" ?(?:=|is|are|was|makes?|leaves?|left|gives?|equals?|comes to) ?"

SHARES = (
    Sum(
        frozenset(("from",)),
        pattern(
            rf"\bfrom (?P<parts>{F}(?: [a-z'’-]+)? and {F})(?: [a-z'’-]+)?, (?:that is,? |or |so )?(?P<total>{F})"
            r"(?=[,.;:)]|$)"
        ),
        "share",
        False,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"(?<!% )(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F})(?: [a-z'’-]+){{0,3}},"
            rf" (?P<total>{F})(?=[,.;:)]|$)"
        ),
        "share",
        False,
    ),
    Sum(
        frozenset(("remaining", "rest", "other")),
        pattern(
            rf"(?P<parts>{F}{N}{{1,50}}(?:{F}{N}{{1,50}}){{0,4}}?)\bthe (?:remaining|other|rest,?(?: of them,?)?) "
            rf"(?P<total>{F})(?! of (?:the|those|these|that))"
        ),
        "hundred",
        True,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"(?<!% )(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F})(?: [a-z'’-]+){{0,3}}"
            rf"(?: \((?:or |about )?|, (?:or |that is,? |i\.e\.,? |which is |so )| = | is | – )(?P<total>{F})"
            r"(?! (?:of|more|fewer|less|higher|lower|above|below|than|better|faster|points?)\b)"
        ),
        "share",
        True,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"(?P<total>{F})(?: [a-z'’-]+){{0,3}} ?(?:\(|, (?:or |that is,? |i\.e\.,? |namely ))"
            rf"(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F})"
        ),
        "share",
        True,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"(?P<parts>{F} of (?:the |its |our |my |their |all )?{F})(?: [a-z'’-]+){{0,3}}"
            rf"(?: \((?:or |about )?|, (?:or |that is,? |that['’]s |i\.e\.,? |which is |so )|{_IS}| means )"
            rf"(?P<total>{F})"
            r"(?! (?:of|more|fewer|less|higher|lower|above|below|than)\b)"
        ),
        "fraction",
        True,
    ),
)
