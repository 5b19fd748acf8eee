"""English claims that notes make about answers, and what in an answer contradicts them."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.answers import EVIDENCE, MONTH
from lpkit.text.languages.en.denials import BASELESS, DENIALS, EARLIER, HABIT, MISTAKE, OWNER
from lpkit.text.languages.parts import Claims
from lpkit.text.languages.parts.answers import Denial

_DIGITS = r"[$€£]?\s?\d"
_NUMBER = rf"(?:{_DIGITS}|(?:half|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|zero)\b)"
_CHANGED = (
    r"(?:reduc(?:ed|ing)|cut|cutting|lower(?:ed|ing)|increas(?:ed|ing)|rais(?:ed|ing)|sav(?:ed|ing)|improv(?:ed|ing)"
    r"|decreas(?:ed|ing)|f[ae]ll(?:en)?|falling|rose|risen|dropp(?:ed|ing)|grew|grown|shrank|climbed|sank"
    r"|(?<!I )(?<!we )went|gone)"
)
_BY_OR_TO = (
    rf"(?:by {_DIGITS}|by half|(?:down|up) to {_NUMBER}|from {_NUMBER}[^.;!?]{{0,30}} to {_NUMBER}"
    rf"|to {_NUMBER}[^.;!?]{{0,25}}\bfrom {_NUMBER})"
)
_OUTCOME = pattern(
    rf"\b(?:{_CHANGED}\b[^.;!?]{{0,50}}?\b{_BY_OR_TO}"
    rf"|(?:is|are|was|were) (?:down|up) (?:to|by|from) {_NUMBER}"
    rf"|\d+(?:[.,]\d+)?(?:%| [a-z]+)? (?:instead of|rather than|where it (?:was|had been)) {_DIGITS})[^.;,!?]*",
    re.IGNORECASE,
)

_NONE_OF = r"(?:zero|no|without(?: any| a single)?|lacks?(?: any)?|not a single|not one)"

_ANYBODY = r"(?:nobody|no one|no-one|not a soul|none of them)"
_TOLD = r"(?:informed|told|warned|notified|alerted|asked|consulted|involved)"
_DENIALS_TO_LOOK_AT = (
    Denial(
        ("baseline", "start", "before", "compare", "against", "from where"),
        pattern(
            rf"\b(?:{BASELESS}|{_NONE_OF} (?:baseline|starting (?:figure|point|value|number)|start(?:ing)? value"
            rf"|before-and-after|figure to"
            r" start from)s?"
            r"|(?:baseline|starting (?:figure|point|value)) (?:is|was) (?:missing|not given|never given|left out)"
            r"|(?:never|nowhere|does not|doesn't) (?:says?|tells?|gives?) (?:where it (?:started|began)|a baseline"
            r"|(?:the|a) starting (?:figure|point|value)))\b",
            re.IGNORECASE,
        ),
        "baseline",
        plain=False,
    ),
    Denial(
        ("nobody", "no one", "no-one", "anyone", "anybody", "never", "alone", "soul"),
        pattern(
            rf"\b(?:{_ANYBODY} (?:was|were|is|has been|had been) (?:ever )?{_TOLD}"
            rf"|(?:informs|tells|warns|told|informed|warned|notified|asked|asks|consulted|consults|involved"
            rf"|involves) {_ANYBODY}"
            r"|(?:never|did not|didn't|does not|doesn't) (?:tells?|informs?|warns?|warned|told|informed|notif"
            r"(?:y|ies|ied)"
            r"|asks?|asked|involves?|involved|consults?) (?:anyone|anybody|a soul))\b",
            re.IGNORECASE,
        ),
        "informed",
        plain=False,
    ),
    Denial(
        ("period", "time", "when", "date", "long"),
        pattern(
            rf"\b(?:{_NONE_OF} (?:period|time ?frame|time span|date|timing|timeline|indication of time)s?"
            r"|(?:never|nowhere) says (?:when|how long)(?= *[.,;!?]|$)"
            r"|(?:period|time ?frame) (?:is|was) (?:missing|not given|left out))\b",
            re.IGNORECASE,
        ),
        "period",
        plain=False,
    ),
    Denial(
        ("lesson", "learn", "regret", "self-aware", "self-crit"),
        pattern(
            rf"\b(?:{_NONE_OF} (?:lesson|regret|learning|self-awareness|self-criticism)s?"
            r"|(?:has |have )?learn(?:s|ed|t) nothing|regrets nothing)\b",
            re.IGNORECASE,
        ),
        "reflection",
        plain=False,
    ),
    Denial(
        ("who",),
        pattern(
            r"\b(?:never|nowhere|does not|doesn't) (?:say|tell|name|show)s? who(?: (?:did|does|decided|acted"
            r"|found|fixed|led)"
            r"(?: (?:it|what|that|this|the work))?)?(?= *[.,;!?]|$)",
            re.IGNORECASE,
        ),
        "first-person",
        plain=False,
    ),
    Denial(
        ("mention",),
        pattern(
            r"\b(?:(?:never|nowhere|does not|doesn't|without|fails to) mention(?:s|ing)? (?:the |an? |any "
            r"|his |her |its )?"
            r"(?!of\b|that\b|it\b|how\b|why\b|what\b|who\b|when\b|where\b|whether\b)(?P<what>[a-z]{3,}?)(?:e?s)?"
            r"|(?:no mention of|not a word (?:about|on|of)) (?:the |an? |any |his |her |its )?(?!how\b|why\b|what\b)"
            r"(?P<what_else>[a-z]{3,}?)(?:e?s)?)(?= *[.,;!?]|$)",
            re.IGNORECASE,
        ),
        "mention",
        plain=False,
    ),
)

CLAIMS = Claims(
    denials=(
        Denial(
            ("quantified", "measured", "measurable"),
            pattern(
                rf"\b(?:{_NONE_OF} (?:quantified|measured|measurable) (?:impact|result|outcome|effect)s?"
                r"|(?<!whose )(?:impact|result|outcome|effect)s? (?:is|are)"
                r" (?:unquantified|not (?:quantified|measured))"
                r"|nothing is (?:quantified|measured))\b",
                re.IGNORECASE,
            ),
            "outcome",
        ),
        Denial(
            ("number", "metric", "figure", "measurement"),
            pattern(rf"\b{_NONE_OF} (?:number|metric|figure|measurement)s?\b", re.IGNORECASE),
            "figure",
        ),
        Denial(
            ("person", "never", "nowhere", "only", '"i"', "'i'", "*i*"),
            pattern(
                rf"\b(?:{_NONE_OF} (?:first[- ]person(?: (?:singular|sentences?|pronouns?))?|[\"'*]I[\"'*])"
                r"|(?:never|nowhere) (?:says|uses) (?:the first person|[\"'*]?I)[\"'*]?(?!\w)"
                r"|only (?:says |uses )?[\"'*]we[\"'*]"
                r"|(?:says|uses|speaks) only (?:of |in )?[\"'*]?we[\"'*]?(?!\w))",
                re.IGNORECASE,
            ),
            "first-person",
        ),
        Denial(("reflection",), pattern(rf"\b{_NONE_OF} (?:self-)?reflection\b", re.IGNORECASE), "reflection"),
        *_DENIALS_TO_LOOK_AT,
        *DENIALS,
    ),
    clause_goes_on=pattern(
        r"[\"'”’*_]*\s*(?:$|[.;,:!)\n–—]|-\s|(?:and|or|at all|whatsoever|anywhere|either|in (?:the|this) answer)\b)"
    ),
    supposed=pattern(
        r"\b(?:if|would|could|might|may|should|unless|were|had|not because|not true|only if|sounds|seems?|looks)\b",
        re.IGNORECASE,
    ),
    part_only=pattern(
        r"\b(?:in|on|at|from|when|after|before|during|until|till|where|while|once|half|halves|part|parts|sentences?"
        r"|beginning|opening|ending|first|second|third|last|decision|lesson|line|lines|step|steps|paragraph|between)\b",
        re.IGNORECASE,
    ),
    outcome=_OUTCOME,
    reflection=pattern(
        r"\bI (?:should have|learned|learnt|wish I had|underestimated|misjudged)\b[^.;!?]{0,40}"
        r"|\bin hindsight\b[^.;!?]{0,40}|\bnext time I(?: will|['’]ll| would)\b[^.;!?]{0,40}"
        r"|\bI(?: would|['’]d) (?:now )?do (?:it|this|that|things|one thing) differently\b",
        re.IGNORECASE,
    ),
    baseline=pattern(
        rf"\bfrom {_NUMBER}[^.;!?]{{0,40}} to {_NUMBER}|\bto {_NUMBER}[^.;!?]{{0,25}}\bfrom {_NUMBER}"
        rf"|{_NUMBER}[^.;,!?]{{0,20}} (?:instead of|rather than) {_NUMBER}"
        rf"|{EARLIER}|\b(?:planned|budgeted|estimated) {_NUMBER}[^.;!?]{{0,40}}\b(?:spent|used|needed|took) {_NUMBER}",
        re.IGNORECASE,
    ),
    informed=pattern(
        r"\bI (?:also |then |first |had |immediately |at once |personally )?(?:told|informed|warned|notified"
        r"|alerted|wrote to"
        r"|mailed|e-mailed|emailed|called|phoned|rang|briefed|asked|consulted|announced|said so to)\b[^.;!?]{0,40}",
    ),
    period=pattern(
        r"\b(?:within|in|over|after|for|during) (?:the (?:next|first|last) )?(?:an?|one|two|three|four|five"
        r"|six|seven|eight|nine"
        r"|ten|twelve|\d+) (?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b"
        rf"|\b(?:in|since|by|on|until) (?:\d{{1,2}} )?{MONTH}",
    ),
    mistake=MISTAKE,
    habit=HABIT,
    owner=OWNER,
    evidence=EVIDENCE,
)
