"""What of a stem has no bearing on its question: a scene that the question does without, clauses aside, and colour."""

import re

from lpkit.pattern import pattern
from lpkit.text.asking import sentences
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import ContentWords, Scenes
from lpkit.text.tokens import content, words

_SCENE = 6
"""Fewest words before a question that are worth a remark."""
_ASKED = 3
"""Fewest words of content with which a question stands by itself."""
_CLAUSE = 6
"""Fewest words of a clause aside."""
_COLOURS = 2
"""Fewest words of colour, of which one may matter after all."""
_FIGURE = pattern(r"\d")


def told_and_asked(item: ItemText) -> tuple[str, str]:
    """Give what a stem tells and what it then asks; nothing where it only asks, quotes, lists or shows code."""
    own = item.own
    end = max(own.rfind(". "), own.rfind("! "))
    if end < 0 or own != item.stem or own.find("?") != len(own) - 1 or "\n" in own or ":" in own:
        return "", ""
    return own[: end + 1], own[end + 2 :]


def idle_scene(item: ItemText, told: str, asking: str, known: Scenes) -> str:
    """Give what stands before a question that does without it; empty where the question leans on it."""
    if not known.praising.isdisjoint(item.stem_vocabulary) and known.preamble.search(told):
        return next(filter(known.preamble.search, sentences(told)), told)
    asked = words(asking)
    if not known.leaning.isdisjoint(asked) or len(item.stem_words) - len(asked) < _SCENE:
        return ""
    if any(not known.premises.isdisjoint(words(sentence)[:2]) for sentence in sentences(told)):
        return ""
    reckons = _FIGURE.search(asking) and _FIGURE.search(told)
    if reckons or len(content(asked, item.language[ContentWords])) < _ASKED or _names(asking, told):
        return ""
    return told


def clause_aside(item: ItemText, told: str, known: Scenes) -> str:
    """Give a clause that says more of a thing than is asked, or of somebody named before; empty where there is none."""
    own = item.own
    if "," not in own or own[-1:] != "?":
        return ""
    if told and (match := known.named.search(told)) and not _FIGURE.search(match["clause"]):
        return _without_bearing(item, own, match)
    if not known.aside.search(own):
        return ""
    asking = sentences(own)[-1]
    match = known.aside.search(asking)
    # In "Given two numbers, which is …?" the clause is the question.
    if match is None or len(words(match["clause"])) < _CLAUSE or not known.asking.search(_rest(asking, match)):
        return ""
    return _without_bearing(item, asking, match)


def _without_bearing(item: ItemText, text: str, match: re.Match[str]) -> str:
    """Give a clause of a text if neither the rest nor an option speaks of what it says; empty otherwise."""
    vocabulary = item.language[ContentWords]
    rest = content(words(_rest(text, match)), vocabulary)
    said = content(words(match["clause"]), vocabulary)
    if len(rest) < _ASKED or not said or not said.isdisjoint(rest.union(*item.option_content)):
        return ""
    return match.group().strip(" ,")


def _rest(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + text[match.end() :]


def colour(item: ItemText, told: str, asking: str, known: Scenes) -> list[str]:
    """Give words on tastes, leisure and the like of the sentences before a question, if there are several."""
    if len(known.colour & item.stem_vocabulary) < _COLOURS and known.tastes.isdisjoint(item.stem_vocabulary):
        return []
    form = item.language[ContentWords].common_form
    needed = content(words(asking), item.language[ContentWords]).union(*item.option_content)
    coloured = {form(word): word for word in reversed(words(told)) if word in known.colour}
    found = [word for shared, word in reversed(coloured.items()) if shared and shared not in needed]
    return found if len(found) >= _COLOURS or not known.tastes.isdisjoint(found) else []


def _names(asking: str, told: str) -> bool:
    """Tell whether a question has a name that was told of."""
    names = frozenset(told.replace("'s", " ").split())
    return any(word[:1].isupper() and word.strip(".,?'s") in names for word in asking.split()[1:])
