"""What a note calls missing from an answer, and the sentence of the answer that has it.

What the claim is about must be named in that sentence, or right before it; a claim about nothing in particular is
answered by any. That a reader has to decide: it is information.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.claims import without_speech
from lpkit.text.figures import figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, Silences
from lpkit.text.languages.parts.silences import Matter
from lpkit.text.tokens import content, words

_MOST = 8
"""Claims of a kind, and sentences, that are looked at."""
_STEM = 4
"""Letters by which a word is known again."""
_SHOWN = 12
"""Words of the evidence that a message shows."""
_LEAD = 6
"""Words before a claim that say of what it is."""
_SENTENCE = pattern(r"[.!?;:]\s+|\n")
_PARTS = pattern(r"[^!?\n]{1,599}?(?:[.!?](?=\s)|$|[!?\n])")
"""A sentence; of what is longer there is a piece."""
_SENTENCES, _LONGEST = 80, 5000
"""Sentences of an answer that are looked at, and characters of a note; people write no more."""
_ENDS = pattern("[.!?]")
_NUMBER = pattern(r"\d+(?:\.\d+)?")


def missing(note: str, told: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Give what a note calls missing, with what one of some texts tells of it; nothing without the part on that."""
    known, terms = language.get(Silences), language.get(ContentWords)
    if known is None or terms is None or len(note) > _LONGEST:
        return
    note = without_speech(note)
    every = frozenset(words(note))
    if known.negators.isdisjoint(every):
        return
    for matter in known.matters:
        if not matter.words.isdisjoint(every):
            for claimed in _claimed(note, matter, known, terms):
                if evidence := _told(claimed, matter, tuple(told), language):
                    yield claimed.said, evidence
                    break


class _Claimed(NamedTuple):
    """What is called missing: the words, the stems of what it is about, and the figures beside it."""

    said: str
    about: frozenset[str]
    numbers: frozenset[float]


def _claimed(note: str, matter: Matter, known: Silences, terms: ContentWords) -> Iterator[_Claimed]:
    for claim in matter.claims:
        for match in islice(claim.finditer(note), _MOST):
            first = max((end.end() for end in _SENTENCE.finditer(note, 0, match.start())), default=0)
            end = _SENTENCE.search(note, match.end() - 1)
            sentence = note[first : end.end() if end else len(note)]
            if known.supposed.search(sentence):
                continue
            lead = note[first : match.start()]
            about = f"{match.groupdict().get('about') or ''} {lead if _names_first(lead) else ''}"
            stems = _stems(about, known, terms)
            if matter.beside and not stems:
                continue
            yield _Claimed(match.group().strip(), stems, frozenset(map(float, _NUMBER.findall(about))))


def _names_first(lead: str) -> bool:
    """Tell whether a sentence says of what it speaks before it calls something missing: `For the 26% …`."""
    return len(lead.split()) <= _LEAD and not lead.rstrip().endswith((",", ":"))


def _stems(text: str, known: Silences, terms: ContentWords) -> frozenset[str]:
    common = content((word for word in words(text) if word not in known.generic), terms)
    return frozenset(known.doer.sub("", word)[:_STEM] for word in common if not word[0].isdigit())


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets of stems have one in common: the loser, and who lost."""
    return not one.isdisjoint(other) or any(
        longer.startswith(stem) for stem in one if len(stem) < _STEM for longer in other
    )


def _told(claimed: _Claimed, matter: Matter, told: tuple[str, ...], language: Language) -> str | None:
    """Give the sentence of some texts that has what is called missing, on the same thing where one is named."""
    known, terms = language[Silences], language[ContentWords]
    for text in told:
        for whole in _PARTS.findall(text)[:_SENTENCES]:
            sentence = _clause(matter.there, whole)
            if sentence is None:
                continue
            if claimed.about and not _meet(claimed.about, _stems(sentence, known, terms)):
                continue
            if not claimed.numbers <= {figure.value for figure in figures(sentence, language)}:
                continue
            return " ".join(sentence.split()[:_SHOWN])
    return None


def _clause(there: re.Pattern[str], text: str) -> str | None:
    """Give what lies between two ends around the last place, before the first of them, that shows something."""
    first = there.search(text)
    if first is None:
        return None
    start = max(text.rfind(end, 0, first.start()) for end in ".!?") + 1
    places = range(_end(text, first.start()), first.start(), -1)
    last = next(filter(None, (there.match(text, place) for place in places)), first)
    return text[start : _end(text, last.end())]


def _end(text: str, start: int) -> int:
    end = _ENDS.search(text, start)
    return end.start() if end else len(text)
