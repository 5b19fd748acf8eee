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
        r"<dimension>[\"'*_`]* (?:(?:can|may|will|could)(?: then| still| only)? )?(?:keeps?|gets?|retains?"
        r"|holds?|earns?|scores?|reach(?:es)?) "
        r"(?:at (?:the )?(?:very )?most <n>|<n>(?: of <m>)?(?: points?)? at (?:the )?(?:very )?most|no more than <n>)"
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

_NOT = (
    r"(?:can(?:not|['’]t| not| never| hardly)|could(?:n['’]t| not| never)|may(?: not| never)|must(?:n['’]t| not| never)"
    r"|wo(?:n['’]t)|will (?:not|never)|does(?:n['’]t| not)|never|shall not|is not allowed to)"
)
_RISES = (
    r"(?: (?:get|gets|go|goes|rise|rises|climb|come|comes|reach|score|earn|earns|be|move|stand|have|given|worth"
    r"|scored|make it"
    r"|anything|any|ever|further|higher))*"
)
CAPPED = (
    Form(
        rf"<dimension>[\"'*_`]*,? (?:then |therefore |here |still |thus |so )?{_NOT}{_RISES} "
        r"(?:beyond|above|over|past|more than|higher than|exceed|better than|pass|top|up to more than) <n>"
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:then |therefore |here |still |thus |so )?"
        r"(?:(?:goes|rises|gets|climbs|comes|moves) no (?:higher|further) than|is (?:stuck|fixed|frozen|pinned"
        r"|nailed|held down)"
        r" (?:at|to)|tops out at|peaks at|has a (?:ceiling|lid|limit|cap|maximum) of|is cut (?:off )?(?:at|to)"
        r"|is over at) <n>"
    ),
    Form(
        r"\b<n>(?: points?)?(?: of <m>)? (?:is|are) (?:then |therefore |here )?(?:all|the most|the limit|the cap"
        r"|the ceiling"
        r"|as much as|as far as)[^.;:!?\d]{0,30}? <dimension>"
        r"(?: (?:can|may|could)(?: still| ever)? (?:have|get|earn|reach|be given|bring))?",
    ),
    Form(
        r"\b(?:ceiling|lid|limit|maximum|upper bound|stop) (?:of|at) <n>(?: points?)? (?:on|for|over|to|in) (?:the )?"
        r"[\"'*_`]*<dimension>",
        needs=("ceiling", "lid ", "limit", "maximum", "upper bound", "stop at"),
    ),
    Form(
        r"\b(?:no|not|never|nothing|hardly) (?:more than|above|over|beyond|higher than) <n>(?: points?)?(?: of <m>)? "
        r"(?:for|on|in|under) (?:the )?[\"'*_`]*<dimension>",
        needs=("more than", "above", "over", "beyond", "higher"),
    ),
)
"""Ceilings that are told by what a score cannot do."""

OWN_CEILINGS = (
    Form(
        r"\bmarker,? (?:then |here |therefore |only |still )?(?:leaves|allows|permits|grants|gives|caps it at"
        r"|holds it (?:down )?(?:at|to)"
        r"|stops (?:it )?at|cuts it to|keeps it (?:at|to|down to)|ends at|sets it (?:at|to)|limits it to)(?: it| "
        r"room for| only| just| no more than"
        r"| at most| the| its)* <n>(?: points?)?(?=[.;,:!?)]|$| (?:at most|and|of|for|here|there|in|on|to|but"
        r"|points?)\b)",
        needs=("marker",),
        certain=False,
    ),
    Form(
        rf"\b(?:it|this|the score|the dimension|which) {_NOT}{_RISES} (?:beyond|above|over|past|more than|higher "
        rf"than|exceed|better than) <n>(?: points?)?(?=[.;,:!?)]|$| (?:at|and|of|for|here|there|in|on|but)\b)",
        needs=("beyond", "above", "over", "past", "more than", "higher", "exceed", "better"),
        certain=False,
    ),
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
