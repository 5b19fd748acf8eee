"""English: how prose gives distances between totals and scores, shares of points, and verdicts without a marker."""

from lpkit.text.languages.parts import Form, any_of

_NAMED = r"(?:candidate (?P<name>[A-Z]|\d)(?!['’]s|\w)|(?P<letter>(?-i:[B-HJ-Z]))(?!['’]s|\w))"
_APART = (
    r" points? (?:apart|of difference|(?:lie|are|is|stand|remain) between|(?:still |only )?(?:separate|part|divide)s?"
    r"|(?:further |well |clearly )?(?:ahead|behind|below|above|clear)(?=[.,;:)]|$| of| "
    rf"{_NAMED}| the (?:other|first|second)\b| her\b| him\b)|(?:higher|lower|better|worse)\b)"
)
_FOR = r"(?: (?:on|for|in|under) (?:the )?[\"'*_`]*<dimension>)?"
_FURTHER = r"[^.;:!?\d]{0,60}?\b"

GAPS = (
    Form(rf"<dimension>[^.;:!?\d]{{0,50}}?\b<n>{_APART}", needs=("point",)),
    Form(rf"\b<n>{_APART}{_FOR}", needs=("point",)),
    Form(
        rf"\b(?:differ|apart|separated|parted|divided|diverge) (?:only |just )?by <n> points?{_FOR}",
        needs=("by ",),
    ),
    Form(
        r"\b(?:gap|distance|difference|lead|margin|advantage|deficit)" + _FURTHER + r"(?:of|is|comes to|amounts to) "
        rf"(?:only |just )?<n> points?{_FOR}",
        needs=("gap", "distance", "difference", "lead", "margin", "advantage", "deficit"),
    ),
    Form(
        r"\b(?:leads|trails|beats|tops)" + _FURTHER + rf"by (?:only |just )?<n> points?{_FOR}",
        needs=("leads", "trails", "beats", "tops"),
    ),
)
"""How far two totals, or two scores of a dimension, are said to lie apart."""

SHARES = (
    Form(
        r"(?P<hedge>more than|over|less than|under|barely|hardly|almost|nearly|just under|just over|about|some)? ?"
        r"\b(?P<part>half|(?:a |one |two )thirds?|(?:a |one |three )quarters?|(?:a |one |two |three |four )fifths?"
        r"|(?:a |one )tenth)(?: of)? (?:the |its |her |his |all )?points? (?:for|on|in|of|under) (?:the )?"
        r"[\"'*_`]*<dimension>",
        needs=("point",),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:earns?|gets?|keeps?|receives?|stays? at|stands? at|comes? to|has) "
        r"(?P<hedge>more than|over|less than|under|barely|hardly|almost|nearly|just under|just over|about|some)? ?"
        r"(?P<part>half|(?:a |one |two )thirds?|(?:a |one |three )quarters?|(?:a |one |two |three |four )fifths?"
        r"|(?:a |one )tenth)(?: of)? (?:the |its |her |his |all )?points?",
        needs=("point",),
    ),
)
"""Which part of a dimension's points somebody is said to have."""

_HEDGE = (
    r"(?:(?P<hedge>more than|over|less than|under|barely|hardly|not even|not quite|almost|nearly|just under|just "
    r"over|about|some) )?"
)
_PART = (
    r"(?P<part>half|(?:a |one |two )thirds?|(?:a |one |three )quarters?|(?:a |one |two |three |four )fifths?|"
    r"(?:a |one )tenth)"
)
OWN_SHARES = (
    Form(
        rf"(?:^|(?<=[.;:] )){_HEDGE}{_PART} (?:of )?(?:the |all |its )points\b(?! (?:for|on|in|of))", needs=("point",)
    ),
    Form(
        rf"\b<n>(?: points?)? (?:is|are|makes?|would be) {_HEDGE}{_PART}(?: of (?:it|the points|all points|the "
        rf"weight|the whole|them|what (?:can|could) be (?:had|given|earned|got)"
        r"|what (?:it|the dimension) (?:weighs|gives|allows|holds)))?(?=[.;:!?]|,|$| and\b| here\b)",
        needs=("half", "third", "quarter", "fifth", "tenth"),
    ),
)
"""Which part of the weight some points of the text's own dimension are."""

PARTS_OF_WEIGHT = (
    Form(
        rf"<dimension>[\"'*_`]*(?: alone| by itself)? (?:decides|is|carries|makes up|accounts for|weighs|is "
        rf"worth|stands for|brings|holds|counts for|takes) {_HEDGE}{_PART} of (?:the|all|all the) (?:hundred "
        rf"|\d+ )?(?:points?|total|score|weight|sum|sheet|rubric)\b",
        needs=("half", "third", "quarter", "fifth", "tenth"),
    ),
    Form(
        rf"\b{_HEDGE}{_PART} of (?:the|all|all the) (?:hundred |\d+ )?(?:points|total|score|weight|sum|sheet) "
        rf"(?:is|are|lies?|rests?|hangs?|depends?|falls?|goes?|stands?) (?:in|on|to|for|with|under|upon) (?:the "
        rf")?[\"'*_`]*<dimension>",
        needs=("half", "third", "quarter", "fifth", "tenth"),
    ),
)
"""Which part of all points a dimension is said to weigh."""

_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_TIMES = {"two": 2, "three": 3, "four": 4}
FRACTIONS = {f"{word}{name}": size for name, size in _FRACTIONS.items() for word in ("", "a ", "one ")} | {
    f"{word} {name}s": times * size for word, times in _TIMES.items() for name, size in _FRACTIONS.items()
}
"""What fractions in words are."""
MORE = ("more than", "over", "just over")
LESS = ("less than", "under", "barely", "hardly", "not even", "not quite", "almost", "nearly", "just under")

UNCAPPED = (
    Form(
        r"<verdict>",
        r"\b(?:without|but for|were it not for|if not for|leaving out|apart from) (?:the|this|that|its|her|his|such a"
        r"|any|either) (?:\w+ )?(?:markers?|caps?|ceilings?|auto-?fails?)(?: [a-z]+){0,2},? (?:[a-z\d]+ ){0,5}?"
        r"(?:an? |the |at |as |in )?[\"'*_]*",
        needs=any_of("auto-fail|autofail|cap|ceiling|marker"),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:without|but for|were it not for|if not for) (?:the|this|that|its|her|his|such a"
        r"|any|either) (?:\w+ )?(?:markers?|caps?|ceilings?|auto-?fails?)\b",
        needs=any_of("auto-fail|autofail|cap|ceiling|marker"),
    ),
)
"""Which verdict is said to be earned without a marker."""
