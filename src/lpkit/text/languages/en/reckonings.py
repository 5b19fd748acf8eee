"""English arithmetic in prose: sums, shares, rates, and changes from one figure to another."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.rates import PRICED, SPREAD
from lpkit.text.languages.en.sums import MAKES, SUMS, TOTAL
from lpkit.text.languages.en.turns import TURNS
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.figures import alternatives
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.reckonings import NO_FIGURE as N
from lpkit.text.languages.parts.reckonings import Pair, Reckonings

_DOWN = """
down fell fall falls falling drop drops dropped dropping decline declined declining decrease decreased decreasing reduce
reduced reducing reduction cut cuts cutting lower lowered lowering shrank shrunk shrinking sank sunk slashed slashing
trimmed trimming fewer less shorter lost losing shaved shaving saving saved saves
"""
_UP = """
up rose rise rises rising risen grew grow grown growing growth increase increased increasing climbed climbing climb
jumped jump jumping raised raising gain gained gaining more higher longer added adding lifted lifting
"""
_EITHER = "improved improving improvement improves better faster quicker slower changed change changing went going"
_WAYS = {**dict.fromkeys(_DOWN.split(), -1), **dict.fromkeys(_UP.split(), 1)}
_WAY = alternatives({**_WAYS, **dict.fromkeys(_EITHER.split(), 0)})
_VERBS = listed(
    "down fell dropped declined decreased reduced cut lowered shrank sank slashed trimmed up rose grew"
    " increased climbed"
    " jumped raised lifted improved went falling dropping rising growing reducing cutting increasing"
    " improving lowering"
    " reduces cuts falls rises drops increases shrinking lifting raising"
)
_MOVED = alternatives(_VERBS)
_CHANGE = "drop|fall|loss|cut|decrease|reduction|decline|rise|increase|gain|growth|jump|improvement|saving|change|climb"
_COMPARED = "fewer|less|lower|shorter|more|higher|longer|faster|quicker|slower|better"
_SIGNS = """
make makes made making add adds added adding sum sums total totals totalled totaled give gives giving gave equal equals
others all amount amounts plus minus altogether leaving leaves leave
remaining other rest each together divided less times
gone dropped removed deleted away closed last missing outstanding final multiplied so that's
"""

_SIZES = """
by fewer less more lower higher shorter longer faster quicker slower better percent cent loss half third thirds quarter
quarters fifth sixth tenth drop fall decrease reduction decline rise increase gain growth jump improvement saving
saved lost losing gained gaining change climb halved halving doubled doubling tripled tripling trebled quadrupled
twice double triple times fold twofold threefold fourfold fivefold tenfold x cut time down up points
"""

_PERIOD = "(?:second|minute|hour|day|night|week|month|quarter|year)"
_PER = rf"(?:a|an|per|each|every) (?P<per>{_PERIOD})"
_SO = (
    rf"(?:,? ?(?:\(|:|=|–|—)?,? ?)(?:(?:which|that|this|so|it|and that) )?(?:{MAKES}|is|are|=|was|were|means|that"
    rf" is|or|so|for)?"
)

RECKONINGS = Reckonings(
    joints=frozenset(
        (
            *("from", "then", "after", "than", "instead", "became", "become", "now", "into", "before", "against"),
            *("doubled", "tripled", "trebled", "quadrupled", "halved"),
        )
    ),
    of=frozenset(("of",)),
    signs=listed(_SIGNS),
    goes_on=pattern(r"(?:That|This|It|Which|Together|Altogether|In all|In total|So|All in all|Hence)\b"),
    rests=frozenset(("other", "remaining")),
    results=listed("is are was were makes make made gives give comes total all altogether means equals so or"),
    sizes=listed(_SIZES),
    points=frozenset(("point",)),
    sums=SUMS,
    generic=pattern(r"(?: [a-z]+){0,2},? (?:in all|in total|altogether|together|overall)\b"),
    part=pattern(
        rf"(?P<part>{F})(?:[*_]{{1,2}})?(?P<between>(?: (?!out )[a-z'’-]+)?) (?:out )?of "
        rf"(?:[*_]{{1,2}})?(?:the |its |our |my |their |all |all the "
        rf"|those )?(?P<whole>{F})"
    ),
    no_part_before=pattern(
        r"(?:\b(?:step|part|page|chapter|version|top|level|sum|total|average|median|result|each|rate) |[-+×/]"
        r"|(?<=[\w\U000f0000-\U000ffffd])\*)$"
    ),
    rates=frozenset(("for", "over", "in", "across", "during", "times", "each")),
    per=pattern(rf" (?:an?|per|each|every) {_PERIOD}", re.IGNORECASE),
    rate=pattern(
        rf"(?P<rate>{F}){N}{{0,25}}? {_PER},?{N}{{0,20}}? ?(?:for|over|in|across|during|times|×)(?: the| these"
        rf"| those)? "
        rf"(?P<time>{F}){N}{{0,20}}?{_SO}{TOTAL}"
    ),
    each=pattern(
        rf"(?P<number>{F}) (?:[a-z'’-]+ ){{1,2}}?(?:with|of|at|had|have|has|carry|carries|hold|got|handled|took|wrote) "
        rf"(?P<size>{F})(?: [a-z'’-]+){{0,2}} each,?(?: (?:which|that|so|or))? ?(?:{MAKES}|is|are|=|that is)?{TOTAL}"
    ),
    eachs=frozenset(("a", "an", "per", "each", "every")),
    priced=PRICED,
    spread=SPREAD,
    turns=TURNS,
    pairs=(
        Pair(
            frozenset(("from",)),
            pattern(rf"from (?P<before>{F}){N}{{0,40}}?\bto (?P<after>{F})"),
        ),
        Pair(
            frozenset(("from",)),
            pattern(rf"to (?P<after>{F}){N}{{0,25}}?\bfrom (?P<before>{F})"),
        ),
        Pair(
            frozenset(("down", "up")),
            pattern(rf"(?P<after>{F}){N}{{0,25}}?\b(?P<way>down|up) from (?P<before>{F})(?!{N}{{0,20}}\bto {F})"),
        ),
        Pair(
            frozenset(("instead", "rather", "where")),
            pattern(
                rf"(?P<after>{F}){N}{{0,25}}?\b(?:instead of|rather than|where it (?:was|had been)) (?P<before>{F})"
            ),
        ),
        Pair(
            frozenset(("became", "become", "turned", "→", "->")),
            pattern(rf"(?P<before>{F}){N}{{0,15}}? (?:became|become|turned into|→|->) (?P<after>{F})"),
        ),
        Pair(
            frozenset(("now",)),
            pattern(
                rf"(?P<before>(?:(?<=was )|(?<=were )|(?<=been )|(?<=be )){F}){N}{{0,25}}?"
                rf"\b(?:is now|are now|and now|now) (?:at )?(?P<after>{F})"
            ),
        ),
        Pair(
            frozenset(("now", "today")),
            pattern(
                rf"(?:was|were|had been) (?P<before>{F}){N}{{0,30}}? (?:and|but) (?:is|are|has|have) (?:only )?"
                rf"(?P<after>{F}){N}{{0,15}}? (?:now|today)\b"
            ),
        ),
        Pair(
            frozenset(("before",)),
            pattern(rf"(?P<before>{F}){N}{{0,15}}? before{N}{{1,25}}?(?P<after>{F}){N}{{0,15}}? after\b(?!,)"),
        ),
        Pair(
            frozenset(("then",)),
            pattern(
                rf"(?P<before>{F}){N}{{0,15}}? then,?(?: and| but)? (?:only )?"
                rf"(?P<after>{F}){N}{{0,15}}? (?:now|today)\b"
            ),
        ),
    ),
    way_before=pattern(
        rf"\b(?P<way>{_MOVED})(?: (?!as |which |that |when |while |and |but |down |up )[a-z'’-]+){{0,3}} $"
    ),
    claim_before=pattern(
        r"\b(?P<way>(?:(?<=^)|(?<=[.;:!?] ))by(?= (?:an? )?$)"
        rf"|(?:{_WAY})(?=(?: (?!to |from |and )[a-z'’-]+){{0,4}}? by (?:an? )?$)"
        rf"|(?:{_MOVED})(?= (?:by )?$)"
        r"|(?:cut|cutting|cuts|slashed|reduced|reducing)(?=(?: (?!to |from |and )[a-z'’-]+){0,4}? in $)"
        r"|(?:down|up|saved|saving|shaved|shaving|lost|losing|gained|gaining)(?= (?:by )?$)"
        rf"|(?:{_CHANGE})(?= (?:of|by) (?:an? )?$)|(?<=\()[-−–+](?= ?$))"
    ),
    claim_after=pattern(
        rf" (?:[a-z'’-]+ )?(?P<way>{_CHANGE}|{_COMPARED})\b(?! (?:than )?{F})"
        r"|(?P<ratio> of (?:what|that|(?:the|its) (?:old|former|original|previous))\b"
        r"| (?:of )?the (?:time|cost|price|size|number|load|effort|rate|memory|volume|traffic)\b)"
    ),
    ways={**_WAYS, "-": -1, "−": -1, "–": -1, "+": 1},
    joint=pattern(
        r",? with(?: just| only)? |"
        r"(?:(?! and\b| while\b| but\b| where\b| whereas\b| when\b| with\b| then\b| than\b| although\b|"
        r" though\b| because\b"
        rf"| before\b| after\b| since\b){N}){{0,45}}"
        rf"(?:[.;] (?:that|this|it|which)(?: (?:is|was|means|makes|meant|amounts to|represents)){N}{{0,15}})?"
    ),
    other_subject=pattern(
        r"[,;:–—] (?:[a-z'’-]+ )*(?!(?:a|an|the|it|they|this|that|which|these|those|so|or|is|was|were|are|has|have|had"
        r"|been|and|then|thus|hence|also|even|only|just|by|number|total|figure|count|sum|all|both|each)\b)[a-z'’-]+ $"
    ),
    verbs=_VERBS | {"doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved"},
    no_claim_after=pattern(
        rf" to {F}| (?:twice|again|thrice)\b"
        r"| ?(?:[a-z'’-]+ )?(?:a|an|per|each|every) (?:second|minute|hour|day|night|week|month|quarter|year)\b"
        r"| (?:on|compared|against|versus|below|under|above|over) (?:the|last|plan|budget|forecast|target|our|my)\b"
        r"| than (?:planned|expected|the|in|last|our|we|before\b)| year[- ]on[- ]year| of (?:the rest|those|these)\b"
    ),
    either=frozenset((*_EITHER.split(), "saving", "saved", "")),
    placed=pattern(r"\b(?:rank|ranked|ranking|place|position|priority|severity|grade|sev|tier|level|p)\b"),
    sentences=pattern(r"[^.;!?\n]+"),
    ends=(
        pattern(rf"\bfrom (?P<one>{F}){N}{{0,40}}?\b(?:to|into) (?P<two>{F})"),
        pattern(
            rf"(?P<one>{F}){N}{{0,30}}? (?:down|up|falling|rising|dropping|went|goes|fell|rose|shrank|grew|cut)"
            rf" to (?P<two>{F})"
        ),
        pattern(rf"(?P<one>{F}){N}{{0,20}}? (?:became|turned into|→|->) (?P<two>{F})"),
        pattern(rf"(?P<one>{F}){N}{{0,25}}? (?:against|compared (?:with|to)|instead of|rather than) (?P<two>{F})"),
        pattern(rf"(?P<one>{F}){N}{{0,12}}? to (?P<two>{F})"),
        pattern(rf"(?P<one>{F}){N}{{0,25}}?{F}{N}{{0,15}}? to (?P<two>{F})"),
        pattern(
            rf"(?P<part>)(?P<one>{F})(?: [a-z'’-]+)? (?:out )?of (?:the |its |our |these |those |all )?(?P<two>{F})"
        ),
    ),
    one_in=pattern(r"\b(?:one|a single)(?: [a-z'’-]+){0,2} (?:in|out of)(?: every| each)? $"),
    sized_before=pattern(
        rf"\b(?:(?:{_CHANGE}|difference|gap|discount|surplus)s?(?: is| was)? (?:of|by)|saves?|saved|saving|loses?|lost"
        r"|losing|gains?|gained|by)(?: (?:an?|about|only|just|the))? $"
    ),
    sized_after=pattern(rf"(?: [a-z'’-]+)? (?:{_COMPARED}|apart|saved|lost|off)\b"),
    of_others=pattern(r" (?:of|twice|thrice|again)\b| (?:[a-z'’-]+ )?than\b| as [a-z'’-]+ as\b"),
    end_before=pattern(r"(?<!amounts)(?<!amount)(?<!comes)(?<!come)(?<!came) to $|\bfrom $"),
    tied=pattern(
        r"(?: [a-z'’-]+){0,2}?(?:[,;:–—-]* ?(?:that|which|this|it|is|was|are|were|makes?|made|means?|meant|comes? to|or"
        r"|an?|the|nearly|about|almost|only|just|roughly|over|around|some|exactly|barely|hardly|more than|less than"
        rf"|good|full|by|of|from|down|up|to|{_CHANGE}|difference|gap|share|so|saves?|saved|lose|lost|gain|gained)s?\b)*"
        r"[ ,;:(–—-]*"
    ),
    doubted=pattern(
        r"\b(?:(?:do|does|did)(?: not|n['’]t) (?:add up|match|follow|fit|agree|tally)|miscalculat\w*"
        r"|miscount\w*|arithmetic"
        r"|inconsisten\w*|contradict\w*|can(?:not|['’]t) (?:both )?be right|overstat\w*|exaggerat\w*|impossible"
        r"|wrong (?:figures?|numbers?|sums?|dates?|percentages?|base|order)|percentage points|misreport\w*|mislead\w*"
        r"|(?:^|(?<=[.;:!?] )|(?<=must )|(?<=should ))recount\b|recomput\w*|recalculat\w*)\b",
        re.IGNORECASE,
    ),
)
