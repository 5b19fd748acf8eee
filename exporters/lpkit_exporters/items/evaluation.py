"""The exercise of a pack as one item: interview question, rubric with levels, scored answers, markers."""

from lpkit.model import Dimension, Requirements
from lpkit_exporters.bundle.bands import band_of, named, point_bands
from lpkit_exporters.bundle.pack_model import FoundAutoFail, PackFile, ScoredCandidate
from lpkit_exporters.items.identity import Identity
from lpkit_exporters.items.model import (
    Evaluation,
    Level,
    MarkerSeen,
    RubricDimension,
    ScoredAnswer,
    VerdictBand,
)
from lpkit_exporters.items.questions import pack_tags
from lpkit_exporters.items.text import Text

EVIDENCE = {"first-person": "Needs sentences in the first person.", "number": "Needs a number."}


def evaluation_of(file: PackFile, identity: Identity) -> Evaluation:
    """Make the item of a pack; it has all that graders need."""
    evaluate = file.evaluate
    rubric = tuple(_dimension(entry) for entry in evaluate.rubric.dimensions)
    times = [answer.changed_at for answer in evaluate.candidates if answer.changed_at]
    return Evaluation(
        id=identity.name("pack", file.id),
        name=file.title,
        prompt=Text(file.prompt),
        setting=Text(evaluate.setting, prose=True),
        minutes=evaluate.minutes,
        rubric=rubric,
        verdicts=tuple(
            VerdictBand(band.id, band.title, band.starts_at, band.to, band.passes) for band in file.verdicts
        ),
        answers=tuple(_answer(candidate, rubric) for candidate in evaluate.candidates),
        guidance=Text(file.model_answer.guidance, prose=True),
        model_answer=file.model_answer.candidate,
        requires=_requires(file.model_answer.requires),
        tags=pack_tags(file),
        language=file.library.language,
        changed_at=max(times, default=None),
    )


def changed(file: PackFile, identity: Identity) -> bool:
    """Tell whether anything that the item shows is news: its answers, what they show, or the guidance."""
    return any(identity.is_news(kind, file.id) for kind in ("candidate", "auto-fail", "coaching"))


def _requires(figures: Requirements | None) -> str:
    if figures is None:
        return ""
    sentences, numbers = figures.first_person_sentences, figures.numbers
    return f"At least {sentences} sentences that begin with I, and {numbers} numbers that measure something."


def _dimension(entry: Dimension) -> RubricDimension:
    levels = tuple(
        Level(str(place), named(band), *band) for place, band in enumerate(point_bands(entry.weight), start=1)
    )
    evidence = EVIDENCE.get(entry.expects or "", "")
    return RubricDimension(entry.id, entry.title, entry.weight, Text(entry.looks_for, prose=True), evidence, levels)


def _answer(candidate: ScoredCandidate, rubric: tuple[RubricDimension, ...]) -> ScoredAnswer:
    scores = {entry.id: candidate.scores[entry.id] for entry in rubric if entry.id in candidate.scores}
    levels = {
        entry.id: entry.levels[band_of([(level.low, level.high) for level in entry.levels], scores[entry.id])]
        for entry in rubric
        if entry.id in scores
    }
    return ScoredAnswer(
        id=candidate.id,
        name=f"Answer {candidate.id.upper()}",
        text=Text(candidate.answer),
        scores=scores,
        levels=levels,
        reasons={entry.id: _prose(candidate.reasons[entry.id]) for entry in rubric if entry.id in candidate.reasons},
        total=candidate.total,
        verdict=candidate.verdict.id,
        verdict_title=candidate.verdict.title,
        passes=candidate.verdict.passes,
        markers=tuple(map(_marker, candidate.auto_fails)),
        notes=_prose(candidate.notes) if candidate.notes else None,
        delivery=_prose(candidate.delivery) if candidate.delivery else None,
    )


def _marker(found: FoundAutoFail) -> MarkerSeen:
    marker = found.marker
    effect = (
        f"{marker.dimension.title} keeps {marker.cap} at most, and {marker.verdict.title} is the best verdict left."
    )
    return MarkerSeen(marker.id, marker.title, Text(found.quote), _prose(found.why), _prose(marker.why), effect)


def _prose(text: str) -> Text:
    return Text(text, prose=True)
