"""Which of two things came first by a note, and in which order a story tells them.

A story is told in its order where nothing in it goes back (`had`, `before`, `two years earlier`), and months may say
more. What a note says is looked for by its words; where one of the two is not found, or in several sentences, nothing
is told. Somebody has to look.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from lpkit.text.claims import without_speech
from lpkit.text.dates import moments
from lpkit.text.denied import means
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, Denying, Timeline
from lpkit.text.tokens import words

_MOST, _LONGEST, _SENTENCES = 8, 5000, 80
_SHOWN = 10
_YEAR, _HALF_YEAR = 12, 6
_LEAST, _BOTH = 2, 3
"""Words that an event of a note shares with the one that tells it, and those that both of two share."""


class _Event(NamedTuple):
    """A part of a story: what its words mean, its month, if it names just one, and whether it goes back."""

    text: str
    means: frozenset[str]
    month: int | None
    back: bool
    returns: bool


def misplaced(note: str, story: str, language: Language) -> Iterator[tuple[int, str, str, str]]:
    """Give what a note says of an order, where it stands, and both events of a story in theirs."""
    known, terms, kin = language.get(Timeline), language.get(ContentWords), language.get(Denying)
    if known is None or terms is None or kin is None or len(note) > _LONGEST:
        return
    plain = without_speech(note)
    for form in known.orders:
        for match in islice(form.finditer(plain), _MOST):
            if known.supposed.search(match.group()) or not kin.negators.isdisjoint(words(match.group())):
                continue
            events = _events(story, language)
            (one, shared), (two, too) = (_found(events, match[name], kin, terms) for name in ("event", "rival"))
            if one is None or two is None or one == two or shared + too < _BOTH:
                continue
            early, late = (one, two) if match.groupdict().get("first") else (two, one)
            if _contradicts(events, early, late):
                yield match.start(), match.group().strip(), _short(events[late].text), _short(events[early].text)


def _contradicts(events: Sequence[_Event], early: int, late: int) -> bool:
    """Tell whether what is said to come first is told last, without a word that goes back."""
    one, two = events[early], events[late]
    if one.month and two.month and one.month != two.month:
        apart = (one.month - two.month) % _YEAR
        return apart < _HALF_YEAR and (early > late or not (one.back or two.back))
    back = one.back or two.back or any(event.returns for event in events[late : early + 1])
    return early > late and not back


@lru_cache(maxsize=64)
def _events(text: str, language: Language) -> tuple[_Event, ...]:
    known, terms, kin = language[Timeline], language[ContentWords], language[Denying]
    found = []
    ends = [end.span() for end in islice(known.event_end.finditer(text), _SENTENCES)]
    for (_, first), (last, _) in pairwise([(0, 0), *ends, (len(text), len(text))]):
        sentence = text[first:last]
        months = {one.month for one in moments(sentence, language) if one.month}
        every = frozenset().union(*(means(word, kin, terms) for word in words(sentence)))
        month = next(iter(months)) if len(months) == 1 else None
        found.append(_Event(sentence.strip(), every, month, *_backwards(sentence, known)))
    return tuple(found)


def _backwards(sentence: str, known: Timeline) -> tuple[bool, bool]:
    return known.back.search(sentence) is not None, known.returns.search(sentence) is not None


def _found(events: Sequence[_Event], said: str, known: Denying, terms: ContentWords) -> tuple[int | None, int]:
    """Give the only event that has most of what is said, and at least half of it, and how many of its words."""
    things = [thing for word in words(said) if word not in known.generic and (thing := means(word, known, terms))]
    shared = [sum(bool(thing & event.means) for thing in things) for event in events]
    best = max(shared, default=0)
    if best < min(_LEAST, len(things) - 1 or 1) or best * 2 < len(things) or not best or shared.count(best) > 1:
        return None, 0
    return shared.index(best), best


def _short(text: str) -> str:
    every = text.split()
    return " ".join(every[:_SHOWN]) + (" …" if len(every) > _SHOWN else "")
