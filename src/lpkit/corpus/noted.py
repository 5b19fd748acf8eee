"""Notes of a pack, each with the text of which it speaks and the others from which it may take something."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpkit.corpus.placed import Placed
from lpkit.corpus.question import QuestionView
from lpkit.corpus.view import PackView
from lpkit.diagnostic import Site
from lpkit.model import Candidate


class Note(NamedTuple):
    """A text that speaks of another one."""

    site: Site
    text: str
    origin: Site
    """Where the text of which it speaks stands."""
    what: str
    """What that is, for messages."""
    source: str
    others: tuple[str, ...]
    close: bool = True
    """Whether it speaks of that text and of nothing else."""
    bound: bool = True
    """Whether a figure of that text can hardly be another one here."""


def notes(pack: PackView) -> Iterator[Note]:
    """Give the notes of a pack: on candidates, on fix-its, on excerpts."""
    answers = {placed.value.id: placed.value.answer for placed in pack.candidates}
    evaluate = pack.pack.evaluate
    shared = (pack.pack.prompt, evaluate.setting, *answers.values())
    for placed in pack.candidates:
        origin = pack.site(*placed.at, "answer")
        replies = [probe.reply for probe in placed.value.probes]
        for site, text in _on_candidate(pack, placed):
            what = f"the answer of candidate {placed.value.id}"
            yield Note(site, text, origin, what, placed.value.answer, (*shared, *replies))
    for at, entry in pack.place(evaluate.calibration, "evaluate", "calibration"):
        if found := pack.candidate(entry.candidate):
            what = f"the answer of candidate {entry.candidate}"
            origin = pack.site(*found.at, "answer")
            yield Note(pack.site(*at, "message"), entry.message, origin, what, found.value.answer, shared)
    for at, fix in pack.fix_its:
        if found := pack.candidate(fix.candidate):
            what = f"the answer of candidate {fix.candidate}"
            origin = pack.site(*found.at, "answer")
            others = (fix.before, fix.after, *shared)
            yield Note(
                pack.site(*at, "why"), fix.why, origin, what, found.value.answer, others, close=False, bound=False
            )
    for question in pack.questions:
        if question.value.excerpt is not None:
            yield from _on_excerpt(question, question.value.excerpt, shared)


def _on_candidate(pack: PackView, placed: Placed[Candidate]) -> Iterator[tuple[Site, str]]:
    at, candidate = placed
    yield pack.site(*at, "notes"), candidate.notes or ""
    for dimension, reason in candidate.reasons.items():
        yield pack.site(*at, "reasons", dimension), reason
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        yield pack.site(*place, "why"), entry.why
    for place, probe in pack.place(candidate.probes, *at, "probes"):
        yield pack.site(*place, "ask"), probe.ask
        yield pack.site(*place, "shows"), probe.shows or ""


def _on_excerpt(question: QuestionView, excerpt: str, shared: Sequence[str]) -> Iterator[Note]:
    value, origin = question.value, question.site("excerpt")
    others = (value.stem, *(option.text for option in value.options), *shared)
    for number, step in enumerate(value.steps):
        yield Note(question.site("steps", number), step, origin, "the excerpt", excerpt, others, close=False)
    for number, option in enumerate(value.options):
        if option.why:
            site = question.site("options", number, "why")
            yield Note(site, option.why, origin, "the excerpt", excerpt, others, close=False, bound=False)
    if value.hint:
        yield Note(question.site("hint"), value.hint, origin, "the excerpt", excerpt, others, close=False)
