"""English options: those that speak of others, judge, hold each other, or allow no exception."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Absolutes, Combinations, Judgements, MetaOptions, Overlaps

_OPTIONS = r"(?:options?|answers?|choices?|alternatives?)"
_CLAIMS = r"(?:statements?|items|reasons|responses|causes|factors)"
_POINTED = rf"""(?:the|these|those|this)?\s*
    (?:given|listed|other|following|three|four|two|provided|preceding|previous)?\s*
    (?:above|aforementioned|mentioned|listed|foregoing|these|those|them|given|others|{_OPTIONS})
    (?:\s+(?:above|mentioned|listed|given|provided|{_OPTIONS}|here|mentioned\s+above|listed\s+above|given\s+above))?"""
_VERDICT = r"""(?:\s+(?:is|are|were|was|apply|applies|would\s+be)(?:\s+(?:all|both))?
    (?:\s+(?:correct|true|right|valid|accurate|possible|false))?)?"""

_JUDGED = r"\s+(?:above|(?:is|are)\s+(?:all\s+|both\s+)?(?:correct|true|right|valid|false|wrong))"
"""What makes `statements` those of the question; without it, they may be the subject."""

_REASON = r"""(?:\s*[,;:(.–—]\s*|\s+(?:as|because|since|for|combined|together|is|are|were|would|can|may)\b).*"""
"""What may follow `of the above` without changing what the option says."""

_NONE = pattern(
    rf"""(?:none|neither)\s+(?:of\s+)?the\s+above(?:\s+{_CLAIMS})?{_REASON}
    |(?:none|neither)\s+of\s+(?:these|the\s+above)\s+\w+
    |(?:none|neither)\s+(?:of\s+)?(?:the\s+|these\s+)?{_CLAIMS}{_JUDGED}
    |(?:none|neither|nothing|not\s+(?:any|one)|no\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |none|neither(?:\s+one)?(?:\s+(?:is|are)\s+\w+)?|none\s+(?:is|are)\s+(?:correct|true|right|valid)|none\s+apply
    |no\s+(?:correct|right)\s+(?:answer|option|choice)(?:\s+is\s+(?:given|listed))?
    |(?:no|not\s+any)\s+(?:answer|option|choice)\s+is\s+(?:correct|right|true)
    |the\s+(?:correct\s+|right\s+)?answer\s+is\s+not\s+(?:given|listed|here|shown)""",
    re.VERBOSE,
)
_ALL = pattern(
    rf"""(?:all|both)\s+(?:of\s+)?the\s+above(?:\s+{_CLAIMS})?(?!,?\s+(?:except|but)\b){_REASON}
    |either\s+of\s+the\s+above|(?:all|both)\s+of\s+(?:these|the\s+above)\s+(?!except|but)\w+
    |(?:all|both)\s+(?:of\s+)?(?:the\s+|these\s+)?{_CLAIMS}{_JUDGED}
    |(?:all|any|both|each|every\s+one)\s+(?:of\s+)?{_POINTED}{_VERDICT}
    |all|both|all\s+(?:three|four|five)|(?:all|both)\s+(?:is|are)\s+(?:correct|true|right|valid|possible)|all\s+apply
    |everything\s+(?:above|listed|mentioned)(?:\s+(?:above|here))?|all\s+(?:(?:two|three|four|five)\s+(?:of\s+)?)?the\s+above""",
    re.VERBOSE,
)
_SOME = pattern(
    rf"""(?:(?:only\s+|at\s+least\s+)?(?:one|two|three)(?:\s+or\s+more)?|some|several|more\s+than\s+one)\s+of\s+
    (?:the\s+above|the\s+{_OPTIONS}(?:\s+above)?){_VERDICT}
    |(?:the\s+)?(?:first|second|third|last|previous|preceding)
    (?:\s+and\s+(?:the\s+)?(?:first|second|third|last)|\s+(?:two|three))?\s+{_OPTIONS}(?:\s+(?:above|below))?{_VERDICT}""",
    re.VERBOSE,
)
_LETTER = r"\(?[a-h]\)?"
_LETTERS = pattern(
    rf"(?:(?:both|either|neither|only|all\s+of|all|{_OPTIONS})\s+)*{_LETTER}"
    rf"(?:(?:\s*[,&+/]\s*(?:and\s+|or\s+)?|\s+(?:and|or|nor|but\s+not)\s+)(?:{_OPTIONS}\s+)?{_LETTER})+"
    rf"(?:\s+(?:only|above|both|are\s+(?:both\s+)?(?:correct|true|right))|\s*,?\s+but\s+not\s+{_LETTER})?"
)
_NAMED = pattern(
    rf"(?:(?:both|either|neither|only)\s+)?(?:options?|answers?|choices?)\s+{_LETTER}(?:\s+(?:is|above|only).*)?"
    rf"|all\s+(?:except|but)\s+(?:{_OPTIONS}\s+)?{_LETTER}"
)
_CALLED = pattern(rf"\b{_OPTIONS}\b")
_EXCEPTED = pattern(
    r"all\s+of\s+the\s+above,?\s+(?:except|but).*"
    r"|(?:(?:both|only)\s+)?(?:of\s+)?(?:options?|answers?|choices?)\s+#?[1-8](?:\s+(?:is|above|only|and).*)?"
)
_FIRST_WORDS = """
none neither nothing not no all any both each every everything two three some several one more only at either of the
first second third last previous preceding option options answer answers choice choices insufficient
cannot can't can there a b c d e f g h
"""

_BEGINNING = pattern(
    r"(?:there\s+is\s+(?:not|insuff\w+)|insufficient|can(?:not|'t|\s+not)\s+be|none|neither|nothing|not\s+(?:any|one|enough)"
    r"|no\s+(?:one|answer|option|choice|correct|right)|all|any|both|each|every|everything"
    r"|(?:two|three|some|several|one|more)\s+(?:of|than|or\s+more)|only|at\s+least|either|options?|answers?|choices?|of|statements?"
    r"|(?:the\s+)?(?:first|second|third|last|previous|preceding|correct|right|answer)"
    r"|\(?[a-h]\)?(?=\s*(?:[,&+/]|and\b|or\b|nor\b|but\b)))(?![\w'-])"
)
_SHARES = pattern(
    r"(?:some|most|half|few|many|one|two|several|a few|a third|a quarter)(?: of (?:them|these|those|the \w+))?"
)

_UNSETTLED = pattern(
    r"""(?:there\s+is\s+)?(?:not\s+enough|insufficient)\s+(?:information|data|evidence)(?:\s+(?:is|was))?(?:\s+(?:given|provided|available))?
        (?:\s+to\s+(?:tell|say|decide|determine|know|answer|solve|conclude)(?:\s+.*)?)?
    |(?:cannot|can't|can\s+not)\s+be\s+(?:determined|inferred|known|told|decided|answered)
        (?:\s+(?:from|with|by|on|without|unless)\s+.*)?""",
    re.VERBOSE,
)

META_OPTIONS = MetaOptions(
    first_words=listed(_FIRST_WORDS),
    beginning=_BEGINNING,
    none=_NONE,
    unsettled=_UNSETTLED,
    all=_ALL,
    some=_SOME,
    excepted=_EXCEPTED,
    letters=_LETTERS,
    every=pattern(
        rf"(?:(?:all|any|each|every\s+one)\s+(?:of\s+)?)?(?:{_OPTIONS}\s+)?{_LETTER}(?:\s*[,&+/]\s*{_LETTER})+"
        rf"\s*,?\s*(?:and|or|&|\+)\s*{_LETTER}(?:\s+(?:above|are\s+(?:correct|true|right)))?"
    ),
    named=_NAMED,
    called=_CALLED,
    shares=_SHARES,
    above=("above",),
    offered=pattern(r"\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice)s? ([A-H])\b(?:,? (?:and|or) ([A-H])\b)?"),
)

_ABSOLUTE = """
always never all every everyone everybody everything only must none nobody forever invariably
completely entirely totally absolutely exclusively solely impossible cannot
"""
_IDIOMS = pattern(
    r"""\b(?:at\ all(?!\ times)|above\ all|after\ all|all\ right|first\ of\ all|all\ along|all\ over|all\ in\ all
    |all[- ]purpose|all[- ]or[- ](?:none|nothing)|not\ (?:only|all|always|every\w*)|only\ (?:if|when|after|once|child)
    |only\ (?:one|two|three|\d+|an?|i{1,3}|iv|[b-h])
    |(?:one|two|three|four|five|\d+|an?)\ [\w-]+\ only|we\ all
    |(?:i{1,3}|iv|vi{0,3}|[a-h]|\d)[).]?,?\ only|(?:read|write)[- ]only|must[- ](?:have|see)|always[- ]on|nothing\ but
    |only\ the|all\ of\ (?:the|i{1,3}|[a-h]|\d)
    |(?:that|since|because|which|who|if|when|so|as|why|where|what)\ (?:[\w'-]+\ ){0,6}cannot|cannot$
    |(?:sum|total|number|set|list|union|product|average|mean|most|out|half|each|any|one|some|none)\ of\ all
    |all\ [\w-]+\ (?:of|in|from)\ the
    |cannot\ be\ (?:determined|inferred|known|told|calculated|answered|said|found)
    |every\ (?:other|few|second|third|fourth|\d+|two|three|four|six|eight|twelve)
    |every\ (?:hour|day|night|morning|week|month|year|minute|second|time)s?
    |(?:almost|nearly)\ (?:all|always|every|never))\b""",
    re.VERBOSE,
)

ABSOLUTES = Absolutes(
    terms=listed(_ABSOLUTE),
    idioms=_IDIOMS,
    alone=listed("always never everyone nobody impossible"),
    share=pattern(r"(?:all|none|every one)(?: of (?:them|these|those|the \w+))?"),
    who=listed("who whom whose"),
    persons=listed("nobody everyone everybody"),
)

_LABEL = r"\(?(?:i{1,3}|iv|vi{0,3}|ix|x|[1-9]|[a-h])[).]?"

COMBINATIONS = Combinations(
    first=listed("i ii iii iv v vi vii viii ix x both only statement statements option options choice choices")
    | frozenset("123456789abcdefgh"),
    labels=pattern(
        rf"(?:both |only |all of |statements? |options? |choices? )*{_LABEL}"
        rf"(?:(?:,| and| &| or|, and|;| \+)\s*{_LABEL})*"
        r"(?P<only>,? (?:only|alone|(?:is|are) (?:true|correct)(?: only)?))?"
    ),
    combined=pattern(rf"{_LABEL}(?:,| and| &|, and|;| \+)\s*{_LABEL}"),
    first_label=pattern(r"(?<!\w)\(?(?:I|i|1|A|a)[.):]"),
    second_label=pattern(r"(?:II|ii|2|B|b)[.):]"),
    labelled=pattern(r"(?<!\w)statements? (?:I|1|A)\b"),
    joint=pattern(r"(?:(?<!\s)\s+)?[,;]\s*(?:and\s+)?|(?<!\s)\s+(?:and|&|\+)\s+"),
    joints=(",", " and ", ";"),
    several=listed("two three four pair pairs combination combinations both respectively"),
    crossed=listed("respectively"),
    beside=pattern(r"^(?:both\s+)?(?:(?:the|an?)\s+)?"),
)

_WORDS = ("true", "false", "yes", "no", "right", "wrong", "correct", "incorrect")

JUDGEMENTS = Judgements(
    verdicts=frozenset((*_WORDS, "t", "f")),
    words=frozenset(_WORDS),
    pairs=(("true", "false"), ("yes", "no"), ("t", "f"), ("correct", "incorrect"), ("right", "wrong")),
    reasoned=pattern(r"(?:true|false|yes|no)\s*(?:[,;:.–—-]|because|since)\s*(?!\d)\w"),
    announced=pattern(
        r"\W*(?:true\s*(?:or|/)\s*false|t\s*/\s*f)\b|.*\btrue\s*(?:or|/)\s*false\W*$", re.IGNORECASE | re.DOTALL
    ),
    announcing="true",
)

OVERLAPS = Overlaps(
    spans=listed("range ranges between interval intervals normal reference window period years when target"),
    joints=(" and ", ", ", " with ", " plus ", " or ", " & ", " + ", "; "),
    joined=pattern(r" (?:and|with|plus|or|&|\+) |[,;] ", re.IGNORECASE),
)
