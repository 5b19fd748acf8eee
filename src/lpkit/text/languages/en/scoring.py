"""English: how prose gives points, caps and weights."""

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import OF, PERCENT
from lpkit.text.languages.parts import Form

ITS = r"(?:the |a |an |her |his |its |their |this |that )?"
HAS = (
    r"[\"'*_`]*(?: is scored| is| gets?| earns?| earned| scores?| scored| receives?| stays? at| stands? at| sits? at"
    r"| rates?"
    r"| at|:|,| \(| [-–—=])+ ?(?:only |just |an? |at )*"
)
FOR = rf"(?:for|on|in|under) {ITS}(?:dimension )?[\"'*_`]*"

POINTS = (
    Form(rf"<n>{OF}<m>(?: points?)?,? {FOR}<dimension>"),
    Form(rf"<dimension>{HAS}<n>{OF}<m>(?![\w%]| \w+s\b(?<!points))"),
    Form(rf"<n> points? {FOR}<dimension>"),
    Form(
        rf"<n> (?:for|on) {ITS}[\"'*_`]*<dimension>"
        r"(?=[\"'*_`]*\s*(?:$|[.;:,!?)—–]|- |and\b|but\b|is\b|because\b|since\b))"
    ),
    Form(rf"<dimension>{HAS}<n><end>(?![.,;]? ?\()"),
    Form(r"<dimension>[\"'*_`]* \(?<n>(?:/<m>)?(?=[,;.)]|$| and\b)", r"(?:^|[(,;:.] ?|\band )"),
    Form(rf"<n> {FOR}<dimension>", r"\ban? "),
    Form(rf"<n>(?:{OF}<m>)?(?=[.;:!?)]|$|,)", r"\bhence (?:only |just |the |a )*", needs=("hence",), certain=False),
    Form(rf"<n>{OF}<m> points?\b(?! (?:for|on|in|under))", certain=False),
    Form(rf"<n>(?:{OF}<m>)?(?: points?)?(?=\s*(?:[:;.,—–]|$|- |for\b|because\b|since\b))", r"^\W*", certain=False),
)

CEILINGS = (
    Form(
        r"<dimension>[\"'*_`]*(?: signal)? (?:at|to) (?:at most |most )?<n>",
        r"\b(?:caps?|capped|capping|holds|limits|keeps|sets|cuts|drops) (?:the )?(?:score (?:on|for|of) )?[\"'*_`]*",
    ),
    Form(r"<dimension>[\"'*_`]* (?:is|stays|was|gets|are|being)? ?(?:capped|limited|held) (?:at|to) <n>"),
    Form(r"<n>(?: points?)? (?:on|for|to) (?:the )?[\"'*_`]*<dimension>", r"\bcap (?:of|is|at) "),
    Form(r"<dimension>['’]?s? cap (?:of|is|at) <n>"),
    Form(
        r"<dimension>[\"'*_`]* (?:keeps?|may keep|can keep|gets|retains|holds|earns?|scores?) "
        r"(?:at (?:the )?most <n>|<n>(?: of <m>)? points? at (?:the )?most|no more than <n>)"
    ),
    Form(r"<n>(?: of <m>)?(?: points?)? (?:for|on|of) (?:the )?[\"'*_`]*<dimension>", r"\bat (?:the )?most "),
    Form(r"<dimension>[\"'*_`]* (?:falls|drops|sinks|goes down) to <n>"),
    Form(
        r"\b(?:leav(?:es|ing)|allow(?:s|ing)|permit(?:s|ting)) (?:it |her |him |them )?(?:only |just |no more than )?"
        r"<n>(?: of (?:its |the |all )?<m>)?(?: points?)? (?:for|on|to|of|in) (?:the )?[\"'*_`]*<dimension>",
        needs=("leav", "allow", "permit"),
        certain=False,
    ),
)

OWN_CEILINGS = (
    Form(
        r"\b(?:keeps?|holds?|retains?|gets?|earns?|stays? at|has|is left(?: with)?|leaves?(?: it)?) "
        r"<n>(?: points?)? at (?:the |its )?(?:very )?(?:most|best)\b",
        needs=("most", "best"),
        certain=False,
    ),
    Form(
        r"\b(?:(?:keeps?|holds?|gets?|earns?|leaves?|allows?|reach(?:es)?)(?: it| you| her| him)? (?:at most|no more"
        r" than|not more than)|caps? (?:it|this|the (?:score|dimension)) at|(?:is|stays) capped at|(?:a|the|its|this"
        r"|marker['’]s) cap (?:of|is|lies at))(?: only)? <n>(?: points?)?(?=[.;,:!?)]|$| (?:there|here|for|on|in"
        r"|of)\b)",
        needs=("most", "more than", "cap"),
        certain=False,
    ),
)
"""The cap of the marker that a text is about."""

HIGHEST = (
    Form(
        r"<verdict>",
        r"\b(?:holds?|held|keeps?|kept|caps?|capped|limits?|limited|stops?) (?:the |a |its |this )?(?:verdict "
        r"|answer |it |candidate )?"
        r"(?:is |stays )?(?:at|to|below|down to) (?:an? )?[\"'*_]*",
    ),
    Form(r"<verdict>[\"'*_]* (?:at (?:the )?(?:best|most)|or (?:lower|worse))\b"),
    Form(r"<verdict>[\"'*_]* (?:is|remains|stays|marks) (?:then |therefore |still )?the (?:ceiling|cap|limit|most)\b"),
    Form(
        r"<verdict>[\"'*_]* (?:with|under|for|behind|beside) (?:this|that|the|such a) marker\b",
        r"\b(?:no (?:more|better|higher) than|at most|not more than|nothing above|nothing over) (?:an? )?[\"'*_]*",
    ),
    Form(
        r"<verdict>[\"'*_]* (?:is|remains|stays) (?:all|what|as far as|the most)(?: that)? "
        r"(?:it|this marker|the marker|one) (?:allows|leaves|permits|can give)"
    ),
    Form(
        r"<verdict>[\"'*_]* is (?:then |therefore |still )?the (?:best|highest)(?: verdict)?"
        r"(?: (?:that |which )?(?:is |remains |it )?(?:left|possible|open|allows|leaves))?"
    ),
    Form(
        r"<verdict>[\"'*_]*(?: at (?:the )?most)?(?: open| possible)?",
        r"\b(?:allows|leaves|permits)(?: only| at most)? (?:an? )?[\"'*_]*",
    ),
)

MARKER = pattern(
    r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]his) marker,? (?:called |named )?"
    r"(?:(?P<mark>[*_\"`])(?P<name>[A-Za-z][\w' -]{3,60}?)(?P=mark)"
    r"|“(?P<curly>[^“”\n]{4,60})”)"
)

WEIGHTS = (
    Form(
        r"<dimension>[\"'*_`]*,? (?:weighs|weighing|worth|carries|counts)(?: only| just| up to)?"
        r" <p> (?:out )?of the hundred\b"
    ),
    Form(r"<dimension>[\"'*_`]*, (?:which is |that is )?worth <n> points?(?=[,.;)])"),
    Form(r"<dimension>[\"'*_`]* (?:is|are) worth(?: only| just| up to)? <n> points?(?=[.;:!?)]|$)"),
    Form(
        r"<n> (?:points )?(?:out )?of the hundred(?: points)? (?:are |go |goes |lie |rest |is |hang )?"
        r"(?:for|on|to) (?:the )?[\"'*_`]*<dimension>"
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:alone |by itself )?(?:carries|brings|pays|gives|offers|decides|stands for)"
        r"(?: about| over| on)? (?:up to |at most |about )?<n> points?(?! (?:more|less|above|below|ahead|behind)\b)",
        certain=False,
    ),
    Form(
        r"<dimension>[\"'*_`]*(?: alone| itself)?,? (?:(?:is|are|with|stands for|makes up|decides(?: over| on)?"
        r"|accounts for|brings|holds|takes)(?: worth)?(?: up to| about| only| just)?) "
        r"<p> (?:points )?(?:out )?of (?:the|a) hundred\b",
        needs=("hundred",),
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:which |that )?(?:only |just |alone )?(?:weighs|weighed|weighing)(?: in at| only"
        r"| just)? "
        rf"<p>(?:{PERCENT}| points?| of 100|<end>)"
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:is|are) worth(?: only| just| up to)? "
        rf"<p>(?:{PERCENT}| of 100| of the (?:100|hundred)| in all)"
    ),
    Form(r"<dimension>[\"'*_`]* (?:is|are) worth up to <n> points"),
    Form(
        r"<dimension>[\"'*_`]* (?:is|=|at|stands at) <p>",
        r"\bweight (?:of|for|on) (?:the )?[\"'*_`]*",
        needs=("weight",),
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:has|carries|with|gets|at|is given)? ?(?:a |the |its )?\(?weight(?: of| is|:"
        r"| ?=)? ?<p>"
    ),
    Form(
        rf"<p>{PERCENT} (?:of the (?:total|weight|score|points|rubric) )?"
        r"(?:is |are |goes? to |lies? on |rests? on |falls? to |hangs? on |for |on )(?:the )?[\"'*_`]*<dimension>"
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:counts(?: for)?|carries|makes up|accounts for|brings up to|pays up to|is|at) "
        rf"<p>{PERCENT}(?: of the (?:total|weight|score|points|rubric))"
    ),
    Form(rf"<dimension>[\"'*_`]* \((?:weight:? ?)?<p>{PERCENT}\)"),
    Form(r"<n> points for (?:the )?[\"'*_`]*<dimension>", r"\bup to "),
)
