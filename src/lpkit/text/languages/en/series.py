"""English: figures of a row by their places, sums of which one part changes, and what a change did not come to."""

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.figures import alternatives
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.series import Series

_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latest": -1, "final": -1, "closing": -1}
_WHICH = alternatives({**_PLACES, "opening": 0, "earliest": 0, "initial": 0})
_NOUN = r"(?: (?:of (?:them|these|those|the three|all)|one|figure|number|bill|value|month|reading|count|result))?"
_NO = "[^!?\\n\U000f0000-\U000ffffd]"
_SUM = r"(?:sums?|totals?|scores?|points|it|they|all|result)"
_COMES = (
    r"(?:is|are|was|were|comes? to|came to|adds? up to|add(?:ed)? up to|sums? up to|of|makes?|gives?|stands? at"
    r"|:)"
)
_TURNS = (
    r"(?:becomes?|became|turns? into|turned into|shrinks? to|shrank to|falls? to|fell to|drops? to|dropped to"
    r"|(?:is|are)"
    r" (?:cut|capped|held|brought|put) (?:down )?(?:to|at)|(?:is|are) now|sinks? to|goes? down to|gives? way to"
    r"|rises? to|goes? up to|grows? to)"
)
_LEAVES = (
    r"(?:which (?:leaves|makes|gives|is)|that (?:leaves|makes|gives|is)|leaves?|leaving|left|makes?|making|gives?"
    r"|giving"
    r"|so|hence|thus|(?:total|sum|score|it)(?: then| now)? (?:is|becomes|comes? (?:down )?to|falls to|drops to"
    r"|stands at|ends at|sinks to)|down to|remains?)"
)

SERIES = Series(
    cues=listed(
        "first second third fourth last latest final closing become becomes became turns shrinks falls fell drops cut"
        " capped held sinks goes rises even hardly barely scarcely nowhere short quite yet nearly"
    ),
    compared=pattern(
        rf"(?P<row>{F}(?:{_NO}{{0,30}}(?:, |,? and |,? then | → ){F}){{2,9}}){_NO}{{0,50}}?"
        rf"\bthe (?P<share>{_WHICH}){_NOUN} (?:is|was|are|were|remains?|stays?|makes?|comes to)(?: [a-z]+){{0,2}}? ?"
        rf"(?P<claim>{F}) (?:of |as (?:much|many|large|big|high|long) as |what )?(?:the )?(?P<whole>{_WHICH})\b"
    ),
    places={**_PLACES, "opening": 0, "earliest": 0, "initial": 0},
    regraded=pattern(
        rf"\b{_SUM}(?: of [a-z ]{{1,30}})? {_COMES} ?(?P<sum>{F})(?: points?| in all)*[.,;:–—]{_NO}{{1,60}}?"
        rf"(?P<before>{F}){_NO}{{0,30}}? {_TURNS} (?:only |just |a mere )?(?P<after>{F}|one\b){_NO}{{1,40}}?"
        rf"\b{_LEAVES} (?:only |just |it at |a total of )?(?P<result>{F})(?! (?!points?\b)[a-z]+ ?{F})"
    ),
    fallen_short=pattern(
        rf"\b(?:from|of) (?P<before>{F})[^.!?\n\U000f0000-\U000ffffd]{{0,30}}?\bto (?P<after>{F})"
        rf"(?P<further>[^.!?\n]{{0,60}})[.;,][^.!?\n\U000f0000-\U000ffffd]{{0,60}}?"
        r"(?:\b(?:not(?: (?:even|yet|once))?|hardly even|never(?: even)?|not so much as|far from|short of|nowhere near"
        rf") (?P<claim>{F})|(?P<nearly>{F}))"
    ),
)
