"""A question of Aiken: its text on one line, a line for each option, and a line that names the key."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

from lpkit_exporters.items import Choice, Passage, Text

_READ_OTHERWISE = re.compile(
    r"[A-Za-z][.)]|ANSWER\s*:|(?:explanation|feedback|rationale|reason|solution|why)\s*:|.\Z", re.IGNORECASE
)
"""How a line begins that programs take for an option, for a key, or for what explains the key before it; a line of one
sign they pass over."""


def entry(item: Choice) -> str:
    """Give a choice as lines, and a blank one behind them; an empty text where Aiken cannot hold its options."""
    if not holds([option.text for option in item.options]):
        return ""
    options = [option.text.line() for option in item.options]
    rows = [f"{letter}) {text}" for letter, text in zip(ascii_uppercase, options, strict=False)]
    key = ascii_uppercase[item.options.index(item.key)]
    return "\n".join([_asked(item), *rows, f"ANSWER: {key}"]) + "\n\n"


def holds(options: Sequence[Text]) -> bool:
    """Tell whether Aiken has a letter for each option, and whether no two are the same on one line."""
    lines = {option.line() for option in options}
    return len(lines) == len(options) <= len(ascii_uppercase)


def _asked(item: Choice) -> str:
    text = " ".join([*map(_passage, item.context), item.stem.line()])
    return f"Question: {text}" if _READ_OTHERWISE.match(text) else text


def _passage(passage: Passage) -> str:
    text = f"“{passage.text.line()}”" if passage.quoted else passage.text.line()
    return f"{passage.title}: {text}" if passage.title else text
