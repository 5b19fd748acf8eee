"""What a stem asks: its words without quotations, the clause that holds the question, and negation in it."""

import re
from functools import partial
from itertools import islice
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.enclosed import Enclosed
from lpkit.text.languages.parts import Negations

_QUOTED = Enclosed(
    r"\"[^\"\n]{2,}\"|“[^”]{2,}”|„[^“”]{2,}[“”]|«[^»]{2,}»|`[^`\n]+`|(?<![\w'])'[^'\n]{2,}'(?!\w)",
    {"“": "”", "„": "[“”]", "«": "»"},
    others="\"`'",
)
_MARKS = pattern("[\"“«„`']")
_ENDS = pattern(r"(?<=[.?!])[\"”')\]]*\s+(?=[^\sa-z])|\n+")

_MOST = 32
"""Negations of one clause that are looked at; each looks back over the whole clause."""
_BACK = 200
"""Characters before a word in which stands what rules its clause."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})


class Negation(NamedTuple):
    """A word that turns the question round, and whether the author made it stand out."""

    text: str
    emphasised: bool


def without_quotations(text: str, negative: frozenset[str]) -> str:
    """Give a text without what it quotes, which somebody else says; a pair of marks stays in the place.

    A lone negation in marks, one of the `negative` words, is the author's own, who wants it to be seen.
    """
    return _QUOTED.sub(partial(_kept, negative), text)


def may_quote(text: str) -> bool:
    """Tell whether a text holds any mark of quotation; most hold none."""
    return _MARKS.search(text) is not None


def _kept(negative: frozenset[str], quotation: re.Match[str]) -> str:
    word = quotation.group()[1:-1].strip("*_ ")
    return word.upper() if word.lower() in negative else '""'


def sentences(text: str) -> list[str]:
    """Split a text into its sentences; an abbreviation before a capital letter counts as an end."""
    return [sentence for sentence in _ENDS.split(text) if sentence.strip()]


def question_sentence(text: str) -> str:
    """Give the sentence of a stem that asks: the last one with a question mark, or the last one."""
    parts = sentences(text)
    return next((part for part in reversed(parts) if "?" in part), parts[-1] if parts else "")


def negation(own: str, known: Negations) -> Negation | None:
    """Find what makes a stem negative, in a language; `own` is the stem without quotations.

    A negation counts in the clause that asks. In a clause on a person or a condition (`a patient who does not …`,
    `if it cannot …`), in a why-question, in an order (`do not use a calculator`) and in `at least`, it does not.
    A word in capitals counts wherever it stands in the question, since the author points at it.
    """
    clause = question_sentence(own).translate(_STRAIGHT)
    if known.order.match(clause) and "?" not in clause:
        return None
    loud = clause.upper() == clause
    for match in islice(known.negation.finditer(clause), _MOST):
        word = match.group().strip("*_ ")
        emphasised = bool(match["emphasis"]) or (
            not loud and any(part.isupper() and len(part) > 2 for part in word.split())
        )
        before = clause[: match.start()]
        excepting = word.lower().startswith(known.excepting)
        if known.no_question.search(clause, max(0, match.start() - _BACK), match.start()) or (
            excepting and not _excepts(clause, match, known)
        ):
            continue
        if emphasised or not _aside(clause, before, known):
            return Negation(word, emphasised)
    return None


def _excepts(clause: str, match: re.Match[str], known: Negations) -> bool:
    """Tell whether an exception is asked for: after a word for all of them, or at the end of the stem."""
    after = clause[match.end() :]
    for filler in known.fillers:
        after = after.replace(filler, "")
    return bool(known.whole.search(clause[: match.start()])) or not re.search(r"\w", after)


def _aside(clause: str, before: str, known: Negations) -> bool:
    """Tell whether what follows `before` stands in a clause that does not ask."""
    asking = _asking_word(clause, known)
    if asking is not None and asking.group().lower() in known.reasons:
        return True
    if _sets_the_scene(clause, len(before), asking, known):
        return True
    openings = list(known.subordinate.finditer(before))
    if not openings or (asking is not None and openings[-1].start("word") == asking.start()):
        return False
    opening = openings[-1]
    start = opening.start("word")
    if "," in before[start:]:
        return False
    chosen = known.choice.search(before[:start]) or known.demand.match(clause)
    return not (chosen and opening["word"].lower() in known.relative)


def _sets_the_scene(clause: str, place: int, asking: re.Match[str] | None, known: Negations) -> bool:
    """Tell whether a comma parts a place from the words that ask, or that go on from a condition at the start."""
    if asking is not None and asking.start() > place:
        return "," in clause[place : asking.start()]
    begun = known.subordinate.search(clause, 0, _BACK) if "?" not in clause else None
    return begun is not None and not re.search(r"\w", clause[: begun.start("word")]) and ", " in clause[place:]


def _asking_word(clause: str, known: Negations) -> re.Match[str] | None:
    """Find the word with which a clause asks: one at the start or after a comma, or else the first."""
    found = list(known.asking.finditer(clause))
    if "?" not in clause:
        return found[0] if found and not re.search(r"\w", clause[: found[0].start()]) else None
    leading = [match for match in found if known.leads.search(clause, max(0, match.start() - _BACK), match.start())]
    if not leading:
        # "A patient who does not eat loses what first?"
        return found[-1] if found else None
    # A clause on time, place or person may come first: "When it fails, which …?"
    return leading[-1] if leading[0].group().lower() in known.framing else leading[0]
