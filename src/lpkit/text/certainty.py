"""Words that allow no exception, and words of frequency that measure nothing."""

import re
from collections.abc import Collection

from lpkit.pattern import pattern

ABSOLUTE = frozenset(
    (
        *("always", "never", "all", "every", "everyone", "everybody", "everything", "only", "must", "none"),
        *("nobody", "forever", "invariably"),
        *("completely", "entirely", "totally", "absolutely", "exclusively", "solely", "impossible"),
    )
)
"""Absolute terms: Haladyna, Downing and Rodriguez (2002), guideline 28a, call them specific determiners."""

_IDIOMS = pattern(
    r"""\b(?:at\ all(?!\ times)|above\ all|after\ all|all\ right|first\ of\ all|all\ along|all\ over|all\ in\ all
    |all[- ]purpose|all[- ]or[- ](?:none|nothing)|not\ (?:only|all|always|every\w*)|only\ (?:if|when|after|once|child)
    |only\ (?:one|two|three|\d+|an?|i{1,3}|iv|[b-h])
    |(?:one|two|three|four|five|\d+|an?)\ [\w-]+\ only|we\ all
    |(?:i{1,3}|iv|vi{0,3}|[a-h]|\d)[).]?,?\ only|(?:read|write)[- ]only|must[- ](?:have|see)|always[- ]on|nothing\ but
    |every\ (?:other|few|second|third|fourth|\d+|two|three|four|six|eight|twelve)
    |every\ (?:hour|day|night|morning|week|month|year|minute|second|time)s?
    |(?:almost|nearly)\ (?:all|always|every|never))\b""",
    re.VERBOSE,
)

VAGUE = frozenset(
    (
        *("usually", "often", "rarely", "sometimes", "generally", "frequently", "occasionally", "seldom", "commonly"),
        *("typically", "infrequently", "regularly", "normally"),
    )
)
"""Words of frequency that readers understand as anything between a fifth and nine tenths (Case and Swanson 2001)."""

VAGUE_IN_QUESTION = frozenset(("often", "sometimes", "frequently", "occasionally", "seldom", "rarely", "infrequently"))
"""Those that make the question itself vague; the rest only soften a statement there."""

_COMPARED = pattern(
    r"\b(?:how|more|most|less|least|as|so|too|very|quite) "
    r"(?:often|frequently|commonly|rarely|regularly|generally|typically)\b"
)


def absolute_terms(text: str, tokens: Collection[str]) -> list[str]:
    """Give the absolute terms of an option in its order; idioms in which they mean no such thing do not count.

    `text` is in lower case, `tokens` are its words.
    """
    if ABSOLUTE.isdisjoint(tokens):
        return []
    kept = _IDIOMS.sub(" ", text)
    return [word for word in re.findall(r"[a-z]+", kept) if word in ABSOLUTE]


def vague_terms(text: str, tokens: Collection[str], terms: frozenset[str] = VAGUE) -> list[str]:
    """Give the words of vague frequency; comparisons (`most often`, `how often`) measure and do not count."""
    if terms.isdisjoint(tokens):
        return []
    kept = _COMPARED.sub(" ", text)
    return [word for word in re.findall(r"[a-z]+", kept) if word in terms]
