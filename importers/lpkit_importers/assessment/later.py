"""Items of QTI 2.x and 3.0 to choices: the right answer is declared, or points are mapped to options."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lpkit_importers.assessment.processing import points_by_rules
from lpkit_importers.foreign.choice import Choice, Offer, share_of
from lpkit_importers.foreign.texts import Texts
from lpkit_importers.foreign.xml import Node

_KINDS = {
    "extendedtextinteraction": "essay",
    "textentryinteraction": "short-answer",
    "inlinechoiceinteraction": "gap",
    "gapmatchinteraction": "gap",
    "graphicgapmatchinteraction": "gap",
    "matchinteraction": "matching",
    "associateinteraction": "matching",
    "orderinteraction": "ordering",
    "graphicorderinteraction": "ordering",
    "uploadinteraction": "upload",
}
_BESIDE = {"feedbackinline", "feedbackblock", "rubricblock", "stylesheet", "templateblock", "templateinline"}
"""What stands in the body of an item without being asked."""


def kind_of(item: Node) -> str | None:
    """Give the kind of an item that is no choice of options: an empty text where it asks nothing, None for a choice."""
    asked = [*_interactions(item)]
    if next(item.within("printedvariable", "templatedeclaration", "templateprocessing"), None):
        return "template"
    if not asked:
        return ""
    if len(asked) > 1:
        return "composite"
    tag = asked[0].tag
    return None if tag == "choiceinteraction" else _KINDS.get(tag, tag.removesuffix("interaction"))


def _interactions(node: Node) -> Iterator[Node]:
    for child in node.children():
        if child.tag.endswith("interaction"):
            yield child
        else:
            yield from _interactions(child)


def choice_of(item: Node, number: int) -> Choice:
    """Give an item as a choice."""
    texts = Texts()
    interaction = next(_interactions(item))
    body = item.first("itembody") or item
    shares, reason = _shares(item, interaction)
    said = {node.attributes.get("identifier", ""): node for node in item.within("modalfeedback")}
    offers = [_offer(one, shares, said, texts) for one in interaction.within("simplechoice")]
    names = {one.attributes.get("identifier", "") for one in interaction.within("simplechoice")}
    stem = texts.plain(_asked(body, interaction, _way(body, interaction)))
    general = _always_said(item, said) - names
    hints = {name for name in said.keys() - names - general if "hint" in name.lower()}
    steps = [text for name, node in said.items() if name in general and (text := texts.prose(node.markup()))]
    hint = " ".join(text for name, node in said.items() if name in hints and (text := texts.prose(node.markup())))
    losses = [*texts.losses]
    losses += ["what is said of answers as a whole"] if said.keys() - names - general - hints else []
    losses += ["a rubric"] if next(body.within("rubricblock"), None) else []
    losses += ["that several answers could be chosen"] if interaction.attributes.get("maxchoices", "1") != "1" else []
    losses += ["a title"] if item.attributes.get("title", "").strip() else []
    return Choice(number, stem, offers, steps, hint, losses=losses, reason=reason)


def _always_said(item: Node, modal: dict[str, Node]) -> set[str]:
    """Give the names of feedback that is shown whatever is chosen: a rule without a condition sets its outcome."""
    processing = item.first("responseprocessing")
    found = set()
    for rule in processing.children("setoutcomevalue") if processing else ():
        name = rule.said("basevalue")
        if name in modal and modal[name].attributes.get("outcomeidentifier") == rule.attributes.get("identifier"):
            found.add(name)
    return found


def _way(node: Node, interaction: Node) -> set[int]:
    """Give the identities of the elements in which an interaction lies, with its own."""
    if node is interaction:
        return {id(node)}
    found = next((way for child in node.children() if (way := _way(child, interaction))), set())
    return {id(node), *found} if found else set()


def _asked(node: Node, interaction: Node, way: set[int]) -> str:
    """Give what is in an element as HTML, with the prompt in the place of the options."""
    if node is interaction:
        prompt = interaction.first("prompt")
        return f"<div>{prompt.markup()}</div>" if prompt else ""
    if not any(id(child) in way for child in node.children()):
        return _without_beside(node).markup()
    return "".join(_piece(part, interaction, way) for part in node.parts)


def _piece(part: Node | str, interaction: Node, way: set[int]) -> str:
    if isinstance(part, str):
        return escape(part, quote=False)
    if id(part) in way:
        return _asked(part, interaction, way)
    return "" if part.tag in _BESIDE else _without_beside(part).outer()


def _without_beside(node: Node) -> Node:
    parts = [_without_beside(part) if isinstance(part, Node) else part for part in node.parts]
    return replace(node, parts=[part for part in parts if isinstance(part, str) or part.tag not in _BESIDE])


def _offer(choice: Node, shares: dict[str, float], modal: dict[str, Node], texts: Texts) -> Offer:
    name = choice.attributes.get("identifier", "")
    feedback = [*choice.within("feedbackinline", "feedbackblock"), *([modal[name]] if name in modal else [])]
    said = " ".join(text for node in feedback if (text := texts.prose(node.markup())))
    return Offer(texts.plain(_without_beside(choice).markup()), shares.get(name, 0.0), said)


def _shares(item: Node, interaction: Node) -> tuple[dict[str, float], str]:
    """Give the share of the points of each option in percent; or why nobody can tell."""
    name = interaction.attributes.get("responseidentifier", "")
    declared = [one for one in item.within("responsedeclaration") if one.attributes.get("identifier") == name]
    if not declared:
        return {}, "it does not say which answer is right"
    right = [value.text().strip() for one in declared[0].children("correctresponse") for value in one.within("value")]
    points = {
        entry.attributes.get("mapkey", ""): share_of(entry.attributes.get("mappedvalue", ""))
        for entry in declared[0].within("mapentry")
    }
    most = max(points.values(), default=0.0)
    shares = {key: 100 * value / most for key, value in points.items()} if most > 0 else {}
    if not right:
        return shares, "" if shares else "it does not say which answer is right"
    best = {key for key, share in shares.items() if share >= 100}
    if best and len(right) == 1 and best != {*right}:
        return {}, "its answer and its points name different options"
    options = [one.attributes.get("identifier", "") for one in interaction.within("simplechoice")]
    scored = points_by_rules(item, name, right[0], options, points) if len(right) == 1 else None
    if scored and [option for option in options if scored[option] == max(scored.values())] != right:
        return {}, "its answer and its scoring name different options"
    return {**shares, **dict.fromkeys(right, 100.0)}, ""
