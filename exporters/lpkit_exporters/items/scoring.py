"""What an evaluation becomes where every item is a choice: which band an answer reaches, and which verdict."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.items.identity import Identity
from lpkit_exporters.items.model import Choice, Evaluation, Option, Passage, RubricDimension, ScoredAnswer, Tag
from lpkit_exporters.items.text import Text


class _Asked(NamedTuple):
    """What is asked about an answer: the id and title of the item, and what is its own."""

    id: str
    title: str
    stem: Text
    options: list[Option]
    steps: tuple[Text, ...]
    about: tuple[Tag, ...]
    changed_at: str | None


_LOW, _HIGH = Text("Too low."), Text("Too high.")


def score_choices(file: PackFile, evaluation: Evaluation, identity: Identity) -> Iterator[Choice]:
    """Give a choice for each answer and dimension, then one for its verdict; those of answers that are news.

    There is none for what an answer has no score in, for a dimension of one level, and for an unknown verdict.
    """
    times = {candidate.id: candidate.changed_at for candidate in file.evaluate.candidates}
    for answer in evaluation.answers:
        path = f"{file.id}/{answer.id}"
        if not identity.is_news("candidate", path):
            continue
        for entry in evaluation.rubric:
            if entry.id in answer.scores and len(entry.levels) > 1:
                name = identity.name("candidate", path, "score", entry.id)
                yield _of_dimension(evaluation, answer, entry, name, times[answer.id])
        if len(evaluation.verdicts) > 1 and any(band.id == answer.verdict for band in evaluation.verdicts):
            yield _of_verdict(evaluation, answer, identity.name("candidate", path, "verdict"), times[answer.id])


def _of_dimension(
    evaluation: Evaluation, answer: ScoredAnswer, entry: RubricDimension, name: str, time: str | None
) -> Choice:
    points, right = answer.scores[entry.id], answer.levels[entry.id]
    options = [
        Option(f"level-{level.id}", Text(f"{level.name} points"), _aim(level.low, right.low), level is right, True)
        for level in entry.levels
    ]
    looks_for = Passage(f"{entry.title} looks for", entry.looks_for, quoted=False)
    said = (Text(f"The expert gave {points} of {entry.weight} points. {entry.evidence}".strip()),)
    reason = (answer.reasons[entry.id],) if entry.id in answer.reasons else ()
    stem = Text(f"How many of {entry.weight} points does {answer.name} earn for {entry.title}?")
    about = (("candidate", answer.id), ("dimension", entry.id))
    asked = _Asked(name, entry.title, stem, options, (*said, *reason), about, time)
    return _choice(evaluation, answer, asked, looks_for)


def _of_verdict(evaluation: Evaluation, answer: ScoredAnswer, name: str, time: str | None) -> Choice:
    right = next(band for band in evaluation.verdicts if band.id == answer.verdict)
    options = [
        Option(band.id, Text(f"{band.title} ({band.low}–{band.high})"), _aim(band.low, right.low), band is right, True)
        for band in evaluation.verdicts
    ]
    said = [Text(f"The expert's total is {answer.total} of 100: {answer.verdict_title}.")]
    said += [Text(f"{marker.title}: “{marker.quote.line()}” {marker.effect}") for marker in answer.markers]
    stem = Text(f"Which verdict does {answer.name} earn?")
    about = (("candidate", answer.id), ("dimension", "verdict"))
    notes = (answer.notes,) if answer.notes else ()
    return _choice(evaluation, answer, _Asked(name, "Verdict", stem, options, (*said, *notes), about, time))


def _choice(evaluation: Evaluation, answer: ScoredAnswer, asked: _Asked, *more: Passage) -> Choice:
    prompt = Passage("Interview question", evaluation.prompt)
    setting = Passage("Setting", evaluation.setting, quoted=False)
    return Choice(
        id=asked.id,
        kind="score",
        name=f"{answer.name}: {asked.title}",
        context=(prompt, setting, Passage(answer.name, answer.text), *more),
        stem=asked.stem,
        options=tuple(asked.options),
        steps=asked.steps,
        mistakes=(),
        hints=(),
        tags=(*evaluation.tags, ("pool", "score"), *asked.about),
        difficulty=None,
        pool="practice",
        language=evaluation.language,
        changed_at=asked.changed_at,
    )


def _aim(low: int, right: int) -> Text | None:
    return None if low == right else _LOW if low < right else _HIGH
