"""Which option is meant by an answer that is the text of none."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from lpkit.pattern import pattern

_LONGEST = 1000
"""Characters of options that are compared letter for letter, which takes their square."""
_LETTER = pattern(r"(?:option|answer|choice)?\s*[(\[]?([a-h])[)\].:]?", re.IGNORECASE)
_NUMBER = pattern(r"(?:option|answer|choice|no\.?|nr\.?|#)?\s*[(\[]?(\d{1,2})[)\].:]?", re.IGNORECASE)
_LABELLED = pattern(r"[(\[]?(?:[a-h]|\d{1,2})(?:[)\].:]|\s*[-–—])\s*(\S.*)", re.IGNORECASE)
_MARKS = "\"'“”„‟‘’‚«»`*.,;:!?… "
_BETWEEN = pattern(r"\s*(?:[,;/|&+]|\b(?:and|or|und|oder)\b)\s*", re.IGNORECASE)
_LEAST = 4
"""Letters of the beginning of an option by which it is known."""


class MeantOption(NamedTuple):
    """An option, and whether nothing else can be meant."""

    text: str
    certain: bool


def option_meant(answer: str, options: Sequence[str]) -> MeantOption | None:
    """Tell which option an answer means: in other typography, by its letter, by its beginning, or nearly.

    What a number means is not certain, since some count from nought; neither is what is misspelt or left out.
    """
    short = [text for text in options if 0 < len(text) <= _LONGEST]
    if len(answer) > _LONGEST or not answer.strip():
        return None
    if named_by(answer, options):
        return None
    labelled = _LABELLED.fullmatch(answer.strip())
    for written in (answer, labelled[1] if labelled else answer):
        if found := _only([text for text in short if _even(text) == _even(written)]):
            return MeantOption(found, True)
    return _by_place(answer.strip(), options) or _nearly(answer, short)


def named_by(answer: str, options: Sequence[str]) -> list[str]:
    """Give the options that an answer names, where these are several: `Ownership, Frugality` or `A and C`."""
    short = [text for text in options if 0 < len(text) <= _LONGEST]
    parts = [part for part in _BETWEEN.split(answer.strip()) if part] if len(answer) <= _LONGEST else []
    if len(parts) < 2 or any(_even(text) == _even(answer) for text in short):
        return []
    found = [_only([text for text in short if _even(text) == _even(part)]) or _placed(part, options) for part in parts]
    named = [text for text in found if text]
    return named if len(named) == len(parts) and len(set(named)) > 1 else []


def _placed(part: str, options: Sequence[str]) -> str | None:
    meant = _by_place(part, options)
    return meant.text if meant else None


def text_of(option: Any) -> str:
    """Give the text of an option as it stands in the data; empty where it has none."""
    text = option.get("text") if isinstance(option, dict) else option
    return text if isinstance(text, str) else ""


def _even(text: str) -> str:
    """Give a text without what careless typing changes: case, space, marks and stops around it."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(_MARKS)


def _by_place(answer: str, options: Sequence[str]) -> MeantOption | None:
    if match := _LETTER.fullmatch(answer):
        place, certain = ord(match[1].lower()) - ord("a"), True
    elif match := _NUMBER.fullmatch(answer):
        place, certain = max(int(match[1]) - 1, 0), False
    else:
        return None
    return MeantOption(options[place], certain) if place < len(options) and options[place] else None


def _nearly(answer: str, options: Sequence[str]) -> MeantOption | None:
    start = _even(answer)
    longer = [text for text in options if len(start) >= _LEAST and _even(text).startswith(start)]
    shorter = [text for text in options if len(_even(text)) >= _LEAST and _begins(start, _even(text))]
    found = _only(longer) or _only(shorter) or next(iter(get_close_matches(answer, options, 1)), None)
    return MeantOption(found, False) if found else None


def _begins(written: str, option: str) -> bool:
    """Tell whether a text begins with an option and goes on with another word: its reason, or where to look."""
    return bool(option) and written.startswith(option) and not written[len(option) :][:1].isalnum()


def _only(found: Sequence[str]) -> str | None:
    return found[0] if len(found) == 1 else None
