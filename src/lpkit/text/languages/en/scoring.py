"""English: how prose gives points, caps and weights."""

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import OF
from lpkit.text.languages.parts import Form, any_of

ITS = r"(?:the |a |an |her |his |its |their |this |that )?"
HAS = (
    r"[\"'*_`]*(?: is scored| is| gets?| earns?| earned| scores?| scored| receives?| stays? at| stands? at| sits? at"
    r"| rates?"
    r"| at|:|,| \(| [-–—=])+ ?(?:only |just |an? |at )*"
)
BRINGS = (
    r"(?:brings? in|brought in|contributes?|yields?|supplies|provides|collects?|takes home|picks up|is good for|nets"
    r"|fetches|comes (?:in at|to|out at)|ends (?:up )?(?:at|with|on)|lands (?:at|on)|closes (?:at|on|with)"
    r"|finishes (?:at|on|with)|sits on|makes do with)"
)
FOR = rf"(?:for|on|in|under) {ITS}(?:dimension )?[\"'*_`]*"

POINTS = (
    Form(rf"\bfrom <n>(?: points?)?(?P<base>) (?:up |down )?to \w+(?: points?)? {FOR}<dimension>", needs=("from ",)),
    Form(rf"<n>{OF}<m>(?: points?)?,? {FOR}<dimension>", needs=(" of ", "/")),
    Form(rf"<dimension>{HAS}<n>{OF}<m>(?![\w%]| \w+s\b(?<!points))", needs=(" of ", "/")),
    Form(
        rf"<n> points? {FOR}<dimension>",
        needs=any_of(
            " point for | point in | point on | point under | points for | points in | points on | points under "
        ),
    ),
    Form(
        rf"<n> (?:for|on) {ITS}[\"'*_`]*<dimension>"
        r"(?=[\"'*_`]*\s*(?:$|[.;:,!?)—–]|- |and\b|but\b|is\b|because\b|since\b))",
        needs=(" for ", " on "),
    ),
    Form(rf"<dimension>{HAS}<n><end>(?![.,;]? ?\()"),
    Form(
        rf"<dimension>[\"'*_`]*(?: alone| here| itself)? {BRINGS} (?:only |just |a mere |all of )?<n>(?:{OF}<m>)?"
        r"(?: points?| of (?:the|its|her|his|all|these) (?:points|total|sum))?<end>",
        certain=False,
    ),
    Form(
        rf"<dimension>[\"'*_`]*(?: up| down)? from <n>(?:{OF}<m>)?(?: points?)?(?P<base>) (?:up |down )?to\b",
        needs=(" from ",),
    ),
    Form(r"<dimension>[\"'*_`]* \(?<n>(?:/<m>)?(?=[,;.)]|$| and\b)", r"(?:^|[(,;:.] ?|\band )"),
    Form(rf"<n> {FOR}<dimension>", r"\ban? "),
    Form(rf"<n>(?:{OF}<m>)?(?=[.;:!?)]|$|,)", r"\bhence (?:only |just |the |a )*", needs=("hence",), certain=False),
    Form(rf"<n>{OF}<m> points?\b(?! (?:for|on|in|under))", certain=False, needs=(" point",)),
    Form(rf"<n>(?:{OF}<m>)?(?: points?)?(?=\s*(?:[:;.,—–]|$|- |for\b|because\b|since\b))", r"^\W*", certain=False),
)

CEILINGS = (
    Form(
        r"<dimension>[\"'*_`]*(?: signal)? (?:at|to) (?:at most |most )?<n>",
        r"\b(?:caps?|capped|capping|holds|limits|keeps|sets|cuts|drops) (?:the )?(?:score (?:on|for|of) )?[\"'*_`]*",
        needs=any_of("cap|cuts|drops|holds|keeps|limits|sets"),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:is|stays|was|gets|are|being)? ?(?:capped|limited|held) (?:at|to) <n>",
        needs=("capped", "held", "limited"),
    ),
    Form(r"<n>(?: points?)? (?:on|for|to) (?:the )?[\"'*_`]*<dimension>", r"\bcap (?:of|is|at) ", needs=("cap ",)),
    Form(r"<dimension>['’]?s? cap (?:of|is|at) <n>", needs=("cap ",)),
    Form(
        r"<dimension>[\"'*_`]* (?:(?:can|may|will|could)(?: then| still| only)? )?(?:keeps?|gets?|retains?"
        r"|holds?|earns?|scores?|reach(?:es)?) "
        r"(?:at (?:the )?(?:very )?most <n>|<n>(?: of <m>)?(?: points?)? at (?:the )?(?:very )?most|no more than <n>)",
        needs=any_of("at most|at the most|at the very most|at very most|no more than"),
    ),
    Form(
        r"<n>(?: of <m>)?(?: points?)? (?:for|on|of) (?:the )?[\"'*_`]*<dimension>",
        r"\bat (?:the )?most ",
        needs=("at most ", "at the most "),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:falls|drops|sinks|goes down) to <n>",
        needs=(" drops to ", " falls to ", " goes down to ", " sinks to "),
    ),
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
        r"(?:beyond|above|over|past|more than|higher than|exceed|better than|pass|top|up to more than) <n>",
        needs=any_of(" above | better than | beyond | exceed | higher than | more than | over | pass | past | top "),
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
        needs=any_of("are a|are h|are t|is al|is as|is he|is th"),
    ),
    Form(
        r"\b(?:ceiling|lid|limit|maximum|upper bound|stop) (?:of|at) <n>(?: points?)? (?:on|for|over|to|in) (?:the )?"
        r"[\"'*_`]*<dimension>",
        needs=("ceiling", "lid ", "limit", "maximum", "upper bound", "stop at", "stop of"),
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
        r"\b(?:(?:more|higher|further) than|beyond|above|over|past) <n>(?: points?)?(?: of <m>)?,? "
        r"(?:it|this|that|she|he|the (?:marker|cap|rule|score|dimension)|(?:this|such a) (?:marker|fault|tone))"
        rf"(?: then| here)* {_NOT} (?:leave|allow|give|grant|permit|reach|get|earn|go|rise|climb|come|have|bring)",
        needs=("more than", "higher than", "further than", "beyond", "above", "over", "past"),
        certain=False,
    ),
    Form(
        r"\b<n>(?: points?)? (?:is|are) (?:then |here )?(?:all|the most|as much as|as far as)(?: that)? "
        r"(?:it|this|(?:the|this|such a) marker) (?:can |will |still )?"
        r"(?:leaves?|allows?|gives?|grants?|permits?|goes)",
        needs=("leave", "allow", "give", "grant", "permit", "goes"),
        certain=False,
    ),
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
        needs=any_of("cap |capped |caps |held |hold |holds |keep |keeps |kept |limit |limited |limits |stop |stops "),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:at (?:the )?(?:best|most)|or (?:lower|worse))\b",
        needs=any_of(" at best| at most| at the best| at the most| or lower| or worse"),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:is|remains|stays|marks) (?:then |therefore |still )?the (?:ceiling|cap|limit|most)\b",
        needs=("cap", "ceiling", "limit", "most"),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:with|under|for|behind|beside) (?:this|that|the|such a) marker\b",
        r"\b(?:no (?:more|better|higher) than|at most|not more than|nothing above|nothing over) (?:an? )?[\"'*_]*",
        needs=any_of(
            "at most |no better than |no higher than |no more than |not more than |nothing above |nothing over "
        ),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:is|remains|stays) (?:all|what|as far as|the most)(?: that)? "
        r"(?:it|this marker|the marker|one) (?:allows|leaves|permits|can give)",
        needs=any_of(
            " is all | is as far as | is the most | is what | remains all | remains as far as |"
            " remains the most | remains what | stays all | stays as far as | stays the most | stays what "
        ),
    ),
    Form(
        r"<verdict>[\"'*_]* is (?:then |therefore |still )?the (?:best|highest)(?: verdict)?"
        r"(?: (?:that |which )?(?:is |remains |it )?(?:left|possible|open|allows|leaves))?",
        needs=("best", "highest", "therefore"),
    ),
    Form(
        r"<verdict>[\"'*_]*(?: at (?:the )?most)?(?: open| possible)?",
        r"\b(?:allows|leaves|permits)(?: only| at most)? (?:an? )?[\"'*_]*",
        needs=("allows ", "leaves ", "permits "),
    ),
)

MARKER = pattern(
    r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]his) marker,? (?:called |named )?"
    r"(?:(?P<mark>[*_\"`])(?P<name>[A-Za-z][\w' -]{3,60}?)(?P=mark)"
    r"|“(?P<curly>[^“”\n]{4,60})”)"
)
