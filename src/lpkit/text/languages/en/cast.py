"""English: how prose names candidates, options, steps and dimensions."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import WORD
from lpkit.text.languages.parts import Cast, Form

MANY = (
    *("candidates", "answers", "stories", "people", "managers", "engineers", "juniors", "speakers", "applicants"),
    *("interviewees", "accounts", "replies"),
)
TELL = (
    r"(?:tell|describe|answer|speak|report|give|compete|recount|present|talk|explain|face|meet|had|worked|made|found"
    r"|lead"
    r"|get|take|have|are|delivered|share|come)"
)

ROLES = ("ers", "ors", "ists", "ians", "ants", "ects", "leads", "heads", "uties", "aries", "men", "ees", "nurses")
PERSONS = rf"[a-z]*(?:{'|'.join(ROLES)})"
"""Ends of words for what people are by their work."""
WHO = rf"(?:{'|'.join(MANY)})"
_JUDGED = (
    r"(?:figures|numbers|order|structure|opening|ending|beginning|endings|result|results|voice|delivery|answer"
    r"|story|words"
    r"|sentences|points|score|total|telling|wording|detail|details|evidence|reflection)"
)
"""What only an answer has, so that the best of so many is of so many answers."""
CAST = Cast(
    word="andidate",
    candidate=pattern(
        r"\b[Cc]andidates? (?P<name>[A-Z]|[b-hj-z]|\d{1,2})\b(?![-'’]\w{2}|\.\w|\w)"
        r"|(?<=\bandidates [A-Z] and )(?P<second>[A-Z])\b"
        r"|(?<=\bandidates [A-Z], )(?P<next>[A-Z])\b|(?<=\bandidates [A-Z], [A-Z] and )(?P<third>[A-Z])\b"
    ),
    letter=pattern(
        r"(?<![\w'’.&/-])(?<![Oo]ption )(?<![Pp]lan )(?<!Team )(?<![Tt]ype )(?<![Vv]itamin )(?<!Version )(?<!Part "
        r")(?<!Group )"
        r"(?P<name>[A-Z])(?=['’]s\b| (?:is|was|has|never|says|said|tells|told|gives|gave|stays|earns|earned|gets|got"
        r"|totals"
        r"|scores|scored|decides|decided|keeps|kept|names|named|shows|does|did|took|takes|alone|and [A-Z]\b|once more"
        r"|again)\b|,? (?:an?|the|our|another|still an?|clearly an?) [\"'*_`]*(?-i:[A-Z]))"
    ),
    compared=pattern(
        r"\b(?:than|[Uu]nlike|[Ll]ike|beside|behind|ahead of|(?:twin|brother|sister|double) of|compared (?:with|to)"
        r"|(?:where|while|whereas|against|from|over|under|to|with|for|and|but|of)(?= [B-HJ-Z]['’]s [a-z])"
        r"|[Bb]oth [A-Z] and|[Nn]either [A-Z] nor|[Aa]s (?:[a-z]+ )?as|answers?(?: of)?|stor(?:y|ies) of|told by)"
        r" (?P<name>[B-HJ-Z])(?=[.,;:!?)]|['’]s\b| (?:by|in|on|at|who|does|did|is|was|and|but|with|for|or)\b|$)"
    ),
    itself=pattern(
        r"(?:\b(?:[Uu]nlike|[Cc]ompared (?:with|to)|[Ii]n contrast to|(?:twin|brother|sister|double|mirror image"
        r"|counterpart"
        r"|opposite|reverse|rival|cousin|shadow|echo) (?:of|to)|(?:[A-Za-z]+er|[Mm]ore [a-z]+|[Ll]ess [a-z]+"
        r"|[Bb]etter|[Ww]orse)"
        r" than|(?<!look )"
        r"(?<!sound )(?<!more )(?<!just )[Ll]ike|[Aa]s [a-z]+ as|[Aa]s (?:with|in)) (?:[Cc]andidate"
        r" (?P<name>[A-Z])|(?P<letter>"
        r"[B-HJ-Z]))(?=[.,;:!?)]|$| (?:and|but|does|did|is|was)\b)"
        r"|\b[Aa]s (?:[Cc]andidate (?P<doer>[A-Z])|(?P<bare>[B-HJ-Z])) (?:did|does)(?=[.,;:!?)]|$))"
    ),
    alone=pattern(
        r"\b(?:nobody|no one|none|neither|no other|no answer|others?|anyone|anybody|who|whoever|if|would"
        r"|could|should"
        r"|both|either|second half|end|whether)\b|\?|(?-i:\b[A-Z] (?!does\b|was\b|is\b)[a-z]{2,}s\b)",
        re.IGNORECASE,
    ),
    ordinal=pattern(
        r"\b[Tt]he (?P<place>third|fourth|fifth|sixth|seventh|eighth) (?:candidate|answer)\b(?! (?:to|of|in|from|on)\b)"
    ),
    relative=pattern(
        r"[\"'*_`]*(?:,? (?:who|whose|which|at|with) [^.,;:!?]*"
        r"|,? (?:an?|the|our|another|still an?|clearly an?) [\"'*_`]*)$"
    ),
    equals=pattern(r"[\"'*_`]* (?:(?:is|was|belongs to|goes to|went to|remains|of|for),? (?:candidate )?|\()$"),
    compares=pattern(
        r"\b(?:than|as|like|unlike|with|beside|against|from|next to|compared (?:to|with)|over|behind|ahead of|before"
        r"|after"
        r"|and|of|by|to|for)\s*(?:the )?$",
        re.IGNORECASE,
    ),
    many=(
        Form(
            rf"\b(?:each|every one|any|all) of the <n>(?= {TELL}s?\b| speaks\b| has\b| gets\b| answers\b)",
            needs=("of the ",),
        ),
        Form(rf"\b(?P<both>both) (?:of the )?(?P<who>{WHO})\b", needs=("both ",)),
        Form(rf"\b(?:the|all|these|all of the|both of the|all the) <n> (?P<who>{WHO})\b", needs=MANY),
        Form(
            rf"(?:^|[.!?]\s+)<n> (?:[\w-]+ ){{0,2}}(?P<who>{WHO})\b(?= {TELL}\b| on\b| about\b| of the same\b|, "
            r"| from\b)",
            needs=MANY,
        ),
        Form(r"\b(?P<both>either|neither) (?:of the two )?(?P<who>candidate|answer)s?\b", needs=("either ",)),
        Form(
            r"\b(?P<judged>(?:\w+est|(?:most|least) [a-z]+|best|worst|most|fewest|least|better|worse|more|fewer) "
            rf"(?:[a-z]+ )?{_JUDGED}) (?:of|among|from) (?:all )?(?:the )?<n>(?=[.,;:!?]|$| and\b)",
            needs=("of ", "among ", "from "),
            certain=False,
        ),
        Form(
            r"\b(?:\w+(?:er|est)|most \w+|more \w+|least \w+|less \w+|best|worst|best [\w-]+(?: \w+)?|better|worse|one"
            r"|first|last|which|any)(?: one| answer| story)? of the <n>"
            r"(?=[.,;:!?]|$| and\b| is\b| this\b| sounds\b| has\b)",
            needs=("of the ",),
            certain=False,
        ),
    ),
    roles=(
        Form(
            r"(?:^|[.!?:;]\s+|\b(?:asks|hears|meets|interviews|between|and) )(?P<lead>(?:the |these )?)<n> "
            r"(?:(?!(?:years?|months?|weeks?|days?|hours?|minutes?|of|interviewers|raisers|examiners|asks?|hears?)\b)"
            r"[\w-]+ ){0,3}?"
            rf"(?!interviewers|raisers|examiners|panellists)(?P<role>{PERSONS})\b(?! (?:ago|long))",
            needs=ROLES,
        ),
        Form(
            r"\b(?:<n>|(?P<both>both|either)) of (?:its|the|their|our|his|her|these) (?:[\w-]+ ){0,2}?"
            rf"(?P<role>{PERSONS})\b(?= {TELL}\b| who\b| each\b| applied\b| apply\b| want)",
            needs=("of ",),
        ),
    ),
    pair=pattern(
        r"(?:^|(?<=[.!?]) +)(?P<both>Both) (?:of them )?"
        r"(?:saw|see|tell|told|begin|start|open|take|took|speak|spoke|worked|work|moved|noticed|counted|wrote|asked|had"
        r"|report|claim|describe|answer|found|find|knew|know|learned|learnt|led|stood|stand|sound|admit|name|end|finish"
        r"|came|come|acted|act|did|made|tried|earn|got|get|pass|fail|deserve|sit|talk|stay|waited|handled|faced|fixed"
        r"|cut|saved|chose|decided|put|give|gave)\b(?! (?:up|off|to an end)\b)"
    ),
    pairs_up=pattern(
        r"\b(?i:and|two|both|or|neither|either|pair|twice|other|another|second|beside)\b|\b[B-HJ-Z]\b(?!\S)"
    ),
    others=(
        Form(
            r"\b(?:none|any|each|one|neither|both|all|either|some|most) of the (?:<n> others?|other <n>)\b(?! of\b)",
            needs=("other",),
            certain=False,
        ),
        Form(
            rf"\b(?:the|both|all|its) (?:<n> other|other <n>)(?=[.,;:!?]|$| do\b| {WHO}\b| and\b| did\b)",
            needs=("other",),
            certain=False,
        ),
    ),
    option=pattern(
        r"\b(?:[Oo]ptions?|[Cc]hoices?|[Dd]istractor|[Aa]lternative) \(?(?P<name>[A-Z]|[b-hj-z]|\d{1,2})\)?(?![\w'’-]"
        r"|\.\w)"
        r"|\b(?:the|[Tt]he) (?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth) (?:option|choice)\b"
        r"|\([Oo]ptions? (?P<also>[A-Z])\)"
    ),
    key=pattern(
        r"\b(?:[Kk]ey|(?:right|correct|best) (?:answer|option|choice|one)|[Aa]nswer)(?: here)?(?: is| must be"
        r"| remains|:| =)+ "
        r"(?:therefore |thus |clearly |[Oo]ption |[Cc]hoice )*\(?(?P<before>[A-H])\)?(?![\w'’-]"
        r"| [a-z]+s?\b(?<!because)(?<!since)(?<!and))"
        r"|\b(?:[Cc]hoose|[Pp]ick|[Tt]ake|[Ss]elect) (?:[Oo]ption )?(?P<choose>[B-H])(?=[.;,!]|$)"
        r"|(?<![\w'’])(?P<first>[B-H]) is (?:therefore |thus |clearly )?(?:the )?(?:right|correct|key|answer)\b"
        r"|\b(?:[Oo]ption|[Cc]hoice) \(?(?P<after>[A-H])\)? (?:is|must be|remains) (?:therefore |thus "
        r"|clearly )*(?:the )?"
        r"(?:right|correct|key|best|answer|true)\b"
        r"|(?:->|→|=>|\b[Ss]o|\b[Hh]ence|\b[Tt]hus)[,:]? (?:it is |the key is "
        r"|option )?\(?(?P<arrow>[A-H])\)?(?=[.;!]?\s*$)"
    ),
    options=pattern(
        rf"\b(?:(?P<all>all) (?:the )?|the |these |of the )(?P<n>{WORD}) (?:options|choices)\b(?! (?:left|that remain))"
        rf"|\b(?P<four>{WORD}) options (?:are|to choose)\b"
        rf"|\bwhich of the (?P<which>{WORD})(?= (?:would|could|can|is|does|do|has|still|will|names|shows|comes|leaves"
        r"|needs)\b)",
        re.IGNORECASE,
    ),
    dimensions=pattern(
        rf"\b(?:the|all|these|all the|on all|across the|across) (?P<n>{WORD}|both) dimensions\b", re.IGNORECASE
    ),
    step=pattern(
        rf"\b[Ss]tep (?P<n>\d{{1,2}})\b(?!\s*[:.)])|\b(?:the|all|these) (?P<all>{WORD}) steps (?:above|below|here)\b"
    ),
    sentence=pattern(
        r"\b(?:the|its|her|his|their) (?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
        r"|final|closing|opening) sentence\b(?! (?:would|could|should|might|may|needs?|that|which|of the (?:rewrite"
        r"|prompt|question|stem)))",
        re.IGNORECASE,
    ),
    last=frozenset(("last", "final", "closing")),
    ordinals={
        name: value
        for value, name in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1
        )
    },
    both=frozenset(("both", "either", "neither")),
    unknown_dimension=pattern(
        r"(?<![\w.])\d{1,2}(?: ?/ ?\d{1,3}| (?:out )?of \d{1,3})(?: points?)? (?:for|on|in|under) (?:the )?[\"'*_`]*"
        r"(?P<share>[a-z]+(?:[- _][a-z]+){0,2})[\"'*_`]*(?=\s*(?:[.;,:!?)]|$|and\b|but\b))"
        r"|\b(?:[Ss]cores?|earns?|gets?|[Hh]ence) (?:only |just )?\d{1,2}(?: points?)? (?:for|on|in"
        r"|under) (?:the )?[\"'*_`]*"
        r"(?P<scored>[a-z]+(?:[- _][a-z]+){0,2})[\"'*_`]*(?=\s*(?:[.;,:!?)]|$|and\b|but\b))"
        r"|\b(?:on|under|for|in) the dimensions? [\"'*_`]+(?P<named>[A-Za-z]+(?:[- _][a-z]+){0,2})[\"'*_`]+"
    ),
    no_dimension=frozenset(
        "it that this them each both delivery content candour effort honesty her his him now the a style".split()  # noqa: SIM905
    ),
    key_is=pattern(
        r"\b(?:(?:[Tt]he )?(?:right |correct |best )?(?:answer|key|option|choice)(?: here)? (?:is|must be|remains)"
        r"|[Ss]o it is|[Ii]t is therefore|[Hh]ence it is|[Ww]hich makes it)(?: therefore| thus| clearly)?[:,]? |(?:->"
        r"|→) "
    ),
    sure=("candidate", "answer"),
    anybody=("X", "Y", "Z", "N"),
    scored=pattern(
        r"\b(?:scored|gave|give|rated|marked|put|placed|read|saw|see|liked|trusted|believed|paid"
        r"|overrated)(?: both)? $",
        re.IGNORECASE,
    ),
    beside=pattern(
        r"\b(?:others?|another|while|whereas|unlike|than|neighbou?rs?|both|beside|besides|compared|instead|rewrite"
        r"|two answers|stronger|better|next to)\b",
        re.IGNORECASE,
    ),
    contrasts=pattern(
        r"\b(?:than|unlike|while|whereas|but|where|here|this|beside|against|next to|compared|both|instead|mirror|other"
        r"|same|also|too|not)\b",
        re.IGNORECASE,
    ),
    model=pattern(
        r"[\"'*_]* (?:has|does|shows|gives|brings|holds|tells|meets|fulfils|fulfills|satisfies|offers|names|keeps)"
        r" (?:nearly |almost )?(?:all|every|each|most|both|it all|everything|these|them|what)\b"
        r"|[\"'*_]* (?:is|serves as|sets|makes|stands as|can serve as) (?:the|a|your)"
        r" (?:model|example|pattern|standard)\b"
    ),
)
