"""English: how prose gives totals, verdicts and where bands begin."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import OF
from lpkit.text.languages.parts import Form, any_of

TOTAL = r"(?:the|its|her|his|their|this|whose|final|overall|expert['’]s|a|'s|’s)"

SO = r"(?:an? |the |so |still |clearly |clear |solid |plain |therefore |only |just |thus |hence |overall )*[\"'*_]*"
EARNED = (
    r"\b(?:earns?|earned|gets?|got|deserves?|receives?|reach(?:es|ed)|lands? (?:at|on|in)|ends? (?:at|as|in|with|up)"
    r"|comes? out (?:as|at)|(?:is |was )?(?:rated|scored|marked|graded)|makes? (?:it|this|her|him|them|the answer)"
    r"|making for|leaves? (?:it|her|him) (?:at|with)|adds? up to|amounts? to) "
)
COMES_TO = r"(?:\b(?:add(?:s|ed)? up|sums?(?: up)?|comes?|came|amounts?) to |)"

TOTALS = (
    Form(
        r"<verdict>[\"'*_]*(?: overall)?(?: at| with| on|,|:| [-–—])?(?: (?:a|an overall) (?:total|score) of| a total"
        r"| just| only| an even| an overall)? \(?<n><end>"
    ),
    Form(rf"<n>(?: points?)?(?:,| [-–—:]| is| are| earns?| makes?| means?|:|, and| and| \()+ ?{SO}<verdict>"),
    Form(
        r"<n> points?,? (?:(?:it|this|she|he|that) (?:is|stays|remains|earns|gets) )?(?:only |just |still )?(?:an? )?"
        r"[\"'*_]*<verdict>",
        r"\b(?:with|at|on) (?:(?:its|her|his|their|the|these|a total of|only|just) )*",
        ("point",),
    ),
    Form(
        rf"<n>{OF}100(?: points?)?(?![\w%]| (?:in|over|within) | \w+s\b)(?! (?:for|on|at|in) <dimension>)",
        needs=(" of 100", "/ 100", "/100"),
    ),
    Form(
        r"<n> points(?! (?:for|on|in|under|above|below|more|less|ahead|behind|short|away|apart|each|apiece|of|from"
        r"|to)\b)",
        r"\b[Cc]andidate \w+['’]s? (?:total of |sum of |only |mere |full |whole )*",
        ("point",),
        certain=False,
    ),
    Form(
        r"<n><end>",
        rf"{TOTAL} (?:total|sum)(?: score)?(?: for (?:candidate )?\w+)?(?: is| of|:|,| comes? to| came to| stands? at"
        r"| stays? at| reaches| lands at"
        r"| adds up to| at| =| here is)* ?",
        needs=("total", "sum"),
    ),
    Form(r"<n><end>", r"(?:^|[.;,:!?(]\s*)total(?: is| of|:|,| at| =)* ?", needs=("total",)),
    Form(
        r"<n><end>",
        r"(?:^|[.;,:]\s*|\b(?:and|it|she|he|they|this|which|who|answer|candidate \w+|\b[A-Z]) )(?:totals|totalled"
        r"|totaled) ",
        needs=("total",),
    ),
    Form(
        r"<n>(?: points?)? (?:overall|in total|altogether|all told|in the end)\b",
        COMES_TO,
        needs=any_of(" all told| altogether| in the end| in total| overall"),
    ),
    Form(r"<n> points? in all\b", COMES_TO, needs=(" point in all", " points in all")),
    Form(
        r"<n>(?: points?)?<end>",
        r"\b(?:passes|fails|stands|stays|sits|ends|closes|lands|finishes|comes in|comes out|holds|remains) (?:at|on"
        r"|with) ",
        certain=False,
        needs=any_of("closes|comes|ends|fails|finishes|holds|lands|passes|remains|sits|stands|stays"),
    ),
    Form(r"<n>(?=\s*(?:[.;!?]|$))", r"\bscore[sd]? (?:only |just |a |an )*", needs=("score",), certain=False),
)

VERDICTS = (
    Form(r"<verdict>[\"'*_]*(?: at| with) \(?<n><end>", needs=(" at ", " with ")),
    Form(
        r"<verdict>[\"'*_]*(?=\s*(?:[.;!]|$))",
        r"(?:^|[.;:!?][\"'”’]?\s+|[—–]\s*| - )(?:(?:an?|the|so|hence|therefore|clearly|clear|solid|plain|overall"
        r"|verdict|result"
        r"|still|thus)[:,]? )*",
    ),
    Form(
        r"<verdict>",
        r"\b(?:verdict|recommendation)(?: here| for candidate \w+)?(?: is| stays| remains|:| of| =| was| reads)+ " + SO,
        needs=("recommendation", "verdict"),
    ),
    Form(
        r"<verdict>",
        r"\b(?:it|this|she|he|that|answer|candidate \w+|\b[B-Z]|all this|result) (?:is|stays|remains|becomes) " + SO,
        needs=(" becomes ", " is ", " remains ", " stays "),
    ),
    Form(
        r"<verdict>",
        EARNED + SO,
        needs=any_of(
            "add|amount|come|deserve|earn|end|get|got|graded|him|land|leave|make|making|marked|rated|reached|"
            "reaches|receive|scored"
        ),
    ),
    Form(r"<verdict>", certain=False),
)

LANDS = (
    r"\b(?:com(?:e|es|ing)|came|go(?:es)?|falls?|drops?|sinks?|rises?|climbs?|gets?|sums?|adds?|amounts?|shrinks?)"
    r"(?: (?:down|up|back|out))? to (?:a total of |just |only |about )?[\"'*_(]*"
)
"""How a total comes to be another, right before that."""

BANDS = (
    Form(
        r"<n>(?: points?)?,? (?:(?:and|so|hence|thus|still|also|yet|even|with that|that is|just|only) ){0,3}"
        r"(?:an? |the )"
        r"[\"'*_]*<verdict>",
        LANDS,
    ),
    Form(
        r"<n>(?: points?)?, (?:which|that|and that|these)(?: (?:would|will|alone|by (?:itself|themselves)|on (?:its"
        r"|their) own))* (?:be|is|are|means?|makes?|earns?|gives?)(?: already| still)? (?:an? |the )?[\"'*_]*<verdict>",
        needs=(", and that", ", that", ", these", ", which"),
    ),
    Form(
        r"<n>(?: points?)?(?: (?:would|will|could|can|might|may|already|still|by (?:itself|themselves)|alone|even))* "
        r"(?:be|being|lies?|is|are|earns?|means?|makes?|gives?|be worth|falls?|sits?|reach|reaches)(?: already"
        r"| still)? "
        r"(?:in (?:the )?(?:band|range) (?:of|for) |(?:an? |the |only |just )*)[\"'*_]*<verdict>"
    ),
)

ALONE = (
    Form(
        r"<verdict>",
        r"(?:^|[.;:,]\s+|\b(?:where|while|although|but|and|though) )(?:the|her|his|its|their) points(?: alone"
        r"| by themselves)? (?:say|said|make|give|earn|mean|would (?:say|make|give|earn|be))"
        r"(?: (?:it|this|her|him))?(?: already)? "
        r"(?:an? |the )?[\"'*_]*",
        needs=any_of("her points |his points |its points |the points |their points "),
    ),
    Form(
        r"<verdict>",
        r"\b(?:by|on|from|in) (?:the |her |his |its |their )?points alone,?(?: (?:it|this|that|she|he|this answer))?"
        r"(?: (?:is|would be|were|earns?|makes?|comes? to|gets?))? (?:an? |the )?[\"'*_]*",
        needs=("alone",),
    ),
)

BEGIN = pattern(
    r"\bbands (?:begin|start|open)(?: at| from| with)? (?P<list>\d{1,3}(?:, \d{1,3})*,? and (?:at )?\d{1,3})(?![\d%]"
    r"|[.,]\d)",
    re.IGNORECASE,
)

STARTS = (
    Form(
        r"<verdict>[\"'*_]* (?:begins|starts|opens|runs|applies|is given|is reached|needs|requires|takes|asks for)"
        r"(?: only| at least)? (?:at |from |with )?<n>(?! points? (?:lower|higher|below|above|further|away|later"
        r"|earlier|more|less|under|over|off|down|up)\b)(?: points?)?(?=[.;,:!?)]|$| to\b| up\b| and\b| points?\b| or\b"
        r"| on\b)",
        needs=any_of(
            " applies | asks for | begins | is given | is reached | needs | opens | requires | runs | starts | takes "
        ),
    ),
    Form(
        r"<verdict>[\"'*_]* (?:is|at|lies at|stands at|of)+ <n>",
        r"\b(?:line|bar|threshold|mark|cut-?off|border|limit) (?:for|of|to) (?:an? |the )?[\"'*_]*",
        needs=any_of("bar f|bar o|bar t|border|cut-off|cutoff|limit|line |mark |threshold"),
    ),
    Form(r"<verdict>[\"'*_]* from <n>(?: points?)?(?: on| up| onwards?| to \d+)\b", needs=(" from ",)),
)

THRESHOLDS = (
    Form(
        r"<n>(?P<above>)",
        r"\b(?:total|score|sum|points|marks?|it|anything|everything|all|candidate \w|[A-Z])(?: is| lies| was"
        r"| comes out| stands| at)?"
        r" (?:above|over|beyond|past|higher than|more than) ",
        needs=any_of(" above | beyond | higher than | more than | over | past "),
    ),
    Form(
        r"<n>(?P<above>)"
        r"(?! (?!points|total|in|for|on|or|and|overall|to|here|means|says|pays|you|it|the|this|that|she|he)[a-z])"
        r"(?: points?| total)?",
        r"(?:\b(?:above|over|beyond|past|exceed(?:s|ing)?|more than|higher than)(?: a total of)? |> ?)",
        needs=any_of(">|above |beyond |exceed |exceeding |exceeds |higher than |more than |over |past "),
    ),
    Form(
        r"<n>(?: points?)? (?:or (?:more|above|higher|over)|and (?:above|more|over|up))\b",
        needs=any_of(" and above| and more| and over| and up| or above| or higher| or more| or over"),
    ),
    Form(
        r"<n>(?: points?)?<end>",
        r"\b(?:at least|no (?:less|fewer) than) ",
        needs=("at least ", "no fewer than ", "no less than "),
    ),
)

DISTANCES = (
    Form(
        r"<n> points (?:(?P<more>above|ahead of|over|more than|better than|higher than)|(?P<less>below|behind|under"
        r"|less than|fewer than|short of|lower than)) (?:candidate (?P<name>[A-Z]|\d)(?!['’]s|\w)"
        r"|(?P<letter>(?-i:[B-HJ-Z]))(?!['’]s|\w)"
        r"|(?P<other>the other(?: one| answer| candidate)?|her|him)(?=[.,;:)]|$))"
        r"(?! (?:on|for|in|under|at) )",
        needs=("points",),
    ),
)
