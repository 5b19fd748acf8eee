"""When something was: months of a text for which its source tells of something else, and times from one to another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.counting import sentence_starts
from lpkit.text.dates import moments
from lpkit.text.figures import figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords, Dates, Timeline
from lpkit.text.tokens import content, words

_STEM = 4
"""Letters that two forms of a word have in common: moved and moves."""
_YEAR, _MONTH_DAYS, _DAY = 12, 30.4, 86_400.0
_MOST = 24
"""Months of a text that are looked at; a table has more."""
_SEVERAL = 2
"""Marks of one sentence that may both be meant."""
_NEAR = 220
"""Characters behind the sentence with a month in which its story goes on."""
_ROUGHLY = 0.45
"""Months by which two times may differ that are the same."""
_RARE = 3
"""Sentences of a source in which a word may stand that tells what is meant."""


class _Mark(NamedTuple):
    """A month or a day of the week in a text; the kind is that of `Dates`."""

    kind: str
    value: int
    start: int
    end: int
    text: str


class _Dated(NamedTuple):
    """A mark of a source, and what its sentence and the next ones tell, until the next mark of its kind."""

    mark: _Mark
    about: frozenset[str]
    sentence: frozenset[str]


class Told(NamedTuple):
    """What a source tells of months and days, and in how many of its sentences each word stands."""

    site: Site
    what: str
    texts: tuple[str, ...]
    dated: tuple[_Dated, ...]
    frequent: Counter[str]


def read_months(reading: Reading) -> Iterator[Entry]:
    """Read the months and days of a text on a candidate."""
    account, passage = reading.account, reading.passage
    language = account.pack.language
    known, whom = language[Timeline], passage.topic.candidate
    if not known.sign.search(passage.text):
        return
    marks = _marks(passage.text, language)[:_MOST]
    told = _told(reading, whom) if marks and not account.mentions(passage) else None
    if told and told.dated:
        for mark in marks:
            first, last = passage.sentence(mark.start, mark.end)
            sentence = f"{passage.text[first : mark.start]} {passage.text[mark.end : last]}"
            spans = known.span.search(passage.text[first : mark.start]) or (
                known.span_opens.search(passage.text[first : mark.start])
                and known.span_on.match(passage.text, mark.end)
            )
            if not (known.supposed.search(sentence) or spans):
                yield _placed(reading, mark, told, known)


def read_spans(reading: Reading) -> Iterator[Entry]:
    """Read the times that a text tells from one event to another."""
    account, passage = reading.account, reading.passage
    known = account.pack.language[Timeline]
    if known.distance.search(passage.text):
        told = _told(reading, passage.topic.candidate)
        if told and told.dated and not account.mentions(passage):
            yield from _distances(reading, told, known)


def _marks(text: str, language: Language) -> list[_Mark]:
    known = language[Dates]
    found = [_Mark("month", one.month, one.start, one.end, one.text) for one in moments(text, language) if one.month]
    for match in language[Timeline].weekday.finditer(text):
        found.append(_Mark("day", known.weekdays[match["day"].lower()], *match.span(), match.group()))
    return sorted(found, key=lambda mark: mark.start)


def _told(reading: Reading, whom: str) -> Told | None:
    """Give what a text speaks of: an answer with its replies, or a question's stem and excerpt."""
    account, question = reading.account, reading.passage.topic.question
    if question is None:
        if whom not in account.candidates:
            return None
        candidate = account.candidates[whom]
        texts = candidate.spoken
        site, what = account.candidate_site(whom, "answer"), f"the answer of candidate {whom}"
    else:
        value = question.value
        texts = (value.excerpt or "", value.stem)
        site, what = question.matter, "the question"
    kept = account.dated.get(texts)
    if kept is None:
        kept = account.dated[texts] = _read(reading, site, what, texts)
    return kept


def _read(reading: Reading, site: Site, what: str, texts: tuple[str, ...]) -> Told:
    language, known = reading.account.pack.language, reading.account.pack.language[Timeline]
    found: list[_Dated] = []
    frequent: Counter[str] = Counter()
    for text in texts:
        marks, starts = _marks(text, language)[:_MOST], sentence_starts(text)
        rows = list(zip(starts, [*starts[1:], len(text)], strict=True))
        names = frozenset(match.group()[:_STEM].lower() for match in known.name.finditer(text))
        about = [_stems(reading, text[first:last]) for first, last in rows]
        for stems in about:
            frequent.update(stems)
        rank = {mark: next(n for n, (first, last) in enumerate(rows) if first <= mark.start < last) for mark in marks}
        for mark in marks:
            later = [rank[other] for other in marks if other.kind == mark.kind and rank[other] > rank[mark]]
            until = min(later, default=len(rows))
            last = next((n for n in range(rank[mark] + 1, until) if rows[n][1] - rows[rank[mark]][1] > _NEAR), until)
            near = frozenset(word for stems in about[rank[mark] + 1 : last] for word in stems) - names
            found.append(_Dated(mark, about[rank[mark]] | near, about[rank[mark]]))
    return Told(site, what, texts, tuple(found), frequent)


def _stems(reading: Reading, text: str) -> frozenset[str]:
    language = reading.account.pack.language
    months, days = language[Dates].months, language[Dates].weekdays
    common = content(words(text), language[ContentWords])
    return frozenset(
        word[:_STEM] for word in common if len(word) >= _STEM and word[:3] not in months and word not in days
    )


def _placed(reading: Reading, mark: _Mark, told: Told, known: Timeline) -> Entry:
    passage = reading.passage
    claim = Claim("moment", passage.at, mark.start, mark.end, mark.text, passage.topic.candidate)
    place = Place(told.site, told.what)
    first, last = _phrase(reading, mark.start, mark.end, known)
    own = _stems(reading, f"{passage.text[first : mark.start]} {passage.text[mark.end : last]}") - known.vague
    same = [dated for dated in told.dated if dated.mark.kind == mark.kind]
    there = [dated for dated in same if dated.mark.value == mark.value]
    if there and (not own or any(own & dated.about for dated in there)):
        return bound(claim, place)
    rare = frozenset(word for word in own if told.frequent[word] <= _RARE)
    others = [dated for dated in same if dated.mark.value != mark.value and rare & dated.about]
    others = [dated for dated in others if rare & dated.sentence] or others
    follows = not there and mark.kind == "month" and _follows(reading, mark, told, others)
    # A month that no answer has is compared with what is beside it elsewhere (LP330).
    if (
        not 1 <= len({dated.mark.value for dated in others}) <= _SEVERAL
        or follows
        or not (there or _is_elsewhere(reading, mark))
    ):
        return unbound(claim)
    said = " and ".join(dict.fromkeys(f'"{dated.mark.text}"' for dated in others))
    message = f'"{mark.text}" is said of what {told.what} tells of {said}'
    return refuted(claim, message, "mend it here or there", [place], Severity.WARNING)


def _is_elsewhere(reading: Reading, mark: _Mark) -> bool:
    whom = reading.passage.topic.candidate
    others = (found.answer for key, found in reading.account.candidates.items() if key != whom)
    return any(mark.text in answer for answer in others)


def _phrase(reading: Reading, start: int, end: int, known: Timeline) -> tuple[int, int]:
    """Give the phrase between commas in which a stretch stands."""
    first, last = reading.passage.clause(start, end)
    for border in known.phrase_end.finditer(reading.passage.text, first, last):
        if border.end() <= start:
            first = border.end()
        elif border.start() >= end:
            return first, border.start()
    return first, last


def _follows(reading: Reading, mark: _Mark, told: Told, others: Sequence[_Dated]) -> bool:
    """Tell whether a month is so far from one of the source as the source tells a time."""
    every = (time for text in told.texts for time in figures(text, reading.account.pack.language))
    times = [time.value / _DAY / _MONTH_DAYS for time in every if time.kind == "duration"]
    apart = [abs(mark.value - other.mark.value) for other in others]
    return any(
        abs(time - turn) < _ROUGHLY
        for time in times
        if time > _ROUGHLY
        for months in apart
        for turn in (months, _YEAR - months)
    )


def _distances(reading: Reading, told: Told, known: Timeline) -> Iterator[Entry]:
    """Read "came two months before": where what came has one month, the other end must be a month of the source."""
    passage, place = reading.passage, Place(told.site, told.what)
    for match in known.distance.finditer(passage.text):
        number = 1 if match["one"] else reading.account.reader.number(match["n"] or "")
        first, last = passage.sentence(*match.span())
        if number is None or known.supposed.search(passage.text[first:last]):
            continue
        own = _stems(reading, passage.text[first : match.start()]) - known.vague
        every = [dated for dated in told.dated if dated.mark.kind == "month"]
        months = {dated.mark.value: dated.mark.text for dated in every if own & dated.about}
        if len(months) != 1:
            continue
        (month, said), way = next(iter(months.items())), -1 if match["after"] else 1
        there = {dated.mark.value: dated.mark.text for dated in every if dated.mark.value != month}
        other, mirrored = ((month + sign * number - 1) % _YEAR + 1 for sign in (way, -way))
        claim = Claim("moment", passage.at, *match.span(), match.group(), passage.topic.candidate)
        if other in there:
            yield bound(claim, place)
        elif mirrored in there:
            message = (
                f'the text says "{match.group()}" of what was in "{said}", but {told.what} has "{there[mirrored]}"'
            )
            yield refuted(claim, message, "mend the order, or the time", [place], Severity.WARNING)
