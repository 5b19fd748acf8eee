"""English: how notes say that something is missing: not told, left out, kept quiet about."""

import re

from lpkit.pattern import pattern

SENTENCE = r"(?<![^.!?])[^.!?]*"
"""The beginning of a sentence, as far as something in it. What begins within would find the same; to try all took
the square of the sentence."""
NO = (
    r"(?:no|not an?|not one|not a single|without(?: an?| any| so much as an?)?|zero|lacks?(?: an?| any)?|lacking(?: an?"
    r"| any)?|nor an?|never an?|not even an?|misses an?|nothing like an?)"
)
_SAYS = (
    r"(?:say|says|said|tell|tells|told|give|gives|given|name|names|named|mention|mentions|mentioned|reveals?|explains?"
    r"|states?|stated|learns?|hears?|discloses?|shows?|puts?|goes into|touches on|speaks? of|admits?)"
)
_ABSENT = (
    r"(?:(?:is|are|was|were|stays?|remains?|has been|have been|goes|go|went|gets?|being) (?:(?:simply|also|still|all"
    r"|just)"
    r" )?(?:missing|absent|lacking|left out|left open|left unsaid|unsaid|untold|unnamed|unknown|open|omitted"
    r"|withheld|kept"
    r" (?:quiet|back|out)|passed over|skipped|unmentioned|unclear|nowhere(?: to be (?:found|seen|heard))?"
    rf"|(?:not|never|nowhere) (?:{_SAYS}|known|there|stated|found)|nobody['’]s business)"
    rf"|(?:isn|aren|wasn|weren)['’]t (?:{_SAYS}|there|known))"
)
_QUIET = (
    rf"(?:(?:{_SAYS}|is said|is told) nothing(?: at all)? (?:of|about|on|as to)"
    r"|(?:nothing|not a word|no word|not one word|not a syllable|nothing at all)(?: is| was)?(?: said| told| heard"
    r"| mentioned)? (?:of|about|on|as to)"
    rf"|(?:does not|doesn['’]t|did not|didn['’]t|do not|don['’]t|never|nowhere|fails to|forgets to|neglects to"
    rf"|won['’]t)"
    rf" (?:once )?{_SAYS}(?: us| the listener)?"
    rf"|(?:we|one|a listener|the listener|nobody|no one)(?: is| are)? (?:never|not|n['’]t) {_SAYS}"
    rf"|nobody (?:is told|learns|hears)|(?:is|stays|remains|keeps) (?:silent|mum|quiet|vague) (?:on|about|as to)"
    r"|leaves (?:open|out|unsaid|untold)|passes over|skips|omits|withholds|keeps (?:back|quiet)|goes without|leaving"
    r" out"
    r"|without (?:saying|telling|naming|giving|mentioning))"
)


def claims(noun: str, clause: str = "") -> tuple[re.Pattern[str], ...]:
    """Give the ways to say that something is missing, by a noun and by what one would ask for it."""
    by_noun = (
        pattern(rf"\b{NO} (?:[a-z-]+ )?{noun}\b(?P<about>[^.;:!?,]{{0,60}})", re.IGNORECASE),
        pattern(
            rf"\b(?P<about>(?:[\w’'-]+ ){{0,4}})(?:{noun})(?: (?:of|for) [^.;:!?,]{{1,40}}?)? {_ABSENT}", re.IGNORECASE
        ),
        pattern(
            rf"\b{_QUIET} (?:an? |the |any |its |her |his |their )?(?:[a-z-]+ )?{noun}\b(?P<about>[^.;:!?,]{{0,60}})",
            re.IGNORECASE,
        ),
    )
    if not clause:
        return by_noun
    return (
        *by_noun,
        pattern(rf"\b{_QUIET} {clause}\b(?P<about>[^.;:!?]{{0,60}})", re.IGNORECASE),
        pattern(rf"\b{clause}\b(?P<about>[^.;:!?]{{0,60}}?) {_ABSENT}", re.IGNORECASE),
    )
