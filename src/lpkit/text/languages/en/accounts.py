"""English notes: which of their figures are those of an answer, and which are a note's own."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.figures import FIGURES
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.accounts import Accounts

_OWN = """
reason step thing point gap question sentence word line example half time part way side kind sort story answer claim
candidate rater reader listener listening version case clause phrase paragraph mark side sense level idea act fact
sign score dimension marker verdict hire minute's habit lesson detail image scene turn move choice fault mistake
option excerpt statement possibility rival trait strength weakness limit view measure product turn letter
"""
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"

ACCOUNTS = Accounts(
    starts=(FIGURES.starts - FIGURES.lengths) | {"single"},
    own=listed(_OWN),
    plurals=pattern(
        r"\b(?:[a-z'’-]{2,}(?<!ss)(?<!us)(?<!is)(?<!['’])s|people|men|women|children|staff|feet|mice|teeth|euros?"
        r"|sheep)\b"
    ),
    proposes=pattern(
        r"\b(?:raters?|points?|argu\w+|defen[ds]\w*|generous\w*|fair|hence|gives?|given|would|could|strict\w*"
        r"|stays?|stops?|hire|caps?|scor(?:e[ds]?|ing)|whoever|someone|somebody who|who|either|ceiling|kinder"
        r"|harsh\w*|lenient|mild\w*|marker|weigh\w*|worth|earn(?:s|ed)?|enough for|for some|panel|possible|as good"
        r"|just as|at most|beyond|nobody should|between|for pace|with respect|instead|rather than|at best|with an? "
        r"|pass|goes? to|not more|defensible|with it|makes?|lands)\b"
        r"|^\W*(?:so |a |an |or |hence |thus )?[\w-]+(?:[.,;:]|$)|(?:^|[,;] )(?:so |or |hence |a |an )[\w-]+\W*$"
        r"|^\W*[\w-]+ (?:for|or|with|and|to)\b|^\W*[\w-]+(?: or [\w-]+)?\W*$",
        re.IGNORECASE,
    ),
    ends=pattern(r"\b(?:is|for|at|to|of|by|or|and|a) \W*[\w-]+\W*$"),
    rest=pattern(
        r"\b(?:others?|left|(?:are|is|stays?|lies?|still|left) open|remain\w*|rest|still|wait\w*|unknown|dark|missing"
        r"|without|untold|except)\b",
        re.IGNORECASE,
    ),
    all_of=pattern(r"\bof (?:the|these|those|all) (?:\w+ )?$|\b(?:all|the) $", re.IGNORECASE),
    single=pattern(r"\b(?:single|one)\b", re.IGNORECASE),
    share_before=pattern(
        r"\b(?:by|(?:fall|drop|cut|rise|reduction|loss|gain|growth|decline|decrease|increase|saving)s? (?:of|by)"
        r"|down|up|fell|rose|grew|shrank|dropped)(?: (?:about|some|over|nearly|almost|more than|less than|only|just))?"
        r" (?:an? )?$",
        re.IGNORECASE,
    ),
    share_behind=pattern(
        r" (?:as [a-z]+ again|more|less|fewer|again|higher|lower|faster|slower|longer|shorter|larger|smaller)\b",
        re.IGNORECASE,
    ),
    phrase=pattern(r"[,:;.!?]\s|\s[–—-]\s"),
    supposed=pattern(
        r"\b(?:if|would|could|might|should|unless|imagin\w*|suppos\w*|like an?|such as|for (?:example|instance)|say"
        r"|target\w*|goals?|wish\w*|expect\w*|usual\w*|typical\w*|hoped|needs?|needed|wants?|wanted|average|elsewhere"
        r"|other (?:people|candidates|answers|firms|teams)|most people|many people|often|listeners?|readers? who)\b",
        re.IGNORECASE,
    ),
    denied=pattern(r"\b(?:not|never|no|nobody|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE),
    joined=pattern(r",? (?:and|or|to|then to|against|then)(?: (?:only|just|then|to))? "),
    rater=pattern(
        r"\b(?:raters?|whoever|somebody who|someone who|one who|colleagues? who|anyone who)\b", re.IGNORECASE
    ),
    meant=pattern(r"\b(?:the|these|those) $", re.IGNORECASE),
    base=pattern(
        r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+ [a-z]+|mornings?|out) (?:in|out of) "
        r"(?:(?:about|some|nearly|every|over|under) )?(?:an? )?$",
        re.IGNORECASE,
    ),
    bases=(10.0, 100.0, 1000.0),
    both=pattern(r"\bboth (?:of )?(?:the |my |our |her |his |their |these |those )?(?P<noun>[a-z]{3,})", re.IGNORECASE),
    clock=pattern(r"(?<![\d:])(?P<hours>[012]?\d):(?P<minutes>[0-5]\d)(?![\d:])"),
    hours=(("noon", 720), ("midday", 720), ("midnight", 0)),
    each=pattern(r"\b(?:each|every|apiece|per)\b"),
    months=pattern(
        r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
    ),
    month_names=tuple(_MONTHS.split()),
)
