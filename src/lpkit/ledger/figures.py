"""Figures in prose beside those of the answer, excerpt or stem that they speak of."""

import math
from collections.abc import Iterator, Sequence
from itertools import islice

from lpkit.diagnostic import Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place, Unbound
from lpkit.ledger.closed import commented, for_a_look, stands_nowhere
from lpkit.ledger.counted import counted, explained
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.pattern import pattern
from lpkit.text.derived import apiece, follows, multiplied, repeated, two_of_a_kind
from lpkit.text.figures import Figure, agrees, figures
from lpkit.text.languages import Language
from lpkit.text.misshapen import misshapen
from lpkit.text.repeating import literally, repeats_each
from lpkit.text.supporting import supported

_ANSWERED = frozenset(("note", "reason", "delivery", "rewrite", "message", "ask"))
_COUNTED = frozenset(("message", "ask"))
"""Texts that compare and ask, of whose figures only what they count tells."""
_SOLVED = frozenset(("steps", "option"))
_COMPARED = frozenset(("digits", "words", "range"))
MOST_FIGURES = 200
"""Figures of a text that are looked at: an answer has two dozen, and what has more is no text to compare with."""
_WITH_NEXT = pattern(r"(?<![\w.,])[$€£]?\d[\d.,]*(?:%|\s\w+)?")
_NEARLY = 0.9
_SPECIFIC = 10
"""Counts from which on a number is hardly met by chance."""

Source = tuple[Site, str, tuple[str, ...]]
"""A place, what it is called, and its texts, each of which is read once for all who ask."""


def read_figures(reading: Reading) -> Iterator[Entry]:
    """Read the figures of a note or a solution that what it speaks of has otherwise."""
    role = reading.passage.topic.role
    if role not in _ANSWERED and role not in _SOLVED:
        return
    language = reading.account.pack.language
    if all_said(reading):
        return
    every = figures(reading.passage.text, language)
    for figure in every[:MOST_FIGURES]:
        if reading.has_taken(figure.start, figure.end):
            continue
        worded = figure.written not in _COMPARED or (figure.kind != "multiple" and not reading.passage.has_digit)
        worded = worded or role in _COUNTED
        sources = list(sources_of(reading, figure))
        if not sources:
            continue
        entries = list(_compared(reading, figure, sources)) if figure.value > 1 and not worded else []
        candidate = reading.account.whom(reading.passage, figure.start, figure.end)
        open_still = len(every) <= MOST_FIGURES and all(isinstance(entry.binding, Unbound) for entry in entries)
        if open_still and candidate in reading.account.candidates:
            entries = [*counted(reading, figure, candidate)] or entries
        yield from entries


def all_said(reading: Reading) -> bool:
    """Tell whether a source says each figure of a passage, with the word behind it, in the same digits.

    That spares most texts a closer reading.
    """
    if reading.all_said is None:
        reading.all_said = _all_said(reading)
    return reading.all_said


def _all_said(reading: Reading) -> bool:
    topic, language = reading.passage.topic, reading.account.pack.language
    candidate = reading.account.candidates.get(topic.candidate)
    texts = _told(reading) if topic.question is not None else (candidate.answer,) if candidate else ()
    if repeats_each(reading.passage.text, texts, language):
        return True
    if not reading.passage.has_digit:
        return False
    told = f" {' '.join(texts)}".replace("\n", " ")
    return all(f" {match.group()}" in told for match in _WITH_NEXT.finditer(reading.passage.text))


def sources_of(reading: Reading, figure: Figure) -> Iterator[Source]:
    """Give the texts from which a figure claims to come, the nearest first."""
    account, topic = reading.account, reading.passage.topic
    if topic.question is not None:
        yield topic.question.matter, "the question", _told(reading)
        spoken_of = account.named_in(topic.question.value.stem)
        if spoken_of:
            yield (
                account.candidate_site(spoken_of, "answer"),
                f"the answer of candidate {spoken_of}",
                account.candidates[spoken_of].spoken,
            )
        return
    whom = account.whom(reading.passage, figure.start, figure.end)
    if whom not in account.candidates:
        return
    texts = (*account.candidates[whom].spoken, *_rewrites(reading))
    yield account.candidate_site(whom, "answer"), f"the answer of candidate {whom}", texts


def figures_of(texts: Sequence[str], language: Language) -> Iterator[Figure]:
    """Give the figures of a source's texts, as far as somebody asks."""
    return (figure for text in texts for figure in figures(text, language))


def _told(reading: Reading) -> tuple[str, ...]:
    """Give all that a question tells and offers."""
    question = reading.passage.topic.question
    assert question is not None
    value = question.value
    return (value.stem, value.excerpt or "", *(option.text for option in value.options))


def _rewrites(reading: Reading) -> tuple[str, ...]:
    """Give what a text on a rewrite may speak of too: both of its wordings."""
    if reading.passage.topic.role != "rewrite":
        return ()
    at = reading.passage.at[:-1]
    found = (fix_it for place, fix_it in reading.account.pack.fix_its if place == at)
    return tuple(text for fix_it in found for text in (fix_it.before, fix_it.after))


def _compared(reading: Reading, figure: Figure, sources: Sequence[Source]) -> Iterator[Entry]:
    claim = Claim("figure", reading.passage.at, figure.start, figure.end, figure.text)
    language = reading.account.pack.language
    for site, what, texts in sources:
        if any(literally(reading.passage.text, figure, text) for text in texts):
            yield bound(claim, Place(site, what))
            return
        near = islice(figures_of(texts, language), MOST_FIGURES)
        if any(meets(figure, other) or _scaled(figure, other) for other in near):
            yield bound(claim, Place(site, what))
            return
    if place := scored(reading, figure):
        yield bound(claim, place)
        return
    site, what, texts = sources[0]
    known = tuple(islice(figures_of(texts, language), MOST_FIGURES + 1))
    if len(known) > MOST_FIGURES:
        yield unbound(claim)
        return
    rivals = [other for other in known if _same_matter(figure, other)] or _slipped(reading, figure, known)
    if figure.kind == "multiple" and reading.known.times.match(reading.passage.text, figure.end):
        rivals = rivals or two_of_a_kind(known)
    if figure.kind == "percent" and reading.passage.topic.role == "option":
        rivals = []  # What is wrong with an option may be said in figures of its own.
    told = "\n".join(texts)
    if not rivals:
        solves = reading.passage.topic.question is not None
        lone = solves and not commented(reading, figure) and stands_nowhere(reading, figure)
        yield for_a_look(reading, figure) if lone else unbound(claim)
        return
    if _accounted(reading, figure, told):
        yield unbound(claim)
        return
    said = ", ".join(dict.fromkeys(other.text.strip() for other in rivals))
    message = f'the text says "{figure.text}", but {what} has {said}'
    help = "mend the figure, or say what it counts"
    yield refuted(claim, message, help, [Place(site, what)], Severity.WARNING)


def _accounted(reading: Reading, figure: Figure, told: str) -> bool:
    """Tell whether a figure that a source has otherwise is the text's own, another answer's, or follows from it."""
    language, note = reading.account.pack.language, reading.passage.text
    ways = (multiplied, apiece, repeated)
    return (
        commented(reading, figure)
        or _elsewhere(reading, figure)
        or follows(figure, told, language)
        or explained(reading, figure, reading.account.whom(reading.passage, figure.start, figure.end))
        or any(work(note, figure, told, language) for work in ways)
        or supported(note, figure, (told,), language)
    )


def meets(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is one of a source: a bound there (within 48 hours) is said of that figure alone."""
    if other.low > 0 and math.isfinite(other.high):
        return agrees(figure, other)
    near = other._replace(low=other.value * _NEARLY, high=other.value / _NEARLY)
    return agrees(figure, near)


def _scaled(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is another one whose thousands or millions stand behind its neighbour: `2 to 6 million`."""
    return figure.kind == other.kind and any(figure.value == other.value * scale for scale in (1e3, 1e6, 1e9))


def scored(reading: Reading, figure: Figure) -> Place | None:
    """Give the total or the score of the candidate that a figure is, if it is one."""
    account = reading.account
    whom = account.whom(reading.passage, figure.start, figure.end)
    candidate = account.candidates.get(whom)
    if candidate is None or figure.kind != "count" or figure.unit not in {"", reading.known.point}:
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
    return figure.factor == other.factor and figure.written == other.written


def _slipped(reading: Reading, figure: Figure, known: Sequence[Figure]) -> list[Figure]:
    """Give the counts of a source of which a figure that nothing else in the pack has may be a misspelling."""
    account = reading.account
    if figure.kind != "count" or figure.value < _SPECIFIC or figure.unit in {"", reading.known.point}:
        return []
    near = [other for other in known if other.kind == "count" and misshapen(figure, other)]
    if not near:
        return []
    beside = (account.pack.pack.prompt, account.pack.pack.evaluate.setting)
    answers = tuple(candidate.answer for candidate in account.candidates.values())
    language = account.pack.language
    there = any(other.value == figure.value for text in (*beside, *answers) for other in figures(text, language))
    return [] if there else near


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
