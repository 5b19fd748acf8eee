"""An open response assessment (ORA2): learners score the expert's answers, then write answers of their own."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Evaluation, Level, RubricDimension, ScoredAnswer, VerdictBand
from lpkit_exporters.items.naming import folded
from lpkit_exporters.items.page import prompt_page
from lpkit_exporters.items.xml import element
from lpkit_exporters.olx.names import MOST_CRITERION, label, title

VERDICT = "Verdict"
"""Name of the criterion for the verdict; ids of dimensions have no capital letter."""
_PEERS = {"must_grade": "1", "must_be_graded_by": "1"}


def assessment(item: Evaluation, name: str) -> Element:
    """Make an assessment by the name of its block: training on the expert's answers, then peers, then oneself."""
    return element(
        "openassessment",
        {"url_name": name, "text_response": "required", "prompts_type": "html"},
        element("title", {}, title(item.name)),
        element("assessments", {}, *_steps(item)),
        element("prompts", {}, element("prompt", {}, _text("description", prompt_page(item)))),
        _rubric(item),
    )


def points_of(entry: RubricDimension, level: Level) -> int:
    """Give the points that a level is worth: of the first none, of the last all, of others those in its middle."""
    if level is entry.levels[-1]:
        return entry.weight
    return 0 if level is entry.levels[0] else (level.low + level.high) // 2


def examples(item: Evaluation) -> list[ScoredAnswer]:
    """Give the answers that learners are trained on: scored in every criterion, and no two with the same text."""
    texts: dict[str, ScoredAnswer] = {}
    for answer in item.answers:
        if all(entry.id in answer.scores for entry in item.rubric) and _has_verdict(item, answer):
            texts.setdefault(answer.text.lines(), answer)
    return list(texts.values())


def _has_verdict(item: Evaluation, answer: ScoredAnswer) -> bool:
    return any(band.id == answer.verdict for band in item.verdicts)


def _steps(item: Evaluation) -> Iterator[Element]:
    trained = [_example(item, answer) for answer in examples(item)]
    if trained:
        yield element("assessment", {"name": "student-training"}, *trained)
    yield element("assessment", {"name": "peer-assessment", **_PEERS})
    yield element("assessment", {"name": "self-assessment"})


def _example(item: Evaluation, answer: ScoredAnswer) -> Element:
    names = _criteria(item)
    chosen = [(names[entry.id], answer.levels[entry.id].name) for entry in item.rubric]
    chosen.append((VERDICT, answer.verdict))
    marks = (element("select", {"criterion": criterion, "option": option}) for criterion, option in chosen)
    return element("example", {}, element("answer", {}, _text("part", answer.text.lines())), *marks)


def _criteria(item: Evaluation) -> dict[str, str]:
    return folded([entry.id for entry in item.rubric], "a-z0-9_-", MOST_CRITERION)


def _rubric(item: Evaluation) -> Element:
    names = _criteria(item)
    criteria = [_criterion(entry, names[entry.id]) for entry in item.rubric]
    asked = "The verdict by the total of all points; a marker may leave less than the total says. It earns no points."
    verdict = _named("criterion", {"feedback": "optional"}, VERDICT, VERDICT, _text("prompt", asked))
    verdict.extend(_verdict(band) for band in item.verdicts)
    return element("rubric", {}, *criteria, verdict)


def _criterion(entry: RubricDimension, name: str) -> Element:
    asked = _text("prompt", f"{entry.looks_for.lines()}\n\n{entry.evidence}".strip())
    made = _named("criterion", {"feedback": "optional"}, name, entry.title, asked)
    made.extend(_level(entry, level) for level in entry.levels)
    return made


def _level(entry: RubricDimension, level: Level) -> Element:
    said = _text("explanation", f"The expert gives {level.name} of {entry.weight} points.")
    return _named("option", {"points": str(points_of(entry, level))}, level.name, f"{level.name} points", said)


def _verdict(band: VerdictBand) -> Element:
    passes = "It passes." if band.passes else "It does not pass."
    said = _text("explanation", f"A total from {band.low} to {band.high}. {passes}")
    return _named("option", {"points": "0"}, band.id, band.title, said)


def _named(tag: str, attributes: dict[str, str], name: str, shown: str, said: Element) -> Element:
    return element(tag, attributes, _text("name", name), _text("label", label(shown)), said)


def _text(tag: str, text: str) -> Element:
    return element(tag, {}, text)
