"""A pack as rows."""

from collections.abc import Iterator

from lpkit.export import locate
from lpkit.model import Dimension
from lpkit_exporters.bundle.pack_model import PackFile, QuestionEntry, ScoredCandidate
from lpkit_exporters.sqlite.libraries import dimension_rows, marker_row, verdict_rows
from lpkit_exporters.sqlite.row import Row, listed, row, search


def pack_rows(file: PackFile, place: int) -> Iterator[Row]:
    """Give the rows of a pack, its place among those of its library given; what it refers to comes first."""
    yield from _words(file)
    yield _pack_row(file, place)
    at = _path(file)
    yield search("pack", at, at, file.title, file.prompt, file.evaluate.setting, file.model_answer.guidance)
    yield from listed("tag", at, file.tags)
    yield from listed("score_first", at, (entry.id for entry in file.evaluate.score_first))
    yield from _lessons(file)
    for number, candidate in enumerate(file.evaluate.candidates):
        yield from _candidate_rows(file, number, candidate)
    yield from _passages(file)
    for number, question in enumerate(file.questions):
        yield from _question_rows(file, number, question)
    for retired in file.retired:
        yield row("retired", file.library.id, at, retired.id, retired.reason, retired.replaced_by)


def _path(file: PackFile, *names: str) -> str:
    return "/".join((file.library.id, file.id, *names))


def _words(file: PackFile) -> Iterator[Row]:
    """Give what the pack refers to and the library does not know, and the rubric of the pack's own."""
    library, principle, level = file.library.id, file.principle, file.level
    words = (principle.id, principle.title, principle.summary)
    yield row("principle", f"{library}/{principle.id}", library, -1, *words)._replace(known=True)
    yield row("level", f"{library}/{level.id}", library, -1, level.id, level.title)._replace(known=True)
    rubric, name = file.evaluate.rubric, _rubric(file)
    yield row("rubric", name, library, -1, rubric.id or file.id)._replace(known=True)
    named = {score for candidate in file.evaluate.candidates for score in candidate.scores}
    unknown = sorted(named - {dimension.id for dimension in rubric.dimensions})
    alone = [Dimension(id=score, title=score, weight=0, looks_for=score) for score in unknown]
    yield from (entry._replace(known=True) for entry in dimension_rows(name, [*rubric.dimensions, *alone]))


def _rubric(file: PackFile) -> str:
    return _path(file, "rubric") if file.evaluate.rubric.id is None else f"{file.library.id}/{file.evaluate.rubric.id}"


def _pack_row(file: PackFile, place: int) -> Row:
    library, model, exercise = file.library.id, file.model_answer, file.evaluate
    requires = model.requires
    return row(
        "pack",
        *(_path(file), library, place, file.id, file.title),
        *(f"{library}/{file.principle.id}", f"{library}/{file.level.id}", file.prompt),
        *(exercise.minutes, exercise.setting, _rubric(file), model.guidance, _candidate(file, model.candidate)),
        requires.first_person_sentences if requires else None,
        requires.numbers if requires else None,
        *(file.hash, file.changed_at),
    )


def _candidate(file: PackFile, name: str) -> str | None:
    """Refer to a candidate; to none where the pack has no such one, which `lpkit check` reports."""
    return _path(file, name) if any(entry.id == name for entry in file.evaluate.candidates) else None


def _lessons(file: PackFile) -> Iterator[Row]:
    at = _path(file)
    for place, concept in enumerate(file.concepts):
        name = _path(file, "concept", str(place))
        yield row("concept", name, at, place, concept.title, concept.text)
        yield search("concept", name, at, concept.title, concept.text)
    for place, note in enumerate(file.coaching):
        name = _path(file, "coaching", str(place))
        yield row("coaching", name, at, place, note.text)
        yield search("coaching", name, at, file.title, note.text)


def _candidate_rows(file: PackFile, place: int, candidate: ScoredCandidate) -> Iterator[Row]:
    at, library = _path(file, candidate.id), file.library.id
    yield from verdict_rows(library, candidate.verdict)
    spoken = (candidate.answer, candidate.words, *candidate.speaking_seconds, candidate.delivery, candidate.total)
    judged = (f"{library}/{candidate.verdict.id}", candidate.notes, candidate.changed_at)
    yield row("candidate", at, _path(file), place, candidate.id, *spoken, *judged)
    yield search("answer", at, _path(file), file.title, candidate.answer, candidate.notes)
    for dimension, points in candidate.scores.items():
        yield row("score", at, f"{_rubric(file)}/{dimension}", points, candidate.reasons.get(dimension))
    for number, found in enumerate(candidate.auto_fails):
        yield marker_row(library, -1, found.marker)._replace(known=True)
        yield from verdict_rows(library, found.marker.verdict)
        span = locate(candidate.answer, found.quote) or (None, None)
        yield row("auto_fail", at, number, f"{library}/{found.marker.id}", found.quote, *span, found.why)
    for number, probe in enumerate(candidate.probes):
        yield row("probe", at, number, probe.ask, probe.reply, probe.shows)


def _passages(file: PackFile) -> Iterator[Row]:
    at = _path(file)
    for place, entry in enumerate(file.evaluate.calibration):
        yield row("calibration", at, place, _candidate(file, entry.candidate), entry.above, entry.message)
    for place, fix_it in enumerate(file.fix_its):
        name = _path(file, fix_it.id)
        texts = (fix_it.before, fix_it.after, fix_it.why)
        whose = _candidate(file, fix_it.candidate)
        yield row("fix_it", name, at, place, fix_it.id, fix_it.title, whose, *texts, fix_it.changed_at)
        yield search("fix-it", name, at, fix_it.title, *texts)


def _question_rows(file: PackFile, place: int, question: QuestionEntry) -> Iterator[Row]:
    at = _path(file, question.id)
    asked = (question.pool, question.difficulty, question.stem, question.excerpt, question.answer, question.hint)
    yield row("question", at, _path(file), place, question.id, *asked, question.hash, question.changed_at)
    for number, option in enumerate(question.options):
        shown = question.shuffled.index(option.id)
        yield row("option", at, number, option.id, shown, option.text, option.why, option.correct, option.pinned)
    yield from listed("step", at, question.steps)
    yield from listed("mistake", at, question.mistakes)
    options = (option.text for option in question.options)
    yield search("question", at, _path(file), question.stem, question.excerpt, *options, *question.steps)
