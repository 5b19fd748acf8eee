"""English answers, and what notes and questions say of them: evidence, time, quotations."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Citations, Durations, Evidence

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
"""A month, in a pattern."""
_NUMERAL = (
    r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen"
    r"|one(?=[- ](?:hundred|thousand|million|billion|dozen|percent|minute|second|hour|week|month|year)))"
)
_IN_WORDS = pattern(
    rf"(?<![\w-])(?<!\d )(?:{_NUMERAL}(?:(?:-| and | ){_NUMERAL})*|half|halved|halving|doubled|tripled|twice"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)fold|two thirds|(?:third|quarter)s? of"
    r"|(?:an?|one) (?:fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth) of"
    r"|(?:by|to) an? (?:third|quarter|fifth|sixth|eighth|tenth)(?=\s*(?:[.,;:!?)]|$|(?:and|in|within)\b)))"
    r"(?!\w)",
    re.IGNORECASE,
)

EVIDENCE = Evidence(
    pronoun="I",
    begins=pattern(r"[(\[]*I(?:['’](?:d|ve|m|ll))?(?=[\s,;:—–…]|$)"),
    says=pattern(r"(?<![\w'’*-])I(?:['’](?:d|ve|m|ll)\b|(?=,? [a-z]))"),
    asked=pattern(
        r"\b(?:at least|minimum of|no (?:fewer|less) than) (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
        r" sentences? (?:that |which )?(?:begin|start)(?:s|ning|ing)? with ['\"‘“*_`]*I\b",
        re.IGNORECASE,
    ),
    asked_numerals=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    no_unit=frozenset(("st", "nd", "rd", "th", "D", "G", "FA", "p", "s")),
    no_measure_after=pattern(
        rf":\d|/\d+/\d|-\d\d-\d\d\b|/7\b|\s?(?:[ap]\.?m\b|o['’]clock)|(?:\s+of)?\s+{MONTH}", re.IGNORECASE
    ),
    label_before=pattern(
        r"\b(?:version|step|sprint|phase|chapter|ticket|issue|room|tier|page|option|candidate|port|floor|level|rfc|http"
        r"|error|sde|python|java|ios|android|windows|no\.)\s$",
        re.IGNORECASE,
    ),
    month_before=pattern(rf"\b{MONTH}\s$"),
    counted_after=pattern(r"\s?(?:%|percent\b|[a-z]+(?:-[a-z]+)*s\b|ms\b)"),
    in_words=_IN_WORDS,
)

_TEENS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMERALS = {"a": 1} | {name: number for number, name in enumerate(_TEENS.split(), start=1)} | _TENS
_AMOUNT = rf"(?:half a|\d+(?:\.\d+)?|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_TIME = (
    rf"(?P<low>{_AMOUNT})(?P<half> and a half)?(?:\s?(?:-|–|—|to)\s?(?P<high>{_AMOUNT}))?"
    r"[ -]?(?P<unit>seconds?|secs?|minutes?|mins?|s)\b(?P<more> and a half\b)?"
)
_BOUND = r"(?:(?P<bound>under|less than|within|at most|over|more than|at least)\s+)?"

DURATIONS = Durations(
    numerals={"half a": 0.5, **_NUMERALS},
    compares=("longer", "shorter"),
    lasts=("runs", "lasts", "takes", "speaks"),
    longer=pattern(
        rf"(?<![\w.-]){_BOUND}{_TIME}(?: of speech)? (?P<way>longer|shorter)"
        r"(?:\s+than\s+(?:candidate\s+)?(?P<other>[\w-]+))?",
        re.IGNORECASE,
    ),
    runs=pattern(
        r"(?:^|[.;:!?]\s+)(?:(?:it|the (?:whole )?answer|this answer|candidate (?P<who>[\w-]+)|(?P<letter>[a-d])) )?"
        r"(?:runs|lasts|takes|speaks)"
        rf"(?: for)?(?: about| around| roughly| nearly| almost| just| well| some)*\s+{_BOUND}{_TIME}"
        r"(?! (?:of|to|before|on|for|until|too|longer|shorter))",
        re.IGNORECASE,
    ),
    longer_way="longer",
    minute="min",
    at_most=frozenset(("under", "less than", "within", "at most")),
    at_least=frozenset(("over", "more than", "at least")),
    supposed=pattern(r"\b(?:could|would|should|might|may|if)\b", re.IGNORECASE),
    the_other=frozenset(("", "the", "its")),
)

CITATIONS = Citations(
    supposed=pattern(
        r"^\W*(?:say|write|try|ask)\b"
        r"|\b(?:would|could|should|might|instead"
        r"|better|if|imagine|suppose|rewrite|e\.g|for example|such as|replace|than)\b",
        re.IGNORECASE,
    ),
    others=pattern(
        r"\b(?:bar raiser|interviewer|reviewer|evaluator|listener|colleague|manager|peer)s? "
        r"(?:notes?|writes?|wrote|says?|said|asks?|asked|objects?|objected|replie[sd]|reply|wants?|hopes?)\b"
        r"(?! (?:that|how|why))",
        re.IGNORECASE,
    ),
    rewrites=pattern(
        r"\b(?:rewrit\w*|replac\w*|instead|continu\w*|follow-up|adds?|added|better|version|wording|improv\w*|stronger"
        r"|rephras\w*|probe|ask next|next|follows?)\b",
        re.IGNORECASE,
    ),
    asks_for_part=pattern(
        r"\b(?:which|what|the)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:passage|sentence|phrase|words|line|part|clause|quote|quotation|detail|element|statement)\b",
        re.IGNORECASE,
    ),
    candidate=pattern(r"\b(?i:candidate) ([A-Za-z0-9_-]+)|\b[Aa]nswer ([A-H])\b"),
)
