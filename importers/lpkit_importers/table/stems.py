"""Stems that hold their options: a question, and below it lines with letters, in one cell."""

import re
from collections.abc import Sequence

from lpkit_importers.table.choices import lettered

_BREAK = re.compile(r"<br\s*/?>|</?(?:p|div)\b[^<>]*>", re.IGNORECASE)
_FIRST = re.compile(r"(?:^|\n)[ \t]*(?=\(?[Aa]\s?[).:])")
"""Where a line begins with the first letter."""
_SHARE = 0.95
"""Share of the stems that must hold options; the others are left out by name."""
_LONGEST = 20_000
"""Characters of a cell in which options are looked for."""


def parted_stem(text: str) -> tuple[str, list[str]] | None:
    """Give what is asked and the options below it, with their letters; None where there are none."""
    if len(text) > _LONGEST:
        return None
    lines = _BREAK.sub("\n", text)
    for found in reversed([*_FIRST.finditer(lines)]):
        parts = lettered(lines[found.end() :].strip())
        if parts and lines[: found.start()].strip():
            return lines[: found.start()].strip(), parts
    return None


def held_within(stems: Sequence[str]) -> bool:
    """Tell whether nearly all stems hold their options."""
    filled = [text for text in stems if text.strip()]
    return bool(filled) and sum(parted_stem(text) is not None for text in filled) >= _SHARE * len(filled)
