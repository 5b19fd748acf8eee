"""An item as HTML: what is read before an answer, what is said after one, and what graders are told.

All of it is well-formed XML, and nothing that a text says is taken for markup.
"""

from collections.abc import Iterable, Iterator
from html import escape

from lpkit_exporters.items.model import Choice, Evaluation, MarkerSeen, Passage, RubricDimension, ScoredAnswer
from lpkit_exporters.items.text import Text, list_html


def asked(item: Choice) -> str:
    """Give what a learner reads: passages, then the stem."""
    return f"{''.join(map(_passage, item.context))}{item.stem.html()}"


def explained(item: Choice, *, with_hints: bool = False) -> str:
    """Give what a learner reads after an answer: steps, common mistakes, and what would help the next time.

    That are the hints of a test, where none may be shown before; with `with_hints` all, for formats that have none.
    """
    parts = [list_html(item.steps, "ol")]
    if item.mistakes:
        parts.append(_headed("Common mistakes", list_html(item.mistakes)))
    if item.hints and (with_hints or item.pool == "test"):
        parts.append(_headed("Hint for next time", list_html(item.hints)))
    return "".join(parts)


def open_hints(item: Choice) -> tuple[Text, ...]:
    """Give the hints that may be shown before an answer: in a test none."""
    return item.hints if item.pool == "practice" else ()


def prompt_page(evaluation: Evaluation) -> str:
    """Give what learners read who write an answer of their own."""
    limit = f"<p>Answer as you would speak, in at most {evaluation.minutes} minutes.</p>"
    return evaluation.prompt.html() + evaluation.setting.html() + limit


def guidance_page(evaluation: Evaluation) -> str:
    """Give what learners read once they have written: how to build a strong answer, and the one that shows it."""
    model = next((answer for answer in evaluation.answers if answer.id == evaluation.model_answer), None)
    shown = _headed(f"{model.name} shows it", _quote(model.text)) if model else ""
    more = f"<p>{escape(evaluation.requires)}</p>" if evaluation.requires else ""
    return _headed("A strong answer", evaluation.guidance.html()) + more + shown


def graders_page(evaluation: Evaluation) -> str:
    """Give what graders read: the rubric with its levels, the verdicts, and each answer as the expert scored it."""
    rubric = "".join(map(_dimension, evaluation.rubric))
    verdicts = (
        f"{escape(one.title)}: {one.low}–{one.high}, {'passes' if one.passes else 'does not pass'}"
        for one in evaluation.verdicts
    )
    answers = "".join(_answer(answer, evaluation.rubric) for answer in evaluation.answers)
    return f"{_headed('Rubric', f'<ul>{rubric}</ul>')}{_headed('Verdicts by total', _list(verdicts))}{answers}"


def _passage(passage: Passage) -> str:
    head = f"<p><strong>{escape(passage.title)}</strong></p>" if passage.title else ""
    return head + (_quote(passage.text) if passage.quoted else passage.text.html())


def _quote(text: Text) -> str:
    return f"<blockquote>{text.html()}</blockquote>"


def _headed(title: str, html: str) -> str:
    return f"<p><strong>{escape(title)}</strong></p>{html}"


def _list(entries: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def _dimension(entry: RubricDimension) -> str:
    levels = ", ".join(level.name for level in entry.levels)
    looks_for = f"{entry.looks_for.html()}{f'<p>{entry.evidence}</p>' if entry.evidence else ''}"
    return f"<li><p><strong>{escape(entry.title)}</strong>, 0–{entry.weight} points ({levels})</p>{looks_for}</li>"


def _answer(answer: ScoredAnswer, rubric: tuple[RubricDimension, ...]) -> str:
    head = f"{answer.name}: {answer.total} of 100, {answer.verdict_title}"
    points = (_points(answer, entry) for entry in rubric if entry.id in answer.scores)
    parts = [_quote(answer.text), _list(points), *map(_marker, answer.markers)]
    parts += [_headed(name, text.html()) for name, text in _remarks(answer)]
    return _headed(head, "".join(parts))


def _points(answer: ScoredAnswer, entry: RubricDimension) -> str:
    reason = answer.reasons[entry.id].html() if entry.id in answer.reasons else ""
    return f"<p>{escape(entry.title)}: {answer.scores[entry.id]} of {entry.weight}</p>{reason}"


def _marker(marker: MarkerSeen) -> str:
    why = marker.why.html() + marker.rule.html()
    return f"{_headed(f'Marker: {marker.title}', _quote(marker.quote))}{why}<p>{escape(marker.effect)}</p>"


def _remarks(answer: ScoredAnswer) -> Iterator[tuple[str, Text]]:
    if answer.notes:
        yield "Notes", answer.notes
    if answer.delivery:
        yield "Delivery, which is not scored", answer.delivery
