"""Whose story a text tells: a note in the words of another answer, and sentences of an answer by their place."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.account import STEM, telling
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.reading import Reading, refuted
from lpkit.text.counting import sentences
from lpkit.text.languages.parts import Borrowings, ContentWords, Denying
from lpkit.text.tokens import content, words

_LEAST_WORDS, _TIMES = 3, 4
"""Words of another answer that tell its story, and how many of them outweigh one of the own."""
_MOST = 16
"""Sentences that a text names; for each of them the source is read."""
_TELLING = 2
"""Words that a sentence must have in common with a text to be meant by it."""


def read_stories(reading: Reading) -> Iterator[Entry]:
    """Read whether a sentence on one candidate tells, in its own words, what only another one's answer does."""
    account, passage = reading.account, reading.passage
    own = passage.topic.candidate
    language = account.pack.language
    terms, known, deeds = language.get(ContentWords), language.get(Borrowings), language.get(Denying)
    if own not in account.told or terms is None or known is None or deeds is None or len(account.candidates) < _TELLING:
        return
    said = telling(passage.text, terms)
    # Most texts have no three words that only another answer has, whatever was asked.
    if all(len(said & theirs) < _LEAST_WORDS for theirs in account.told_by_others[own]):
        return
    asked = account.asked_stems
    every = frozenset(word for word in said if word[:STEM] not in asked)
    if all(len(every & theirs) < _LEAST_WORDS for theirs in account.told_by_others[own]) or account.mentions(passage):
        return
    start = 0
    for border in (*known.sentence_end.finditer(passage.text), None):
        end = border.start() if border else len(passage.text)
        sentence = passage.text[start:end]
        yield from _foreign(reading, start, sentence, every & telling(sentence, terms), deeds.negators)
        start = border.end() if border else end


def _foreign(
    reading: Reading, start: int, sentence: str, here: frozenset[str], negators: frozenset[str]
) -> Iterator[Entry]:
    account, passage = reading.account, reading.passage
    own, told = passage.topic.candidate, account.told
    known = account.cast
    for other, said in told.items():
        theirs = (here & said) - told[own]
        mine = here & told[own] - said
        if other == own or len(theirs) < max(_LEAST_WORDS, _TIMES * len(mine)):
            continue
        supposed = reading.known.supposed.search(sentence) or reading.known.denied.search(sentence)
        if supposed or known.beside.search(sentence) or not negators.isdisjoint(words(sentence)):
            continue
        claim = Claim("story", passage.at, start, start + len(sentence), sentence, other)
        place = Place(account.candidate_site(other, "answer"), f"the answer of candidate {other}")
        listed = ", ".join(sorted(word for word in words(sentence) if telling(word, _terms(reading)) & theirs))
        message = f"the text belongs to candidate {own}, but tells of candidate {other}: {listed}"
        yield refuted(claim, message, "move the text, or name whom it compares", [place], Severity.WARNING)
        return


def _terms(reading: Reading) -> ContentWords:
    return reading.account.pack.language[ContentWords]


def read_sentences(reading: Reading) -> Iterator[Entry]:
    """Read sentences of an answer or an excerpt that are named by their place."""
    cast, passage = reading.account.cast, reading.passage
    for match in islice(cast.sentence.finditer(passage.text), _MOST):
        source = _source(reading, *match.span())
        if source is None or reading.supposes(*match.span()):
            continue
        site, what, text = source
        every = sentences(text)
        named = match["place"].lower()
        number = len(every) if named in cast.last else cast.ordinals.get(named, 1)
        claim = Claim("sentence", passage.at, *match.span(), match.group())
        if number > len(every):
            message = f'the text speaks of "{match.group()}", but {what} has {len(every)} sentences'
            yield refuted(claim, message, "mend the place", [Place(site, what)], Severity.WARNING)
        elif meant := _meant(reading, *match.span(), every, number):
            message = f'the text speaks of "{match.group()}", but what it tells of stands in sentence {meant} of {what}'
            yield refuted(claim, message, "mend the place", [Place(site, what)], Severity.WARNING)


def _source(reading: Reading, start: int, end: int) -> tuple[Site, str, str] | None:
    account, question = reading.account, reading.passage.topic.question
    if question is not None:
        excerpt = question.value.excerpt
        return (question.site("excerpt"), "the excerpt", excerpt) if excerpt else None
    whom = account.whom(reading.passage, start, end)
    if whom not in account.candidates:
        return None
    return account.candidate_site(whom, "answer"), f"the answer of candidate {whom}", account.candidates[whom].answer


def _meant(reading: Reading, start: int, end: int, every: Sequence[str], number: int) -> int:
    """Give the only sentence that has the words said of another one, which has none of them; 0 where there is none."""
    terms = _terms(reading)
    first, last = reading.passage.sentence(start, end)
    around = f"{reading.passage.text[first:start]} {reading.passage.text[end:last]}"
    said = content(words(around), terms)
    shared = [len(said & content(words(sentence), terms)) for sentence in every]
    best = max(shared)
    if shared[number - 1] or best == 0 or shared.count(best) > 1 or (best < _TELLING and sum(shared) > best):
        return 0
    return shared.index(best) + 1
