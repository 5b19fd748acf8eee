"""Items of QTI 1.2, as Canvas and Blackboard write them, to choices.

Which option is right is said by conditions: where a response equals an option, the score is set. Options whose
conditions say more than that cannot be read, and then neither can the item.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpkit.importing.markup import is_page
from lpkit_importers.foreign.choice import Choice, Offer, share_of
from lpkit_importers.foreign.texts import Texts
from lpkit_importers.foreign.xml import Node

_KINDS = {
    "truefalse": "true-or-false",
    "multipleanswers": "several-answers",
    "multipleanswer": "several-answers",
    "multipleresponse": "several-answers",
    "shortanswer": "short-answer",
    "fillinblank": "short-answer",
    "fillintheblank": "short-answer",
    "fib": "short-answer",
    "fillinmultipleblanks": "gap",
    "multipledropdowns": "gap",
    "fileupload": "upload",
    "textonly": "",
}
"""What kinds of question are called that have another name in files; an empty name is no question at all."""
_LABELS = {"question_type", "cc_profile", "bbmd_questiontype", "qmd_itemtype"}
_TEXT = ("mattext", "mat_formattedtext")
_CHOICE = {"multiplechoice", "logicalidentifier"}


def kind_of(item: Node) -> str | None:
    """Give the kind of an item that is no choice of one option: an empty text where it asks nothing, else None."""
    said = next(iter(_said(item)), "")
    if said and said not in _CHOICE:
        return _KINDS.get(said, said)
    responses = [*item.within("response_lid", "response_str", "response_num", "response_grp", "response_xy")]
    if not responses:
        return ""
    tags = {response.tag for response in responses}
    if tags != {"response_lid"}:
        return "short-answer" if "response_str" in tags else "numerical" if "response_num" in tags else "matching"
    if len(responses) > 1:
        return "matching"
    several = responses[0].attributes.get("rcardinality", "Single").lower() != "single"
    return "several-answers" if several and not said else None


def _said(item: Node) -> Iterator[str]:
    """Give the kinds that metadata name, without signs: `multiplechoice` for multiple_choice_question."""
    for entry in item.within("qtimetadatafield"):
        if entry.said("fieldlabel") in _LABELS:
            word = entry.said("fieldentry").removeprefix("cc.").partition(".v0p")[0].lower()
            yield "".join(sign for sign in word.removesuffix("_question") if sign.isalpha())
    for node in item.within("bbmd_questiontype", "qmd_itemtype"):
        yield "".join(sign for sign in node.text().lower() if sign.isalpha())


@dataclass(slots=True)
class _Scores:
    """What conditions say: points of each option, what is said to who chooses it, and what is said to all."""

    start: float = 0.0
    """Points of who fulfils no condition."""
    points: dict[str, float] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    general: list[str] = field(default_factory=list)
    unread: bool = False
    lost: bool = False


def choice_of(item: Node, number: int) -> Choice:
    """Give an item as a choice."""
    texts = Texts()
    scores = _scores(item)
    feedback = {node.attributes.get("ident", ""): node for node in item.within("itemfeedback")}
    labels = [*item.within("response_label")]
    stem = "\n".join(text for node in item.within("presentation") if (text := _materials(node, texts)))
    most = _most(item, scores)
    offers = [_offer(label, scores, most, feedback, texts) for label in labels]
    general = [*scores.general, *(["general_fb"] if "general_fb" in feedback and not scores.general else [])]
    steps = [text for name in dict.fromkeys(general) if name in feedback and (text := _prose(feedback[name], texts))]
    losses = [*texts.losses, *(["what is said of answers as a whole"] if scores.lost else [])]
    losses += [loss for loss in ("a title",) if item.attributes.get("title", "").strip() not in {"", "Question"}]
    reason = "how it is scored cannot be read" if scores.unread else ""
    return Choice(number, stem, offers, steps, losses=losses, reason=reason)


def _offer(label: Node, scores: _Scores, most: float, feedback: dict[str, Node], texts: Texts) -> Offer:
    name = label.attributes.get("ident", "")
    said = [text for one in scores.said.get(name, ()) if one in feedback and (text := _prose(feedback[one], texts))]
    text = "\n".join(found for node in label.within("material") if (found := _material(node, texts)))
    return Offer(text, 100 * scores.points.get(name, scores.start) / most, " ".join(dict.fromkeys(said)))


def _most(item: Node, scores: _Scores) -> float:
    """Give the points of a right answer: what the item says, unless only one option has points at all."""
    highest = max(scores.points.values(), default=0.0)
    declared = [share_of(one.attributes.get("maxvalue", "")) for one in item.within("decvar")]
    alone = sum(points > 0 for points in scores.points.values()) == 1
    return highest if highest > 0 and (alone or not declared) else max(*declared, highest, 1.0) if declared else 1.0


def _scores(item: Node) -> _Scores:
    declared = [one.attributes.get("defaultval", "") for one in item.within("decvar") if _is_score(one)]
    scores = _Scores(share_of(declared[0]) if declared else 0.0)
    names = {one.attributes.get("ident", "") for one in item.within("response_label")}
    told: dict[str, list[tuple[float, bool]]] = {}
    for condition in item.within("respcondition"):
        variables = condition.first("conditionvar")
        chosen, certain = _chosen(variables, names) if variables else ([], False)
        for one in condition.within("displayfeedback"):
            _remember(scores, chosen, one.attributes.get("linkrefid", ""))
        settings = [one for one in condition.within("setvar") if _is_score(one)]
        points = _after(settings, scores.start)
        if not settings or (not chosen and points <= 0):
            continue
        scores.unread = scores.unread or not certain or not chosen
        adds = settings[0].attributes.get("action", "Set").lower() != "set" and points != scores.start
        for name in chosen:
            told.setdefault(name, []).append((points, adds))
    for name, each in told.items():
        scores.points[name] = max(points for points, _ in each)
        # Whether the first condition counts alone or each one is said by each program in its own way.
        several = len({points for points, _ in each}) > 1 or (len(each) > 1 and any(adds for _, adds in each))
        scores.unread = scores.unread or (several and scores.points[name] > 0)
    return scores


def _after(settings: Sequence[Node], start: float) -> float:
    """Give the points after what a condition does to them, in its order."""
    points = start
    for one in settings:
        said = _points(one)
        action = one.attributes.get("action", "Set").lower()
        if action in {"add", "subtract"}:
            points += said if action == "add" else -said
        elif action in {"multiply", "divide"}:
            points = points * said if action == "multiply" else points / said if said else points
        else:
            points = said
    return points


def _is_score(setvar: Node) -> bool:
    return (setvar.attributes.get("varname") or setvar.attributes.get("variablename") or "SCORE").upper() == "SCORE"


def _points(setvar: Node) -> float:
    said = setvar.text().strip()
    return 100.0 if said.upper() == "SCORE.MAX" else share_of(said)


def _remember(scores: _Scores, chosen: list[str], name: str) -> None:
    if len(chosen) == 1:
        scores.said.setdefault(chosen[0], []).append(name)
    elif name.startswith("general_fb"):
        scores.general.append(name)
    else:
        scores.lost = True


def _chosen(variables: Node, names: set[str]) -> tuple[list[str], bool]:
    """Give the options of which any fulfils a condition, and whether that is all that the condition asks."""
    chosen: list[str] = []
    certain = True
    for node in variables.children():
        if node.tag == "varequal":
            said = node.text().strip()
            response = node.attributes.get("respident", "")
            chosen.append(said or (response if response in names else ""))
        elif node.tag in {"or", "and"}:
            inner, plain = _chosen(node, names)
            certain = certain and plain and (node.tag == "or" or len(inner) == 1)
            chosen += inner
        elif node.tag == "not":
            certain = certain and variables.tag == "and"
        elif node.tag != "other":
            certain = False
    return chosen, certain and (variables.tag != "conditionvar" or len(chosen) < 2 or variables.first("or") is not None)


def _materials(node: Node, texts: Texts) -> str:
    """Give what is shown before and beside the options."""
    parts = []
    for child in node.children():
        if child.tag == "material":
            parts.append(_material(child, texts))
        elif not child.tag.startswith("response_"):
            parts.append(_materials(child, texts))
        else:
            parts += [_material(one, texts) for one in child.children("material")]
    return "\n".join(part for part in parts if part)


def _material(node: Node, texts: Texts) -> str:
    texts.losses += ["an image" for _ in node.within("matimage")]
    return "\n".join(part for one in node.within(*_TEXT) if (part := texts.plain(*_typed(one))))


def _prose(node: Node, texts: Texts) -> str:
    return " ".join(part for one in node.within(*_TEXT) if (part := texts.prose(*_typed(one))))


def _typed(node: Node) -> tuple[str, str]:
    """Give a text, and whether it is HTML: as it says, or where it says nothing as it looks."""
    text = node.markup() if any(node.children()) else node.text()
    said = (node.attributes.get("texttype") or node.attributes.get("type") or "").lower()
    return text, "html" if "html" in said or any(node.children()) or (not said and is_page([text])) else "plain_text"
