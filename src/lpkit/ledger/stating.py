"""Figures that a text states by itself: counts of what it lists or of what is offered, advice, suppositions."""

from lpkit.ledger.claim import Binding, Bound, Place, Stated
from lpkit.ledger.passage import ADVICE
from lpkit.ledger.reading import Reading
from lpkit.pattern import pattern
from lpkit.text.counting import count_words
from lpkit.text.figures import Figure, singular
from lpkit.text.languages.parts import Accounts, FigureWords, Statements
from lpkit.text.tokens import words

_PAIR, _FEW_OTHERS, _SMALL = 2, 3, 12
"""What is called both too, the most others that are no count, and the largest number that a text counts by itself."""
_MANY_WORDS, _ROUGHLY = 40, 0.12
_QUOTE = pattern(r"\"([^\"]+)\"|“([^”]+)”|(?<!\*)\*([^*]+)\*(?!\*)")
_STOP = pattern(r"[.,;:!?()]")
_ROOM = 40
_EMPTY = " .,!?\n"


def counted_here(reading: Reading, figure: Figure) -> Binding | None:
    """Give what a number counts that the text itself, its question or its pack shows: options, answers, words."""
    if figure.kind != "count" or figure.written not in {"digits", "words"}:
        return None
    return _words(reading, figure) or _all_of(reading, figure) or _listed(reading, figure)


def _words(reading: Reading, figure: Figure) -> Binding | None:
    """Give the quote, or the answer, that has as many words."""
    account, passage = reading.account, reading.passage
    if not _counts(reading, figure, account.pack.language[Statements].words):
        return None
    for match in _QUOTE.finditer(passage.text):
        quote = next(filter(None, match.groups()))
        if count_words(quote) == figure.value:
            return Bound((Place(account.pack.site(*passage.at), f'the words "{quote}"'),))
    found = account.candidates.get(passage.topic.candidate)
    if found is None or figure.value < _MANY_WORDS:
        return None
    number = count_words(found.answer)
    site = account.candidate_site(passage.topic.candidate, "answer")
    close = abs(number - figure.value) <= figure.value * _ROUGHLY
    return Bound((Place(site, f"an answer of {number} words"),)) if close else None


def _all_of(reading: Reading, figure: Figure) -> Binding | None:
    """Give all that is offered, or all who answer, where a number counts them."""
    account, passage, question = reading.account, reading.passage, reading.passage.topic.question
    known = account.pack.language[Statements]
    every = known.whole.search(passage.before(figure.start)) is not None
    own = not figure.unit or _counts(reading, figure, known.counted - known.parts)
    own = own or known.each_before.search(passage.before(figure.start)) is not None
    if question is not None:
        offered = len(question.value.options)
        rest = known.rest_before.search(passage.before(figure.start)) or known.rest_behind.match(
            passage.text, figure.end
        )
        if (every and own and figure.value == offered) or (rest and figure.value == offered - 1):
            return Bound((Place(question.site("options"), f"the {offered} options"),))
        return None
    if figure.value != len(account.candidates) or not (passage.topic.role == "setting" or (own and every)):
        return None
    return Bound((Place(account.pack.site("evaluate", "candidates"), f"the {int(figure.value)} candidates"),))


def _listed(reading: Reading, figure: Figure) -> Binding | None:
    """Give the list of as many entries that a text announces: two conditions, and what they are."""
    passage, known = reading.passage, reading.account.pack.language[Statements]
    last = passage.sentence(figure.start, figure.end)[1]
    match = known.announces.match(passage.text, figure.end, last) if 1 < figure.value <= _SMALL else None
    told = passage.text[match.end() : last] if match else ""
    counts = _entries(reading, told) if match else ()
    return (
        Bound((Place(reading.account.pack.site(*passage.at), "the list behind it"),))
        if figure.value in counts
        else None
    )


def _entries(reading: Reading, told: str) -> set[int]:
    """Give how many entries a list has: by semicolons, or else by commas, or by the last `and`."""
    known = reading.account.pack.language[Statements]
    ways = [known.parted] if known.parted.search(told) else [known.joined, known.listed]
    return {sum(bool(part.strip(_EMPTY)) for part in way.split(told)) for way in ways}


def mannered(reading: Reading, figure: Figure) -> Binding | None:
    """Tell whether a share is a way of speaking: half a sentence, two halves."""
    known, text = reading.account.pack.language[Statements], reading.passage.text
    idioms = known.idioms.finditer(text, max(figure.start - _ROOM, 0), figure.end + _ROOM)
    idiom = any(match.start() < figure.end and figure.start < match.end() for match in idioms)
    if idiom or known.turns.fullmatch(figure.text.strip()):
        return Stated("a way of speaking")
    if figure.written != "share":
        return None
    first, _ = reading.passage.sentence(figure.start, figure.end)
    mannered = known.manner.match(text, figure.end) or known.manner_before.search(text[first : figure.start])
    return Stated("a way of speaking") if mannered else None


def stated(reading: Reading, figure: Figure) -> Binding | None:
    """Tell why a figure that no place has is its own text's; what stands in a quote, somebody must have said."""
    role = reading.passage.topic.role
    if role in {"setting", "delivery"}:
        return Stated("the setting tells it" if role == "setting" else "how it was said")
    if role in ADVICE:
        return Stated("an example" if quote_around(reading, figure) else "advice")
    if quote_around(reading, figure):
        return None
    if _is_supposed(reading, figure):
        return Stated("supposed")
    if _by_its_own_measure(reading, figure):
        return Stated("the text's own count")
    if figure.kind == "duration" and reading.account.pack.language[Statements].some.search(
        reading.passage.text[: figure.end]
    ):
        return Stated("a way of speaking")
    return None


def quote_around(reading: Reading, figure: Figure) -> str:
    """Give the quote of more than the number in which a figure stands; empty where there is none."""
    first, last = reading.passage.sentence(figure.start, figure.end)
    for match in _QUOTE.finditer(reading.passage.text, first, last):
        quote = str(next(filter(None, match.groups())))
        if match.start() < figure.start < match.end() and count_words(quote) > 1:
            return quote.strip(_EMPTY)
    return ""


def _is_supposed(reading: Reading, figure: Figure) -> bool:
    """Tell whether the clause of a figure, without what it quotes, supposes or asks something.

    What a phrase beside it supposes is said of that phrase, unless it is a condition before it; and what is called
    the two, or these nine, was told before, whatever is supposed of it.
    """
    text, known = reading.passage.text, reading.account.pack.language[Statements]
    if figure.kind != "multiple" and known.definite.search(reading.passage.before(figure.start)):
        return False
    first, last = reading.passage.clause(figure.start, figure.end)
    before, behind = (_QUOTE.sub(" ", part) for part in (text[first : figure.start], text[figure.end : last]))
    own = known.phrase.split(before)[-1]
    if known.conditional.search(before) or (known.elliptic.match(own) and known.supposed.search(before)):
        return True
    phrase = f"{own} _ {known.phrase.split(behind)[0]}"
    return "?" in behind or known.supposed.search(phrase) is not None


def _by_its_own_measure(reading: Reading, figure: Figure) -> bool:
    """Tell whether a text counts what it sees itself: conditions, passages, halves of a question."""
    known, accounts = reading.account.pack.language[Statements], reading.account.pack.language[Accounts]
    if figure.kind != "count" or figure.written not in {"words", "digits"} or figure.value > _SMALL:
        return False
    if reading.passage.topic.question is not None and known.of_them.match(reading.passage.text, figure.end):
        return True
    if figure.value <= _FEW_OTHERS and known.rest_behind.match(reading.passage.text, figure.end):
        return True
    if figure.value == _PAIR and known.definite.search(reading.passage.before(figure.start)):
        return True  # The two, or both: a text goes on about what was told before.
    return reading.passage.topic.role == "mistakes" or _counts(reading, figure, known.counted | accounts.own)


def _counts(reading: Reading, figure: Figure, nouns: frozenset[str]) -> bool:
    """Tell whether what a number counts is a noun of some; the noun stands in the phrase of the number."""
    end = figure.number_at[1] or figure.end
    behind = words(_STOP.split(reading.passage.text[end : end + _ROOM])[0])[:3]
    known = reading.account.pack.language[FigureWords]
    if figure.unit and figure.unit in {singular(word, known) for word in behind}:
        return figure.unit in nouns
    return any(singular(word, known) in nouns for word in behind[:1])
