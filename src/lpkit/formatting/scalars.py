"""How one text is written: on its line while it fits, as a block where it is long."""

import re
from textwrap import wrap

from lpkit.source import BREAKS, Node, one_line

WIDTH = 120
"""The longest line that a value on the line of its key may make."""
_FOLD = 108
"""Where a block of folded text breaks, its indentation included."""

_ODD = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ud800-\\udfff\\ufffe\\uffff]")
"""What a block cannot hold as it is, or what breaks lines in it."""
_BREAK = re.compile(f"[{BREAKS}]")


def inline(text: str, node: Node) -> str | None:
    """Give a scalar as it stands in the file; None where it takes several lines."""
    raw = text[node.start : node.end]
    return None if _BREAK.search(raw) or node.style in {"|", ">"} else raw


def written(text: str, node: Node, value: object, indent: int, room: int) -> tuple[str, list[str]]:
    """Give what stands behind the key of a scalar, and the lines below it.

    `indent` is the column of the lines below, `room` what is left of the line of the key.
    """
    raw = inline(text, node)
    pad = " " * indent
    if raw is not None and (len(raw) <= room or not isinstance(value, str)):
        return raw, []
    if not isinstance(value, str) or _BREAK.search(text[node.start : node.end].replace("\n", "")):
        return one_line(value), []
    if raw is None and not node.style and "\n" not in value and len(value) <= room:
        return value, []
    if node.style in {"|", ">"}:
        head, lines = _block(text, node, value)
    else:
        head, lines = _long(value, indent, 2 if raw else 1)
        if not lines:
            pieces = text[node.start : node.end].split("\n")
            return pieces[0].rstrip(" "), [pad + line.strip(" ") if line.strip() else "" for line in pieces[1:]]
    return head, [pad + line if line else "" for line in lines]


def _block(text: str, node: Node, value: str) -> tuple[str, list[str]]:
    """Give the header and the lines of a block scalar: folded ones break where the author broke them."""
    header, _, body = text[node.start : node.end].partition("\n")
    if not value.strip() or value.endswith("\n\n"):
        return one_line(value), []
    chomp = "" if value.endswith("\n") else "-"
    if node.style == "|" or re.search(r"\d", header.partition("#")[0]):
        lines = value.removesuffix("\n").split("\n")
        indented = next(line for line in lines if line)[0] in " \t"
        return f"|{'2' if indented else ''}{chomp}", lines
    first = next(line for line in body.split("\n") if line.strip(" "))
    cut = len(first) - len(first.lstrip(" "))
    lines = [line[cut:] for line in body.split("\n")]
    while not lines[-1]:
        lines.pop()
    return f">{chomp}", lines


def _long(value: str, indent: int, least: int) -> tuple[str, list[str]]:
    """Give a block of at least some lines; no lines where a block could not hold the text just so."""
    if _ODD.search(value) or not value.strip():
        return "", []
    if "\n" in value:
        lines = value.removesuffix("\n").split("\n")
        plain = all(line == line.rstrip() for line in lines) and lines[0][:1].strip() and lines[-1]
        return ("|" if value.endswith("\n") else "|-"), lines if plain else []
    lines = wrap(value, max(_FOLD - indent, 40), break_long_words=False, break_on_hyphens=False)
    # A block takes the spaces before its first word for its indentation.
    held = " ".join(lines) == value and value[0] != " "
    return ">-", lines if held and len(lines) >= least else []
