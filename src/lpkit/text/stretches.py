"""Which sentences of a text may reckon: single words tell, since reading figures takes longer, and most have none."""

from collections.abc import Iterator

from lpkit.pattern import pattern
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.tokens import words
from lpkit.text.turns import may_turn

_DIGITS = frozenset("0123456789")
_MARKS = frozenset("=+:×")
"""What says that figures come to another, beside words."""
_CLOSE, _NEAR = 6, 12
"""Words in which a part stands before its whole, and the two ends of a change."""
_PLAIN = pattern(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_NUMBER = pattern("[0-9]+")
_SENTENCE_END = pattern(r"[.!?][\"”’)]*\s+(?=[^a-z\s])")
_LEAST = 2
"""Figures that arithmetic needs."""


def stretches(text: str, known: Reckonings, amounts: FigureWords) -> Iterator[str]:
    """Give the sentences of a text that may reckon, each with the next one where that goes on with it.

    Single words tell, since reading figures takes longer and most texts have none.
    """
    digits = len(_NUMBER.findall(text))
    if digits < _LEAST and digits + len(amounts.starts.intersection(words(text))) < _LEAST:
        return
    parts = _SENTENCE_END.split(text)
    for place, part in enumerate(parts):
        further = parts[place + 1] if place + 1 < len(parts) else ""
        whole = f"{part}. {further}" if further and known.goes_on.match(further) else part
        if may_reckon(whole, known, amounts):
            yield whole


def may_reckon(text: str, known: Reckonings, figures: FigureWords) -> bool:
    """Tell by single words whether a text may reckon at all, since reading its figures takes longer; most do not."""
    every = words(text)
    starts = figures.starts
    places = [place for place, word in enumerate(every) if word in starts or word[0] in _DIGITS]
    if len(places) < _LEAST:
        return False
    if (len(places) > _LEAST and _may_sum(every, text, known)) or may_turn(text, known.turns):
        return True
    last = -_NEAR
    for place in places:
        near = every[max(place - 2, 0) : place]
        if near and (near[-1] in known.joints or near[0] in known.joints):
            joined = place - last <= _NEAR or places[-1] > place
            if joined and _may_shift(every, text, known):
                return True
        part = near and (near[-1] in known.of or near[0] in known.of)
        if part and (place - last <= _CLOSE or ("%" in text and places[-1] > place)):
            return True
        last = place
    return False


def _may_sum(every: tuple[str, ...], text: str, known: Reckonings) -> bool:
    rated = not known.rates.isdisjoint(every) and not known.results.isdisjoint(every)
    return rated or not known.signs.isdisjoint(every) or not _MARKS.isdisjoint(text)


def _may_shift(every: tuple[str, ...], text: str, known: Reckonings) -> bool:
    """Tell whether a text says how much something changed, or may say the wrong way."""
    if "%" in text or not known.sizes.isdisjoint(every):
        return True
    plain = [float(number.replace(",", "")) for number in _PLAIN.findall(text)]
    ways = {known.ways[word] for word in every if word in known.ways}
    right = plain[1:] and ways == {1 if plain[0] < plain[1] else -1}
    return bool(ways) and not right
