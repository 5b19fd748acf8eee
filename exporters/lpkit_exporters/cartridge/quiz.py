"""Quizzes of a cartridge: an assessment of the profile that Common Cartridge makes of QTI 1.2.1."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation
from lpkit_exporters.items.xml import element
from lpkit_exporters.qti12.item import choice_item, essay_item
from lpkit_exporters.qti12.parts import fields, questestinterop

ANSWER = "answer_"
"""What the identifier of an option begins with."""


def assessment(name: str, title: str, items: Iterable[tuple[str, Choice | Evaluation]], *, strict: bool) -> Element:
    """Make a quiz of items with their identifiers; `strict` allows one attempt, else there are any number."""
    about = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
        "cc_maxattempts": "1" if strict else "unlimited",
    }
    made = (_essay(item, ident) if isinstance(item, Evaluation) else _choice(item, ident) for ident, item in items)
    section = element("section", {"ident": "root_section"}, *made)
    return questestinterop(element("assessment", {"ident": name, "title": title}, fields(about), section))


def _choice(item: Choice, name: str) -> Element:
    return choice_item(item, name, {"cc_profile": "cc.multiple_choice.v0p1"}, ANSWER)


def _essay(item: Evaluation, name: str) -> Element:
    return essay_item(item, name, {"cc_profile": "cc.essay.v0p1", "qmd_computerscored": "No"})
