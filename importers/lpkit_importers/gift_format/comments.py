"""What comments say of a question: the number by which Moodle knew it, and its tags."""

import re

from lpkit.model.types import FORMER_PATTERN, ID_PATTERN

_NUMBER = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f]){1,100})\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`\x00-\x1f]){1,100})\]")
_FORMER, _ID = re.compile(FORMER_PATTERN), re.compile(ID_PATTERN)


def number_in(comments: str) -> str:
    """Give what stands in `[id:…]`, the first where there are several; an empty text where there is none."""
    found = _NUMBER.search(comments)
    return _unescaped(found[1]) if found else ""


def tags_in(comments: str) -> list[str]:
    """Give what stands in each `[tag:…]`."""
    return [tag for match in _TAG.finditer(comments) if (tag := _unescaped(match[1]))]


def former_name(number: str, pack: str) -> str:
    """Give a number as a name that the question had before: with its pack, or in the pack that is named here.

    An empty text where it has not the form of an id.
    """
    if _FORMER.match(number):
        return number
    return f"{pack}/{number}" if _ID.match(number) else ""


def _unescaped(text: str) -> str:
    return text.replace("\\]", "]").strip()
