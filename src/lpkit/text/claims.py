"""Claims that notes make about answers, and the words of an answer that contradict them."""

import re

from lpkit.pattern import pattern
from lpkit.text.counting import count_first_person, measures, sentences

_CLAUSE_GOES_ON = pattern(
    r"[\"'”’*_]*\s*(?:$|[.;,:!)\n–—]|-\s|(?:and|or|at all|whatsoever|anywhere|either|in (?:the|this) answer)\b)"
)
_SUPPOSED = pattern(
    r"\b(?:if|would|could|might|may|should|unless|were|had|not because|not true|only if|sounds|seems?|looks)\b",
    re.IGNORECASE,
)
_PART_ONLY = pattern(
    r"\b(?:in|on|at|from|when|after|before|during|until|till|where|while|once|half|halves|part|parts|sentences?"
    r"|beginning|opening|ending|first|second|third|last|decision|lesson|line|lines|step|steps|paragraph|between)\b",
    re.IGNORECASE,
)
_QUOTED = pattern(r'"[^"]*"|“[^”]*”')
_SHORTEST_SPEECH = 4
"""Characters of the shortest quote that somebody else says; shorter ones are words that a note is about."""
_REST_OF_CLAUSE = pattern(r"[^.;!?\n]*")
_CLAUSE_START = pattern(r"[.;:!?\n]\s+(?!.*[.;:!?\n]\s)", re.DOTALL)

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
_REFLECTION = pattern(
    r"\bI (?:should have|learned|learnt|wish I had|underestimated|misjudged)\b[^.;!?]{0,40}"
    r"|\bin hindsight\b[^.;!?]{0,40}|\bnext time I(?: will|['’]ll| would)\b[^.;!?]{0,40}"
    r"|\bI(?: would|['’]d) (?:now )?do (?:it|this|that|things|one thing) differently\b",
    re.IGNORECASE,
)


def unqualified(claim: re.Pattern[str], note: str) -> str | None:
    """Give the words of a claim that a note makes without limiting, supposing or quoting it; None where it does not."""
    plain = _QUOTED.sub(_masked, note)
    for match in claim.finditer(plain):
        start = _CLAUSE_START.search(plain, 0, match.start())
        lead = plain[start.end() if start else 0 : match.start()]
        goes_on = _REST_OF_CLAUSE.match(plain, match.end())
        rest = goes_on.group() if goes_on else ""
        supposed = _SUPPOSED.search(lead) or _SUPPOSED.search(rest)
        if _CLAUSE_GOES_ON.match(plain, match.end()) and not supposed and not _PART_ONLY.search(lead):
            return match.group()
    return None


def outcome_figure(answer: str) -> str | None:
    """Give a passage that tells of a change with a number (by 30%, from 64 to 3); None where there is none."""
    match = _OUTCOME.search(answer)
    return _short(match.group()) if match else None


def first_figure(answer: str) -> str | None:
    """Give a number that measures something: one that tells of a change where there is one; None where none is."""
    return outcome_figure(answer) or next(measures(answer), None)


def has_first_person(answer: str) -> str | None:
    """Give the beginning of a sentence that starts with I; None where there is none."""
    return next((_short(sentence) for sentence in sentences(answer) if count_first_person(sentence)), None)


def reflection(answer: str) -> str | None:
    """Give a passage in which the speaker looks back critically; None where there is none."""
    match = _REFLECTION.search(answer)
    return _short(match.group()) if match else None


def _masked(quote: re.Match[str]) -> str:
    text = quote.group()
    return "_" * len(text) if len(text) - 2 >= _SHORTEST_SPEECH else text


def _short(passage: str, words: int = 8) -> str:
    every = passage.split()
    return " ".join(every[:words]).rstrip(" ,.;:") + (" …" if len(every) > words else "")
