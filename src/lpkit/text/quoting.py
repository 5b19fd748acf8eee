"""Passages in double quotation marks within a text."""

from lpkit.pattern import pattern
from lpkit.text.enclosed import Enclosed

_QUOTED = pattern(r'"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»')
_EDGES = " \t\n.,;:!?"
_EMPHASIS = pattern(r"[*_`]+")
_INSERTED = Enclosed(r"\[[^\]]*\]", {"[": r"\]"})


def may_quote(text: str) -> bool:
    """Tell whether a text has a double quotation mark at all; most have none."""
    return '"' in text or "“" in text or "„" in text or "«" in text


def quotations(text: str, least: int = 3) -> list[str]:
    """Give the quoted passages of at least some words, ready to be looked up.

    Emphasis and the punctuation at both ends are left out; words inserted in brackets count as an ellipsis. Where
    the straight marks do not pair up nobody can tell what is quoted, so nothing is given.
    """
    if not may_quote(text) or text.count('"') % 2:
        return []
    found = ["".join(match.groups("")) for match in _QUOTED.finditer(text)]
    passages = [_INSERTED.sub(" … ", _EMPHASIS.sub("", passage)).strip(_EDGES) for passage in found]
    return [passage for passage in passages if len(passage.split()) >= least]


def without_quotations(text: str) -> str:
    """Give a text with everything in double quotation marks taken out."""
    return _QUOTED.sub(" ", text)
