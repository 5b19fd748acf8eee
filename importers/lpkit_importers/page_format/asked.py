"""What a question asks: its stem, and the quoted answer that the stem speaks about."""

import re
from collections.abc import Sequence
from typing import Any

from lpkit.importing import Block
from lpkit_importers.page_format.head import is_quoted, unquoted
from lpkit_importers.page_format.words import labelled

_QUOTE_FIRST = re.compile(r"[\"“]([^\"“”]+)[\"”]\s*+([^\"“”]+\?)", re.DOTALL)
_QUOTE_LAST = re.compile(r"([^\"“”]+[?:])\s*[\"“]([^\"“”]+)[\"”]", re.DOTALL)
_SHORTEST = 8
"""Words of the shortest quotation that is an excerpt of its own."""


def asked_of(texts: Sequence[tuple[Block, str]]) -> dict[str, Any]:
    """Give stem and excerpt of what stands before the options; a quotation within a sentence stays there."""
    stem: list[str] = []
    excerpt: list[str] = []
    for block, text in texts:
        label, rest = labelled(text, ("excerpt",))
        quoted = block.kind == "quote" or is_quoted(rest)
        if quoted and len(texts) > 1:
            excerpt.append(unquoted(rest))
            continue
        first, last = _QUOTE_FIRST.fullmatch(rest.strip()), _QUOTE_LAST.fullmatch(rest.strip())
        if first and len(first[1].split()) >= _SHORTEST:
            excerpt.append(first[1].strip())
            stem.append(first[2].strip())
        elif last and not label and len(last[2].split()) >= _SHORTEST:
            stem.append(last[1].strip())
            excerpt.append(last[2].strip())
        else:
            stem.append(text)
    made: dict[str, Any] = {"stem": "\n".join(stem)}
    return {**made, "excerpt": "\n".join(excerpt)} if excerpt and stem else {"stem": "\n".join([*stem, *excerpt])}
