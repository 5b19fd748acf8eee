"""English: what is said to be there, and what is said to be missing."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.presences import Presences

_NOUN = r"(?P<noun>[a-z]{3,})"
_BE = r"(?:is|was|are|were|has been|had been|have been)"
_TOLD = r"(?:told|given|named|stated|shown|there|mentioned|said|counted|admitted|owned|kept|reported|included)"
_MISSING = (
    r"(?:missing|left out|untold|unnamed|unsaid|nowhere|absent|(?:not|never) (?:once )?(?:told|given|named|stated|shown"
    r"|there|mentioned|said|counted|admitted|reported|included))"
)
_LOOSE = """
thing things one way time times point points word words part parts reason reasons doubt need use matter idea question
questions answer answers story candidate rater marker sentence more other others longer such less great real good clear
own single wonder sign trace place fault mistake problem help better end person people man woman somebody anybody limit
cause chance case choice room sense side hint hurry harm evidence excuse surprise figure figures number numbers lesson
habit owner period start baseline money work hire verdict score total effect result results impact outcome
"""

PRESENCES = Presences(
    there=(
        pattern(
            rf"\b[Tt]here (?:is|was|had been|has been) (?:an?|some) (?:[a-z-]+ )?{_NOUN}"
            r"(?= (?:for|of|on|in|and|from|before|by|with|that)\b|[.,;:])"
        ),
        pattern(rf"(?:^|[.;:,] )[Tt]he {_NOUN} {_BE} {_TOLD}\b"),
        pattern(
            r"\b(?:[Bb]egan|[Bb]egins|[Ss]tarts|[Ss]tarted|[Cc]omes|[Cc]ame|[Ww]orks|[Ww]orked) (?:with|from|by|on)"
            rf" an? {_NOUN}(?=[.,;:]| (?:for|of|on|and)\b)"
        ),
    ),
    none=(
        pattern(
            r"\b(?:there (?:was|were|is|are|had been) no|there (?:was|were)n['’]t (?:an?|any)|(?:had|have|got) no"
            r"|without (?:an?|any)"
            r"|nobody (?:had |ever |has )?(?:wrote|written|opened|gave|given|made|drew) (?:an?|any))"
            rf" {_NOUN}",
            re.IGNORECASE,
        ),
        pattern(
            rf"(?:^|[.;:,] )(?:the|no) {_NOUN} {_BE}(?: [a-z]+ and (?:is |was |were )?)? ?{_MISSING}\b", re.IGNORECASE
        ),
    ),
    never=(
        pattern(rf"(?:^|[.;:,] )(?:[Nn]o|[Ww]ithout an?) {_NOUN}(?=[.,;:]|$| (?:is|was|and|or)\b)"),
        pattern(rf"\b[Tt]here (?:is|was|['’]s) no {_NOUN}(?=[.,;:]|$)"),
        pattern(rf"(?:^|[.;:,] )[Tt]he {_NOUN} {_BE} {_MISSING}\b"),
    ),
    some=(
        pattern(
            r"\b(?:there (?:was|were|is|had been) (?:an?|one)|I (?:had|have|kept|wrote|opened|got|drew|made|set|filed"
            rf"|raised|sent|signed|booked) (?:an?|the|my)) {_NOUN}(?: (?P<other>[a-z]{{3,}}))?\b",
            re.IGNORECASE,
        ),
    ),
    loose=listed(_LOOSE),
    limited=pattern(r" (?:of|for|on|in|at|from|to|with|that|which|who|beside|before|after|since)\b"),
    supposed=pattern(
        r"\b(?:if|would|could|might|may|should|unless|whether|sounds?|seems?|looks (?:like|as)|as though|asks?"
        r"|wants?)\b|\?",
        re.IGNORECASE,
    ),
)
