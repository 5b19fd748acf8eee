"""What a stem asks: its words without quotations, the clause that holds the question, and negation in it."""

import re
from functools import lru_cache
from typing import NamedTuple

from lpkit.pattern import pattern

_QUOTED = pattern(r"\"[^\"\n]{2,}\"|“[^”]{2,}”|„[^“”]{2,}[“”]|«[^»]{2,}»|`[^`\n]+`|(?<![\w'])'[^'\n]{2,}'(?!\w)")
_MARKS = pattern("[\"“«„`']")
_ENDS = pattern(r"(?<=[.?!])[\"”')\]]*\s+(?=[^\sa-z])|\n+")

NEGATIVE_WORDS = frozenset(
    (
        *("not", "except", "excepting", "excluding", "least", "false", "incorrect", "incorrectly", "untrue", "wrong"),
        *("wrongly", "cannot", "never", "unlikely", "inaccurate", "inappropriate", "invalid", "exception"),
    )
)
_NEGATION = pattern(
    r"""(?P<emphasis>[*_]{1,2}|<b>|<u>)?\b(?:
      (?<!whether\ or\ )(?<!or\ )not\b(?!\s+only|\s+to\s+mention|\s+just)
    | \w+n't\b | cannot\b | never\b(?!\s+event)
    | except(?:ing)?\b | excluding\b
    | least\s+(?:likely|appropriate|accurate|suitable|useful|helpful|effective|important|probable|consistent|reliable
        |desirable|relevant|true|correct|preferred|associated|compatible|characteristic|plausible|typical|related|similar
        |convincing|credible|supported|valid|affected|describes?)
    | (?<!at\ )least\s+(?:supports?|helps?|fits?|shows?|wants?|expects?|strengthens?|convinces?)
    | (?:is|are|be|was|were)\s+(?:\w+\s+)?(?:false|incorrect|untrue|wrong|inaccurate|invalid|inappropriate|unlikely)\b
        (?!\s+(?:positives?|negatives?|alarms?|with|in|about|here))
    | is\s+(?:the|an)\s+exception\b
    | (?:false|incorrect|untrue|inaccurate|wrong|invalid|inappropriate|unlikely)\s+(?:statements?|answers?|options?|one|
        about|regarding|concerning|matche?s?|pairs?|pairing|claims?|assertions?|to\s+be)
    | (?-i:LEAST|FALSE|INCORRECT|WRONG)
    | (?:incorrectly|wrongly)\s+(?:matched|paired|\w+ed)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_QUESTION = pattern(
    r"(?:(?:^|[,;(])\W*(?:please\s+)?do|so\s+as|in\s+order|try|trying|careful|decides?|chooses?|why|or|if)\s+$",
    re.IGNORECASE,
)
_ORDER = pattern(r"\W*(?:please\s+)?(?:don't|do\s+not|never)\b", re.IGNORECASE)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'"})
_SUBORDINATE = pattern(
    r"\b(?:that|whom|whose|if|because|when|whenever|while|although|though|unless|until|since|after|before|where|whether"
    r"|which|who|how|why|what)\b",
    re.IGNORECASE,
)
_QUESTION_WORD = pattern(r"\b(?:which|what|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)
_LEADS = pattern(r"(?:^|[,:;(])\W*(?:(?:and|then|so|in|of|for|to|by|at|on|from|with|under)\s+)*$", re.IGNORECASE)
_DEMAND = pattern(r"\W*(?:choose|select|identify|find|pick|mark|name|tick|circle)\s+the\b", re.IGNORECASE)
_CHOICE = pattern(r"\b(?:one|ones|option|statement|answer|choice|item|alternative|response)s?\s*$", re.IGNORECASE)
_WHOLE = pattern(r"\b(?:all|each|any|every|everything|following|these|both)\b", re.IGNORECASE)


class Negation(NamedTuple):
    """A word that turns the question round, and whether the author made it stand out."""

    text: str
    emphasised: bool


def without_quotations(text: str) -> str:
    """Give a text without what it quotes, which somebody else says; a pair of marks stays in the place.

    A lone negation in marks is the author's own, who wants it to be seen.
    """
    return _QUOTED.sub(_kept, text) if may_quote(text) else text


def may_quote(text: str) -> bool:
    """Tell whether a text holds any mark of quotation; most hold none."""
    return _MARKS.search(text) is not None


def _kept(quotation: re.Match[str]) -> str:
    word = quotation.group()[1:-1].strip("*_ ")
    return word.upper() if word.lower() in NEGATIVE_WORDS else '""'


def sentences(text: str) -> list[str]:
    """Split a text into its sentences; an abbreviation before a capital letter counts as an end."""
    return [sentence for sentence in _ENDS.split(text) if sentence.strip()]


def question_sentence(text: str) -> str:
    """Give the sentence of a stem that asks: the last one with a question mark, or the last one."""
    parts = sentences(text)
    return next((part for part in reversed(parts) if "?" in part), parts[-1] if parts else "")


@lru_cache(maxsize=256)
def negation(own: str) -> Negation | None:
    """Find what makes a stem negative; `own` is the stem without quotations.

    A negation counts in the clause that asks. In a clause on a person or a condition (`a patient who does not …`,
    `if it cannot …`), in a why-question, in an order (`do not use a calculator`) and in `at least`, it does not.
    A word in capitals counts wherever it stands in the question, since the author points at it.
    """
    clause = question_sentence(own).translate(_STRAIGHT)
    if _ORDER.match(clause) and "?" not in clause:
        return None
    loud = clause.upper() == clause
    for match in _NEGATION.finditer(clause):
        word = match.group().strip("*_ ")
        emphasised = bool(match["emphasis"]) or (
            not loud and any(part.isupper() and len(part) > 2 for part in word.split())
        )
        before = clause[: match.start()]
        if _NO_QUESTION.search(before) or (word.lower().startswith("except") and not _excepts(clause, match)):
            continue
        if emphasised or not _aside(clause, before):
            return Negation(word, emphasised)
    return None


def _excepts(clause: str, match: re.Match[str]) -> bool:
    """Tell whether `except` is asked for: after a word for all of them, or at the end of the stem."""
    after = clause[match.end() :]
    return bool(_WHOLE.search(clause[: match.start()])) or not re.search(
        r"\w", after.replace("for", "").replace("one", "")
    )


def _aside(clause: str, before: str) -> bool:
    """Tell whether what follows `before` stands in a clause that does not ask."""
    asking = _asking_word(clause)
    if asking is not None and asking.group().lower() == "why":
        return True
    openings = list(_SUBORDINATE.finditer(before))
    if not openings or (asking is not None and openings[-1].start() == asking.start()):
        return False
    opening = openings[-1]
    if "," in before[opening.start() :]:
        return False
    chosen = _CHOICE.search(before[: opening.start()]) or _DEMAND.match(clause)
    return not (chosen and opening.group().lower() in {"that", "which", "who"})


def _asking_word(clause: str) -> re.Match[str] | None:
    """Find the word with which a clause asks: one at the start or after a comma, or else the first."""
    found = list(_QUESTION_WORD.finditer(clause))
    if "?" not in clause:
        return found[0] if found and not re.search(r"\w", clause[: found[0].start()]) else None
    leading = [match for match in found if _LEADS.search(clause[: match.start()])]
    if not leading:
        return found[0] if found else None
    # A clause on time, place or person may come first: "When it fails, which …?"
    return leading[-1] if leading[0].group().lower() in {"when", "where", "who", "whose"} else leading[0]
