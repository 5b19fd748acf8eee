"""Edits that change one value, key or list in a file's text and leave all else as the author wrote it."""

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from textwrap import wrap

from lpkit.diagnostic import Edit, Fix, Path, Site
from lpkit.editing.restating import stays_plain
from lpkit.pattern import pattern
from lpkit.source import BREAKS, Node, Source, comment_extents, one_line
from lpkit.source.node import find_node

_SURE = 0.8
_WIDTH = 100
_DIGITS = pattern(r"\d+")
_BEHIND = pattern(rf"[ \t]*#|\s*[{BREAKS}](?P<own> *)#")
"""A comment behind a value, on its line or on one of its `own`, with the indentation of that."""
_HEADER = pattern(r"^([|>])[-+\d]*")
"""The head of a block, with signs of its indentation and of the line breaks at its end."""
_REPEAT = pattern(r"(?<![\w'’-])(?P<word>[^\W\d_]+)(\s+)(?P=word)(?![\w'’-])", re.IGNORECASE)

PROTECTED = frozenset(("id", "answer", "verdict", "total", "weight", "from", "cap"))
"""Keys whose values no safe fix changes; the values of `scores` are the others."""


def protected(at: Path) -> bool:
    """Tell whether a safe fix must leave the value at a path alone: a score, weight, verdict, answer or id."""
    return bool(at) and (at[-1] in PROTECTED or "scores" in at[:-1])


def sure(written: str, meant: str, known: Collection[str] = ()) -> bool:
    """Tell whether a word is surely a misspelling of another: very alike, the same digits, nothing else as near."""
    near = get_close_matches(written, known, 2, _SURE) if known else [meant]
    alike = SequenceMatcher(None, written, meant).ratio() >= _SURE
    return alike and near == [meant] and _DIGITS.findall(written) == _DIGITS.findall(meant)


def new_key(source: Source, at: Path, key: str, safe: bool = True) -> Fix | None:
    """Rename the key at a path; None where the mapping has the new key already."""
    node, parent = _node(source, at), source.value(at[:-1])
    if node is None or node.key is None or not isinstance(parent, dict) or key in parent:
        return None
    start, end = node.key
    quote = source.text[start] if source.text[start] in "'\"" else ""
    return Fix(f'rename the key to "{key}"', (Edit(start, end, f"{quote}{key}{quote}"),), safe)


def new_value(source: Source, at: Path, value: str | int, safe: bool = True) -> Fix | None:
    """Replace the scalar at a path, in the style in which it is written; None where no scalar stands there."""
    node = _node(source, at)
    if node is None or node.children is not None:
        return None
    text = str(value) if isinstance(value, int) else _in_style(source, node, value)
    if text is None or (isinstance(value, int) and node.style):
        return None
    shown = str(value) if len(str(value)) <= _WIDTH else f"{str(value)[:_WIDTH]}…"
    end = source.extent(Site(source.name, at))[1] if node.style in {"|", ">"} else node.end
    return Fix(f'write "{shown}"', (Edit(node.start, end, text),), safe and not protected(at))


def quoted(source: Source, at: Path, safe: bool = True) -> Fix | None:
    """Put quotation marks around a plain scalar that is meant as text."""
    node = _node(source, at)
    if node is None or node.children is not None or node.style or node.start == node.end:
        return None
    text = one_line(source.text[node.start : node.end])
    return Fix(f"write {text}", (Edit(node.start, node.end, text),), safe and not protected(at))


def without_repeat(source: Source, at: Path, word: str, safe: bool = True) -> Fix | None:
    """Take out the second of two equal words in the scalar at a path; None where that is not one clear place."""
    edit = _repeats(source, at).get(word.lower())
    return Fix(f'take out the second "{word}"', (edit,), safe and not protected(at)) if edit else None


@lru_cache(maxsize=1)
def _repeats(source: Source, at: Path) -> dict[str, Edit | None]:
    """Give what takes out the second of two equal words, by the word; a text may have thousands of them."""
    node = _node(source, at)
    found: dict[str, Edit | None] = {}
    if node is None or node.children is not None:
        return found
    for match in _REPEAT.finditer(source.text, node.start, node.end):
        word = match["word"].lower()
        found[word] = None if word in found else Edit(match.start(2), match.end(), "")
    return found


def reordered(source: Source, at: Path, order: Sequence[int], safe: bool = True) -> Fix | None:
    """Put the entries of a list into another order: `order` gives their present positions.

    None where comments stand among them, above the first or behind the last: each would be parted from its entry.
    """
    node = _node(source, at)
    if node is None or not isinstance(node.children, list) or sorted(order) != list(range(len(node.children))):
        return None
    entries = node.children
    extents = [source.extent(Site(source.name, (*at, number))) for number in range(len(entries))]
    if not extents or _remarked(source, node, extents[0][0], extents[-1][1]):
        return None
    edits = tuple(
        Edit(*extents[place], source.text[slice(*extents[origin])])
        for place, origin in enumerate(order)
        if place != origin
    )
    return Fix("put the entries in order", edits, safe)


def _remarked(source: Source, node: Node, start: int, end: int) -> bool:
    """Tell whether a comment may speak of a single entry of a list; the entries reach from `start` to `end`.

    On the line of the key, or behind a list that is one line, it speaks of the whole list; further left than the
    entries, of what follows.
    """
    flow = source.text[node.start] == "["
    top, close = node.key[1] if node.key else node.start, node.end if flow else end
    head, line = source.position(top)[0], source.position(start)[0]
    among = [begin for begin, _ in comment_extents(source) if top <= begin < close]
    if any(begin > start or source.position(begin)[0] != head for begin in among):
        return True
    behind = _BEHIND.match(source.text, close)
    if behind is None:
        return False
    if flow:
        return behind["own"] is None and source.position(close)[0] != head
    margin = source.text[source.line_starts[line - 1] : start].partition("-")[0]
    return behind["own"] is None or len(behind["own"]) >= len(margin)


def _node(source: Source, at: Path) -> Node | None:
    """Give the node of just this path."""
    node = find_node(source.root, at)
    return node if not at or node is not find_node(source.root, at[:-1]) else None


def _in_style(source: Source, node: Node, text: str) -> str | None:
    if node.style in {"|", ">"}:
        return _block(source, node, text)
    if "\n" in text or node.style == '"':
        return one_line(text)
    if not node.style and stays_plain(text, "[", "]") and stays_plain(text):
        return text
    return "'" + text.replace("'", "''") + "'"


def _block(source: Source, node: Node, text: str) -> str | None:
    """Give a block scalar with a new text: style and indentation stay, and the header says how the text ends."""
    header, _, body = source.text[node.start : node.end].partition("\n")
    first = next((line for line in body.splitlines() if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    bare = text.removesuffix("\n")
    if not indent or "  " in bare or bare != bare.strip():
        return None
    lines = wrap(bare, _WIDTH, break_long_words=False, break_on_hyphens=False) if node.style == ">" else [bare]
    end = "\r\n" if header.endswith("\r") else "\n"
    head = _HEADER.sub(r"\1-" if text == bare else r"\1", header, count=1)
    block = f"{head}\n{end.join(indent + line for line in lines)}"
    return block if Source("", f"a: {block}\n").data == {"a": text} else None
