"""Claims that notes make about answers, and the words of an answer that contradict them."""

import re
from collections.abc import Callable
from functools import partial
from itertools import islice

from lpkit.pattern import pattern
from lpkit.text.counting import count_first_person, measures, sentences
from lpkit.text.enclosed import Enclosed
from lpkit.text.languages.parts import Claims
from lpkit.text.languages.parts.answers import Denial, Kind

_QUOTED = Enclosed(r'"[^"]*"|“[^”]*”', {'"': '"', "“": "”"})
_SHORTEST_SPEECH = 4
"""Characters of the shortest quote that somebody else says; shorter ones are words that a note is about."""
_REST_OF_CLAUSE = pattern(r"[^.;!?\n]*")
_CLAUSE_START = pattern(r"[.;:!?\n]\s+")
_MOST = 16
"""Claims of one kind in a note that are looked at; each looks at the whole clause that it stands in."""


def unqualified(claim: re.Pattern[str], note: str, claims: Claims) -> str | None:
    """Give the words of a claim that a note makes without limiting, supposing or quoting it; None where it does not."""
    plain = without_speech(note)
    starts = [0]
    for match in islice(claim.finditer(plain), _MOST):
        starts += [border.end() for border in _CLAUSE_START.finditer(plain, starts[-1], match.start())][-1:]
        lead = plain[starts[-1] : match.start()]
        goes_on = _REST_OF_CLAUSE.match(plain, match.end())
        rest = goes_on.group() if goes_on else ""
        supposed = claims.supposed.search(lead) or claims.supposed.search(rest)
        if claims.clause_goes_on.match(plain, match.end()) and not supposed and not claims.part_only.search(lead):
            return match.group()
    return None


def without_speech(note: str) -> str:
    """Give a note in which what somebody is quoted to say cannot be read; each character keeps its place."""
    return _QUOTED.sub(_masked, note)


def contradiction(denial: Denial, claimed: str, answer: str, claims: Claims) -> str | None:
    """Give the words of an answer that are of the kind which a note denies; None where there are none."""
    if denial.contradicted_by in {"mention", "told"}:
        match = denial.claim.search(claimed)
        what = next(filter(None, match.groups())) if match else None
        look = _mentioned if denial.contradicted_by == "mention" else partial(_told, claims=claims)
        return look(what, answer) if what else None
    return _EVIDENCE[denial.contradicted_by](answer, claims)


def _outcome(answer: str, claims: Claims) -> str | None:
    """Give a passage that tells of a change with a number (by 30%, from 64 to 3)."""
    match = claims.outcome.search(answer)
    return _short(match.group()) if match else None


def _figure(answer: str, claims: Claims) -> str | None:
    """Give a number that measures something: one that tells of a change where there is one."""
    return _outcome(answer, claims) or next(measures(answer, claims.evidence), None)


def _first_person(answer: str, claims: Claims) -> str | None:
    """Give the beginning of a sentence that starts with I."""
    found = (sentence for sentence in sentences(answer) if count_first_person(sentence, claims.evidence))
    return next(map(_short, found), None)


def _reflection(answer: str, claims: Claims) -> str | None:
    """Give a passage in which the speaker looks back critically."""
    return _found(claims.reflection, answer)


def _baseline(answer: str, claims: Claims) -> str | None:
    """Give a change that is told with the figure from which it starts."""
    return _found(claims.baseline, answer)


def _informed(answer: str, claims: Claims) -> str | None:
    """Give where the speaker tells somebody something."""
    return _found(claims.informed, answer)


def _period(answer: str, claims: Claims) -> str | None:
    """Give how long something took, or when it was."""
    return _found(claims.period, answer)


def _found(evidence: re.Pattern[str], answer: str) -> str | None:
    match = evidence.search(answer)
    return _short(match.group()) if match else None


def _mentioned(what: str, answer: str) -> str | None:
    """Give a word, with the two words around it, where an answer has it."""
    match = re.search(rf"(?:\S+ )?\b{re.escape(what)}\w{{0,2}}\b(?: \S+)?", answer, re.IGNORECASE)
    return match.group() if match else None


def _told(whom: str, answer: str, claims: Claims) -> str | None:
    """Give where the speaker tells something to somebody whom a word names."""
    who = whom.lower().removesuffix("s")
    found = (match.group() for match in claims.informed.finditer(answer))
    return next((_short(passage) for passage in found if who in passage.lower()), None)


def _mistake(answer: str, claims: Claims) -> str | None:
    """Give a passage in which the speaker admits a mistake, or looks back critically."""
    return _found(claims.mistake, answer) or _reflection(answer, claims)


def _habit(answer: str, claims: Claims) -> str | None:
    """Give what the speaker does otherwise from then on."""
    return _found(claims.habit, answer)


def _owner(answer: str, claims: Claims) -> str | None:
    """Give who is said to own something."""
    return _found(claims.owner, answer)


_EVIDENCE: dict[Kind, Callable[[str, Claims], str | None]] = {
    "outcome": _outcome,
    "figure": _figure,
    "first-person": _first_person,
    "reflection": _reflection,
    "baseline": _baseline,
    "informed": _informed,
    "period": _period,
    "mistake": _mistake,
    "habit": _habit,
    "owner": _owner,
}


def _masked(quote: re.Match[str]) -> str:
    text = quote.group()
    return "_" * len(text) if len(text) - 2 >= _SHORTEST_SPEECH else text


def _short(passage: str, words: int = 8) -> str:
    every = passage.split()
    return " ".join(every[:words]).rstrip(" ,.;:") + (" …" if len(every) > words else "")
