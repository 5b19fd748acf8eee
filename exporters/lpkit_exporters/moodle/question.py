"""Questions of Moodle's XML: a choice, an essay that graders score, and what changes the category."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation, Option
from lpkit_exporters.items.page import asked, explained, graders_page, guidance_page, open_hints, prompt_page
from lpkit_exporters.items.xml import element
from lpkit_exporters.moodle.names import Names, item_title, title

_PENALTY = "0.3333333"
"""What a wrong try costs where hints allow several: Moodle's own default."""


def multichoice(item: Choice, names: Names) -> Element:
    """Make a choice with one right answer. Moodle pins no option: where one has its place, all keep theirs."""
    hints = [element("hint", _HTML, _text(hint.html()), element("clearwrong")) for hint in open_hints(item)]
    return element(
        "question",
        {"type": "multichoice"},
        *_head(item_title(item), asked(item), explained(item), "1"),
        element("penalty", {}, _PENALTY),
        element("hidden", {}, "0"),
        element("idnumber", {}, names.idnumbers[item.id]),
        element("single", {}, "true"),
        element("shuffleanswers", {}, "true" if item.may_shuffle else "false"),
        element("answernumbering", {}, "none" if item.kind == "score" else "abc"),
        *map(_answer, item.options),
        *hints,
        _tags(names.tags(item.tags)),
    )


def essay(evaluation: Evaluation, names: Names) -> Element:
    """Make an essay: the interview question to the learner; rubric, verdicts and scored answers to graders."""
    marks = sum(entry.weight for entry in evaluation.rubric)
    return element(
        "question",
        {"type": "essay"},
        *_head(title(evaluation.prompt.line()), prompt_page(evaluation), guidance_page(evaluation), str(marks)),
        element("penalty", {}, "0"),
        element("hidden", {}, "0"),
        element("idnumber", {}, names.idnumbers[evaluation.id]),
        element("responseformat", {}, "editor"),
        element("responserequired", {}, "1"),
        element("responsefieldlines", {}, "15"),
        element("attachments", {}, "0"),
        element("attachmentsrequired", {}, "0"),
        element("graderinfo", _HTML, _text(graders_page(evaluation))),
        element("responsetemplate", _HTML, _text("")),
        _tags(names.tags(evaluation.tags)),
    )


def category(path: str, info: str) -> Element:
    """Make what puts all questions behind it into a category; `info` is HTML."""
    said = [element("info", _HTML, _text(info))] if info else []
    return element("question", {"type": "category"}, element("category", {}, _text(path)), *said)


_HTML = {"format": "html"}


def _head(name: str, text: str, feedback: str, grade: str) -> Iterator[Element]:
    yield element("name", {}, _text(name))
    yield element("questiontext", _HTML, _text(text))
    yield element("generalfeedback", _HTML, _text(feedback))
    yield element("defaultgrade", {}, grade)


def _answer(option: Option) -> Element:
    said = option.feedback.html() if option.feedback else ""
    fraction = "100" if option.is_key else "0"
    feedback = element("feedback", _HTML, _text(said))
    return element("answer", {"fraction": fraction, **_HTML}, _text(option.text.html()), feedback)


def _tags(tags: Sequence[str]) -> Element:
    return element("tags", {}, *(element("tag", {}, _text(tag)) for tag in tags))


def _text(said: str) -> Element:
    return element("text", {}, said)
