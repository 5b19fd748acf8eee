"""Where the values of a file stand, as a tree beside the data."""

from lpkit.diagnostic import Path


class Node:
    """The extent of one value (code points, end exclusive), of its key, and the nodes inside it."""

    __slots__ = ("children", "end", "key", "start", "style")

    def __init__(self, start: int, end: int, key: tuple[int, int] | None, style: str = "") -> None:
        self.start = start
        self.end = end
        self.key = key
        self.style = style
        """How a scalar is written: `'`, `"`, `|`, `>` or nothing for a plain one."""
        self.children: dict[str, Node] | list[Node] | None = None


def find_node(root: Node, at: Path) -> Node:
    """Give the node at a path, or the innermost one on the way to it that exists."""
    node = root
    for step in at:
        children = node.children
        if isinstance(children, dict) and isinstance(step, str) and step in children:
            node = children[step]
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            node = children[step]
        else:
            break
    return node
