"""English: what notes deny as information (who was told, which mistake, which habit), and what an answer has of it."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.answers import MONTH
from lpkit.text.languages.parts.answers import Denial

_WHOM = r"(?!nobody|anyone|everyone|one\b|it\b|they\b|we\b|she\b|he\b|you\b|who\b|that\b|what\b)[a-z]{3,}"
_TOLD = r"(?:told|informed|warned|notified|alerted|asked|consulted)"
_NO_HABIT = (
    r"(?!live|work|have\b|am\b|know|think|believe|see\b|understand|feel|want|wish|hope|had\b|was\b|could\b|can\b"
    r"|[a-z]+ed\b|[a-z]+n['’]t\b)"
)

BASELESS = (
    r"(?:nothing|no (?:figure|number|count|value)s?)(?: is| was)?(?: told| given| known| said| shown)?"
    r" (?:from|of|about|for) (?:the (?:time|weeks?|months?|year|days|state) )?before\b[^.;:,!?]{0,30}|"
    r"(?:an? (?:end|figure|result|number|outcome)[^.;,!?]{0,40}? (?:and|but|with) )?"
    r"nothing to (?:hold|set|measure|compare|check) (?:it|them|that|this)(?: up)? (?:against|with|to|by|beside)"
    r"|(?:no|without an?) (?:start|before|earlier figure|figure (?:from|for) (?:before|the time before))"
    r"(?= *[.,;!?]|$| and (?:no|an end))"
    r"|(?:the )?(?:figure|value|number|state) (?:from |of )?before (?:is|was) (?:missing|not given|never given|left out"
    r"|not told)|(?:from )?where it (?:stood|started|began) (?:before )?(?:is|was) (?:not|never) (?:said|told|given)"
)
"""Ways to say that nothing tells where an amount began."""
_FIGURE = (
    r"(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety)(?:-\w+)?))"
)
EARLIER = (
    rf"\b{_FIGURE}[^.;!?]{{0,40}} in {MONTH}[^!?]{{1,120}}?\b{_FIGURE}"
    rf"[^.;!?]{{0,40}} (?:in|by|by the end of|at the end of) {MONTH}"
    rf"|\b{_FIGURE}[^.;!?]{{0,30}} (?:before|until then|at the start|the (?:year|month|week|winter|summer) before"
    rf"|a (?:year|month|week) earlier)\b[^!?]{{1,60}}\b{_FIGURE}[^.;!?]{{0,30}} (?:after|afterwards|since|now|today)\b"
)
"""An amount at two times, as a pattern: what it was before and what it became."""

DENIALS = (
    Denial(
        ("told", "tells", "informed", "warned", "notified", "alerted", "asked", "consulted"),
        pattern(
            rf"\b(?:(?P<whom>{_WHOM}) (?:was|were|is|are) (?:told (?:of |about )?nothing"
            rf"|(?:never|not) {_TOLD}(?: (?:anything|of (?:it|this|that)))?)"
            rf"|(?:tells|told) (?:the|her|his|their|its) (?P<whom_else>{_WHOM}) nothing)(?= *[.,;!?]|$)",
            re.IGNORECASE,
        ),
        "told",
        plain=False,
    ),
    Denial(
        ("mistake", "admi", "fault", "error"),
        pattern(
            r"\b(?:(?:no|without(?: any| a)?|not a single|lacks?(?: any)?) (?:mistake|admission|error|fault)s?"
            r"(?: of (?:one's|her|his|their|its) own)?(?: (?:is|was|are) (?:admitted|owned|named|told))?"
            r"|admits nothing)\b",
            re.IGNORECASE,
        ),
        "mistake",
        plain=False,
    ),
    Denial(
        ("habit", "practice", "routine", "nothing", "differently", "otherwise", "as before"),
        pattern(
            r"\b(?:nothing (?:is|was|has been|gets) (?:done|made) (?:otherwise|differently)(?: since| now)?"
            r"|nothing (?:has |had )?(?:changed|changes)(?: since| for the future)?"
            r"|(?:does|did|will do) nothing (?:otherwise|differently)(?: since| now)?"
            r"|(?:goes|went|carries|carried) on as before"
            r"|(?:no|without an?)(?: new| lasting)? (?:habit|practice|routine)(?= *[.,;!?]|$)"
            r"|no (?:new )?(?:habit|practice|routine)s?(?: (?:has|have|is|was|are|were))?"
            r" (?:changed|changes|formed|kept|named|followed|follows|told)"
            r"|(?:habits|practice) (?:has|have) not changed)\b",
            re.IGNORECASE,
        ),
        "habit",
        plain=False,
    ),
    Denial(
        ("owner",),
        pattern(
            r"\b(?:(?:names|has|gives|shows|with|leaves) no owner|no owner is (?:named|told|given)"
            r"|(?:never|nowhere) names an owner|without (?:an|a named) owner)\b",
            re.IGNORECASE,
        ),
        "owner",
        plain=False,
    ),
)

MISTAKE = pattern(
    r"(?<!not )(?<!never )(?<!n['’]t )\bmy (?:own )?(?:mistake|fault|error|failure)\b[^.;!?]{0,40}"
    r"|(?<!that )(?<!said )(?<!if )(?<!whether )\bI (?:was|had been) wrong\b[^.;!?]{0,40}"
    r"|\bI (?:had )?(?:made|make) (?:a|the|that|one) (?:[a-z]+ )?(?:mistake|error)\b[^.;!?]{0,40}"
    r"|\bI got (?:it|this|that) wrong\b[^.;!?]{0,40}",
)
"""The speaker admits a mistake."""
HABIT = pattern(
    rf"\bI now (?:always |first |also )?{_NO_HABIT}[a-z]+\b[^.;!?]{{0,40}}"
    rf"|\b(?:[Ss]ince then|[Ee]ver since|[Ff]rom then on|[Tt]hese days|[Tt]oday),? I (?:always |first )?"
    rf"{_NO_HABIT}[a-z]+\b[^.;!?]{{0,40}}"
    rf"|\bI (?:always |never )?(?!now\b){_NO_HABIT}[a-z]+\b[^.;,!?]{{1,40}} now\b(?! (?:and|that|I)\b)[^.;!?]{{0,30}}"
)
"""The speaker does something otherwise from then on."""
OWNER = pattern(
    r"\b[A-Z][a-z]+(?: (?:from|in|of|at) [a-z]+(?: [a-z]+)?)? (?:now )?owns\b[^.;!?]{0,30}"
    r"|\b(?:is|became|was named|was made) (?:the|its|their) owner\b|\bI (?:now )?own\b[^.;!?]{0,30}"
)
"""Somebody is said to own something."""
