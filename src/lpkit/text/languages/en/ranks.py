"""English: how prose puts the scores of candidates in an order, and says how many of them pass."""

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import ONES, TEENS
from lpkit.text.languages.parts import Form, any_of
from lpkit.text.languages.parts.margins import Ranks

_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_PLACE = rf"(?:(?P<place>{'|'.join(_PLACES)})[- ])?"
_MOST = r"(?P<most>best|highest|strongest|most|greatest|fullest|top|richest|largest|biggest)"
_LEAST = r"(?P<least>worst|lowest|weakest|least|poorest|fewest|thinnest|smallest)"
_EXTREME = rf"\b{_PLACE}(?:{_MOST}|{_LEAST})"
_SCORED = ("score", "point", "mark", "rating", "value", "grade")
_SCORE = r"(?:scores?|points?|marks?|marking|share of (?:the )?points|number of points|rating|value|grade)"
_COUNT = rf"(?:\d|{'|'.join((*ONES, *TEENS[:2]))})"
_ALL = (
    r"(?:answers|candidates|sheets?|speakers|managers|engineers|stories|applicants|interviewees|accounts|scores"
    r"|totals|people)"
)
_SCOPE = (
    rf"(?:,? (?:of|among|amongst|between|on|in|across|out of|from) (?:all |any of )?(?:the |these |those |this "
    rf")?(?:whole |entire )?"
    rf"(?:{_COUNT}(?: (?:score )?{_ALL})?|{_ALL}|pack|set|lot|group|field|round|loop|page|them|all)\b"
    r"(?! (?:who|that|which|with|whose|without|acted|parts|halves|dimensions|steps|sentences|reasons|months"
    r"|weeks|years|days))"
    r"|,? (?:anybody|anyone|any of them|any candidate|any answer) (?:has|gets|got|earns|earned|scores|is given))"
)
_FOR = r"(?:for|on|in|under|of) (?:the |its |her |his )?[\"'*_`]*<dimension>[\"'*_`]*"
_NAME = (
    r"(?:(?:that of |what |in |on |at |the )*(?:candidate |answer )?(?P<name>(?-i:[A-Z]))(?![\w&-]|['’]s [a-z])"
    r"(?:['’]s)?|(?P<rest>(?:the|all|both|any of the|either of the|every) others?(?: \w+)?|anybody else|anyone "
    r"else|any other(?: \w+)?))(?: (?:has|gets?|got|earns?|earned|does|did|is given|scores?|have))?"
)
_MORE = r"(?P<more>more|higher|better|stronger|greater|larger|fuller|richer|clearer)"
_LESS = r"(?P<less>fewer|less|lower|worse|weaker|smaller|poorer|thinner)"
_BY = r"(?:,? by (?:only |just |a full )?<n>(?: points?)?)?"
_TOTAL = r"(?P<all>total|sum|overall score|total score|final score|sum of points|result in points)"

BEST = (
    Form(rf"{_EXTREME}(?: of all)? {_SCORE} {_FOR}{_SCOPE}?", needs=_SCORED),
    Form(
        rf"{_EXTREME}(?: of all)? [\"'*_`]*<dimension>[\"'*_`]*(?: {_SCORE}| signal)?{_SCOPE}",
        needs=any_of(
            "best |biggest |fewest |fullest |greatest |highest |largest |least |lowest |most |poorest |"
            "richest |smallest |strongest |thinnest |top |weakest |worst "
        ),
    ),
    Form(rf"{_EXTREME}(?: of all)? {_TOTAL}{_SCOPE}?", needs=("total", "sum", "score", "result in points")),
    Form(rf"{_EXTREME} (?P<score>{_SCORE}){_SCOPE}", needs=_SCORED),
    Form(
        r"\b(?:nobody|no one|none of the others|none|no other (?:candidate|answer|sheet|one)|neither of the "
        r"others) (?:else )?(?:has|have|gets?|earns?|scores?|is given|are given|reaches) "
        rf"(?:(?P<none_more>more|a higher|a better)|(?P<none_less>fewer|less|a lower|a worse)|(?P<none_same>as "
        rf"many|so many)|(?P<none_few>as few|so few))(?: {_SCORE})? (?:{_FOR}|(?P<here>here))",
        needs=any_of(
            "neither of the others |no one |no other answer |no other candidate |no other one |"
            "no other sheet |nobody |none "
        ),
    ),
    Form(
        rf"<dimension>[\"'*_`]*(?: \w+)? (?:is|are|stands|remains) (?:also |clearly |by far |still )?(?:the "
        rf")?{_PLACE}(?:{_MOST}|{_LEAST}){_SCOPE}",
        needs=any_of(
            "best|biggest|fewest|fullest|greatest|highest|largest|least|lowest|most|poorest|richest|smallest|"
            "strongest|thinnest|top|weakest|worst"
        ),
    ),
)

COMPARED = (
    Form(
        rf"\b(?:{_MORE}|{_LESS}|(?P<same>as many|as few|the same|equal))(?: {_SCORE})? {_FOR} (?:than|as) {_NAME}{_BY}",
        needs=(" as ", " than "),
    ),
    Form(
        rf"\b(?:{_MORE}|{_LESS}|(?P<same>the same|an equal|as good an?)) [\"'*_`]*<dimension>[\"'*_`]*(?: "
        rf"{_SCORE}| signal)? (?:than|as) {_NAME}{_BY}",
        needs=(" as ", " than "),
    ),
    Form(
        rf"\b(?:{_MORE}|{_LESS}|(?P<same>the same|an equal|as many|as few)) (?:{_SCORE}|points?) (?:than|as) "
        rf"{_NAME} (?:{_FOR}|(?P<all>in all|overall|in total|altogether)|(?P<here>here|there)){_BY}",
        needs=any_of(
            "grade as |grade than |mark as |mark than |marking as |marking than |marks as |marks than |"
            "point as |point than |points as |points than |rating as |rating than |score as |score than |"
            "scores as |scores than |value as |value than "
        ),
    ),
    Form(
        rf"\b(?:{_MORE}|{_LESS}|(?P<same>the same|an equal|as high an?)) {_TOTAL} (?:than|as) {_NAME}{_BY}",
        needs=any_of(
            "final score as |final score than |overall score as |overall score than |result in points as |"
            "result in points than |sum as |sum of points as |sum of points than |sum than |total as |"
            "total score as |total score than |total than "
        ),
    ),
    Form(
        rf"\b(?:stands?|lies?|ends?|finish(?:es)?|comes?|ranks?|scores?|is|stays?|lands?|sits?)(?: \w+)?? (?:"
        rf"(?P<more>above|ahead of|over|before|higher than|better than)|(?P<less>below|behind|under|lower than"
        rf"|worse than)|(?P<same>level with|equal to|on a par with|beside)) {_NAME} (?:{_FOR}|(?P<all>in all"
        rf"|overall|in total|altogether|in points|on points)){_BY}",
        needs=any_of(
            " above | ahead of | before | behind | below | beside | better than | equal to | higher than |"
            " level with | lower than | on a par with | over | under | worse than "
        ),
    ),
    Form(
        rf"<amount>\b<n> (?P<unit>points? |steps? )?(?:(?P<more>more|higher|better|above|ahead of|over)|"
        rf"(?P<less>less|fewer"
        rf"|lower|worse|below|behind|under))(?: than)? {_NAME} "
        rf"(?:{_FOR}|(?P<all>in all|overall|in total|altogether)|(?P<here>here|there)(?=[.,;:]|$))",
        needs=any_of("above |ahead of |behind |below |better |fewer |higher |less |lower |more |over |under |worse "),
    ),
    Form(
        rf"<dimension>[\"'*_`]*(?: {_SCORE}| signal)? (?:is|are|stands|counts|looks)(?: \w+)?? (?:{_MORE}"
        rf"|{_LESS}|(?P<same>the same|equal|level|as (?:good|high|strong|low|weak))) (?:than|as|to|with) "
        rf"{_NAME}{_BY}",
    ),
    Form(
        rf"\b(?P<more>more) (?:of )?[^.;:!?]{{1,30}} than {_NAME},? by <n> points",
        needs=(" by ",),
        certain=False,
    ),
    Form(
        rf"\b(?P<times>twice|double|half|three times|a third of|two thirds of) (?:the |as many )?{_SCORE} (?:of"
        rf"|as) {_NAME} (?:{_FOR}|(?P<all>in all|overall|in total)|(?P<here>here))",
        needs=("twice", "double", "half", "times", "third"),
    ),
)

_PASSES = (
    r"(?:(?P<pass>pass(?:es)?|clears? the (?:line|bar)|is passed|are passed|is hired|are hired|get(?:s)? through"
    r"|(?:is|are) over the line)|(?P<fail>fails?|miss(?:es)? the (?:line|bar)|(?:is|are) rejected|do not pass"
    r"|does not pass))\b"
)
COUNTS = (
    Form(
        rf"(?:^|(?<=[.!?;:] )|\b)(?:(?P<none>none|nobody|neither|no answer|no candidate|not one)|(?P<every>all"
        rf"|both|every one|each)|<n>|only <n>|just <n>)(?: of (?:the |these |them)(?:{_COUNT} )?(?:{_ALL})?)?(?: "
        rf"(?:{_COUNT} )?{_ALL})? ?(?:would |will )?{_PASSES}(?=[.,;:!?)]|$| here| and| but| with| by| in the "
        rf"end| at)",
        needs=any_of(
            "are hired|are over the line|are rejected|clear the bar|clear the line|clears the bar|"
            "clears the line|fail|get through|gets through|is hired|is over the line|is rejected|"
            "miss the bar|miss the line|misses the bar|misses the line|pass"
        ),
    ),
    Form(
        rf"\bthe only (?P<single>one|answer|candidate|sheet|speaker|manager)(?: of (?:the )?{_COUNT})? (?:that"
        rf"|who|which|to) {_PASSES}(?! (?:on|over|by|the))",
        needs=any_of(
            "the only answer|the only candidate|the only manager|the only one|the only sheet|the only speaker"
        ),
    ),
    Form(rf"\bthe only (?:(?P<pass>pass)|(?P<fail>fail)|[\"'*_]*<verdict>[\"'*_]*){_SCOPE}", needs=("the only ",)),
)

RANKS = Ranks(
    hints=(
        *(
            "best",
            "highest",
            "strongest",
            "most",
            "worst",
            "lowest",
            "weakest",
            "least",
            "poorest",
            "fewest",
            "thinnest",
        ),
        *("greatest", "fullest", "richest", "largest", "smallest", "nobody", "no other", "none of", "neither of"),
    ),
    best=BEST,
    compared_hints=(
        " than ",
        " as ",
        " above ",
        " below ",
        " ahead ",
        " behind ",
        " level ",
        " equal",
        " a par ",
        "twice",
        "double",
        "half ",
        " over ",
        " under ",
    ),
    rivals=pattern(r"\b[B-HJ-Z]\b|(?<=[a-z] )A\b|\bothers?\b|\belse\b|\bany other\b"),
    compared=COMPARED,
    places=_PLACES,
    times={"twice": 2, "double": 2, "half": 1 / 2, "three times": 3, "a third of": 1 / 3, "two thirds of": 2 / 3},
    count_hints=(" pass", " fail", "the only", "clear the", "clears the", "hired", " line", " bar"),
    counts=COUNTS,
)
