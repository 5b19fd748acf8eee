"""English: how prose says what other raters would give, why, and what would come of it."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Form, any_of
from lpkit.text.languages.parts.margins import Alternatives

_RATER = (
    r"(?:raters?|readers?|listeners?|interviewers?|evaluators?|assessors?|graders?|scorers?|colleagues?|judges?"
    r"|jurors?|bar raisers?"
    r"|panell?ists?|examiners?|persons?|people|ears?|hands?|eyes?|marking|scoring|reading)"
)
WHO = (
    r"(?:\b[a-z]+er (?:ears|eyes|hands|raters|readers|listeners)\b|\bone\b(?= (?:gets|comes|might|could|can"
    r"|would|may|arrives|goes)\b)|"
    rf"\b(?:an?|some|the|any|many an?|one|every|most|other|few|hardly any)(?: (?:[\w-]+)){{0,3}}? {_RATER}\b"
    rf"|\banother\b(?! (?:point|step|one or|week|month|day|year|answer|story|matter|of the|trade))(?: [\w-]+)?"
    rf"(?: {_RATER})?"
    r"|\bsome(?:body|one)\b(?: else)?|\bwho(?:so)?ever\b|\b(?:one|those|he|she|somebody|anyone|anybody|people) who\b"
    r"|(?:^|(?<=[.;:!?] ))who\b|\bothers\b|\b(?:raters|readers|listeners|interviewers|evaluators|judges)\b"
    r"|\bsome\b(?= (?:would|might|may|give|will|hear|stop|go)\b)|\banybody\b|\banyone\b)"
)
_GIVES = (
    r"(?:takes? (?:it|this) (?:up |down )?to|gets? (?:up |down )?to|gives?|gave|goes (?:up |down |as (?:high|low"
    r"|far) as )?(?:to)?|go (?:up |down |as (?:high|low|far) as "
    r")?(?:to)?|stops? (?:at|short at)|stays? (?:at|with)"
    r"|comes? (?:to|up to|down to|out at)|arrives? at|lands? (?:at|on)|ends? (?:at|with|up at)|settles? (?:at|on"
    r"|for)|awards?|puts? (?:it |this )?at"
    r"|scores? (?:it |this )?(?:at|with|a)?|rates? (?:it |this )?(?:at|with|a)?|marks? (?:it |this )?(?:at|with"
    r"|down to|up to)|stands? at|allows?|grants?|credits? (?:it |this )?with|is content with"
    r"|is satisfied with|be content with|be satisfied with|climbs? to|rises? to|raises? (?:it|this) to|lifts? "
    r"(?:it|this) to|drops? (?:it )?to|falls? to|lowers? (?:it|this) to|cuts? (?:it|this) to|reach(?:es)?"
    r"|writes?|notes?|sees?"
    r"|wish(?:es)? for|punish(?:es)? (?:it |this |that )?(?:here )?with|find(?:s)?|hears?|says?|it[’']s|it is|it "
    r"would be|does not go (?:beyond|above|below)|doesn['’]t go (?:beyond|above|below))"
)
_FILL = (
    r"(?:(?:it|this|that|her|him|only|just|no more than|at (?:most|least)|up to|perhaps|even|a|an|the|full|about) )*"
)
_ENDS = (
    r"(?= points?(?! (?:more|less|higher|lower|further|off|away|above|below|short))\b| of (?:\d+|the)|/\d| "
    r"(?:for|and|where|here|because|since|or|on|in|instead|there|rather|with|by|at|as|but|to|without|though"
    r"|although|even|too|out)\b"
    r"|\s*[.,;:!?)—–]|\s*$)"
)
_ALSO = r"(?:(?: or| to|, or| and|–|-) (?P<also><number>))?"

GIVEN = (
    Form(
        r"<amount>\b(?!one\b)<n>(?: points?)? (?:would be|is|was|might be|could be) (?P<who>(?:the|an?) [a-z-]+ "
        r"(?:reading|view|score|choice|mark|verdict on it|answer))\b",
        needs=any_of(" answer| choice| mark| reading| score| verdict on it| view"),
    ),
    Form(rf"\b(?P<how>{_GIVES}) {_FILL}<n>{_ALSO}{_ENDS}"),
    Form(
        rf"<amount>\b(?!one\b)<n>{_ALSO}(?: points?)?,?(?: would be| is| are| can be| could be| might be| may be| will "
        rf"be| seems?)?"
        rf"(?: (?:possible|defended|argued|argued for|given|fair|enough|right|defensible|justified|had|reached"
        rf"|due|just))? (?:for|by|from|with|to|in the eyes of) (?P<who>{WHO})"
    ),
    Form(
        rf"<amount>(?<!of )\b<n>{_ALSO}(?: points?)? (?P<neutral>(?:can|could|may|might|would|will)"
        r"(?: also| well| just as well| still| too)? be"
        r" (?:defended|argued|given|justified|defensible|right|fair|made out)|(?:is|are|would be|seems?) (?:also "
        r"|just as |equally )?(?:defensible|possible|arguable|fair))"
    ),
)

RANGE = (
    Form(
        r"\b(?:[Bb]etween|[Aa]nything between|[Ff]rom) <n> (?:and|to) (?P<also><number>) (?:it|this|all"
        r"|everything|any(?:thing)?|is|can|one|raters?|lies|a matter)\b",
        needs=("between ", "from "),
    ),
    Form(
        r"<amount>\b<n> (?:or|and|to) (?P<also><number>) (?:is|are)(?: only| just| both)? (?:a matter of taste|a "
        r"question of taste|defensible|fair|possible)\b",
        needs=any_of("defensible|fair|just|possible|taste"),
    ),
)

KINDER = pattern(
    r"\b(?:less (?:strict|severe|harsh|stern|demanding|critical|exacting)|more (?:goodwill|kindness|patience"
    r"|generosity|sympathy)|goodwill|kind(?:er|ly|est|-hearted)?|generous\w*|mild(?:er|est)?|patient|lenient"
    r"|forgiv\w+|warm(?:er"
    r"|-hearted)?|charitable|indulgent|gentle[rs]?|soft(?:er)?|friendl\w+|good-natured|sympathetic|well-meaning"
    r"|easily pleased|easy-going|benevolent|enthusiastic|big-hearted|merciful|tolerant"
    r"|thinks? (?:more|better|highly|the world|a lot) of|pays for|pay for|values?|prizes?|rewards?|honou?rs?"
    r"|treasures?|cherish\w*|appreciates?|admires?|(?:is|are|was|were|feels?) (?:moved|touched|impressed|charmed"
    r"|taken|won over|struck|convinced|persuaded)|(?:was|were|is) carried along"
    r"|fills? in the gaps?|good will|more lightly|less (?:strict|of a)|(?:asks?|expects?|wants?|demands?|needs?"
    r"|minds?) (?:\w+ ){0,2}less|overlooks?|excuses?|lets? (?:it|that|this) pass|gives? credit|makes? "
    r"allowances?|does(?:n['’]t| not) (?:ask|mind|miss|want|need|expect)|sees? more|hears? more|finds? more"
    r"|thinks? it (?:enough|better|stronger)"
    r"|(?:holds|rates|puts|sets|ranks|weighs|counts|values|reads)\b[^.;:?!]{0,50}\b(?:higher|more(?! than)"
    r"|double|twice|as enough|more highly|more kindly)"
    r"|loves?|enjoys?|is fond of|content with|satisfied with)\b",
    re.IGNORECASE,
)
STRICTER = pattern(
    r"\b(?:less (?:patient|kind|generous|lenient|forgiving|warm|mild|charitable|indulgent|friendly|sympathetic"
    r"|goodwill|patience)|strict(?:er|est|ly)?|harsh(?:er|ly)?|severe(?:r|ly)?|stern(?:er)?|tough(?:er)?"
    r"|demanding|sceptic\w*"
    r"|skeptic\w*|critical|impatient|exacting|rigorous|unforgiving|hard(?:er)?(?= (?:rater|reader|to please"
    r"|judge|marker|grader))|pedantic|fussy|sour|unmoved|unimpressed|unconvinced|ungenerous|stingy|merciless"
    r"|thinks? (?:less|little|nothing|worse|not much|poorly) of|misses|miss|wants? (?!less\b|only\b|nothing\b)"
    r"|expects? (?!less\b)|asks? (?:for|what|why|how|who|whether|where|when|about|after)|demands? (?!less\b)"
    r"|insists?|looks? for|doubts?|dislikes?|distrusts?|mistrusts?|minds (?!less\b)|regrets?|resents?|objects?"
    r"|would (?:like|want|wish) to (?:hear|see|know)|waits? for|punish\w*|deducts?|is (?:bothered|annoyed|put "
    r"off|troubled|irritated|bored|lost|disappointed)|finds? [^.;:?!]{1,40}\btoo\b|in a hurry|with a stopwatch|holds? "
    r"[^.;:?!]{1,40}\bagainst\b"
    r"|(?:holds|rates|puts|ranks|weighs|counts|values|reads|trusts)\b(?! (?:that|this|it) less)[^.;:?!]{0,50}\b"
    r"(?:lower|less(?! than)))\b",
    re.IGNORECASE,
)
KIND_OF_RATER = pattern(rf"\b(?P<kind>(?:less )?[\w-]+) {_RATER}\b", re.IGNORECASE)

ALTERNATIVES = Alternatives(
    hints=(
        *("one gets", "one comes", "one might", "one could", "one would", "one may", "one arrives", "one goes"),
        *("reading", "strict", "lenient", "generous"),
        *(
            "rater",
            "reader",
            "listener",
            "another",
            "somebody",
            "someone",
            "whoever",
            " who ",
            "others",
            "some ",
            "anybody",
        ),
        *("anyone", "defended", "argued", "defensible", "interviewer", "evaluator", "bar raiser", "between "),
    ),
    who=pattern(WHO, re.IGNORECASE),
    rater=KIND_OF_RATER,
    given=GIVEN,
    range=RANGE,
    kinder=KINDER,
    stricter=STRICTER,
    for_dimension=pattern(r"(?: points?)? (?:for|on|in|under) (?:the |her |his |its )?[\"'*_]*", re.IGNORECASE),
    denied=pattern(r"\b(?:not|never|nobody|none|nor|neither|hardly)\b|n['’]t\b", re.IGNORECASE),
    up=pattern(r"\b(?:up|high|climbs?|rises?|raises?|lifts?|beyond|above)\b", re.IGNORECASE),
    down=pattern(r"\b(?:down|low|drops?|falls?|lowers?|cuts?|punish(?:es)?|stops?|below)\b", re.IGNORECASE),
    changed=(
        Form(
            r"\b(?:add(?:s|ing)?|docks?|deducts?|subtracts?|gains?|wins?|brings?|costs?|loses?|takes? (?:off"
            r"|away)|lifts? (?:it|the total"
            r"|the sum) by|raises? (?:it|the total|the sum) by"
            r"|lowers? (?:it|the total|the sum) by|that is|which is) (?:only |just |another |the answer |it "
            r")*<n>(?: points?)?(?: more| less| to the total| to the sum| points)?(?=[.,;:!?)]|$| and\b| to\b| "
            r"points?\b| for\b)"
        ),
    ),
    totals=(
        Form(
            r"\b(?:makes?|making|arrives? at|comes? to|lands? (?:at|on|with)|ends? (?:at|with|up at)|totals?"
            r"|total (?:of|is|to|would be)|sum (?:of|is|to|would be)|adds up to|(?P<reached>reach(?:es)?|passes)"
            r"|(?:passes|fails|stops|stands|stays|remains|is) (?:at|with|on))"
            r"(?: a| the| total| sum| of| it| in all| for)* <n>(?: points?| in all| together)?(?=[.,;:!?)]|$| "
            r"and\b| with\b| in all\b| where\b| which\b| but\b)"
        ),
    ),
    verdicts=(
        Form(
            r"\b(?:makes?|making|is|it['’]s|reach(?:es)?|arrives? at|arrive at|comes? to|lands? (?:at|on|in)"
            r"|gets? to|ends? (?:at|as|with)|becomes?|verdict|would be|gives?|turns? into)"
            r"(?: still| already| then| even| just| only| is| it| out| a| an| the| verdict| as| of)* [\"'*_]*<verdict>"
        ),
    ),
    passes=pattern(
        r"\b(?:the answer |it |this |she |he |that )?(?:would |will |then |still |might |could )*"
        r"(?:(?P<pass>pass(?:es)?)|fails?)\b(?! \d|ing| the| on| over| by| to)",
        re.IGNORECASE,
    ),
)
