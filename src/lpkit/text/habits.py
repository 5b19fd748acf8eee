"""How options are worded, beside what they say: signs, kinds of words and lengths that may betray the key."""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Habits


class Habit(NamedTuple):
    """A way in which options are worded: how readers call what the option has, and what to do where it tells."""

    title: str
    cure: str


class Count(NamedTuple):
    """How readers call more of what is counted than the neighbours of an option have, most of it, and least."""

    more: str
    most: str
    least: str


MARK_CURE = "go by turns: let the key have it in one question, and a wrong option in the next"

_COUNTED = ("characters", "words", "commas", "digits", "capitals")

_SIZE = "let the key be the longest, and the shortest, as often as any other option"

_SIGNS: Mapping[str, tuple[str, Pattern[str]]] = {
    "comma": ("a comma", pattern(r",(?!\d)")),
    "colon": ("a colon or semicolon", pattern(r"[:;](?:\s|$)")),
    "dash": ("a dash", pattern(r"[–—]|\s-\s")),
    "bracket": ("brackets", pattern(r"[(\[]")),
    "quotation": ("quotation marks", pattern(r"[\"“”„«»]|(?<!\w)['‘]\w")),
    "figure": ("a number in digits", pattern(r"\d")),
    "share": ("a percentage or a price", pattern(r"[%€£]|^[^$]*(?:\$\s?\d|\d\s?\$)[^$]*$")),
    "name": ("a name inside", pattern(r"(?<=[a-z,] )[A-Z][a-z]")),
    "apostrophe": ("an apostrophe", pattern(r"\w['’]\w")),
    "hyphen": ("a hyphen", pattern(r"\w-\w")),
    "stop": ("a full stop at the end", pattern(r"(?<!\.)\.\s*$")),
    "question": ("a question mark", pattern(r"\?")),
    "sentences": ("two sentences", pattern(r"(?<!\.\w)[.!?]\s+\S")),
}

_TITLED = pattern(r"[^\w\s]*[A-Z]\S*(?:\s+[^\w\s]*[A-Z]\S*){2,}\s*")
"""A text of three words or more that all have a capital: the capitals single nothing out."""

_KINDS: Mapping[str, str] = {
    "first person": "the first person",
    "second person": "the second person",
    "third person": "the third person",
    "denial": "a denial",
    "reason": "a word of reason",
    "contrast": "a word of contrast",
    "condition": "a condition",
    "hedge": "a hedge",
    "comparison": "a comparison",
    "duty": "a word of duty",
    "number word": "a number in words",
}

RELATIONS: Mapping[str, Habit] = {
    "longest": Habit("the greatest length", _SIZE),
    "shortest": Habit("the smallest length", _SIZE),
}
"""Habits that follow from the neighbours of an option."""

HABITS: Mapping[str, Habit] = {
    **{name: Habit(title, MARK_CURE) for name, (title, _) in _SIGNS.items()},
    **{name: Habit(title, MARK_CURE) for name, title in _KINDS.items()},
    **RELATIONS,
}
"""All habits by name."""

DELIVERY_CURE = "describe how an answer sounds in words that would suit strong and weak answers alike"
WORD_CURE = "go by turns: let the word stand in the key of one question, and in a wrong option of the next"

COUNTS = (
    *(Count(f"more {name}", f"most {name}", f"fewest {name}") for name in _COUNTED),
    Count("longer words", "the longest words", "the shortest words"),
    Count("fewer words said twice", "fewest words said twice", "most words said twice"),
)
"""What `counts` gives, in this order."""


def habits_of(text: str, tokens: Sequence[str], language: Language) -> frozenset[str]:
    """Give the habits of one option by itself; kinds of words only where the language knows them."""
    found = {name for name, (_, sign) in _SIGNS.items() if sign.search(text)}
    if "name" in found and _TITLED.fullmatch(text):
        found.remove("name")
    known = language.get(Habits)
    if known is not None:
        own = frozenset(tokens)
        found |= {name for name, words in known.kinds.items() if not words.isdisjoint(own)}
    return frozenset(found)


def habits_among(texts: Sequence[str], all_tokens: Sequence[Sequence[str]], language: Language) -> list[frozenset[str]]:
    """Give the habits of each option, those that follow from its neighbours too."""
    lengths = [len(text.strip()) for text in texts]
    ends = {"longest": max(lengths), "shortest": min(lengths)}
    return [
        habits_of(text, tokens, language) | {name for name, end in ends.items() if length == end}
        for text, tokens, length in zip(texts, all_tokens, lengths, strict=True)
    ]


def counts(text: str, tokens: Sequence[str]) -> tuple[float, ...]:
    """Count what an option is made of (`COUNTS`): sizes, signs, and the share of its words that stand there once."""
    words = max(1, len(tokens))
    return (
        len(text),
        len(tokens),
        text.count(","),
        sum(map(str.isdigit, text)),
        sum(map(str.isupper, text)),
        sum(map(len, tokens)) / words,
        len(set(tokens)) / words,
    )
