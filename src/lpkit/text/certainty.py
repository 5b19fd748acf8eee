"""Words that allow no exception, and words of frequency that measure nothing."""

from collections.abc import Collection

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Absolutes, Frequencies

_WORD = pattern(r"[^\W\d_]+")


def absolute_terms(text: str, tokens: Collection[str], absolutes: Absolutes) -> list[str]:
    """Give the absolute terms of an option in its order; idioms in which they mean no such thing do not count.

    `text` is in lower case, `tokens` are its words.
    """
    if absolutes.terms.isdisjoint(tokens):
        return []
    kept = absolutes.idioms.sub(" ", text)
    return [word for word in _WORD.findall(kept) if word in absolutes.terms]


def vague_terms(text: str, tokens: Collection[str], terms: frozenset[str], frequencies: Frequencies) -> list[str]:
    """Give the words of vague frequency; comparisons (`most often`, `how often`) measure and do not count."""
    if terms.isdisjoint(tokens):
        return []
    kept = frequencies.compared.sub(" ", text)
    return [word for word in _WORD.findall(kept) if word in terms]


def hedges(text: str, tokens: Collection[str], frequencies: Frequencies) -> list[str]:
    """Give the hedging words of a text where there are two or more (`some … may`), each once; else nothing."""
    if frequencies.hedges.isdisjoint(tokens):
        return []
    kept = frequencies.compared.sub(" ", text)
    found = list(dict.fromkeys(word.lower() for word in frequencies.hedge.findall(kept)))
    return found if len(found) > 1 else []
