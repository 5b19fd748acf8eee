"""English ways to say what several figures come to: sums, differences, products, rests and shares."""

from lpkit.pattern import pattern
from lpkit.text.languages.en.portions import SHARES
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.reckonings import NO_FIGURE as N
from lpkit.text.languages.parts.reckonings import Sum

_LISTED = (
    rf"{F}(?:(?: (?!and |make|are |is )[a-z0-9'’-]+){{0,4}}(?:,? and |, | plus | ?\+ ?|,? then ){F}){{1,9}}"
    r"(?: (?!and |plus |with )[a-z0-9'’-]+){0,4}?"
)
MAKES = (
    r"(?:make|makes|made|making|add up to|adds up to|added up to|adding up to|sum to|sums to|sum up to|come to|comes to"
    r"|came to|total|totals|totalled|totaled|give|gives|giving|gave|equals?|amount to|amounts to)"
)
"""What several figures do that come to another, in a pattern."""
TOTAL = rf"(?: (?:a|the|my|its) (?:total|sum) of)? (?P<total>{F})"
"""What they come to, in a pattern: group `total`."""
_IS = r" ?(?:=|is|are|was|makes?|leaves?|left|gives?|equals?|comes to) ?"

_RESULTS = listed(
    "make makes made making add adds added adding sum sums come comes came total totals totalled totaled give gives"
    " giving gave equal equals amount amounts"
)

SUMS = (
    Sum(
        _RESULTS,
        pattern(rf"(?P<parts>{_LISTED}),?(?: which| that| they| it| together| all| these)? {MAKES}{TOTAL}"),
        "add",
        True,
    ),
    Sum(
        frozenset(("plus", "=", "+")),
        pattern(rf"(?P<parts>{F}(?:(?: ?\+ ?| plus ){F}){{1,12}})(?: [a-z]+)?{_IS}(?P<total>{F})(?! ?[-+×*/−])"),
        "add",
        True,
    ),
    Sum(
        frozenset(("all", "total", "altogether", "together")),
        pattern(
            rf"(?P<total>{F})(?:(?<=.) [a-z'’-]+){{0,3}} ?(?:in all|in total|altogether)?"
            rf"(?: \(|: | – | — |, made up of |, namely )(?P<parts>{_LISTED})(?=[.;)]|$)"
        ),
        "add",
        False,
    ),
    Sum(
        frozenset(("all", "total", "altogether", "together")),
        pattern(
            rf"(?P<parts>{_LISTED}),? (?:so |which is |that is |or |together )?(?P<total>{F})(?:"
            rf" [a-z'’-]+){{0,2}} (?:in all|in total|altogether)"
        ),
        "add",
        False,
    ),
    Sum(
        frozenset(("total",)),
        pattern(rf"(?P<parts>{_LISTED}),? (?:for |making |in )?(?:a|the|an overall) total of (?P<total>{F})"),
        "list",
        False,
    ),
    Sum(
        frozenset((":",)),
        pattern(rf"(?P<total>{F})(?: [a-z'’-]+){{1,3}}: (?P<parts>{_LISTED})(?=[.;)]|$)"),
        "list",
        False,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"(?P<parts>{F} of (?:the |its |our |my |their |all )?{F})(?: [a-z'’-]+){{1,2}},"
            rf" (?P<total>{F}) (?:in all|[a-z]+),"
        ),
        "fraction",
        False,
    ),
    Sum(
        frozenset(("of",)),
        pattern(
            rf"\bof (?:the |its |our |my |their |all )?(?P<parts>{F}{N}{{1,30}}?{F})(?: [a-z'’-]+)? \((?P<total>{F})\)"
        ),
        "portion",
        True,
    ),
    Sum(
        frozenset(("each",)),
        pattern(
            rf"\beach of (?:the |our |my |its )?(?P<parts>{F} [a-z'’-]+ [a-z'’-]+ {F})(?: [a-z'’-]+){{0,2}},?"
            r" (?:so |or |which is )?"
            rf"(?P<total>{F})(?: [a-z'’-]+){{0,2}} (?:in all|in total|altogether)"
        ),
        "each",
        False,
    ),
    Sum(
        frozenset(("minus", "less", "−", "=", "-", "–")),
        pattern(rf"(?P<parts>{F}(?: minus | less | ?− ?| - | – ){F}){_IS}(?P<total>{F})(?! ?[-+×*/−])"),
        "subtract",
        True,
    ),
    Sum(
        frozenset(("times", "×", "x", "*")),
        pattern(rf"(?P<parts>{F}(?: times | ?× ?| x | ?\* ?){F}){_IS}(?P<total>{F})(?! ?[-+×*/−])"),
        "multiply",
        True,
    ),
    Sum(
        frozenset(("times", "multiplied", "by", "at", "×", "x")),
        pattern(
            rf"(?P<parts>{F}(?: [a-z'’-]+){{0,3}},? (?:times|multiplied by|×|x) {F})(?: [a-z'’-]+){{0,3}}"
            rf"(?:,? ?(?:that['’]s|that is|which is|which makes|that makes|so that['’]s|it['’]s|makes|comes? to|came to"
            rf"|gives?|is|are|was|were|or|[:=–—])) ?(?P<total>{F})(?! ?[-+×*/−%]| times\b)"
        ),
        "multiply",
        True,
    ),
    Sum(
        frozenset(("divided", "/", "÷")),
        pattern(rf"(?P<parts>{F}(?: divided by | ?/ ?| ?÷ ?){F}){_IS}(?P<total>{F})(?! ?[-+×*/−])"),
        "divide",
        True,
    ),
    Sum(
        frozenset(("other", "remaining", "leaving", "leaves", "leave", "left")),
        pattern(
            rf"(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F}){N}{{0,60}}?"
            rf"(?:(?:\bthe|its|our) (?:other|remaining)|\bleaving|\bleaves?|\bleft) (?P<total>{F})(?! ?%| of\b| more\b)"
        ),
        "rest",
        True,
    ),
    Sum(
        frozenset(("last", "missing", "rest", "final", "outstanding", "others")),
        pattern(
            rf"(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F}){N}{{0,50}}?"
            rf"(?:[,;]| and| but) {N}{{0,12}}?\b(?:the|its|our|those) (?:missing|outstanding|rest,) "
            rf"(?P<total>{F})(?! ?%| of\b| more\b| [a-z'’-]+ of\b)"
        ),
        "rest",
        False,
    ),
    Sum(
        frozenset(("last", "final")),
        pattern(
            rf"(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F}){N}{{0,50}}?"
            rf"(?:[,;]| and| but) {N}{{0,12}}?\b(?:the|its|our|those) (?:last|final) (?P<total>{F})"
            r"(?! ?%| of\b| more\b| [a-z'’-]+ of\b)"
        ),
        "left",
        False,
    ),
    Sum(
        frozenset(("so", "leaves", "leaving")),
        pattern(
            rf"\bof (?:the |its |our |my |their |all )?(?P<parts>{F}{N}{{1,30}}?{F}){N}{{0,40}}?,? "
            rf"(?:so|which leaves|that leaves|leaving) (?P<total>{F})(?! ?%| of\b| more\b)"
        ),
        "taken",
        False,
    ),
    Sum(
        frozenset(("leaving", "leaves", "remaining")),
        pattern(
            rf"\bof (?:the |its |our |my |their |all )?(?P<parts>{F}{N}{{0,40}}?{F}){N}{{0,50}}?"
            rf"(?:\bleaving|\bleaves|\b(?:the|its|our) remaining) (?P<total>{F})(?! ?%| of\b| more\b)"
        ),
        "taken",
        False,
    ),
    Sum(
        frozenset(("gone", "dropped", "removed", "deleted", "away", "closed")),
        pattern(
            rf"(?P<parts>{F}{N}{{0,15}}? (?:became|become|turned into|shrank to|fell to|are now|now) {F}){N}{{0,30}}?"
            rf"(?P<total>{F}) (?:are|were|have been)(?: now| thus| all)?"
            r" (?:gone|dropped|removed|deleted|away|closed)\b"
        ),
        "subtract",
        False,
    ),
    Sum(
        frozenset(("other", "remaining")),
        pattern(
            rf"\b(?:one|a single one) (?:out )?of (?:the |its |our |my |their |all )?(?P<parts>{F}){N}{{0,60}}?"
            rf"\b(?:the|its|our) (?:other|remaining) (?P<total>{F})(?! ?%| of\b| more\b| [a-z'’-]+s\b)"
        ),
        "others",
        False,
    ),
    Sum(
        frozenset(("others",)),
        pattern(
            rf"(?P<parts>{F} (?:out )?of (?:the |its |our |my |their |all )?{F}){N}{{0,50}}?(?P<total>{F}) others\b"
        ),
        "rest",
        False,
    ),
    *SHARES,
)
