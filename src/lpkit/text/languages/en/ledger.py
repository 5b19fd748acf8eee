"""English: how prose speaks of a pack's own facts."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Bookkeeping, Cast, Form, Hints, Lengths, Speech

_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
NUMERALS = (
    {"zero": 0, "no": 0, "dozen": 12, "a dozen": 12}
    | {name: value for value, name in enumerate((*_ONES, *_TEENS), start=1)}
    | {name: 10 * value for value, name in enumerate(_TENS, start=2)}
    | {
        f"{ten}{joint}{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, start=2)
        for ones, one in enumerate(_ONES, start=1)
        for joint in ("-", " ")
    }
)
_NUMBER = (
    r"(?:(?<![\d.,$€£#/-])\d{1,3}(?![.,]?\d|\s?%|\s?percent|:\d|-\w)"
    rf"|\b(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(reversed(_TEENS))}|{'|'.join(_ONES)}|zero)\b(?!-))"
)
_SHARE = r"(?:(?<![\d.,$€£#/-])\d{1,3}(?![.,]?\d))"
_WORD = rf"(?:\d{{1,2}}|{'|'.join((*_ONES, *_TEENS))})"
_END = (
    r"(?=[\"'”’*_]*\s*(?:$|[.;:,!?)\]—–]|- |/100|points?\b|(?:of|out of) 100\b|overall\b|in (?:all|total)\b|altogether\b"
    r"|and\b(?! \d)|it\b|she\b|he\b|they\b|but\b|is\b|because\b|since\b|which\b|so\b|with\b|despite\b|although\b|though\b|thanks to\b|against\b"
    r"|for (?:a|an|the|this|want|lack)\b|on (?:the|a|this)\b))"
)
_OF = r"(?: ?/ ?| of | out of )"
_ITS = r"(?:the |a |an |her |his |its |their |this |that )?"
_TOTAL = r"(?:the|its|her|his|their|this|whose|final|overall|expert['’]s|a|'s|’s)"

_SO = r"(?:an? |the |so |still |clearly |clear |solid |plain |therefore |only |just |thus |hence |overall )*[\"'*_]*"
_EARNED = (
    r"\b(?:earns?|earned|gets?|got|deserves?|receives?|reach(?:es|ed)|lands? (?:at|on|in)|ends? (?:at|as|in|with|up)"
    r"|comes? out (?:as|at)|(?:is |was )?(?:rated|scored|marked|graded)|makes? (?:it|this|her|him|them|the answer)"
    r"|making for|leaves? (?:it|her|him) (?:at|with)|adds? up to|amounts? to) "
)
_HAS = (
    r"[\"'*_`]*(?: is scored| is| gets?| earns?| earned| scores?| scored| receives?| stays? at| stands? at| sits? at| rates?"
    r"| at|:|,| \(| [-–—=])+ ?(?:only |just |an? |at )*"
)
_FOR = rf"(?:for|on|in|under) {_ITS}(?:dimension )?[\"'*_`]*"
_COMES_TO = r"(?:\b(?:add(?:s|ed)? up|sums?(?: up)?|comes?|came|amounts?) to |)"
_PERCENT = r"(?: ?%| percent| per cent)"

_MANY = ("candidates", "answers", "stories", "people", "managers", "engineers", "juniors", "speakers", "applicants")
_TELL = (
    r"(?:tell|describe|answer|speak|report|give|compete|recount|present|talk|explain|face|meet|had|worked|made|found|lead"
    r"|get|take|have|are|delivered|share|come)"
)

HINTS = Hints(
    weights=frozenset(("weigh", "worth", "counts", "carries", "up to", "of the total")),
    ceilings=frozenset(
        ("cap", "at most", "keep", "holds", "sets ", "cuts ", "drop", "no more than", "falls to", "limit")
    ),
    points=frozenset(("points", "hence")),
    totals=frozenset(
        ("total", "sum ", "score", "of 100", "/100", "overall", "in all", "passes at", "fails at", "told")
    ),
    people=frozenset(("candidate",)),
    counts=frozenset((*_MANY, "both ", "either ", "other", "of the ")),
    options=frozenset(
        (
            *("option", "choice", "distractor", "alternative", " key", "answer is", "it is", "makes it", "->", "→"),
            *("which of the", "step", "so a.", "so b.", "so c.", "so d.", "hence ", "right one is", "answer: "),
            *("the answer", "is right", "is correct", "choose ", "pick "),
        )
    ),
    dimensions=frozenset(("dimensions",)),
    quotations=frozenset(('"', "“", "«", " '", " ‘")),
    minutes=frozenset(("minute",)),
    words=frozenset((" words", "-word ")),
)

BOOKKEEPING = Bookkeeping(
    hints=HINTS,
    number=_NUMBER,
    share=_SHARE,
    part=r"\d{1,3}(?![.,]?\d)|" + "|".join((*_TENS, *_TEENS)),
    numerals=NUMERALS,
    long_numerals=frozenset((*_TEENS, *_TENS, "zero")),
    point="point",
    end=_END,
    totals=(
        Form(
            r"<verdict>[\"'*_]*(?: overall)?(?: at| with| on|,|:| [-–—])?(?: (?:a|an overall) (?:total|score) of| a total"
            r"| just| only| an even| an overall)? \(?<n><end>"
        ),
        Form(rf"<n>(?: points?)?(?:,| [-–—:]| is| are| earns?| makes?| means?|:|, and| and| \()+ ?{_SO}<verdict>"),
        Form(rf"<n>{_OF}100(?: points?)?(?![\w%]| (?:in|over|within) | \w+s\b)(?! (?:for|on|at|in) <dimension>)"),
        Form(
            r"<n><end>",
            rf"{_TOTAL} (?:total|sum)(?: score)?(?: for (?:candidate )?\w+)?(?: is| of|:|,| comes? to| came to| stands? at| stays? at| reaches| lands at"
            r"| adds up to| at| =| here is)* ?",
            needs=("total", "sum"),
        ),
        Form(r"<n><end>", r"(?:^|[.;,:!?(]\s*)total(?: is| of|:|,| at| =)* ?", needs=("total",)),
        Form(
            r"<n><end>",
            r"(?:^|[.;,:]\s*|\b(?:and|it|she|he|they|this|which|who|answer|candidate \w+|\b[A-Z]) )(?:totals|totalled|totaled) ",
            needs=("total",),
        ),
        Form(r"<n>(?: points?)? (?:overall|in total|altogether|all told|in the end)\b", _COMES_TO),
        Form(r"<n> points? in all\b", _COMES_TO),
        Form(
            r"<n>(?: points?)?<end>",
            r"\b(?:passes|fails|stands|stays|sits|ends|closes|lands|finishes|comes in|comes out|holds|remains) (?:at|on|with) ",
            certain=False,
        ),
        Form(r"<n>(?=\s*(?:[.;!?]|$))", r"\bscore[sd]? (?:only |just |a |an )*", needs=("score",), certain=False),
    ),
    points=(
        Form(rf"<n>{_OF}<m>(?: points?)?,? {_FOR}<dimension>"),
        Form(rf"<dimension>{_HAS}<n>{_OF}<m>(?![\w%]| \w+s\b(?<!points))"),
        Form(rf"<n> points? {_FOR}<dimension>"),
        Form(
            rf"<n> (?:for|on) {_ITS}[\"'*_`]*<dimension>"
            r"(?=[\"'*_`]*\s*(?:$|[.;:,!?)—–]|- |and\b|but\b|is\b|because\b|since\b))"
        ),
        Form(rf"<dimension>{_HAS}<n><end>(?![.,;]? ?\()"),
        Form(r"<dimension>[\"'*_`]* \(?<n>(?:/<m>)?(?=[,;.)]|$| and\b)", r"(?:^|[(,;:.] ?|\band )"),
        Form(rf"<n> {_FOR}<dimension>", r"\ban? "),
        Form(
            rf"<n>(?:{_OF}<m>)?(?=[.;:!?)]|$|,)", r"\bhence (?:only |just |the |a )*", needs=("hence",), certain=False
        ),
        Form(rf"<n>{_OF}<m> points?\b(?! (?:for|on|in|under))", certain=False),
        Form(rf"<n>(?:{_OF}<m>)?(?: points?)?(?=\s*(?:[:;.,—–]|$|- |for\b|because\b|since\b))", r"^\W*", certain=False),
    ),
    verdicts=(
        Form(
            r"<verdict>[\"'*_]*(?=\s*(?:[.;!]|$))",
            r"(?:^|[.;:!?][\"'”’]?\s+|[—–]\s*| - )(?:(?:an?|the|so|hence|therefore|clearly|clear|solid|plain|overall|verdict|result"
            r"|still|thus)[:,]? )*",
        ),
        Form(
            r"<verdict>",
            r"\b(?:verdict|recommendation)(?: here| for candidate \w+)?(?: is| stays| remains|:| of| =| was| reads)+ "
            + _SO,
        ),
        Form(
            r"<verdict>",
            r"\b(?:it|this|she|he|that|answer|candidate \w+|\b[B-Z]|all this|result) (?:is|stays|remains|becomes) "
            + _SO,
        ),
        Form(r"<verdict>", _EARNED + _SO),
        Form(r"<verdict>", certain=False),
    ),
    ceilings=(
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
    ),
    highest=(
        Form(
            r"<verdict>",
            r"\b(?:holds?|held|keeps?|kept|caps?|capped|limits?|limited|stops?) (?:the |a |its |this )?(?:verdict |answer |it |candidate )?"
            r"(?:is |stays )?(?:at|to|below|down to) (?:an? )?[\"'*_]*",
        ),
        Form(r"<verdict>[\"'*_]* (?:at (?:the )?(?:best|most)|or (?:lower|worse))\b"),
        Form(
            r"<verdict>[\"'*_]* is (?:then |therefore |still )?the (?:best|highest)(?: verdict)?"
            r"(?: (?:that |which )?(?:is |remains |it )?(?:left|possible|open|allows|leaves))?"
        ),
        Form(
            r"<verdict>[\"'*_]*(?: at (?:the )?most)?(?: open| possible)?",
            r"\b(?:allows|leaves|permits)(?: only| at most)? (?:an? )?[\"'*_]*",
        ),
    ),
    weights=(
        Form(
            r"<dimension>[\"'*_`]* (?:carries|brings|pays|gives|offers) (?:up to |at most )?<n> points?",
            certain=False,
        ),
        Form(
            r"<dimension>[\"'*_`]*,? (?:which |that )?(?:only |just |alone )?(?:weighs|weighed|weighing)(?: in at| only| just)? "
            rf"<p>(?:{_PERCENT}| points?| of 100|<end>)"
        ),
        Form(
            r"<dimension>[\"'*_`]* (?:is|are) worth(?: only| just| up to)? "
            rf"<p>(?:{_PERCENT}| of 100| of the (?:100|hundred)| in all)"
        ),
        Form(r"<dimension>[\"'*_`]* (?:is|are) worth up to <n> points"),
        Form(
            r"<dimension>[\"'*_`]* (?:is|=|at|stands at) <p>",
            r"\bweight (?:of|for|on) (?:the )?[\"'*_`]*",
            needs=("weight",),
        ),
        Form(
            r"<dimension>[\"'*_`]*,? (?:has|carries|with|gets|at|is given)? ?(?:a |the |its )?\(?weight(?: of| is|:| ?=)? ?<p>"
        ),
        Form(
            rf"<p>{_PERCENT} (?:of the (?:total|weight|score|points|rubric) )?"
            r"(?:is |are |goes? to |lies? on |rests? on |falls? to |hangs? on |for |on )(?:the )?[\"'*_`]*<dimension>"
        ),
        Form(
            r"<dimension>[\"'*_`]* (?:counts(?: for)?|carries|makes up|accounts for|brings up to|pays up to|is|at) "
            rf"<p>{_PERCENT}(?: of the (?:total|weight|score|points|rubric))"
        ),
        Form(rf"<dimension>[\"'*_`]* \((?:weight:? ?)?<p>{_PERCENT}\)"),
        Form(r"<n> points for (?:the )?[\"'*_`]*<dimension>", r"\bup to "),
    ),
    bands=(
        Form(
            r"<n>(?: points?)?(?: (?:would|will|could|can|might|may|already|still|by (?:itself|themselves)|alone|even))* "
            r"(?:be|being|lies?|is|are|earns?|means?|makes?|gives?|be worth|falls?|sits?|reach|reaches)(?: already| still)? "
            r"(?:in (?:the )?(?:band|range) (?:of|for) |(?:an? |the |only |just )*)[\"'*_]*<verdict>"
        ),
    ),
    starts=(
        Form(
            r"<verdict>[\"'*_]* (?:begins|starts|opens|runs|applies|is given|is reached|needs|requires|takes|asks for)"
            r"(?: only| at least)? (?:at |from |with )?<n>(?: points?)?(?=[.;,:!?)]|$| to\b| up\b| and\b| points?\b| or\b| on\b)"
        ),
        Form(
            r"<verdict>[\"'*_]* (?:is|at|lies at|stands at|of)+ <n>",
            r"\b(?:line|bar|threshold|mark|cut-?off|border|limit) (?:for|of|to) (?:an? |the )?[\"'*_]*",
        ),
        Form(r"<verdict>[\"'*_]* from <n>(?: points?)?(?: on| up| onwards?| to \d+)\b"),
    ),
    thresholds=(
        Form(
            r"<n>(?P<above>)",
            r"\b(?:total|score|sum|points|marks?|it|anything|everything|all|candidate \w|[A-Z])(?: is| lies| was| comes out| stands| at)?"
            r" (?:above|over|beyond|past|higher than|more than) ",
        ),
        Form(
            r"<n>(?P<above>)(?! (?!points|total|in|for|on|or|and|overall|to|here|means|says|pays)[a-z])(?: points?| total)?",
            r"(?:\b(?:above|over|beyond|past|exceed(?:s|ing)?|more than|higher than)(?: a total of)? |> ?)",
        ),
        Form(r"<n>(?: points?)? (?:or (?:more|above|higher|over)|and (?:above|more|over|up))\b"),
        Form(r"<n>(?: points?)?<end>", r"\b(?:at least|no (?:less|fewer) than) "),
    ),
    readers=pattern(r"\b(?:you|your|yours|anything|everything|whoever|who|if|readers?)\b", re.IGNORECASE),
    supposed=pattern(
        r"\b(?:if|would|could|might|may|should|unless|were|wouldn['’]t|couldn['’]t|without|suppose|imagine|assum\w+|whoever"
        r"|had (?:it|the|she|he|they|this|that|candidate)|otherwise|hypothetical\w*|as though|tempt\w*|cannot|can['’]t|can"
        r"|wish\w*|hop(?:es?|ed|ing)|alone|by (?:itself|themselves)|wants?|wanted|needs?|needed|promis\w+)\b",
        re.IGNORECASE,
    ),
    hedged=pattern(
        r"\b(?:not|never|no longer|nor|neither|nothing|than|below|above|under|beyond|short of|from|between|band|bar|line"
        r"|threshold|points? (?:say|alone|give)|at (?:the )?(?:best|most)|ceiling|caps?|markers?|listeners?|evaluators?|untrained"
        r"|readers?|many|some|most|others?|another|next|almost|nearly|close|closer|towards?|away|until|instead|rather|no|sounds?"
        r"|looks?|seems?|feels?|miss\w*|calls?|called|steps?|distance|edge|either|or|panel|interviewers?|colleagues?"
        r"|often|once|earlier|first|later|before|after|past|how|why|what|which|begins?|starts?|reserved|level|first glance"
        r"|borderline|lack\w*|stops?|forgets?|reach(?:es)? for|everybody|anyone|someone|people|fooled|mistak\w+|deserv\w+ more"
        r"|worth)\b|n['’]t\b|\?",
        re.IGNORECASE,
    ),
    bounded=pattern(
        r"\b(?:above|below|over|under|than|from|least|most|until|to|up|needs?|wants?|short|about|around|nearly|almost|roughly"
        r"|some|another|only about|of|loses?|lost|costs?|minus|less|missing|away|off|further|more|adds?|lacks?|extra|first|next"
        r"|every|each|per|between|at best|by|gains?|plus|deduct\w*|takes?|took|away|remaining|step|line|question|page|candidate|option)"
        r"(?: the| a| of)?\s*[$€£\"'*_(]*$",
        re.IGNORECASE,
    ),
    denied=pattern(
        r"\b(?:not|never|nor|neither|goal|target|instead|rather|than|other|others|missing|untold|unknown|expected|usual)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    apart=pattern(
        r"\b(?:another|every|each|per|extra|further|needs?|wants?|first|next|second|last|more|any|or|such as|like|say|of those)"
        r"(?: the| a)?\s*$",
        re.IGNORECASE,
    ),
    others=pattern(
        r"\b(?:untrained|listeners?|evaluators?|readers?|many|most people|other panels?|colleagues?|some (?:people|interviewers?)"
        r"|interviewers|novices?|beginners?|reviewers?|you|your|last year|previous\w*|earlier|elsewhere|used to"
        r"|another|other answers?|average|typical\w*|usual\w*|everybody|anyone|someone|whoever)\b",
        re.IGNORECASE,
    ),
    common=frozenset(("signal", "score", "level", "points", "with", "from", "that", "answer")),
)

_WHO = r"(?:candidates|answers|stories|people|managers|engineers|juniors|speakers|applicants|interviewees|accounts|replies)"
CAST = Cast(
    word="andidate",
    candidate=pattern(
        r"\b[Cc]andidates? (?P<name>[A-Z]|[b-hj-z]|\d{1,2})\b(?![-'’]\w{2}|\.\w|\w)|(?<=\bandidates [A-Z] and )(?P<second>[A-Z])\b"
        r"|(?<=\bandidates [A-Z], )(?P<next>[A-Z])\b|(?<=\bandidates [A-Z], [A-Z] and )(?P<third>[A-Z])\b"
    ),
    letter=pattern(
        r"(?<![\w'’.&/-])(?<![Oo]ption )(?<![Pp]lan )(?<!Team )(?<![Tt]ype )(?<![Vv]itamin )(?<!Version )(?<!Part )(?<!Group )"
        r"(?P<name>[A-Z])(?=['’]s\b| (?:is|was|has|never|says|said|tells|told|gives|gave|stays|earns|earned|gets|got|totals"
        r"|scores|scored|decides|decided|keeps|kept|names|named|shows|does|did|took|takes|alone|and [A-Z]\b|once more|again)\b)"
    ),
    ordinal=pattern(
        r"\b[Tt]he (?P<place>third|fourth|fifth|sixth|seventh|eighth) (?:candidate|answer)\b(?! (?:to|of|in|from|on)\b)"
    ),
    compares=pattern(
        r"\b(?:than|as|like|unlike|with|beside|against|from|next to|compared (?:to|with)|over|behind|ahead of|before|after"
        r"|and|of|by|to|for)\s*(?:the )?$",
        re.IGNORECASE,
    ),
    many=(
        Form(rf"\b(?P<both>both) (?:of the )?(?P<who>{_WHO})\b", needs=("both ",)),
        Form(rf"\b(?:the|all|these|all of the|both of the|all the) <n> (?P<who>{_WHO})\b", needs=_MANY),
        Form(
            rf"(?:^|[.!?]\s+)<n> (?:[\w-]+ ){{0,2}}(?P<who>{_WHO})\b(?= {_TELL}\b| on\b| about\b| of the same\b|, | from\b)",
            needs=_MANY,
        ),
        Form(r"\b(?P<both>either|neither) (?:of the two )?(?P<who>candidate|answer)s?\b", needs=("either ",)),
        Form(
            r"\b(?:\w+(?:er|est)|most \w+|more \w+|least \w+|less \w+|best|worst|best [\w-]+(?: \w+)?|better|worse|one"
            r"|first|last|which|any) of the <n>(?=[.,;:!?]|$| and\b| is\b| this\b| sounds\b| has\b)",
            needs=("of the ",),
            certain=False,
        ),
    ),
    others=(
        Form(
            rf"\b(?:the|both|all|its) (?:<n> other|other <n>)(?=[.,;:!?]|$| do\b| {_WHO}\b| and\b| did\b)",
            needs=("other",),
            certain=False,
        ),
    ),
    option=pattern(
        r"\b(?:[Oo]ptions?|[Cc]hoices?|[Dd]istractor|[Aa]lternative) \(?(?P<name>[A-Z]|[b-hj-z]|\d{1,2})\)?(?![\w'’-]|\.\w)"
        r"|\b(?:the|[Tt]he) (?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth) (?:option|choice)\b"
        r"|\([Oo]ptions? (?P<also>[A-Z])\)"
    ),
    key=pattern(
        r"\b(?:[Kk]ey|(?:right|correct|best) (?:answer|option|choice|one)|[Aa]nswer)(?: here)?(?: is| must be| remains|:| =)+ "
        r"(?:therefore |thus |clearly |[Oo]ption |[Cc]hoice )*\(?(?P<before>[A-H])\)?(?![\w'’-]| [a-z]+s?\b(?<!because)(?<!since)(?<!and))"
        r"|\b(?:[Cc]hoose|[Pp]ick|[Tt]ake|[Ss]elect) (?:[Oo]ption )?(?P<choose>[B-H])(?=[.;,!]|$)"
        r"|(?<![\w'’])(?P<first>[B-H]) is (?:therefore |thus |clearly )?(?:the )?(?:right|correct|key|answer)\b"
        r"|\b(?:[Oo]ption|[Cc]hoice) \(?(?P<after>[A-H])\)? (?:is|must be|remains) (?:therefore |thus |clearly )*(?:the )?"
        r"(?:right|correct|key|best|answer|true)\b"
        r"|(?:->|→|=>|\b[Ss]o|\b[Hh]ence|\b[Tt]hus)[,:]? (?:it is |the key is |option )?\(?(?P<arrow>[A-H])\)?(?=[.;!]?\s*$)"
    ),
    options=pattern(
        rf"\b(?:(?P<all>all) (?:the )?|the |these |of the )(?P<n>{_WORD}) (?:options|choices)\b(?! (?:left|that remain))"
        rf"|\b(?P<four>{_WORD}) options (?:are|to choose)\b"
        rf"|\bwhich of the (?P<which>{_WORD})(?= (?:would|could|can|is|does|do|has|still|will|names|shows|comes|leaves|needs)\b)",
        re.IGNORECASE,
    ),
    dimensions=pattern(
        rf"\b(?:the|all|these|all the|on all|across the|across) (?P<n>{_WORD}|both) dimensions\b", re.IGNORECASE
    ),
    step=pattern(
        rf"\b[Ss]tep (?P<n>\d{{1,2}})\b(?!\s*[:.)])|\b(?:the|all|these) (?P<all>{_WORD}) steps (?:above|below|here)\b"
    ),
    ordinals={
        name: value
        for value, name in enumerate("first second third fourth fifth sixth seventh eighth".split(), start=1)  # noqa: SIM905
    },
    both=frozenset(("both", "either", "neither")),
    unknown_dimension=pattern(
        r"(?<![\w.])\d{1,2}(?: ?/ ?\d{1,3}| (?:out )?of \d{1,3})(?: points?)? (?:for|on|in|under) (?:the )?[\"'*_`]*"
        r"(?P<what>[a-z]+(?:[- _][a-z]+){0,2})[\"'*_`]*(?=\s*(?:[.;,:!?)]|$|and\b|but\b))"
        r"|\b(?:[Ss]cores?|earns?|gets?|[Hh]ence) (?:only |just )?\d{1,2}(?: points?)? (?:for|on|in|under) (?:the )?[\"'*_`]*"
        r"(?P<scored>[a-z]+(?:[- _][a-z]+){0,2})[\"'*_`]*(?=\s*(?:[.;,:!?)]|$|and\b|but\b))"
        r"|\b(?:on|under|for|in) the dimensions? [\"'*_`]+(?P<named>[A-Za-z]+(?:[- _][a-z]+){0,2})[\"'*_`]+"
    ),
    no_dimension=frozenset(
        "it that this them each both delivery content candour effort honesty her his him now the a all some style".split()  # noqa: SIM905
    ),
    key_is=pattern(
        r"\b(?:(?:[Tt]he )?(?:right |correct |best )?(?:answer|key|option|choice)(?: here)? (?:is|must be|remains)"
        r"|[Ss]o it is|[Ii]t is therefore|[Hh]ence it is|[Ww]hich makes it)(?: therefore| thus| clearly)?[:,]? |(?:->|→) "
    ),
    sure=("candidate", "answer"),
    anybody=frozenset(("X", "Y", "Z", "N")),
    scored=pattern(
        r"\b(?:scored|gave|give|rated|marked|put|placed|read|saw|see|liked|trusted|believed|paid|overrated)(?: both)? $",
        re.IGNORECASE,
    ),
    contrasts=pattern(
        r"\b(?:than|unlike|while|whereas|but|where|here|this|beside|against|next to|compared|both|instead|mirror|other"
        r"|same|also|too|not)\b",
        re.IGNORECASE,
    ),
)

SPEECH = Speech(
    single=pattern(r"(?<![\w’'])['‘]([^'‘’\n]*(?:\w['’]\w[^'‘’\n]*)*)['’](?!\w)"),
    says=pattern(
        r"\b(?:says?|said|tells? us|writes?|wrote|claims?|claimed|admits?|admitted|begins?|opens?|closes?|ends?|quotes?|quoted"
        r"|puts? it|calls? it|speaks? of|the (?:words?|phrase|sentence|line|claim|words|opening|remark|admission)|the answer has|in)"
        r"(?: with| as| that| in| by| like)?\s*[:,]?\s*[(*_]*$"
        r"|\b(?:[Tt]he |[Ii]n )(?:option|choice|stem|excerpt|answer|passage|story|words|rewrite|quote)\s*[:,]?\s*[(*_]*$",
        re.IGNORECASE,
    ),
    not_said=pattern(
        r"\b(?:say|write|try|would|could|should|might|instead|better|stronger|ideal\w*|if|imagine|suppose|rewrit\w*|e\.g|for example"
        r"|for instance|such as|replac\w*|than|never|not|no|nowhere|nothing|without|lacks?|lacking|missing|absent|omits?|avoid\w*"
        r"|prefer\w*|rather|like|wants?|hopes?|expects?|ask(?:s|ed)?|asking|add(?:s|ed|ing)?|needs?|turns? into|becomes?|along the lines"
        r"|sort of|kind of|proverb|saying|maxim|title\w*|called|headed|marked|label\w*|principle|dimension|marker|verdict|question"
        r"|probe|prompt|translat\w*|mean(?:s|ing|t)?|means|imply|implies|suggests?|read as|listeners?|interviewers?|bar raiser|manager"
        r"|boss|director|lead|colleague|reviewer|reader|evaluator|one (?:may|might)|could have|instead of|nor|neither|hear(?:s|d)?)\b|n['’]t\b|\?",
        re.IGNORECASE,
    ),
)

LENGTHS = Lengths(
    limit=(
        Form(
            (
                rf"\b(?P<n>{_WORD})[- ]minutes? (?:answers?|limit|stor(?:y|ies)|time limit|slot|repl(?:y|ies)|response)\b"
            ),
            needs=("minute",),
        ),
        Form(
            (
                r"\b(?:answers?|candidates?|stor(?:y|ies)|each|they|you|replies|speakers?|it|one)(?: of them| each)? (?:has|have|had|may take|can take|may last"
                r"|may run|gets?|is given|are given|may speak(?: for)?|are allowed|is allowed|takes? at most|must fit (?:in|into)|should fit (?:in|into))"
                rf"(?: up to| at most| no more than| just| only| exactly| about)? (?P<n>{_WORD}) minutes?\b"
            ),
            needs=("minute",),
        ),
        Form((rf"\b(?:limit|maximum|time) (?:is|of|:)(?: at)? (?P<n>{_WORD}) minutes?\b"), needs=("minute",)),
        Form(
            (
                rf"\b(?P<n>{_WORD}) minutes? (?:per|an|for each|for every|for an|for the|each|to) (?:answers?|candidates?|stor(?:y|ies)|answer)\b"
            ),
            needs=("minute",),
        ),
        Form(
            (
                rf"\b(?:within|inside|in|under|at most|no more than|up to|keep (?:it|the answer|the story) (?:to|under|within|below)) (?:the )?(?P<n>{_WORD}) minutes?(?= (?:that|which|or less|at most|allowed)|[.,;!]|$)"
            ),
            needs=("minute",),
            certain=False,
        ),
        Form(
            (rf"(?:^|[.;!?]\s+)(?P<n>{_WORD}) minutes?(?= (?:each|apiece|per|an)\b|[.;,!]|$)"),
            needs=("minute",),
            certain=False,
        ),
        Form(
            (
                rf"\bthe (?P<n>{_WORD}) minutes(?= (?:allowed|given|that (?:an answer|the answer|each)|of the answer|limit)\b)"
            ),
            needs=("minute",),
        ),
    ),
    other_time=pattern(
        r"\b(?:interview|loop|round|session|meeting|read(?:s|ing)?|prepar\w*|break|wait\w*|later|early|late|ago|before|after|first"
        r"|opening|last|interrupt\w*|intro\w*|small talk|questions|call|test|debrief|score|scoring|each day|every|a day|a week|an hour)\b",
        re.IGNORECASE,
    ),
    words=(
        Form(
            (
                rf"\b(?:in|runs? to|takes?|has|with|at|of|is|uses?|spends?|needs?|about|only|some|around|roughly|just|counts|:)(?: about| around| roughly| some| only| just| nearly| almost)? (?P<n>\d{{2,4}}|{_WORD}) words(?= (?:long|in all|in total|altogether|and|or so)\b|[.,;:!)]|$)"
            ),
            needs=(" words",),
        ),
        Form((r"(?<![\w.])(?P<n>\d{2,4}) words (?:long|in all|in total|altogether)\b"), needs=(" words",)),
        Form((r"\b(?P<n>\d{2,4})-word (?:answer|story|reply)\b"), needs=("-word",)),
    ),
    more_words=(
        Form(
            (
                rf"(?<![\w.])(?P<n>\d{{1,4}}|{_WORD}) words (?:longer|more|(?P<less>shorter|fewer|less))\b(?: than (?:candidate )?(?P<other>\w+))?"
            ),
            needs=(" words",),
        ),
        Form(
            (
                rf"(?<![\w.])(?P<n>\d{{1,4}}|{_WORD}) (?:more|(?P<less>fewer|less)) words\b(?: than (?:candidate )?(?P<other>\w+))?"
            ),
            needs=(" words",),
        ),
    ),
    asked=(
        Form(
            (
                rf"\b(?P<n>{_WORD}) (?:sentences?|lines?)(?: or more)? (?:that |which |should |must |may |to )?(?:begin|start|open)(?:s|ning|ing)? (?:with|in) (?:[\"'‘“*_`]*I\b|the first person)"
            ),
            needs=("sentence",),
        ),
        Form(
            (
                rf"\b(?:begin|start|open|let|have|want)\b[^.;!?]{{0,30}}?\b(?P<n>{_WORD}) sentences?(?: or more| at least)? (?:\w+ )?(?:with|in) (?:[\"'‘“*_`]*I\b|the first person)"
            ),
            needs=("sentence",),
        ),
        Form((rf"\b(?P<n>{_WORD}) first[- ]person sentences?\b"), needs=("sentence",)),
        Form((rf"\b(?P<n>{_WORD}) sentences? in the first person\b"), needs=("sentence",)),
        Form(
            (
                rf"\b(?:give|use|name|offer|show|include|quote|put|have|holds?|contains?|needs?|with|least|bring|want)\b(?: at least| no fewer than| a minimum of)? (?P<numbers>)(?P<n>{_WORD}) (?:(?:exact|clear|hard|measured|different|separate|good|such) )?(?:figures|numbers|metrics|measurements)\b"
            ),
            needs=("figures", "numbers", "metrics", "measurements"),
        ),
    ),
)
