"""What of a stem has no bearing on its question: a scene that the question does without, clauses aside, and colour."""

from collections.abc import Sequence

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


def idle_scene(item: ItemText, known: Scenes) -> str:
    """Give the sentences before a question that it does without; empty where it leans on them or there are none."""
    parts = _told_and_asked(item)
    if len(parts) < 2:
        return ""
    *before, asking = parts
    if match := next((sentence for sentence in before if known.preamble.search(sentence)), ""):
        return match
    told, asked = words(" ".join(before)), words(asking)
    if len(told) < _SCENE or not known.leaning.isdisjoint(asked):
        return ""
    if any(not known.premises.isdisjoint(words(sentence)[:2]) for sentence in before):
        return ""
    question = content(asked, item.language[ContentWords])
    if (
        len(question) < _ASKED
        or _names(asking, before)
        or (_FIGURE.search(asking) and any(map(_FIGURE.search, before)))
    ):
        return ""
    return " ".join(before)


def clause_aside(item: ItemText, known: Scenes) -> str:
    """Give a clause within a question that says more of a thing than is asked; empty where there is none."""
    if "," not in item.own or "?" not in item.own:
        return ""
    asking = sentences(item.own)[-1]
    match = known.aside.search(asking)
    if match is None:
        return ""
    said, vocabulary = words(match["clause"]), item.language[ContentWords]
    without = asking[: match.start()] + asking[match.end() :]
    rest = content(words(without), vocabulary)
    # In "Given two numbers, which is …?" the clause is the question.
    if len(said) < _CLAUSE or len(rest) < _ASKED or not known.asking.search(without):
        return ""
    shared = content(said, vocabulary) & frozenset(rest).union(*item.option_content)
    return "" if shared else match.group().strip(" ,")


def colour(item: ItemText, known: Scenes) -> list[str]:
    """Give words on tastes, relatives and the like of the sentences before a question, if there are several."""
    vocabulary = item.language[ContentWords]
    parts = _told_and_asked(item)
    if len(parts) < 2:
        return []
    needed = content(words(parts[-1]), vocabulary).union(*item.option_content)
    found = [
        word
        for word in dict.fromkeys(words(" ".join(parts[:-1])))
        if (form := vocabulary.common_form(word))
        and (word in known.colour or form in known.colour)
        and form not in needed
    ]
    return found if len(found) >= _COLOURS else []


def _told_and_asked(item: ItemText) -> list[str]:
    """Give the sentences of a stem that tells something and then asks; nothing where it quotes, lists or shows code."""
    own = item.own
    if own != item.stem or own.count("?") != 1 or not own.rstrip().endswith("?") or "\n" in own or ":" in own:
        return []
    return sentences(own)


def _names(asking: str, before: Sequence[str]) -> bool:
    """Tell whether a question has a name that was told of."""
    told = frozenset(" ".join(before).replace("'s", " ").split())
    return any(word[:1].isupper() and word.strip(".,?'s") in told for word in asking.split()[1:])
