"""Items: a choice with feedback and a score of its own, and an answer to be written, which a person scores."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Evaluation
from lpkit_exporters.items.page import asked, explained, graders_page, guidance_page, open_hints, prompt_page
from lpkit_exporters.items.text import list_html
from lpkit_exporters.items.xml import element, ready, written
from lpkit_exporters.qti.names import option_names, title
from lpkit_exporters.qti.version import Version, held, html_part

GENERAL, HINT = "GENERAL_FB", "INCORRECT_HINT"
"""Identifiers of feedback for everybody, and for all who chose wrong: Canvas knows them by their words.

No option is called so, since ids have no capitals.
"""

_POINTS = {"responseIf": "1", "responseElse": "0"}
_IDENTIFIER = {"cardinality": "single", "baseType": "identifier"}
_FLOAT = {"cardinality": "single", "baseType": "float"}


def choice_item(item: Choice, name: str, version: Version) -> Element:
    """Make an item that gives a point for its key, and none for anything else."""
    options = option_names(item)
    general, hint = explained(item), list_html(open_hints(item))
    feedback = {options[one.id]: one.feedback.html() for one in item.options if one.feedback}
    said = [("GENERAL", GENERAL, general), ("HINT", HINT, hint)]
    said = [("FEEDBACK", name, html) for name, html in feedback.items()] + [one for one in said if one[2]]
    outcomes = tuple(dict.fromkeys(outcome for outcome, _, _ in said))
    parts = [
        _declared(version, "response", "RESPONSE", _IDENTIFIER, "correctResponse", options[item.key.id]),
        _outcomes(version, outcomes),
        version.element("itemBody", {}, _asked(asked(item)), _interaction(item, options, version)),
        _processing(version, outcomes),
        *(_modal(version, *one) for one in said),
    ]
    return version.root("assessmentItem", _head(name, item.name, item.language), parts)


def essay_item(evaluation: Evaluation, name: str, version: Version) -> Element:
    """Make an item for which a person gives the points of the rubric, which only scorers are shown."""
    marks = sum(entry.weight for entry in evaluation.rubric)
    rubric = {"view": "scorer tutor", **version.newer(use="scoring")}
    interaction = {"responseIdentifier": "RESPONSE", "expectedLines": "15"}
    parts = [
        _declared(version, "response", "RESPONSE", {"cardinality": "single", "baseType": "string"}),
        *_score(version, marks, by_hand=True),
        version.element("outcomeDeclaration", {"identifier": "GENERAL", **_IDENTIFIER}),
        version.element(
            "itemBody",
            {},
            version.block("rubricBlock", rubric, graders_page(evaluation)),
            _asked(prompt_page(evaluation)),
            version.element("extendedTextInteraction", interaction),
        ),
        version.element("responseProcessing", {}, *_general(version)),
        _modal(version, "GENERAL", GENERAL, guidance_page(evaluation)),
    ]
    return version.root("assessmentItem", _head(name, evaluation.name, evaluation.language), parts)


def _head(name: str, text: str, language: str) -> dict[str, str]:
    flags = {"adaptive": "false", "timeDependent": "false", "xml:lang": language}
    return {"identifier": name, "title": title(text), **flags}


def _declared(
    version: Version, kind: str, name: str, typed: dict[str, str], told: str = "", value: str = ""
) -> Element:
    """Declare a variable, with what it is told to be where something is."""
    values = (version.element(told, {}, version.element("value", {}, value)),) if told else ()
    return version.element(f"{kind}Declaration", {"identifier": name, **typed}, *values)


def _score(version: Version, most: int, *, by_hand: bool = False) -> Iterator[Element]:
    limits = {**_FLOAT, "normalMaximum": str(most), "normalMinimum": "0"}
    by = version.newer(externalScored="human") if by_hand else {}
    yield _declared(version, "outcome", "SCORE", {**limits, **by}, "defaultValue", "0")
    yield _declared(version, "outcome", "MAXSCORE", _FLOAT, "defaultValue", str(most))


def _asked(html: str) -> Element:
    """Put what is read into one block: Canvas leaves out what stands beside it."""
    return element("div", {}, html_part(html))


def _outcomes(version: Version, outcomes: tuple[str, ...]) -> Element:
    return ready(_written_outcomes(version, outcomes))


@lru_cache(maxsize=64)
def _written_outcomes(version: Version, outcomes: tuple[str, ...]) -> str:
    said = (version.element("outcomeDeclaration", {"identifier": outcome, **_IDENTIFIER}) for outcome in outcomes)
    return written([*_score(version, 1), *said], 1)


def _processing(version: Version, outcomes: tuple[str, ...]) -> Element:
    return ready(_written_processing(version, outcomes))


@lru_cache(maxsize=64)
def _written_processing(version: Version, outcomes: tuple[str, ...]) -> str:
    return written([version.element("responseProcessing", {}, *_rules(version, outcomes))], 1)


def _interaction(item: Choice, options: dict[str, str], version: Version) -> Element:
    shuffled = not all(option.pinned for option in item.options)
    said = {"responseIdentifier": "RESPONSE", "shuffle": "true" if shuffled else "false", "maxChoices": "1"}
    choices = (
        ready(_choice(version, option.pinned)(name=options[option.id], html=held(option.text.html())))
        for option in item.options
    )
    return version.element("choiceInteraction", said, *choices)


def _rules(version: Version, outcomes: tuple[str, ...]) -> Iterator[Element]:
    """Score an answer, then say what is said of it."""
    right = version.element("match", {}, _variable(version, "variable"), _variable(version, "correct"))
    ways = {kind: [_set(version, "SCORE", _base(version, "float", points))] for kind, points in _POINTS.items()}
    if "HINT" in outcomes:
        # Some players forget no outcome between two answers: a hint must be taken back.
        for kind, hint in (("responseIf", "NONE"), ("responseElse", HINT)):
            ways[kind].append(_set(version, "HINT", _base(version, "identifier", hint)))
    ways["responseIf"].insert(0, right)
    yield version.element("responseCondition", {}, *(version.element(kind, {}, *parts) for kind, parts in ways.items()))
    if "FEEDBACK" in outcomes:
        yield _set(version, "FEEDBACK", _variable(version, "variable"))
    if "GENERAL" in outcomes:
        yield from _general(version)


def _general(version: Version) -> Iterator[Element]:
    yield _set(version, "GENERAL", _base(version, "identifier", GENERAL))


def _set(version: Version, name: str, value: Element) -> Element:
    return version.element("setOutcomeValue", {"identifier": name}, value)


def _base(version: Version, kind: str, value: str) -> Element:
    return version.element("baseValue", {"baseType": kind}, value)


def _variable(version: Version, kind: str) -> Element:
    return version.element(kind, {"identifier": "RESPONSE"})


def _modal(version: Version, outcome: str, name: str, html: str) -> Element:
    return ready(_feedback(version)(outcome=outcome, name=name, html=held(html)))


@lru_cache(maxsize=8)
def _choice(version: Version, pinned: bool) -> Callable[..., str]:
    """Write an option once, to be filled with its identifier and its HTML: there are four for each item."""
    said = {"identifier": "{name}", **({"fixed": "true"} if pinned else {})}
    return written([version.element("simpleChoice", said, ready("{html}"))], 3).format


@lru_cache(maxsize=8)
def _feedback(version: Version) -> Callable[..., str]:
    """Write feedback once, to be filled with its outcome, its identifier and its HTML."""
    said = {"outcomeIdentifier": "{outcome}", "showHide": "show", "identifier": "{name}"}
    return written([version.block("modalFeedback", said, "{html}")], 1).format
