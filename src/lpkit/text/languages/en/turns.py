"""English: rates told in two units of time, and changes that are said to be the same share."""

from lpkit.pattern import pattern
from lpkit.text.languages.parts.reckonings import FIGURE as F
from lpkit.text.languages.parts.reckonings import NO_FIGURE as N
from lpkit.text.languages.parts.reckonings import Turns

_UNIT = "second|minute|hour|day|night|week|month|quarter|year"
_WORDS = "(?: (?!and |but |in |at |from |with |while |when )[a-z'’-]+)"

_DAY, _WEEK, _MONTH = (7.0, 24.0), (5.0, 7.0), (4.0, 4.6)
TURNS = Turns(
    per=pattern(rf"\b(?:an?|per|each|every) (?P<per>{_UNIT})\b"),
    apiece=pattern(
        r"\s*(?:(?!and |or |with |for |of |to |in |from |by |is |are |was |were |as )[a-z'’-]+ ){0,2}"
        r"(?:(?:on |for |in |at )?(?:each|every)|an?|per|apiece)\b"
    ),
    same=pattern(r"\b(?:same|equal|identical)\b"),
    rates=pattern(
        rf"(?P<one>{F}){_WORDS}{{0,3}}? (?:a|an|per|each|every) (?P<per>{_UNIT})"
        r"(?:,? \(?(?:or|which is|that is|so|i\.e\.,?|which makes|which comes to|making|=)"
        r"| makes?| comes? to| is| are| =)"
        rf"(?: just| only)? (?P<two>{F}){_WORDS}{{0,2}}? (?:a|an|per|each|every) (?P<other>{_UNIT})\b"
    ),
    times={
        ("second", "minute"): (60.0, 60.0),
        ("minute", "hour"): (60.0, 60.0),
        ("hour", "day"): _DAY,
        ("hour", "week"): (35.0, 168.0),
        ("day", "week"): _WEEK,
        ("night", "week"): _WEEK,
        ("day", "month"): (20.0, 31.0),
        ("night", "month"): (20.0, 31.0),
        ("day", "year"): (200.0, 366.0),
        ("night", "year"): (200.0, 366.0),
        ("week", "month"): _MONTH,
        ("week", "quarter"): (12.0, 13.1),
        ("week", "year"): (44.0, 53.0),
        ("month", "quarter"): (3.0, 3.0),
        ("month", "year"): (10.0, 12.0),
        ("quarter", "year"): (4.0, 4.0),
    },
    spells={
        ("hour", "day"): ((7.0, 10.0), (24.0, 24.0)),
        ("hour", "week"): ((35.0, 50.0), (168.0, 168.0)),
        ("day", "week"): ((5.0, 5.0), (7.0, 7.0)),
        ("day", "month"): ((20.0, 23.0), (28.0, 31.0)),
    },
    over=pattern(
        rf"(?P<time>{F}),?(?: alone)?,? (?:at|of|with) (?P<rate>{F}){N}{{0,25}}?"
        rf" (?:a|an|per|each|every) (?P<per>{_UNIT}),?(?: alone)?"
        rf" (?:stands? for|means?|makes?|costs?|would cost|comes? to|adds? up to|amounts? to|are|is|give|gives)"
        rf"(?: a total of| some)? (?P<total>{F})"
    ),
    alike=pattern(
        rf"from (?P<before>{F}){N}{{0,20}}? to (?P<after>{F}){N}{{0,20}}?,? (?:or|and) from (?P<start>{F}){N}{{0,20}}?"
        rf" to (?P<end>{F}){N}{{0,12}}?,?(?: is| are| would be| was| were|:| both)?(?: always| still| both| in)*"
        r" (?:the|an?) (?:same|equal|identical) (?:share|proportion|percentage|ratio|relative \w+)"
    ),
)
