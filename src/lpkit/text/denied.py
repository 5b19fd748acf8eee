"""What a text denies of a story, and the sentence of the story that tells it: the same deed, to the same thing.

A denial is taken apart into deeds and things. A deed is known in another word for it, a thing by its common form in the
sentence or the one before; what limits the denial to a time or a place must be in the story too. Somebody has to look.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.claims import without_speech
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, Denying
from lpkit.text.tokens import words

_MOST = 12
"""Denials of a form that are looked at."""
_BEFORE = 6
"""Words before a deed in which a negation or a supposition stands."""
_FIRST = 3
"""Words of what is denied among which the deed is."""
_SHOWN = 12
_LONGEST, _SENTENCES = 5000, 80
_SENTENCE = pattern(r"[^.!?\n]{1,599}(?:[.!?]+(?=\s|$)|$|\n)")
_CLAUSE_START = pattern(r"[.;:!?\n]\s+")
_ENOUGH = 2 / 3
"""Which part of the things of a denial must be in a story."""


class _Denied(NamedTuple):
    """A denial: the words, what the deed is called, the things, and what must be there in any case.

    Each word stands for all that it may mean.
    """

    said: str
    deed: frozenset[str]
    things: tuple[frozenset[str], ...]
    needed: tuple[frozenset[str], ...]


class _Told(NamedTuple):
    """A sentence of a story: its words, what they mean, and what those of the sentence before mean."""

    text: str
    words: tuple[str, ...]
    means: frozenset[str]
    before: frozenset[str]
    tells: bool
    """Whether somebody is told something in it, in whatever words."""


def denied(note: str, told: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Give what a note denies, with the sentence of one of some texts that tells it; none without the part on that."""
    known, terms = language.get(Denying), language.get(ContentWords)
    if known is None or terms is None or len(note) > _LONGEST or known.cues.isdisjoint(words(note)):
        return
    plain = without_speech(note)
    for claim in _denials(plain, known, terms):
        for text in told:
            found = next((one for one in _story(text, language) if _tells(one, claim, known, terms)), None)
            if found:
                yield claim.said, " ".join(found.text.split()[:_SHOWN])
                return


def _denials(note: str, known: Denying, terms: ContentWords) -> Iterator[_Denied]:
    for forms, read in ((known.untold, _untold), (known.unsaid, _unsaid), (known.undone, _undone)):
        for form in forms:
            for match in islice(form.finditer(note), _MOST):
                if not known.supposed.search(_clause(note, match)) and (claim := read(match, known, terms)):
                    yield claim


def _clause(note: str, match: re.Match[str]) -> str:
    first = max((end.end() for end in _CLAUSE_START.finditer(note, 0, match.start())), default=0)
    end = _CLAUSE_START.search(note, match.end() - 1)
    return note[first : end.end() - 1 if end else len(note)]


def _untold(match: re.Match[str], known: Denying, terms: ContentWords) -> _Denied | None:
    things = _things(match["whom"], known, terms)
    return _Denied(match.group().strip(), frozenset((known.told,)), things, ()) if things else None


def _unsaid(match: re.Match[str], known: Denying, terms: ContentWords) -> _Denied | None:
    things = _things(match["deed"], known, terms)
    return _Denied(match.group().strip(), frozenset(), things, things) if len(things) > 1 else None


def _undone(match: re.Match[str], known: Denying, terms: ContentWords) -> _Denied | None:
    """Give a denied deed: it is what is said first."""
    subject = match.groupdict().get("who") or ""
    if not known.asks.isdisjoint(words(subject)):
        return None
    what, who = _things(match["deed"], known, terms), _things(subject, known, terms)
    first = _things(" ".join(match["deed"].split()[:_FIRST]), known, terms)[:1]
    things = (*who, *what[1:])
    if not first or not things:
        return None
    limited = " ".join(limit["limit"] for limit in known.limits.finditer(match.group()))
    return _Denied(match.group().strip(), first[0], things, _things(limited, known, terms))


def _things(text: str, known: Denying, terms: ContentWords) -> tuple[frozenset[str], ...]:
    every = (means(word, known, terms) for word in words(text) if word not in known.generic)
    return tuple(filter(None, every))


def means(word: str, known: Denying, terms: ContentWords) -> frozenset[str]:
    """Give what a word may mean: its common form, and the families that say the same."""
    return known.kin.get(word, frozenset()) | frozenset(filter(None, (terms.common_form(word),)))


@lru_cache(maxsize=64)
def _story(text: str, language: Language) -> tuple[_Told, ...]:
    known, terms = language[Denying], language[ContentWords]
    found: list[_Told] = []
    before: frozenset[str] = frozenset()
    lately: frozenset[str] = frozenset()
    for sentence in _SENTENCE.findall(text)[:_SENTENCES]:
        every = words(sentence)
        if known.unreal.search(sentence):
            continue
        every_meaning = frozenset().union(*(means(word, known, terms) for word in every))
        tells = known.tells.search(sentence)
        done = tells is not None and _is_done(words(sentence[: tells.start()]), _SENTENCES, known)
        found.append(_Told(sentence.strip(), every, every_meaning, before | lately, done))
        # Him and her are mostly who was named last, however many sentences ago.
        named = (word for name in known.name.findall(sentence) for word in words(name))
        lately = frozenset().union(*(means(word, known, terms) for word in named)) or lately
        before = every_meaning
    return tuple(found)


def _tells(one: _Told, claim: _Denied, known: Denying, terms: ContentWords) -> bool:
    """Tell whether a sentence of a story tells what a text denies."""
    if (
        claim.deed
        and not (one.tells and known.told in claim.deed)
        and not any(
            claim.deed & means(word, known, terms) and _is_done(one.words, place, known)
            for place, word in enumerate(one.words)
        )
    ):
        return False
    points = not known.those.isdisjoint(one.words)
    there = one.means | one.before if points else one.means
    if not all(thing & there for thing in claim.needed):
        return False
    shared = sum(bool(thing & there) for thing in claim.things)
    if shared < len(claim.things) and not known.everybody.isdisjoint(one.words):
        shared += 1
    return shared > 0 and shared >= _ENOUGH * len(claim.things)


def _is_done(every: Sequence[str], place: int, known: Denying) -> bool:
    """Tell whether a deed at a place is done: by the speaker, and not only supposed or denied."""
    if not known.speaker.isdisjoint(every[place + 1 : place + 2]):
        return False
    return (known.negators | known.supposing).isdisjoint(every[max(place - _BEFORE, 0) : place])
