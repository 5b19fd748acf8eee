"""Edits that put a line with a key where it belongs, take one away, or make it a comment."""

from collections.abc import Sequence

from lpkit.diagnostic import Edit, Fix, Path, Site
from lpkit.editing.restating import node_at
from lpkit.source import Source


def added(source: Source, parent: Path, key: str, value: str, order: Sequence[str], safe: bool) -> Fix | None:
    """Add a key with a value, as it is to stand in the file, behind the keys that come before it in an order."""
    node = node_at(source, parent)
    if node is None or not isinstance(node.children, dict) or not node.children:
        return None
    line = f"{key}: {value}"
    children = node.children
    before = [name for name in order[: order.index(key) if key in order else None] if name in children]
    flow = source.text[node.start] == "{"
    last = max(before, key=lambda name: children[name].start, default=None)
    if last is None:
        first = min(children.values(), key=lambda child: child.key or (0, 0))
        at = first.key[0] if first.key else node.start
        behind = ", " if flow else "\n" + " " * (source.position(at)[1] - 1)
        return Fix(f"add {line}", (Edit(at, at, line + behind),), safe)
    child = children[last]
    if flow:
        return Fix(f"add {line}", (Edit(child.end, child.end, f", {line}"),), safe)
    at = _line_end(source, max(_end(source, (*parent, last)), child.key[1] if child.key else 0))
    indent = " " * (source.position(child.key[0] if child.key else node.start)[1] - 1)
    return Fix(f"add {line}", (Edit(at, at, f"\n{indent}{line}"),), safe)


def moved(source: Source, at: Path, parent: Path, order: Sequence[str], safe: bool) -> Fix | None:
    """Move a key with its value, if they stand on a line of their own, to the keys at another path."""
    node, key = node_at(source, at), str(at[-1])
    line = own_line(source, at)
    if node is None or line is None:
        return None
    add = added(source, parent, key, source.text[node.start : node.end], order, safe)
    home = node_at(source, parent)
    if add is None or home is None or add.edits[0].start == line[0]:
        return None
    where = f" to {parent[-1]}" if parent and isinstance(parent[-1], str) else ""
    return Fix(f'move "{key}"{where}', (Edit(*line, ""), *add.edits), safe, also=((*parent, key),))


def without(source: Source, at: Path, safe: bool) -> Fix | None:
    """Take away a key with its value: on a line of its own, or within braces."""
    node = node_at(source, at)
    if node is None or node.key is None or node.children:
        return None
    title = f'take out "{at[-1]}"'
    if line := own_line(source, at):
        return Fix(title, (Edit(*line, ""),), safe)
    start, end = node.key[0], node.end
    before = source.text[:start].rstrip()
    if before.endswith(","):
        return Fix(title, (Edit(len(before) - 1, end, ""),), safe)
    behind = source.text[end : end + 2]
    return (
        Fix(title, (Edit(start, end + len(behind.rstrip()) + behind.count(" "), ""),), safe)
        if behind[:1] == ","
        else None
    )


def without_entry(source: Source, at: Path, safe: bool) -> Fix | None:
    """Take an entry that is a single value out of its list: on a line of its own, or between brackets."""
    node, parent = node_at(source, at), node_at(source, at[:-1])
    if node is None or parent is None or not isinstance(parent.children, list) or node.children is not None:
        return None
    start, end = source.line_starts[source.position(node.start)[0] - 1], _line_end(source, node.end)
    if source.text[parent.start] == "[":
        before = source.text[: node.start].rstrip()
        edit = Edit(len(before) - 1, node.end, "") if before.endswith(",") else None
    else:
        alone = source.text[start : node.start].strip() == "-" and not source.text[node.end : end].strip()
        whole = alone and "\n" not in source.text[node.start : node.end] and end < len(source.text)
        edit = Edit(start, end + (2 if source.text[end : end + 2] == "\r\n" else 1), "") if whole else None
    return Fix("take the entry out", (edit,), safe, also=(at[:-1],)) if edit else None


def as_comment(source: Source, at: Path) -> Fix | None:
    """Make a line with a key a comment."""
    node = node_at(source, at)
    if node is None or node.key is None or own_line(source, at) is None:
        return None
    start = node.key[0]
    return Fix("make it a comment", (Edit(start, start, "# "),), safe=False)


def own_line(source: Source, at: Path) -> tuple[int, int] | None:
    """Give the line that holds a key with its value and nothing else, with its end; None where there is none."""
    node = node_at(source, at)
    if node is None or node.key is None or node.style in {"|", ">"}:
        return None
    number = source.position(node.key[0])[0]
    start = source.line_starts[number - 1]
    end = _line_end(source, node.end)
    if source.position(node.end)[0] != number or source.text[start : node.key[0]].strip():
        return None
    if source.text[node.end : end].strip() or end == len(source.text):
        return None
    return start, end + (2 if source.text[end : end + 2] == "\r\n" else 1)


def _end(source: Source, at: Path) -> int:
    return source.extent(Site(source.name, at))[1]


def _line_end(source: Source, offset: int) -> int:
    number = source.position(offset)[0]
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    while end > offset and source.text[end - 1] in "\r\n":
        end -= 1
    return end
