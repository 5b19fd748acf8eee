"""A pack's file as rows."""

from collections.abc import Iterator
from typing import Any

from lpkit.export import locate
from lpkit.model import Dimension
from lpkit_exporters.bundle.pack_model import Exercise, FoundAutoFail, PackFile, ScoredCandidate
from lpkit_exporters.bundle.rows_model import AnswerRow, Finding, FixItRow, QuestionRow, Score


def question_rows(file: PackFile) -> Iterator[QuestionRow]:
    """Give the questions of a pack, their options in the order in which they are first shown."""
    for question in file.questions:
        options = question.shown()
        yield QuestionRow(
            **_around(file),
            id=question.id,
            changed_at=question.changed_at,
            pool=question.pool,
            difficulty=question.difficulty,
            stem=question.stem,
            excerpt=question.excerpt,
            options=[option.text for option in options],
            option_ids=[option.id for option in options],
            key=next((place for place, option in enumerate(options) if option.correct), 0),
            answer=question.answer,
            whys=[option.why for option in options],
            steps=question.steps,
            hint=question.hint,
            mistakes=question.mistakes,
            hash=question.hash,
        )


def answer_rows(file: PackFile) -> Iterator[AnswerRow]:
    """Give the scored answers of a pack."""
    for candidate in file.evaluate.candidates:
        yield AnswerRow(
            **_around(file),
            id=candidate.id,
            changed_at=candidate.changed_at,
            minutes=file.evaluate.minutes,
            setting=file.evaluate.setting,
            answer=candidate.answer,
            words=candidate.words,
            delivery=candidate.delivery,
            scores=list(_scores(file.evaluate, candidate)),
            total=candidate.total,
            verdict=candidate.verdict.id,
            verdict_title=candidate.verdict.title,
            passes=candidate.verdict.passes,
            auto_fails=[_finding(candidate.answer, found) for found in candidate.auto_fails],
            notes=candidate.notes,
        )


def fix_it_rows(file: PackFile) -> Iterator[FixItRow]:
    """Give the rewrites of a pack."""
    for fix_it in file.fix_its:
        yield FixItRow(
            **_around(file),
            id=fix_it.id,
            changed_at=fix_it.changed_at,
            title=fix_it.title,
            candidate=fix_it.candidate,
            before=fix_it.before,
            after=fix_it.after,
            why=fix_it.why,
        )


def _around(file: PackFile) -> dict[str, Any]:
    return {
        "library": file.library.id,
        "language": file.library.language,
        "pack": file.id,
        "pack_title": file.title,
        "principle": file.principle.id,
        "principle_title": file.principle.title,
        "level": file.level.id,
        "level_title": file.level.title,
        "prompt": file.prompt,
    }


def _scores(evaluate: Exercise, candidate: ScoredCandidate) -> Iterator[Score]:
    """Give the points of a candidate in the order of the rubric, then those for what it does not name."""
    known = {dimension.id: dimension for dimension in evaluate.rubric.dimensions}
    for name in dict.fromkeys((*known, *candidate.scores)):
        if name not in candidate.scores:
            continue
        dimension = known.get(name) or Dimension(id=name, title=name, weight=100, looks_for=name)
        yield Score(
            dimension=name,
            title=dimension.title,
            weight=dimension.weight,
            looks_for=dimension.looks_for,
            points=candidate.scores[name],
            reason=candidate.reasons.get(name),
        )


def _finding(answer: str, found: FoundAutoFail) -> Finding:
    start, end = locate(answer, found.quote) or (None, None)
    return Finding(
        marker=found.marker.id,
        title=found.marker.title,
        quote=found.quote,
        start=start,
        end=end,
        why=found.why,
    )
