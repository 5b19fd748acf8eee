"""Items of QTI 1.2: a choice with feedback, and an essay that a person scores; metadata is each program's own."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation
from lpkit_exporters.items.page import asked, explained, graders_page, guidance_page, prompt_page
from lpkit_exporters.items.xml import element
from lpkit_exporters.qti12.names import answer_numbers, title
from lpkit_exporters.qti12.parts import (
    GENERAL,
    RESPONSE,
    feedback,
    item,
    material,
    option_material,
    outcomes,
    says,
    scores,
)


def choice_item(choice: Choice, name: str, metadata: Mapping[str, str], prefix: str = "") -> Element:
    """Make a choice that gives all points for its key; hints, for which there is no place before, come afterwards.

    `prefix` comes before the numbers of options.
    """
    numbers = answer_numbers(choice, prefix)
    labels = (
        element("response_label", {"ident": numbers[option.id]}, option_material(option.text))
        for option in choice.options
    )
    response = {"ident": RESPONSE, "rcardinality": "Single"}
    presentation = element(
        "presentation",
        {},
        material(asked(choice)),
        element("response_lid", response, element("render_choice", {}, *labels)),
    )
    said = {f"{numbers[one.id]}_fb": one.feedback.html() for one in choice.options if one.feedback}
    general = explained(choice, with_hints=True)
    conditions = [says(GENERAL)] if general else []
    conditions += [says(key, key.removesuffix("_fb")) for key in said]
    conditions.append(scores(numbers[choice.key.id]))
    everything = {**({GENERAL: general} if general else {}), **said}
    return item(
        name,
        title(choice.name),
        metadata,
        [presentation, element("resprocessing", {}, outcomes(), *conditions)],
        [feedback(key, html) for key, html in everything.items()],
    )


def essay_item(evaluation: Evaluation, name: str, metadata: Mapping[str, str]) -> Element:
    """Make an essay; what graders need is said after it, since QTI 1.2 as it is read has no other place."""
    label = element("response_label", {"ident": "answer1", "rshuffle": "No"})
    response = element("response_str", {"ident": RESPONSE, "rcardinality": "Single"}, element("render_fib", {}, label))
    conditions = [says(GENERAL), scores()]
    return item(
        name,
        title(evaluation.name),
        metadata,
        [element("presentation", {}, material(prompt_page(evaluation)), response)],
        [element("resprocessing", {}, outcomes(), *conditions)],
        [feedback(GENERAL, guidance_page(evaluation) + graders_page(evaluation))],
    )


def points(evaluation: Evaluation) -> int:
    """Give the points of an essay: those of its rubric."""
    return sum(entry.weight for entry in evaluation.rubric)
