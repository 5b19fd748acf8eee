"""Question banks, and quizzes that draw all their questions of one: what Canvas writes for its own."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation
from lpkit_exporters.items.xml import element
from lpkit_exporters.qti12.item import choice_item, essay_item, points
from lpkit_exporters.qti12.names import answer_numbers
from lpkit_exporters.qti12.parts import fields, questestinterop

META = "http://canvas.instructure.com/xsd/cccv1p0"


def bank(name: str, title: str, items: Iterable[tuple[str, Choice | Evaluation]]) -> Element:
    """Make a question bank of items with their identifiers."""
    made = (_essay(item, ident) if isinstance(item, Evaluation) else _choice(item, ident) for ident, item in items)
    return questestinterop(element("objectbank", {"ident": name}, fields({"bank_title": title}), *made))


def quiz(name: str, title: str, source: str, count: int, each: int, *, strict: bool) -> Element:
    """Make a quiz of all questions of a bank, `each` of them worth so many points."""
    selection = element(
        "selection",
        {},
        element("sourcebank_ref", {}, source),
        element("selection_number", {}, str(count)),
        element("selection_extension", {}, element("points_per_item", {}, f"{each}.0")),
    )
    group = {"ident": f"{name}_group", "title": title}
    drawn = element("section", group, element("selection_ordering", {}, selection))
    attempts = fields({"cc_maxattempts": "1" if strict else "unlimited"})
    root = element("section", {"ident": "root_section"}, drawn)
    return questestinterop(element("assessment", {"ident": name, "title": title}, attempts, root))


def quiz_meta(
    name: str, title: str, description: str, total: int, *, graded: bool, strict: bool, shuffled: bool
) -> Element:
    """Make what Canvas keeps beside a quiz; it is not published, so that nobody sees it before a teacher wants it.

    `graded` makes it an assignment, else it is for practice; `strict` allows one attempt, else there are any number.
    """
    said = {
        "title": title,
        "description": description,
        "shuffle_answers": _flag(shuffled),
        "scoring_policy": "keep_highest",
        "hide_results": "",
        "quiz_type": "assignment" if graded else "practice_quiz",
        "points_possible": f"{total}.0",
        "show_correct_answers": "true",
        "allowed_attempts": "1" if strict else "-1",
        "one_question_at_a_time": "false",
        "cant_go_back": "false",
        "available": "false",
    }
    parts = (element(tag, {}, text) for tag, text in said.items())
    return element("quiz", {"xmlns": META, "identifier": name}, *parts)


def may_shuffle(items: Sequence[Choice | Evaluation]) -> bool:
    """Tell whether a quiz may shuffle options: Canvas shuffles those of all its questions or of none."""
    return all(item.may_shuffle for item in items if isinstance(item, Choice))


def _choice(item: Choice, name: str) -> Element:
    numbers = ",".join(answer_numbers(item).values())
    about = {"question_type": "multiple_choice_question", "points_possible": "1.0", "original_answer_ids": numbers}
    return choice_item(item, name, about)


def _essay(item: Evaluation, name: str) -> Element:
    return essay_item(item, name, {"question_type": "essay_question", "points_possible": f"{points(item)}.0"})


def _flag(value: bool) -> str:
    return "true" if value else "false"
