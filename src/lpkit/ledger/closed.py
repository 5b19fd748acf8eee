"""Figures in a closed world: what a text may take a figure from is known, and a specific one must come from there.

A note speaks of an answer and of what was asked, a solution of its question, advice of the pack. There a number stands,
or the text reckons with what stands there; a figure that does neither is shown for a look. Small counts are left out: a
text counts by itself.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import permutations
from re import Match

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.nowhere import numbers_of, scoring
from lpkit.ledger.passage import ADVICE
from lpkit.ledger.reading import Reading, refuted
from lpkit.pattern import pattern
from lpkit.text.dates import Moment
from lpkit.text.figures import Figure, figures
from lpkit.text.languages.parts import Supports
from lpkit.text.misshapen import misshapen
from lpkit.text.supporting import supported

_SPECIFIC, _IN_WORDS = 10, 13
"""Counts, in digits and in words, from which on a number is hardly a text's own."""
_LONGEST, _MOST = 40_000, 400
"""Characters of a world that are read, and the numbers in it with which is reckoned; where there are more, nothing is
told."""
_PAIRED = 60
"""Numbers of which two are put together."""
_CLOSE = 0.011
"""By what share what two numbers come to may be rounded."""
_TERMS, _RECKONS = 2, 2
"""Other figures of a text from which on it may reckon."""
_TIMES = (2.0, 7.0, 12.0, 24.0, 30.0, 52.0, 60.0, 365.0)
_SIGNS = pattern(r"[=+×÷]")
_ADVICE = ADVICE | {"setting"}


def stands_nowhere(reading: Reading, figure: Figure) -> bool:
    """Tell whether a specific figure is in none of the texts that its own may speak of, nor follows from them."""
    if not _is_specific(reading, figure):
        return False
    world = world_of(reading, figure)
    if sum(map(len, world)) > _LONGEST:
        return False
    language = reading.account.pack.language
    numbers = frozenset(number for text in world for number in numbers_of(text, language))
    if len(numbers) > _MOST or not numbers.isdisjoint({_plain(figure), figure.value, _plain(figure) + _one(reading)}):
        return False
    first, last = reading.passage.sentence(figure.start, figure.end)
    beside = [other.value for other in figures(reading.passage.text, language) if first <= other.start < last]
    if len(beside) > _TERMS and sum(beside) == 2 * figure.value:
        return False  # It is the sum of all the others.
    if _SIGNS.search(reading.passage.text, first, last) or _is_rough(reading, figure):
        return False
    if _in_range(reading, figure, world) or supported(reading.passage.text, figure, world, language):
        return False
    return not any(_agree(figure, result) for result in _reckoned(reading, figure, numbers))


def read_lone(reading: Reading) -> Iterator[Entry]:
    """Read the figures of advice, hints and mistakes that stand nowhere.

    Advice may have examples of its own: there a figure counts that is nearly one of the pack.
    """
    advises = reading.passage.topic.question is None
    for figure in figures(reading.passage.text, reading.account.pack.language)[:_MOST]:
        if reading.has_taken(figure.start, figure.end):
            continue
        if not advises and (rivals := _otherwise_counted(reading, figure)):
            yield for_a_look(reading, figure, rivals)
            continue
        if not stands_nowhere(reading, figure):
            continue
        if _is_slip(reading, figure) if advises else not commented(reading, figure):
            yield for_a_look(reading, figure)


def _otherwise_counted(reading: Reading, figure: Figure) -> str:
    """Give the counts of the same thing that a question has, where none of them is that of its hint or mistake."""
    small = figure.kind == "count" and figure.written == "words" and 1 < figure.value < _SPECIFIC and not figure.hedge
    if not small or not figure.unit or commented(reading, figure):
        return ""
    language, question = reading.account.pack.language, reading.passage.topic.question
    assert question is not None
    told = (question.value.stem, question.value.excerpt or "", *(option.text for option in question.value.options))
    same = [other for text in told for other in figures(text, language) if other.unit == figure.unit]
    return "" if any(other.value == figure.value for other in same) else ", ".join(other.text for other in same)


def _is_slip(reading: Reading, figure: Figure) -> bool:
    """Tell whether the pack has a figure of which another one may be a misspelling."""
    language = reading.account.pack.language
    return any(
        misshapen(figure, other) and figure.value not in {other.value * 10, other.value / 10}
        for text in world_of(reading, figure)
        for other in figures(text, language)
        if other.kind == figure.kind
    )


def for_a_look(reading: Reading, figure: Figure, instead: str = "") -> Entry:
    """Give a figure that stands nowhere as information, with what its source has instead."""
    passage, account = reading.passage, reading.account
    topic = passage.topic
    if topic.question is not None:
        place = Place(topic.question.matter, "the question")
    else:
        whom = account.whom(passage, figure.start, figure.end)
        site = account.candidate_site(whom, "answer") if whom in account.candidates else account.pack.site("evaluate")
        place = Place(site, f"the answer of candidate {whom}" if whom in account.candidates else "the pack")
    claim = Claim("figure", passage.at, figure.start, figure.end, figure.text)
    message = f'"{figure.text.strip()}" stands nowhere in {place.says}, nor in what is beside it'
    if instead:
        message = f'"{figure.text.strip()}" stands nowhere in {place.says}, which has {instead}'
    return refuted(claim, message, "name the figure as it is told, or say where it comes from", [place], Severity.INFO)


def commented(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is one of the text's own: supposed, a difference, a bound, what others would give."""
    known = reading.known
    start = figure.number_at[0] or figure.start
    around = reading.around(figure.start, figure.end)
    own = known.supposed.search(around) or known.others.search(around) or known.denied.search(around)
    return (
        own is not None
        or known.apart.search(reading.passage.before(start)) is not None
        or not (figure.low > 0 and math.isfinite(figure.high))
    )


def _is_rough(reading: Reading, figure: Figure) -> bool:
    known = reading.account.pack.language.get(Supports)
    return known is not None and known.roughly.match(reading.passage.text, figure.end) is not None


def _plain(figure: Figure) -> float:
    return round(figure.value / figure.factor, 9)


def _one(reading: Reading) -> float:
    """Give how many of a count a text of questions leaves out: one was told of, and it asks for the others."""
    return 1.0 if reading.passage.topic.role in {"ask", "message"} else 0.0


def _is_specific(reading: Reading, figure: Figure) -> bool:
    if figure.hedge or figure.written not in {"digits", "words"} or figure.kind == "multiple":
        return False
    number = _plain(figure)
    if figure.kind == "count":
        if number in set(scoring(reading.account)) or (figure.unit == reading.known.point and number <= 100):
            return False
    elif figure.kind in {"money", "percent"}:
        return number > 1
    if not number.is_integer():
        return figure.written == "digits"
    return number >= (_SPECIFIC if figure.written == "digits" else _IN_WORDS)


def _reckoned(reading: Reading, figure: Figure, numbers: frozenset[float]) -> Iterator[float]:
    """Give what a text reckons: with two figures beside this one it may, and questions on points always do."""
    topic, language = reading.passage.topic, reading.account.pack.language
    beside = {_plain(other) for other in figures(reading.passage.text, language) if other.start != figure.start}
    scored = topic.question is not None and _is_scored(reading)
    if scored or topic.role in {"ask", "message"}:
        beside |= numbers
    elif topic.question is None or len(beside) < _RECKONS:
        yield from (100 - number for number in numbers if figure.kind == "percent")
        for one in beside if topic.question is not None else ():
            yield from (abs(one - two) for two in numbers)
            yield from (one + two for two in numbers)
        return
    yield from (number * times for number in beside for times in _TIMES)
    if len(beside | numbers) > _PAIRED:
        yield _plain(figure)  # Of so many, two come to any figure.
        return
    for one, two in permutations(sorted(beside | numbers), 2):
        if one in beside or two in beside:
            yield from (one + two, one - two, one * two, one * two / 100)
            if two:
                yield from (one / two, one / two * 100, (one / two - 1) * 100)


def _is_scored(reading: Reading) -> bool:
    """Tell whether a question is on points and verdicts."""
    question = reading.passage.topic.question
    assert question is not None
    value = question.value
    told = " ".join((value.stem, value.excerpt or "", *(option.text for option in value.options))).lower()
    titles = (title.lower() for title in reading.account.titles.values())
    return reading.known.point in told or any(title in told for title in titles)


def _agree(figure: Figure, result: float) -> bool:
    room = _plain(figure) * _CLOSE if figure.kind != "count" else 1e-6
    return figure.low / figure.factor - room <= result <= figure.high / figure.factor + room


def _in_range(reading: Reading, figure: Figure, world: Sequence[str]) -> bool:
    language = reading.account.pack.language
    if not _plain(figure).is_integer():
        return False
    return any(
        (other.written == "range" or figure.kind == "duration") and other.low <= figure.value <= other.high
        for text in world
        for other in figures(text, language)
        if other.kind == figure.kind
    )


def world_of(reading: Reading, what: Figure | Match[str] | Moment) -> tuple[str, ...]:
    """Give the texts from which a figure, or words, of a passage may come."""
    account, topic, own = reading.account, reading.passage.topic, reading.passage.text
    if topic.question is not None:
        return (account.pack.pack.prompt, *(text for text in texts_of(topic.question) if text != own))
    start, end = what.span() if isinstance(what, Match) else (what.start, what.end)
    whom = account.whom(reading.passage, start, end) or topic.candidate
    if whom not in account.candidates or topic.role in _ADVICE:
        return tuple(text for _, text in account.elsewhere.texts if text != own)
    return tuple(text for text in _of_candidate(reading, whom) if text != own)


def texts_of(question: QuestionView) -> Iterator[str]:
    """Give every text of a question."""
    value = question.value
    yield from (value.stem, value.excerpt or "", value.hint or "", *value.steps, *value.mistakes)
    for option in value.options:
        yield from (option.text, option.why or "")


def _of_candidate(reading: Reading, whom: str) -> Iterator[str]:
    """Give what a text on a candidate may speak of: all answers where it names or compares, and what was asked."""
    account, pack = reading.account, reading.account.pack.pack
    named = {account.resolve(name) for _, _, name in account.mentions(reading.passage)}
    compares = reading.passage.topic.role == "message"
    yield from (pack.title, pack.prompt, pack.evaluate.setting)
    for key, found in account.candidates.items():
        if compares or key == whom or key in named:
            yield from (found.answer, *(text for probe in found.probes for text in (probe.ask, probe.reply)))
            yield " ".join(map(str, (found.total, *found.scores.values())))
    for _, fix in account.pack.fix_its:
        if fix.candidate == whom:
            yield from (fix.before, fix.after)
