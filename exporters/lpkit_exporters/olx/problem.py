"""A problem: a choice with feedback on each option, hints on demand and a solution."""

from collections.abc import Iterator
from itertools import dropwhile
from xml.etree.ElementTree import Element

from lpkit_exporters.items import Choice, Option
from lpkit_exporters.items.page import asked, explained, open_hints
from lpkit_exporters.items.xml import element
from lpkit_exporters.olx.blocks import block, boxed
from lpkit_exporters.olx.names import option_names, title


def problem(item: Choice, name: str) -> Element:
    """Make a problem with one right answer; `name` is what Studio and learners read above it.

    A question of a test takes one answer; others take any number of them. The solution is shown after the first.
    """
    attributes = {"display_name": title(name), "showanswer": "attempted"}
    if item.pool == "test":
        attributes["max_attempts"] = "1"
    stem = item.stem.html()
    plain = stem.count("<p>") == 1 and "<pre>" not in stem
    before = asked(item).removesuffix(stem) if plain else asked(item)
    said = [block("div", before)] if before else []
    response = _response(item, item.stem.phrase() if plain else "Your answer")
    return element("problem", attributes, *said, response, *_solution(item), *_hints(item))


def may_shuffle(options: tuple[Option, ...]) -> bool:
    """Tell whether Open edX shuffles these options as it should: what is pinned must stand at the ends."""
    inner = list(dropwhile(lambda option: option.pinned, options))
    inner = list(dropwhile(lambda option: option.pinned, reversed(inner)))
    return len(inner) > 1 and not any(option.pinned for option in inner)


def _response(item: Choice, label: str) -> Element:
    names = option_names(item.options)
    shuffled = {"shuffle": "true"} if may_shuffle(item.options) else {}
    choices = (_choice(option, names[option.id]) for option in item.options)
    group = element("choicegroup", {"type": "MultipleChoice", **shuffled}, *choices)
    return element("multiplechoiceresponse", {}, boxed("label", label), group)


def _choice(option: Option, name: str) -> Element:
    attributes = {"correct": "true" if option.is_key else "false", "name": name}
    if option.pinned:
        attributes["fixed"] = "true"
    made = boxed("choice", option.text.phrase(), attributes)
    if option.feedback:
        made.append(block("choicehint", option.feedback.html()))
    return made


def _solution(item: Choice) -> Iterator[Element]:
    html = explained(item)
    if html:
        box = block("div", f"<p>Explanation</p>{html}", {"class": "detailed-solution"})
        yield element("solution", {}, box)


def _hints(item: Choice) -> Iterator[Element]:
    hints = open_hints(item)
    if hints:
        yield element("demandhint", {}, *(block("hint", hint.phrase()) for hint in hints))
