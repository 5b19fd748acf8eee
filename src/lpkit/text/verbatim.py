"""The words of an answer that a careless quote means: the same words, in other case or punctuation."""

from lpkit.pattern import pattern

_WORD = pattern(r"\w+")
_ELISION = pattern(r"\.{2,}|…")


def verbatim(answer: str, quote: str) -> str | None:
    """Give the answer's own words for a quote that differs from them in case, punctuation and dashes only.

    None where the words are not in the answer in this order, and for a quote that leaves words out.
    """
    wanted = [word.casefold() for word in _WORD.findall(quote)]
    if not wanted or _ELISION.search(quote):
        return None
    spoken = list(_WORD.finditer(answer))
    words = [match.group().casefold() for match in spoken]
    # One search over both as texts: comparing slices word by word is quadratic where words repeat.
    passage, piece = f" {' '.join(words)} ", f" {' '.join(wanted)} "
    found = passage.find(piece)
    if found < 0:
        return None
    first = passage.count(" ", 0, found)
    return " ".join(answer[spoken[first].start() : spoken[first + len(wanted) - 1].end()].split())
