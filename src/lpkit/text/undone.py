"""What a note says was never done, and its answer tells: the same deed, in whatever word, to the same thing."""

from collections.abc import Iterator, Sequence

from lpkit.text.claims import unqualified
from lpkit.text.counting import sentences
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Claims, ContentWords, Deeds, Family
from lpkit.text.tokens import content, words

_BEFORE = 6
"""Words before a verb in which a negation or a supposition stands."""
_NOT = "n't"
_SHOWN = 10


def undone(note: str, answer: str, language: Language) -> Iterator[tuple[str, str]]:
    """Give what a note denies, with the sentence of the answer that affirms it; none without the parts on that."""
    known, claims, terms = language.get(Deeds), language.get(Claims), language.get(ContentWords)
    if known is None or claims is None or terms is None:
        return
    said = words(note)
    if known.negators.isdisjoint(said) and not any(word.endswith(_NOT) for word in said):
        return
    for family in known.families:
        claimed = None if family.verbs.isdisjoint(said) else unqualified(family.denied, note, claims)
        if claimed and (told := _affirmed(claimed, family, answer, known, terms)):
            yield claimed.strip(), told


def _affirmed(claimed: str, family: Family, answer: str, known: Deeds, terms: ContentWords) -> str | None:
    """Give the sentence of an answer that tells of a deed to what a claim names; None where it names nothing."""
    match = family.denied.search(claimed)
    named = words(" ".join(filter(None, match.groupdict().values()))) if match else ()
    things = content((word for word in named if word not in known.anybody | family.verbs), terms)
    for sentence in sentences(answer) if things else ():
        every = words(sentence)
        done = any(word in family.verbs and _is_done(every, place, known) for place, word in enumerate(every))
        if done and 2 * len(things & content(every, terms)) >= len(things):
            return " ".join(sentence.split()[:_SHOWN])
    return None


def _is_done(every: Sequence[str], place: int, known: Deeds) -> bool:
    before = every[max(place - _BEFORE, 0) : place]
    return not any(word in known.negators | known.supposing or word.endswith(_NOT) for word in before)
