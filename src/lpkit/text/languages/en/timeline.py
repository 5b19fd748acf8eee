"""English: how texts tell the time from one event to another."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import WORD
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts.timeline import Timeline

_VAGUE = """
month week year hire stro verd poin tota answ cand rate read stor sent said told tell come came begi star
ends ende firs last next earl late only half whol time well good that this
"""

_ONE = r"(?:^|(?<=[.;:!?] )|(?<=\n))(?P<event>[^.;:!?\n]{3,90}?)"
_APART = (
    rf"(?:,? ?\(?(?:only |just |long |shortly |well |right |even |a good )?(?:(?:an?|the|some|several|{WORD}) "
    r"(?:few )?(?:minutes?|hours?|days?|weeks?|months?|years?|evenings?|nights?) )?| )"
)
_TWO = r"(?P<rival>[^.;:!?,\n]{3,80})"

TIMELINE = Timeline(
    month=" month",
    sign=pattern(
        r"[JFMASOND](?:anuary|ebruary|arch\b|pril|ay\b|une\b|uly\b|ugust\b|eptember|ctober|ovember|ecember)"
        r"|[MTWFS][a-z]{2,5}day"
    ),
    weekday=pattern(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"),
    name=pattern(r"(?<=[a-z,] )(?!I\b)[^\W\d_a-z][\w-]+"),
    phrase_end=pattern(r",\s|\s(?:and|while|but|whereas|yet|although)\s"),
    distance=pattern(
        rf"\b(?:(?P<n>{WORD})|(?P<one>an?|one)) months? (?:(?P<before>before|earlier than|ahead of)|"
        rf"(?P<after>after|later than))\b",
        re.IGNORECASE,
    ),
    span=pattern(r"\bfrom\b[^.;:]{1,40}\b(?:to|until|till)(?: the)? $", re.IGNORECASE),
    span_opens=pattern(r"\b(?:from|between)(?: the)? $", re.IGNORECASE),
    span_on=pattern(r"[^.;:,]{0,30}\b(?:to|until|till|and)(?: the)? [A-Z0-9]"),
    repeated=pattern(r"\b(?:strangers?|repeat\w*|try|tries|copy|copied|like|such as|say)\b", re.IGNORECASE),
    supposed=pattern(
        r"\b(?:if|unless|cannot|next|would|could|might|should|imagine\w*|suppos\w*|last year|this year"
        r"|rehears\w*|another (?:answer|candidate)|ask|(?:opens|begins|starts|ends|closes|goes back|jumps|returns)"
        r" (?:on|with|in|at|to))\b",
        re.IGNORECASE,
    ),
    hints=listed("before after earlier later once previously ahead prior"),
    orders=(
        pattern(rf"{_ONE}{_APART}(?:(?P<first>before|ahead of|prior to)|after|once) {_TWO}", re.IGNORECASE),
        pattern(
            rf"{_ONE},? (?:and|but|while) {_TWO}{_APART}(?:earlier|before(?= *(?:[.;:!?]|$)| that)|previously)\b",
            re.IGNORECASE,
        ),
        pattern(rf"{_ONE},? (?:and|but|while) {_TWO}{_APART}(?P<first>later|afterwards|after that)\b", re.IGNORECASE),
    ),
    event_end=pattern(r"[.!?]+(?=\s|$)|\n|;\s|:\s|,\s(?:and|but|so|then|or)\s|\s(?:and|but) then\s", re.IGNORECASE),
    back=pattern(
        r"\b(?:had|before(?! (?-i:[A-Z]))|until|till|already|originally|first|until then)\b"
        r"|['’]d [a-z]+(?:ed|en|one|ought|ade|ome|ent)\b",
        re.IGNORECASE,
    ),
    returns=pattern(
        r"\b(?:earlier|ago|before that|back then|used to|the (?:year|month|week|day|evening|summer|winter|autumn|spring"
        r"|season) before|last (?:year|month|week|summer|winter|autumn|spring))\b",
        re.IGNORECASE,
    ),
    vague=listed(_VAGUE),
)
