"""Figures in prose beside those of the answer, excerpt or stem that they speak of."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.figures import Figure, agrees, figures, shown

_ANSWERED = frozenset(("note", "reason", "delivery", "rewrite"))
_SOLVED = frozenset(("steps", "option"))
_COMPARED = frozenset(("digits", "words", "range"))
_MOST_SOURCES = 24
"""Figures of one source up to which sums, differences and shares of two of them are tried."""

Source = tuple[Site, str, str]
"""A place, what it is called, and its text."""


def read_figures(reading: Reading) -> Iterator[Entry]:
    """Read the figures of a note or a solution that what it speaks of has otherwise."""
    role = reading.passage.topic.role
    if role not in _ANSWERED and role not in _SOLVED:
        return
    language = reading.account.pack.language
    for figure in figures(reading.passage.text, language):
        if figure.written not in _COMPARED or reading.has_taken(figure.start, figure.end):
            continue
        sources = list(sources_of(reading, figure))
        if sources and figure.value > 1:
            yield from _compared(reading, figure, sources)


def sources_of(reading: Reading, figure: Figure) -> Iterator[Source]:
    """Give the texts from which a figure claims to come, the nearest first."""
    account, topic = reading.account, reading.passage.topic
    if topic.question is not None:
        value = topic.question.value
        yield topic.question.site("excerpt" if value.excerpt else "stem"), "the question", _told(reading)
        return
    whom = account.whom(reading.passage, figure.start, figure.end)
    if whom not in account.candidates:
        return
    candidate = account.candidates[whom]
    replies = " ".join(probe.reply for probe in candidate.probes)
    text = f"{candidate.answer}\n{replies}\n{_rewrites(reading)}"
    yield account.candidate_site(whom, "answer"), f"the answer of candidate {whom}", text


def _told(reading: Reading) -> str:
    """Give all that a question tells and offers."""
    question = reading.passage.topic.question
    assert question is not None
    value = question.value
    return "\n".join((value.stem, value.excerpt or "", *(option.text for option in value.options)))


def _rewrites(reading: Reading) -> str:
    """Give what a text on a rewrite may speak of too: both of its wordings."""
    if reading.passage.topic.role != "rewrite":
        return ""
    at = reading.passage.at[:-1]
    return "\n".join(
        f"{fix_it.before}\n{fix_it.after}" for place, fix_it in reading.account.pack.fix_its if place == at
    )


def _compared(reading: Reading, figure: Figure, sources: Sequence[Source]) -> Iterator[Entry]:
    claim = Claim("figure", reading.passage.at, figure.start, figure.end, figure.text)
    language = reading.account.pack.language
    for site, what, text in sources:
        known = figures(text, language)
        if any(agrees(figure, other) for other in known):
            yield bound(claim, Place(site, what))
            return
    if place := _scored(reading, figure):
        yield bound(claim, place)
        return
    site, what, text = sources[0]
    known = figures(text, language)
    rivals = [other for other in known if _same_matter(figure, other)]
    if not rivals or _commented(reading, figure) or _derived(figure, known) or _elsewhere(reading, figure):
        yield unbound(claim)
        return
    said = ", ".join(dict.fromkeys(other.text.strip() for other in rivals))
    message = f'the text says "{figure.text}", but {what} has {said}'
    help = "mend the figure, or say what it counts"
    yield refuted(claim, message, help, [Place(site, what)], Severity.WARNING)


def _scored(reading: Reading, figure: Figure) -> Place | None:
    """Give the total or the score of the candidate that a figure is, if it is one."""
    account = reading.account
    whom = account.whom(reading.passage, figure.start, figure.end)
    candidate = account.candidates.get(whom)
    if candidate is None or figure.kind != "count":
        return None
    if figure.value == candidate.total:
        return Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    key = next((key for key, score in candidate.scores.items() if score == figure.value), None)
    return Place(account.candidate_site(whom, "scores", key), f"a score of candidate {whom}") if key else None


def _same_matter(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same thing, or measure in the same written unit."""
    if figure.kind != other.kind or other.written not in _COMPARED:
        return False
    if figure.kind == "count":
        return bool(figure.unit) and figure.unit == other.unit
    return figure.factor == other.factor and figure.written == "digits" == other.written


def _commented(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is one of the text's own: supposed, a difference, a bound, what others would give."""
    known, text = reading.known, reading.passage.text
    start = figure.number_at[0] or figure.start
    around = reading.around(figure.start, figure.end)
    own = known.supposed.search(around) or known.others.search(around)
    return own is not None or known.bounded.search(text[:start]) is not None or figure.hedge in {"least", "most"}


def _derived(figure: Figure, known: Sequence[Figure]) -> bool:
    """Tell whether a figure is a sum, a difference, a product or a share of two of a source."""
    few = known[:_MOST_SOURCES]
    low, high = figure.low * 0.995, figure.high * 1.005
    written = [other.value / other.factor for other in few]
    return _reached(low, high, [other.value for other in few]) or _reached(
        low / figure.factor, high / figure.factor, written
    )


def _reached(low: float, high: float, values: Sequence[float]) -> bool:
    for one, two in permutations(values, 2):
        parts = (one / two, 100 * one / two, 100 * (two - one) / two) if two else ()
        if any(low <= result <= high for result in (one + two, one - two, one * two, *parts)):
            return True
    return low <= sum(values) <= high


def _elsewhere(reading: Reading, figure: Figure) -> bool:
    """Tell whether another answer of the pack has the figure, and the text may compare."""
    account = reading.account
    if reading.passage.topic.question is not None:
        return False
    others = account.mentions(reading.passage)
    language = account.pack.language
    return bool(others) and any(
        agrees(figure, other)
        for candidate in account.candidates.values()
        for other in figures(candidate.answer, language)
    )
