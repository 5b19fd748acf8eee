"""When two texts say the same: typography makes no difference in prose, each sign and each indentation does in code."""

import re
from collections.abc import Callable

from lpkit.pattern import pattern
from lpkit.text.passage import fold
from lpkit.text.remembered import remembered

_SPAN = pattern(r"(```.*?(?:```|\Z)|`+[^`\n]+`+)", re.DOTALL)
_INDENTED = pattern(r"\n[ \t]+\S")
_INWARD = pattern(r"\n*(?: {2,}|\t)\s*\S")
"""How a text begins that is shown as code for its indentation."""
_SIGNS = pattern(
    r"[=<>^~\\|{}\[\]]|&&|\*\*|\S(?:--|\+\+)|(?:--|\+\+)\S|(?<!\w)[-+!*&]\w|\w[+*]|\w!(?=\w)|\d\s+[-+*]\s|\w\(|:\S"
    r"|[²³⁰¹⁴-₉−]"
)
"""What hardly stands in prose: operators, brackets, signs before a word, figures that are raised."""
_WORDS = pattern(r"[^\W\d_]{2,}")
_ORDINARY = pattern(r"(?<![^\s\"'(\[-])[^\W\d_]{2,}(?![^\s\"'.,;:!?)\]-])")
_EDGES = " .,;:!?\"'"
_PLAIN = pattern(r"[A-Za-z0-9 ,.;?'\"]*")
"""Most texts of a bank: nothing in them is code, nor typography."""
_CAPITALS = pattern(r"(?<![^ \"'])(?:[a-z]+[A-Z]|[A-Z][A-Za-z])[A-Za-z]*(?![^ \"'.,;?])")
"""What `_ORDINARY` finds in such a text and is not in lower case."""


def same_option(text: str) -> str:
    """Give what is equal for options that read the same: case counts, a full stop at the end of prose does not."""
    text = text.strip("\n").rstrip() if "\n" in text.strip() or _INWARD.match(text) else text.strip()
    if _INWARD.match(text) or _is_code(text):
        return _exact(text)
    folded = _marked(text, fold)
    return folded.removesuffix(".") if folded[-2:-1].isalnum() or folded[-2:-1] in {")", '"'} else folded


@remembered(4096)
def same_question(text: str) -> str:
    """Give what is equal for stems and excerpts that ask the same: the case of ordinary words makes no difference."""
    if text[:1] != " " and _PLAIN.fullmatch(text):
        return _even(text).strip(_EDGES)
    parts = [_exact(part) if _INDENTED.search(f"\n{part}") else _prose(part) for part in text.split("\n\n")]
    return "\n\n".join(parts).strip(_EDGES)


def same_choice(text: str) -> str:
    """Give what is equal for options of two questions that ask the same: as for options, but case is that of prose."""
    if _PLAIN.fullmatch(text) and _WORDS.search(text):
        return _even(text).strip(_EDGES) or text
    return _exact(text.strip()) if _is_code(text) else _prose(text).strip(_EDGES) or text


def marks(text: str) -> str:
    """Give the signs and the indentation of a text that are code: empty for prose."""
    if text[:1] != " " and _PLAIN.fullmatch(text.rstrip("\n")):
        return ""
    spans = [part for part in _SPAN.split(text)[1::2] if not part.strip("`").isalpha()]
    blocks = [_exact(part) for part in text.split("\n\n") if _INDENTED.search(f"\n{part}")]
    signs = [match.group() for match in _OPERATOR.finditer(text)]
    return "\0".join((*spans, *blocks, *signs))


_OPERATOR = pattern(r"[-+*/=<>!&|^~\\]{2,}|[=<>^~\\|]|(?<=\w)[+*](?=\s|\w|$)|(?<=\s)[-+](?=\d)|[²³⁰¹⁴-₉]")


def _prose(text: str) -> str:
    return _marked(text, lambda prose: _ORDINARY.sub(lambda match: match.group().casefold(), fold(prose)))


def _even(text: str) -> str:
    """Give what `_prose` gives of a text in which `_PLAIN` finds nothing else."""
    text = " ".join(text.split())
    return text if text.islower() else _CAPITALS.sub(lambda match: match.group().lower(), text)


def _marked(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside of code spans."""
    if "`" not in text:
        return change(text)
    parts = _SPAN.split(text)
    return " ".join(part if number % 2 else change(part) for number, part in enumerate(parts)).strip()


def _is_code(text: str) -> bool:
    """Tell whether a whole text is code, or so short that each sign of it counts."""
    if not _WORDS.search(text) or ("\n" in text and _INDENTED.search(text)):
        return True
    if _PLAIN.fullmatch(text):
        return False
    return bool(_SIGNS.search(_SPAN.sub("", text)))


def _exact(text: str) -> str:
    """Give code as it is, but for space at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))
