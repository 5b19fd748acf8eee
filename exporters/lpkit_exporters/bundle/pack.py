"""A pack for front ends: references resolved, totals computed, options shuffled, hashes taken."""

from typing import Any

from lpkit.export import count_words, speaking_seconds
from lpkit.model import AutoFail, Candidate, Dimension, Option, Pack, Question, advice_of
from lpkit.model.roles import identity_keys
from lpkit_exporters.bundle.option_ids import OptionName, option_names
from lpkit_exporters.bundle.pack_model import (
    Exercise,
    FixItEntry,
    FoundAutoFail,
    LibraryReference,
    OptionEntry,
    PackFile,
    Passage,
    QuestionEntry,
    RubricInForce,
    ScoredCandidate,
)
from lpkit_exporters.bundle.passages import cut
from lpkit_exporters.bundle.shuffle import first_order
from lpkit_exporters.bundle.text import content_hash
from lpkit_exporters.bundle.vocabulary import Vocabulary


def pack_file(vocabulary: Vocabulary, pack: Pack) -> PackFile:
    """Resolve a pack with the words of its library."""
    library = vocabulary.library
    file = PackFile(
        kind="pack",
        format=1,
        id=pack.id,
        title=pack.title,
        status=pack.status,
        library=LibraryReference(id=library.id, title=library.title, language=library.language),
        principle=vocabulary.principle(pack.principle),
        level=vocabulary.level(pack.level),
        tags=pack.tags,
        prompt=pack.prompt,
        concepts=pack.concepts,
        evaluate=_exercise(vocabulary, pack),
        fix_its=[FixItEntry(**dict(fix_it)) for fix_it in pack.fix_its],
        coaching=[advice_of(note) for note in pack.coaching],
        model_answer=pack.model_answer,
        questions=[question_entry(question, library.language) for question in pack.questions],
        retired=pack.retired,
        verdicts=vocabulary.bands(),
        test=library.test,
        speaking=library.speaking,
        hash=_NO_HASH,
        **PackFile.pass_on(pack),
    )
    return file.model_copy(update={"hash": _hash(file)})


_NO_HASH = "0" * 16
"""Stands in a model until the hash of all its other fields is known."""


def _hash(model: PackFile | QuestionEntry) -> str:
    """Take the hash of everything else, for a question without what it and its options are or were called.

    There the first order counts by places. A pin that is not set is left out, so that older hashes stay true.
    """
    left_out = {"hash": True} | (identity_keys(QuestionEntry) if isinstance(model, QuestionEntry) else {})
    data: dict[str, Any] = model.model_dump(mode="json", by_alias=True, exclude=left_out)
    if isinstance(model, QuestionEntry):
        data["shuffled"] = [model.options.index(option) for option in model.shown()]
    for question in data.get("questions", [data]):
        for option in question["options"]:
            if not option["pinned"]:
                del option["pinned"]
    return content_hash(data)


def _exercise(vocabulary: Vocabulary, pack: Pack) -> Exercise:
    evaluate = pack.evaluate
    dimensions = vocabulary.dimensions(evaluate.rubric)
    return Exercise(
        minutes=evaluate.minutes,
        setting=evaluate.setting,
        score_first=[vocabulary.dimension(first, dimensions) for first in evaluate.score_first],
        rubric=RubricInForce(
            id=evaluate.rubric if isinstance(evaluate.rubric, str) else None,
            dimensions=dimensions,
            weight=sum(dimension.weight for dimension in dimensions),
        ),
        candidates=[_candidate(vocabulary, dimensions, candidate) for candidate in evaluate.candidates],
        calibration=evaluate.calibration,
        **Exercise.pass_on(evaluate),
    )


def _candidate(vocabulary: Vocabulary, own: list[Dimension], candidate: Candidate) -> ScoredCandidate:
    words = count_words(candidate.answer)
    cuts = cut(candidate.answer, [auto_fail.quote for auto_fail in candidate.auto_fails])
    return ScoredCandidate(
        id=candidate.id,
        answer=candidate.answer,
        passages=[Passage(text=text, auto_fails=quotes) for text, quotes in cuts],
        words=words,
        speaking_seconds=[*speaking_seconds(words, vocabulary.library.speaking.words_per_minute)],
        delivery=candidate.delivery,
        scores=candidate.scores,
        total=candidate.total,
        computed_total=sum(candidate.scores.values()),
        verdict=vocabulary.verdict(candidate.verdict),
        auto_fails=[_auto_fail(vocabulary, own, auto_fail) for auto_fail in candidate.auto_fails],
        notes=candidate.notes,
        reasons=candidate.reasons,
        probes=candidate.probes,
        **ScoredCandidate.pass_on(candidate),
    )


def _auto_fail(vocabulary: Vocabulary, own: list[Dimension], auto_fail: AutoFail) -> FoundAutoFail:
    marker = vocabulary.marker(auto_fail.marker, own)
    passed = FoundAutoFail.pass_on(auto_fail)
    return FoundAutoFail(marker=marker, quote=auto_fail.quote, why=auto_fail.why, **passed)


def question_entry(question: Question, language: str) -> QuestionEntry:
    """Name and order the options of a question, and take its hash."""
    names = option_names(question)
    entry = QuestionEntry(
        id=question.id,
        pool=question.pool,
        difficulty=question.difficulty,
        stem=question.stem,
        excerpt=question.excerpt,
        options=[_option(question, option, name) for option, name in zip(question.options, names, strict=True)],
        shuffled=[names[place].id for place in first_order(question, language)],
        answer=question.answer,
        steps=question.steps,
        hint=question.hint,
        mistakes=question.mistakes,
        hash=_NO_HASH,
        **QuestionEntry.pass_on(question),
    )
    return entry.model_copy(update={"hash": _hash(entry)})


def _option(question: Question, option: Option, name: OptionName) -> OptionEntry:
    return OptionEntry(
        id=name.id,
        formerly=[name.formerly] if name.formerly else [],
        text=option.text,
        why=option.why,
        correct=option.text == question.answer,
        pinned=option.pinned,
        **OptionEntry.pass_on(option),
    )
