"""English: what a note makes of the figures of its source."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts.supports import Supports

_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty"
    r"|fifty|(?:a )?hundred)"
)

_ROUGHLY = r"(?:about|some|nearly|almost|over|only|just|around|roughly)"
_NOUN = (
    r"(?!(?:and|or|of|ha[sd]|is|was|are|were|in|for|with|without|at|on|by|from|than|as|after|before|into|over|under|not"
    r"|that|which|who|it|but|so)\b)"
)
"""Before a word that may be what is counted."""

SUPPORTS = Supports(
    change_before=pattern(
        r"\b(?:by|(?:fall|drop|rise|gain|loss|difference|gap|saving|cut|surplus|increase|decrease|reduction|growth)s?"
        r" (?:is |was |are )?(?:of )?|lost|loses|sav(?:ed?|es|ing)|gain(?:ed|s)|gained|down|lies?|lay|passed|pass"
        r"|other|another|remaining|extra|further|spared?)"
        rf" (?:{_ROUGHLY} )?(?:an? |the )?$",
        re.IGNORECASE,
    ),
    change_behind=pattern(
        r"(?: (?!and\b|or\b)[\w’'-]+){0,2}? (?:less|fewer|more|lower|higher|longer|shorter|earlier|later|sooner|quicker"
        r"|faster|slower|cheaper|dearer|smaller|larger|bigger|too (?:many|much|few|little)|apart|saved|gone|missing"
        r"|left|(?:still )?short|off|extra|ahead|behind|(?:lie|lay|pass|passed|are|were) between|between|remain"
        r"|to go)\b",
        re.IGNORECASE,
    ),
    rate=pattern(
        rf"(?: {_NOUN}[\w’'-]+)?? (?:an?|per|each|every|to (?:an?|each|every)|for (?:an?|each|every|one)|apiece)"
        r" (?!(?:hour|day|week|month|quarter|year)\b)[\w’'-]+|(?: [\w’'-]+){0,2} (?:each|apiece)\b"
    ),
    over=pattern(
        r"(?: (?!and\b|or\b)[\w’'-]+){0,3}? (?:an?|per|each|every|in an?|over an?|in a whole|of an?) "
        r"(?:whole |full )?(?P<span>hour|day|week|month|quarter|year|winter|summer|season)\b"
        r"|(?: [\w’'-]+){0,2}? (?P<span_else>hourly|daily|weekly|monthly|yearly|annually)\b",
        re.IGNORECASE,
    ),
    longest="year",
    spans={
        "day": (24.0, 8.0),
        "week": (7.0, 5.0),
        "month": (4.35, 4.0, 30.0),
        "quarter": (3.0, 13.0),
        "year": (12.0, 52.0, 365.0),
    },
    sized=pattern(
        r"\bby (?:about |some |nearly |almost |over |only |just )?(?:an? )?$|\b(?:the|that) $", re.IGNORECASE
    ),
    took=pattern(
        r"\b(?:took|takes|taken|needed|needs|lasted|lasts|waited|waits|was|were|had been) (?:it |them |her |him )?$"
    ),
    working_day=8 * 3600.0,
    part_of=pattern(
        rf"(?<![\w.,])(?P<part>{_NUMBER})(?: (?!in\b|of\b|out\b)[a-z’'-]+){{0,2}} (?:in|out of|of) "
        rf"(?:every |the |all )?(?P<whole>{_NUMBER})(?![\w.,]*\d)\b",
        re.IGNORECASE,
    ),
    wholes=(*map(float, range(2, 11)), 12.0, 20.0, 100.0),
    roughly=pattern(r" (?:or so|or thereabouts|more or less|give or take)\b", re.IGNORECASE),
)
