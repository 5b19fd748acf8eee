"""Claims about speaking time in notes, as stretches of seconds."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lpkit.pattern import pattern

_MARGIN_SECONDS, _MARGIN_SHARE = 5, 0.25
"""How far a claim may lie from what the words give: people estimate, and nobody speaks like a metronome."""

_TEENS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMERALS = {"a": 1} | {name: number for number, name in enumerate(_TEENS.split(), start=1)} | _TENS
_AMOUNT = rf"(?:half a|\d+(?:\.\d+)?|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
_TIME = (
    rf"(?P<low>{_AMOUNT})(?P<half> and a half)?(?:\s?(?:-|–|—|to)\s?(?P<high>{_AMOUNT}))?"
    r"[ -]?(?P<unit>seconds?|secs?|minutes?|mins?|s)\b(?P<more> and a half\b)?"
)
_BOUND = r"(?:(?P<bound>under|less than|within|at most|over|more than|at least)\s+)?"
_COMPARES, _LASTS = ("longer", "shorter"), ("runs", "lasts", "takes", "speaks")
"""One of these is in every claim of the kind; most notes have none, and need no closer look."""
_LONGER = pattern(
    rf"(?<![\w.-]){_BOUND}{_TIME}(?: of speech)? (?P<way>longer|shorter)"
    r"(?:\s+than\s+(?:candidate\s+)?(?P<other>[\w-]+))?",
    re.IGNORECASE,
)
_RUNS = pattern(
    r"(?:^|[.;:!?]\s+)(?:(?:it|the (?:whole )?answer|this answer|candidate (?P<who>[\w-]+)|(?P<letter>[a-d])) )?"
    r"(?:runs|lasts|takes|speaks)"
    rf"(?: for)?(?: about| around| roughly| nearly| almost| just| well| some)*\s+{_BOUND}{_TIME}"
    r"(?! (?:of|to|before|on|for|until|too|longer|shorter))",
    re.IGNORECASE,
)
_SUPPOSED = pattern(r"\b(?:could|would|should|might|may|if)\b", re.IGNORECASE)
_CLAUSE_END = pattern(r"[.;:!?](?=\s|$)|\n")


class Stretch(NamedTuple):
    """From how many seconds to how many."""

    low: float
    high: float

    def meets(self, other: "Stretch") -> bool:
        """Tell whether two stretches have a second in common."""
        return self.low <= other.high and other.low <= self.high

    def __str__(self) -> str:
        low, high = round(self.low), round(self.high)
        return f"{low} seconds" if low == high else f"{low} to {high} seconds"


class Claim(NamedTuple):
    """A claim: its words, the seconds that it allows, and longer (1), shorter (-1) or as such (0).

    `other` is the id of the candidate compared with, or whose time it is; empty where the claim names none.
    """

    text: str
    seconds: Stretch
    sign: int
    other: str = ""


def claims(note: str) -> Iterator[Claim]:
    """Find the claims of a note that give a figure: longer or shorter by some time, or a time of their own."""
    lower = note.lower()
    compares, lasts = (any(word in lower for word in words) for words in (_COMPARES, _LASTS))
    for match in _LONGER.finditer(note) if compares else ():
        if _SUPPOSED.search(_clause(note, match)):
            continue  # What could be longer is not.
        text = note[match.start("low") : match.end("way")]
        sign = 1 if match["way"].lower() == "longer" else -1
        yield Claim(text, _stretch(match), sign, (match["other"] or "").lower())
    for match in _RUNS.finditer(note) if lasts else ():
        yield Claim(
            note[match.start("low") : match.end("unit")],
            _stretch(match),
            0,
            (match["who"] or match["letter"] or "").lower(),
        )


def _clause(note: str, match: re.Match[str]) -> str:
    """Give the clause of a note in which a claim stands."""
    ends = [end.end() for end in _CLAUSE_END.finditer(note)]
    start = max((end for end in ends if end <= match.start()), default=0)
    return note[start : min((end for end in ends if end >= match.end()), default=len(note))]


def _stretch(match: re.Match[str]) -> Stretch:
    scale = 60 if match["unit"].lower().startswith("min") else 1
    low = (_amount(match["low"]) + (0.5 if match["half"] or match["more"] else 0)) * scale
    high = _amount(match["high"]) * scale if match["high"] else low
    bound = (match["bound"] or "").lower()
    least = 0.0 if bound in {"under", "less than", "within", "at most"} else low - _margin(low)
    most = float("inf") if bound in {"over", "more than", "at least"} else high + _margin(high)
    return Stretch(least, most)


def _margin(seconds: float) -> float:
    return max(_MARGIN_SECONDS, seconds * _MARGIN_SHARE)


def _amount(word: str) -> float:
    name = word.lower()
    return 0.5 if name == "half a" else _NUMERALS[name] if name in _NUMERALS else float(name)
