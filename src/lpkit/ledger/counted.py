"""Figures of notes in words and digits that are neither told nor follow: each count is looked for with its noun."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.closed import stands_nowhere
from lpkit.ledger.nowhere import scoring
from lpkit.ledger.reading import Reading, refuted
from lpkit.text.accounting import alike, follows, in_so_many, one_of
from lpkit.text.derived import apiece, multiplied, repeated, shared_out
from lpkit.text.figures import BOUNDS, Figure, figures, singular
from lpkit.text.languages.parts import Accounts, Borrowings, FigureWords
from lpkit.text.ownsums import own_result
from lpkit.text.stock import FEW, Stock, has_number, named, stands, stock
from lpkit.text.supporting import supported
from lpkit.text.tokens import words

_MOST_MORE = 5
"""How many times one of two times may be the other where a slip is thought of."""
_BOUND = 0.7
"""Which part of a bound an amount is at least of which it is told."""
_SAID = 4
"""How many rivals a message names."""
_WHOLE = 100
"""The highest total."""
_NEAR_TOTAL = 15
"""How far from a total another one may be that a text proposes."""
_ROOM = 24
"""Characters behind a figure in which two words stand."""
_ROLES = frozenset(("note", "reason", "delivery", "rewrite", "message", "ask"))


def counted(reading: Reading, figure: Figure, candidate: str) -> Iterator[Entry]:
    """Read a figure of a text on a candidate, and refute it where no text has it and nothing comes to it."""
    known = reading.account.pack.language.get(Accounts)
    if known is None or reading.passage.topic.role not in _ROLES or not _is_told(reading, figure, known):
        return
    text = reading.passage.text
    figure = named(figure, text, known)
    own = own_result(text, figure, reading.account.pack.language) or is_own(reading, figure, candidate)
    if not own and not _is_supposed(reading, figure, known):
        yield from _looked_up(reading, figure, candidate, known)


def _looked_up(reading: Reading, figure: Figure, candidate: str, known: Accounts) -> Iterator[Entry]:
    language = reading.account.pack.language
    source, beside = stock(_told(reading, candidate), language), stock(_beside(reading, candidate), language)
    if stands(figure, source) or stands(figure, beside):
        return
    plain = figure
    if figure.hedge in BOUNDS:
        low, high = max(figure.low, figure.value * _BOUND), min(figure.high, figure.value / _BOUND)
        plain = figure._replace(low=low, high=high)
    if not _is_joined(reading, figure, source, known) and (
        follows(plain, source) or _reckoned(reading, plain, candidate)
    ):
        return
    if _is_of_others(reading, figure, source, known) or supported(
        reading.passage.text, plain, _told(reading, candidate), language
    ):
        return
    place = Place(reading.account.candidate_site(candidate, "answer"), f"the answer of candidate {candidate}")
    claim = Claim("figure", reading.passage.at, figure.start, figure.end, figure.text)
    rivals = _rivals(figure, source)
    if figure.hedge in BOUNDS and not _bounds_none(figure, rivals):
        return
    if rivals:
        said = ", ".join(dict.fromkeys(_with_noun(rival) for rival in rivals[:_SAID]))
        message = f'the text says "{_with_noun(figure)}", but {place.says} has {said}'
        yield refuted(claim, message, "mend the figure, or say what it counts", [place], Severity.WARNING)
    elif stands_nowhere(reading, figure) or _is_unproved(figure, source, _everybody(reading)):
        message = f'"{figure.text}" is neither in {place.says} nor follows from its figures'
        help = "name the figure as it is told, or say where it comes from"
        yield refuted(claim, message, help, [place], Severity.INFO)


def explained(reading: Reading, figure: Figure, candidate: str) -> bool:
    """Tell whether a figure of a text on a candidate follows from the answer's, or counts the others."""
    known = reading.account.pack.language.get(Accounts)
    if known is None or candidate not in reading.account.candidates:
        return False
    source = stock(_told(reading, candidate), reading.account.pack.language)
    figure = named(figure, reading.passage.text, known)
    return follows(figure, source) or _is_of_others(reading, figure, source, known)


def _is_of_others(reading: Reading, figure: Figure, source: Stock, known: Accounts) -> bool:
    """Tell whether a count is that of those who are left, where the answer tells of one more."""
    around = reading.passage.text[slice(*reading.passage.sentence(figure.start, figure.end))]
    if not one_of(figure, source):
        return False
    one = reading.account.pack.language.get(Borrowings)
    told = " ".join(text for found in reading.account.candidates.values() for text in (found.answer,))
    several = figure.value >= FEW and one is not None and one.one.search(told) is not None
    return several or known.rest.search(around) is not None


def _is_joined(reading: Reading, figure: Figure, source: Stock, known: Accounts) -> bool:
    """Tell whether a figure is told in one breath with one that a source has: then it is no result of both."""
    text = reading.passage.text
    every = figures(text, reading.account.pack.language)
    for one, two in pairwise(every):
        if figure.start in {one.start, two.start} and known.joined.fullmatch(text, one.end, two.start):
            other = two if figure.start == one.start else one
            return other.kind == figure.kind and _has_it(other, source, figure.value)
    return False


def _has_it(figure: Figure, source: Stock, neighbour: float) -> bool:
    """Tell whether a source has a figure, whose thousands may be told with the next one: thirty and ninety thousand."""
    scales = [scale for scale in (1e3, 1e6) if neighbour >= scale > figure.value]
    return any(
        stands(figure._replace(value=figure.value * scale, low=figure.low * scale, high=figure.high * scale), source)
        for scale in (1.0, *scales)
    )


def _reckoned(reading: Reading, figure: Figure, candidate: str) -> bool:
    """Tell whether a figure is a rate, or an amount so many times, of what an answer has."""
    note, language = reading.passage.text, reading.account.pack.language
    ways = (multiplied, apiece, repeated, in_so_many, *((shared_out,) if figure.kind == "count" else ()))
    return any(work(note, figure, told, language) for told in _told(reading, candidate) for work in ways)


def _is_told(reading: Reading, figure: Figure, known: Accounts) -> bool:
    """Tell whether a figure is a plain one, that a text has from somewhere."""
    if figure.written == "share" and reading.passage.topic.role == "delivery":
        return False
    if figure.written == "share":
        before, behind = reading.passage.before(figure.start), reading.passage.text[figure.end : figure.end + _ROOM]
        return bool(known.share_before.search(before) or known.share_behind.match(behind))
    if figure.written not in {"digits", "words"} or figure.kind == "multiple":
        return False
    return figure.value / figure.factor > 1 or (figure.kind == "duration" and bool(known.single.search(figure.text)))


def is_own(reading: Reading, figure: Figure, candidate: str) -> bool:
    """Tell whether a figure is the text's own: points that it gives or proposes, what it counts itself, who answers."""
    passage, account = reading.passage, reading.account
    known = account.pack.language[Accounts]
    amounts = account.pack.language[FigureWords]
    behind = words(passage.text[figure.end : figure.end + _ROOM])[:2]
    if figure.unit == reading.known.point or any(
        singular(word, amounts) in known.own for word in (figure.unit, *behind)
    ):
        return True
    if figure.kind != "count" or figure.unit:
        return False
    if figure.written == "digits" and known.meant.search(passage.before(figure.number_at[0])):
        return False
    if known.base.search(passage.before(figure.number_at[0])) and figure.value in known.bases:
        return True
    start, end = passage.sentence(figure.start, figure.end)
    sentence = passage.text[start:end]
    if figure.value in set(scoring(account)) or (figure.value <= _WHOLE and known.rater.search(sentence)):
        return True
    cut = passage.clause(figure.start, figure.end)
    found, proposed = account.candidates[candidate], known.proposes.search(passage.text[slice(*cut)])
    if figure.value > account.weights.get(passage.topic.dimension, _WHOLE):
        return proposed is not None and abs(figure.value - found.total) <= _NEAR_TOTAL
    if figure.value <= len(account.candidates) and known.all_of.search(passage.before(figure.start)):
        return True
    if proposed or known.proposes.search(sentence):
        return True
    return figure.value in {found.total, *found.scores.values()} or bool(
        passage.topic.role == "reason" and known.ends.search(passage.text[start : figure.end]) and end - figure.end <= 2
    )


def _is_supposed(reading: Reading, figure: Figure, known: Accounts) -> bool:
    """Tell whether a clause only supposes or denies a figure, or tells of others; raters read this answer."""
    start, end = reading.passage.sentence(figure.start, figure.end)
    before, behind = reading.passage.text[start : figure.start], reading.passage.text[figure.end : end]
    before, behind = known.phrase.split(before)[-1], known.phrase.split(behind)[0]
    if figure.written == "digits" and figure.kind == "count" and not figure.unit and known.meant.search(before):
        return False
    if reading.known.apart.search(before) or known.denied.search(before):
        return True
    return known.supposed.search(f"{before} _ {behind}") is not None and not known.rater.search(before)


def _told(reading: Reading, candidate: str) -> tuple[str, ...]:
    """Give what a text on a candidate speaks of: the answer, its replies, and both wordings of a rewrite."""
    account = reading.account
    found = account.candidates[candidate]
    fixes = account.pack.fix_its if reading.passage.topic.role == "rewrite" else ()
    rewritten = (text for at, fix in fixes if at == reading.passage.at[:-1] for text in (fix.before, fix.after))
    return (*found.spoken, *rewritten)


def _beside(reading: Reading, candidate: str) -> tuple[str, ...]:
    """Give what a text may take a figure from too: the task, what was asked, and the others where it names them."""
    account, pack = reading.account, reading.account.pack.pack
    found = account.candidates[candidate]
    shared = (pack.title, pack.prompt, pack.evaluate.setting, *(probe.ask for probe in found.probes))
    shared = tuple(text for text in shared if text != reading.passage.text)
    compares = reading.passage.topic.role == "message" or account.mentions(reading.passage)
    others = account.candidates.values() if compares else ()
    return (*shared, *(text for other in others for text in other.spoken))


def _everybody(reading: Reading) -> Stock:
    """Give what all who answer have: what is another's is told of the wrong one, and LP343 says so."""
    account, pack = reading.account, reading.account.pack.pack
    answers = tuple(candidate.answer for candidate in account.candidates.values())
    return stock((pack.prompt, pack.evaluate.setting, *answers), account.pack.language)


def _rivals(figure: Figure, source: Stock) -> list[Figure]:
    """Give the figures of a source that a figure may be meant for."""
    if figure.kind == "percent":
        return [other for other in source.figures if other.kind == "percent" and other.written != "multiple"]
    same = [other for other in alike(figure, source) if other.written in {"digits", "words"}]
    if figure.kind == "duration":
        same = [
            one for one in same if one.value <= figure.value * _MOST_MORE and figure.value <= one.value * _MOST_MORE
        ]
    return same


def _bounds_none(figure: Figure, rivals: Sequence[Figure]) -> bool:
    """Tell whether a bound holds of none of some figures: "within a year" where they are two."""
    if figure.hedge in {"maximum", "below"}:
        return bool(rivals) and all(figure.value < rival.low for rival in rivals)
    return bool(rivals) and all(figure.value > rival.high for rival in rivals)


def _with_noun(figure: Figure) -> str:
    """Give a figure with what it counts, for messages."""
    counts = figure.kind == "count" and figure.unit and figure.unit not in figure.text
    return f"{figure.text.strip()} ({figure.unit})" if counts else figure.text.strip()


def _is_unproved(figure: Figure, source: Stock, others: Stock) -> bool:
    """Tell whether a figure of which nobody has a like asks for a look."""
    if figure.kind == "duration" or has_number(figure, source) or has_number(figure, others):
        return False
    return figure.kind != "count" or not figure.unit or figure.value >= FEW
