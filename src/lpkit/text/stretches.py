"""Which sentences of a text may reckon: single words tell, since reading figures takes longer, and most have none."""

from collections.abc import Iterator, Sequence

from lpkit.pattern import pattern
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.tokens import words

_DIGITS = frozenset("0123456789")
_CLOSE, _NEAR = 6, 12
"""Words in which a part stands before its whole, and the two ends of a change."""
_LONGEST = 15
"""Digits of the longest whole number that is compared with another."""
_NUMBER = pattern("[0-9]+")
_PLAIN = pattern(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_SENTENCE_END = pattern(r"[.!?][\"”’)]*\s+(?=[^a-z\s])")
_SIGNS = ("=", "+", "×", ": ")
"""What says that figures come to another, beside words; the colon of a time of day (16:20) has no space."""
_LEAST = 2
"""Figures that arithmetic needs; sums, and changes of which the size is told, need one more."""


def stretches(text: str, known: Reckonings, amounts: FigureWords) -> Iterator[str]:
    """Give the sentences of a text that may reckon, each with the next one where that goes on with it."""
    said = amounts.starts.intersection(words(text))
    if len(said) < _LEAST and len(said) + len(_NUMBER.findall(text)) < _LEAST:
        return
    if not may_reckon(text, known, amounts):
        return
    parts = _SENTENCE_END.split(text)
    for place, part in enumerate(parts):
        further = parts[place + 1] if place + 1 < len(parts) else ""
        whole = f"{part}. {further}" if further and known.goes_on.match(further) else part
        if may_reckon(whole, known, amounts, alone=True):
            yield whole


def may_reckon(text: str, known: Reckonings, amounts: FigureWords, alone: bool = False) -> bool:
    """Tell by single words whether a text may reckon at all; `alone` is a single sentence, of which more is asked."""
    every = words(text)
    places = figure_places(every, amounts)
    if len(places) < _LEAST:
        return False
    several = len(places) > _LEAST
    if (several and _may_sum(every, text, known)) or _may_turn(text, known):
        return True
    may_shift = _may_shift(every, text, known, several) if alone else True
    last, share = -_NEAR, "%" in text
    for place in places:
        near = every[max(place - 2, 0) : place]
        if may_shift and not known.joints.isdisjoint(near) and (place - last <= _NEAR or places[-1] > place):
            return True
        if not known.of.isdisjoint(near):
            if place - last <= _CLOSE and (several or not _is_part(every, last, place)):
                return True
            if several and share and places[-1] > place:
                return True
        last = place
    return False


def figure_places(every: Sequence[str], amounts: FigureWords) -> list[int]:
    """Give where figures may begin."""
    found: list[int] = []
    starts, last = amounts.starts, -_LEAST
    for place in [place for place, word in enumerate(every) if word in starts or word[0] in _DIGITS]:
        word, before = every[place], every[place - 1] if place else ""
        alone = word in amounts.lengths and before not in amounts.ones
        if not alone and not (word in amounts.behind and last == place - 1):
            found.append(place)
            last = place
    return found


def _is_part(every: Sequence[str], part: int, whole: int) -> bool:
    """Tell whether two whole numbers in digits are in the order of a part and its whole: nothing is wrong with them."""
    one, two = every[part], every[whole]
    if not (one.isdecimal() and two.isdecimal()) or max(len(one), len(two)) > _LONGEST:
        return False
    return int(one) <= int(two)


def _may_sum(every: Sequence[str], text: str, known: Reckonings) -> bool:
    """Tell whether a text with three figures or more has a word of a sum."""
    if not known.signs.isdisjoint(every) or any(sign in text for sign in _SIGNS):
        return True
    rated = not known.rates.isdisjoint(every) and not known.results.isdisjoint(every)
    return rated and known.per.search(text) is not None


def _may_turn(text: str, known: Reckonings) -> bool:
    """Tell whether a text may tell rates, or call changes alike."""
    return known.turns.per.search(text) is not None or known.turns.same.search(text) is not None


def _may_shift(every: Sequence[str], text: str, known: Reckonings, several: bool) -> bool:
    """Tell whether a text may say how much something changed, which is a third figure, or the wrong way."""
    if several and ("%" in text or not known.sizes.isdisjoint(every)):
        return True
    ways = {known.ways[word] for word in every if word in known.ways}
    if not ways:
        return False
    plain = [float(number.replace(",", "")) for number in _PLAIN.findall(text)]
    return not (plain[1:] and ways == {1 if plain[0] < plain[1] else -1})
