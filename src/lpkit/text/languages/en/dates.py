"""English dates: how they are written, and how texts put them in an order."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.parts.dates import Dates

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_SHORT = "|".join((*(name[:3] for name in _MONTHS), "Sept"))
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b|(?:{_SHORT})\b\.?"
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_YEAR = r"(?:19|20)\d\d"
_FEW = r"(?: [a-z'’-]+){0,5}?"
_STARTED = (
    r"(?:start(?:ed|ing)?|beg[au]n|beginning|launch(?:ed|ing)?|kicked off|opened|joined|set out|took over|founded"
    r"|kick-off)"
)
_FINISHED = (
    r"(?:finish(?:ed|ing)?|end(?:ed|ing)?|complet(?:ed|ing)|clos(?:ed|ing)|shipp(?:ed|ing)|deliver(?:ed|ing)|concluded"
    r"|went live|wrapped up|were done|was done|left|handed over|retired)"
)
_AGAIN = r"(?! (?:again|anew|once more|elsewhere|another|others?|a (?:new|second))\b)"
_TURNS = (
    (
        r"sold|given (?:away|up)|handed over|parted with|pawned|let go|lost",
        r"(?:bought|taken|got|won|given|hired|called|brought) back|got back|repurchased|recovered|redeemed|returned"
        r"|found",
    ),
    (
        r"lent|borrowed|loaned|rented|hired|taken on loan",
        r"returned|given back|handed back|brought back|paid back|repaid",
    ),
    (
        r"opened|founded|set up|built|launched|introduced|installed|started|begun|began|established|created|formed",
        r"closed|shut|dissolved|wound up|pulled down|torn down|demolished|withdrawn|abolished|dropped|scrapped|removed"
        r"|ended|finished|stopped|discontinued|abandoned|sold|given up|completed",
    ),
    (
        r"hired|employed|joined|appointed|elected|engaged|recruited|taken on|promoted|moved in",
        r"left|dismissed|fired|retired|resigned|laid off|let go|made redundant|quit|moved out|sacked|replaced",
    ),
    (r"born", r"died|retired"),
    (r"planted|sown", r"felled|cut down|harvested|uprooted"),
    (r"ordered|asked for|commissioned|requested", r"delivered|received|answered|granted|arrived"),
    (r"broken|broke|damaged|torn", r"repaired|mended|fixed|restored|replaced"),
    (r"signed|agreed|granted", r"cancelled|revoked|terminated|broken off|ended|expired"),
    (r"banned|forbidden|suspended", r"allowed again|readmitted|lifted|reinstated"),
)
"""Deeds in the order in which one thing or person meets them."""
_JOINS = (
    r",?(?: (?:and|but|then|only|to be|before|until|it|he|she|they|was|were|is|had been|has been|being|got|finally"
    r"|at last|already|not|was not))*"
)
_HAVING = (
    r",?(?: (?:and|but))?(?: (?:having (?:been )?|after (?:being |having been )|(?:it|he|she|they) had (?:been )?))"
)
_TO_IT = r"(?: (?!(?:and|but|or|in|from)\b)[\w’'-]+){0,5} in $"


def _turn(first: str, last: str) -> tuple[re.Pattern[str], ...]:
    """Give what opens with a deed, what goes on with its turn, and the same told from the end."""
    return (
        pattern(rf"\b(?:{first}){_AGAIN}{_TO_IT}", re.IGNORECASE),
        pattern(rf"{_JOINS} (?:{last})\b{_TO_IT}", re.IGNORECASE),
        pattern(rf"\b(?:{last})\b{_TO_IT}", re.IGNORECASE),
        pattern(rf"{_HAVING}(?:{first}){_AGAIN}{_TO_IT}", re.IGNORECASE),
    )


DATES = Dates(
    # Each begins with one of a few characters, which `re` looks for ten times as fast as for alternatives.
    sign=pattern(
        r"[Q0-9](?:(?<=Q)[05-9]|(?<=[0-9])(?::[0-9]|(?:th month)? of the year)|(?:(?<=1)9|(?<=2)0)[0-9][0-9])"
    ),
    named=pattern(rf"(?:{'|'.join((*_MONTHS, *_SHORT.split('|')))})\b"),
    apart=pattern(
        r"\b(?:(?:weeks?|months?|days?|years?) (?:after|before|later|earlier|passed|lie|went by|between"
        r"|elapsed)|took|lasted)\b",
        re.IGNORECASE,
    ),
    months={name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)},
    weekdays={name.lower(): number for number, name in enumerate(_DAYS)},
    date=pattern(
        rf"(?:\b(?P<weekday>{'|'.join(_DAYS)}),? (?:the )?)?(?:(?<![\w.,:/-])(?P<day>\d{{1,2}})(?:st|nd|rd"
        rf"|th)? (?:of )?)?"
        rf"\b(?P<month>{_MONTH})(?: (?:the )?(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:]|[.,]\d|\w))?"
        rf"(?:,? (?:of )?(?P<year>{_YEAR})\b)?"
    ),
    year=pattern(
        rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]o|[Bb]etween|and) (?P<year>{_YEAR})\b(?![,.]\d| [a-z]+s\b)"
    ),
    counted=pattern(
        r" (?!(?:and|the|to|at|on|was|is|as|its|his|this|has|us|towards|always|perhaps|besides|it|she|he"
        r"|they|we|which|that|when|gets|goes|comes|falls|ends|begins|starts|stands|says|tells|makes|takes|brings"
        r"|leaves|shows|gives|lies|opens|closes|turns|passes|needs|proves|finds|sees|becomes|does|marks|misses)\b)"
        r"(?:[a-z-]+"
        r" )?[a-z-]+s\b"
    ),
    counted_after=pattern(
        r" (?!(?:and|the|to|at|on|was|is|as|by|we|when|after|before|with|until|till|through|for|it|they|he"
        r"|she|which|that"
        r"|but|or|of (?:last|this|the|that))\b)[a-z]"
    ),
    counted_before=pattern(r"\b[Ii]n $"),
    clock=pattern(
        r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Ss]ince|[Bb]efore|[Aa]fter|[Aa]round|and|to) "
        r"(?P<hours>\d{1,2}):(?P<minutes>\d\d)(?![\d:]|\.\d)"
    ),
    hours=pattern(
        r"(?<![\d:])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d) ?(?:to|until|till|and|–|-) ?"
        r"(?P<last_hours>\d{1,2}):(?P<last_minutes>[0-5]\d)(?![\d:])"
    ),
    no_clock_after=pattern(r" ?(?:split|ratio|odds|mix|min|sec|hours|h\b|aspect)"),
    no_period=pattern(
        rf"(?P<sure>\bQ[05-9](?= (?:of )?(?:{_YEAR}|last year|this year|next year))|\bmonth 1[3-9](?= of "
        rf"(?:the year|{_YEAR}))"
        rf"|\b1[3-9]th month(?= of (?:the year|{_YEAR}))|\bweek (?:5[4-9]|[6-9]\d)(?= of (?:the year|{_YEAR}))"
        r")"
        r"|(?<=\bin )Q[05-9]\b(?! ?[:?])|(?<=\bof )Q[05-9]\b(?! ?[:?])|(?<=\bby )Q[05-9]\b(?! ?[:?])"
    ),
    opens=pattern(r"\b(?:from|between|since|ran|lasted) (?:early |late |mid-? ?|the )?$", re.IGNORECASE),
    through=pattern(r" ?(?:to|until|till|and|through|–|—|-|up to) ?(?:early |late |mid-? ?|the )?"),
    length=pattern(
        r"(?:,| \(|:| –| —| -)? ?(?:(?:a total of|all of|for|which is|that is|in all|so|a period of|or|it"
        r" took|took|lasted|over) ){0,2}"
    ),
    no_length_after=pattern(
        r" (?:later|before|earlier|ago|late|early|behind|longer|shorter|more|less|per|after|ahead|too|of|old|delay)\b"
    ),
    later=pattern(r" (?:later|after that|afterwards|on)\b,?" + _FEW + r"(?: ?(?:on|in|by))?(?: the)? ?"),
    earlier=pattern(r" (?:earlier|before that|previously)\b,?" + _FEW + r"(?: ?(?:on|in|by))?(?: the)? ?"),
    later_behind=pattern(r",? ?\(?,?(?: ?(?:just|only|about|exactly))? ?$"),
    before=pattern(
        r",?(?: (?:just|right|shortly|well|still|and|even|only))?"
        r" (?:before|in (?:good )?time for|ahead of|in advance of|prior to|ready for|early enough for)"
        + _FEW
        + r" ?(?:on|in)?(?: the)? ?"
    ),
    after=pattern(r",?(?: (?:just|right|shortly|well|only))? after" + _FEW + r" ?(?:on|in)?(?: the)? ?"),
    at=pattern(r"\b(?:on|in|by|at)(?: the)? ?$", re.IGNORECASE),
    had=pattern(r"\bhad (?!to\b)(?:[a-z'’-]+ ){1,8}(?:on|in|by|at)?(?: the)? ?$", re.IGNORECASE),
    then=pattern(
        r"\b(?:then|afterwards|after that|thereupon|next|finally|in the end|eventually|only then|later on)\b",
        re.IGNORECASE,
    ),
    goes_on=pattern(
        r"(?=[^;!?\n]*\b(?:and|then|but|so|afterwards|after that|next|finally|in the end|eventually)\b)"
        r"(?![^;!?\n]*\b(?:had (?:already|been|done)|before|already|earlier|since|until|till|from|of|ago"
        r"|previous\w*|back|plan\w*|due|promis\w+|should|would"
        r"|because|as|like|when|where|old|for|if|or|to have)\b)[^;!?\n]*\b(?:on|at)(?: the)? ?",
        re.IGNORECASE,
    ),
    begins=pattern(rf"\b{_STARTED}\b[^.;!?]{{0,40}}?\b(?:in|on)(?: early| late| mid)? $", re.IGNORECASE),
    ends=pattern(rf"\b{_FINISHED}\b[^.;!?]{{0,40}}?\b(?:in|on|by)(?: early| late| mid)? $", re.IGNORECASE),
    turns=tuple(_turn(*turn) for turn in _TURNS),
    others=pattern(
        r"\b(?:the (?:one|other)|others?|another|elsewhere|again|while|whereas|next)\b"
        r"|^,? (?:and|but|then|before)(?: (?:then|he|she|they|it|was))* (?:joined|took over|opened|set out|founded)\b",
        re.IGNORECASE,
    ),
    same_year=pattern(r",? (?:of|in) (?:the same|that same|that|this) year\b"),
)
