"""Edits that give the parts of a value another shape: a text becomes a list, a list keys with values.

None where that cannot be done without touching a comment or a text of several lines.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

from lpkit.diagnostic import Edit, Fix, Path, Site
from lpkit.editing.restating import node_at, stays_plain
from lpkit.source import Node, Source, comment_extents, one_line

_WIDEST = 120
_STEP = 2
"""By how much what stands below a key is indented, where a dash may take the place."""


def as_entries(source: Source, at: Path, texts: Sequence[str], safe: bool) -> Fix | None:
    """Write texts as a list: in brackets where the value stands on the line of its key, else each on its own."""
    written = [_plain(text, flow=not _is_tall(source, at)) for text in texts]
    return _reshaped(source, at, [f"- {text}" for text in written], f"[{', '.join(written)}]", safe)


def as_keys(source: Source, at: Path, pairs: Sequence[tuple[str, str]], safe: bool) -> Fix | None:
    """Write pairs of a key and a value, both as they are to stand in the file, as keys with values."""
    lines = [f"{key}: {value}" for key, value in pairs]
    return _reshaped(source, at, lines, f"{{{', '.join(lines)}}}", safe)


def as_one(source: Source, at: Path, number: int = 0) -> Fix | None:
    """Write an entry of a list in the place of the list."""
    node = node_at(source, at)
    if node is None or not isinstance(node.children, list) or _remarked(source, node):
        return None
    entry = node.children[number]
    raw = source.text[entry.start : entry.end]
    if "\n" in raw or entry.style in {"|", ">"}:
        return None
    start = _behind_colon(source, node) if _is_tall(source, at) else node.start
    return Fix(f"write {raw}", (Edit(start, node.end, f" {raw}" if start != node.start else raw),), True, restates=True)


def with_dash(source: Source, at: Path) -> Fix | None:
    """Put a dash before the keys of an entry that is alone in its list."""
    node = node_at(source, at)
    if node is None or not isinstance(node.children, dict) or not node.children:
        return None
    if not _is_tall(source, at):
        raw = source.text[node.start : node.end]
        return Fix("put it in brackets", (Edit(node.start, node.end, f"[{raw}]"),), restates=True)
    if source.text[node.start - 2 : node.start] != "  ":
        return None
    return Fix("put a dash before it", (Edit(node.start - 2, node.start, "- "),), restates=True)


def with_dashes(source: Source, at: Path, bullet: Pattern[str]) -> Fix | None:
    """Put a dash and a space before the entries of a list that have another bullet, or no space, and leave the others.

    None where no entry has a dash and a space, and where one would be no plain text behind them.
    """
    node = node_at(source, at)
    if node is None or node.children is not None or node.style or not _is_tall(source, at):
        return None
    column = source.position(node.start)[1] - 1
    place, edits, lines = node.start, [], source.text[node.start : node.end].splitlines(keepends=True)
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        depth = len(line) - len(text) if number else column
        found = bullet.match(text)
        if depth == column and not text.startswith("- "):
            if found is None or not stays_plain(text[found.end() :].rstrip()):
                return None
            start = place + (depth if number else 0)
            edits.append(Edit(start, start + found.end(), "- "))
        elif depth < column and text.strip():
            return None
        place += len(line)
    if not edits or not any(line.lstrip(" ").startswith("- ") for line in lines):
        return None
    return Fix("write a dash and a space before each", tuple(edits), restates=True)


def as_ids(source: Source, at: Path) -> Fix | None:
    """Make entries of keys that stand each above the keys of an entry, indented by two: the key becomes its id."""
    node = node_at(source, at)
    if node is None or not isinstance(node.children, dict) or _remarked(source, node):
        return None
    edits: list[Edit] = []
    for name, child in node.children.items():
        key = child.key or (child.start, child.start)
        inward = source.position(child.start)[1] - source.position(key[0])[1]
        if not isinstance(child.children, dict) or inward != _STEP or source.text[key[0] : key[1]] != name:
            return None
        edits.append(Edit(key[0], source.text.index(":", key[1]) + 1, f"- id: {name}"))
    return Fix("write each as the id of an entry", tuple(edits), restates=True) if edits else None


def as_text(source: Source, at: Path) -> Fix | None:
    """Put a text that YAML reads as a key and its value, for the colon in it, in quotation marks."""
    node = node_at(source, at)
    if node is None or not isinstance(node.children, dict) or source.text[node.start] == "{":
        return None
    raw = source.text[node.start : source.extent(Site(source.name, at))[1]]
    if "\n" in raw or _remarked(source, node):
        return None
    return Fix(f"write {one_line(raw)}", (Edit(node.start, node.start + len(raw), one_line(raw)),))


def as_value(source: Source, at: Path) -> Fix | None:
    """Write the value of a single key in the place of both."""
    node = node_at(source, at)
    if node is None or not isinstance(node.children, dict) or len(node.children) != 1:
        return None
    (child,) = node.children.values()
    text = source.text[child.start : child.end]
    if child.children is not None or not text or "\n" in text or _remarked(source, node):
        return None
    return Fix(f"write {text}", (Edit(node.start, node.end, text),))


def raw_lines(source: Source, at: Path) -> list[str] | None:
    """Give the lines of a text as they stand in the file; None where it stands on one, or in quotation marks."""
    node = node_at(source, at)
    if node is None or node.children is not None or node.style in {"'", '"'}:
        return None
    lines = source.text[node.start : node.end].splitlines()[1 if node.style else 0 :]
    found = [line.strip() for line in lines if line.strip()]
    return found if len(found) > 1 or node.style == "|" else None


def raw(source: Source, at: Path) -> str | None:
    """Give a single value as it stands in the file; None for several values and for texts of several lines."""
    node = node_at(source, at)
    text = source.text[node.start : node.end] if node is not None and node.children is None else "\n"
    return None if "\n" in text else text


def _reshaped(source: Source, at: Path, lines: Sequence[str], flat: str, safe: bool) -> Fix | None:
    node = node_at(source, at)
    if node is None or _remarked(source, node) or any("\n" in line for line in lines):
        return None
    end = source.extent(Site(source.name, at))[1]
    if not _is_tall(source, at) and len(flat) <= _WIDEST:
        return Fix(f"write {flat}", (Edit(node.start, end, flat),), safe, restates=safe)
    start = _behind_colon(source, node) if _is_tall(source, at) else node.start
    indent = " " * _depth(source, node)
    body = "".join(f"\n{indent}{line}" for line in lines)
    if not _is_tall(source, at) and source.text[start - 1] == " ":
        start -= 1
    return Fix(f"write {lines[0]} and so on, a line each", (Edit(start, end, body),), safe, restates=safe)


def _depth(source: Source, node: Node) -> int:
    """Give how far what stands below a key is indented, or would be."""
    below = source.text.find("\n", node.start)
    if node.style in {"|", ">"} and below >= 0:
        line = source.text[below + 1 : node.end].lstrip("\n").partition("\n")[0]
        return len(line) - len(line.lstrip(" "))
    column = source.position(node.start)[1] - 1
    return (
        column
        if node.key is None or _line(source, node.start) != _line(source, node.key[0])
        else _own(source, node) + 2
    )


def _own(source: Source, node: Node) -> int:
    return source.position(node.key[0] if node.key else node.start)[1] - 1


def _is_tall(source: Source, at: Path) -> bool:
    """Tell whether a value begins on a line below its key, or is a block of text."""
    node = node_at(source, at)
    if node is None:
        return False
    return node.style in {"|", ">"} or (
        node.key is not None and _line(source, node.start) != _line(source, node.key[0])
    )


def _behind_colon(source: Source, node: Node) -> int:
    return source.text.index(":", node.key[1]) + 1 if node.key else node.start


def _line(source: Source, offset: int) -> int:
    return source.position(offset)[0]


def _remarked(source: Source, node: Node) -> bool:
    start = node.key[1] if node.key else node.start
    comments = _comments(source)
    return bisect_left(comments, start) < bisect_left(comments, node.end)


@lru_cache(maxsize=1)
def _comments(source: Source) -> list[int]:
    """Give where comments begin; a file may have thousands of values in another shape."""
    return [start for start, _ in comment_extents(source)] if "#" in source.text else []


def _plain(text: str, flow: bool) -> str:
    """Write a text without quotation marks, if it is then read as the same."""
    if flow:
        return text if stays_plain(text, "[", "]") and "#" not in text else one_line(text)
    return text if stays_plain(text) else one_line(text)
