"""Where a file has comments, and where `#` is part of a text."""

from bisect import bisect_right
from collections.abc import Iterator

from lpkit.pattern import pattern
from lpkit.source.node import Node
from lpkit.source.reading import Source

BREAKS = "\n\r\x85\u2028\u2029"
"""The characters that libyaml takes for the end of a line, those of YAML 1.1 included."""
_LINE_END = pattern(rf"\r\n|[{BREAKS}]|\Z")


def text_extents(source: Source) -> list[tuple[int, int]]:
    """Give the places (offsets in code points, end exclusive) in which `#` is text: keys and scalars, in order.

    The header line of a block scalar is none of them: a comment may stand there.
    """
    return sorted(_texts(source.text, source.root))


def comment_extents(source: Source) -> list[tuple[int, int]]:
    """Give the place of every comment of a file that parses (offsets in code points, end exclusive), in order.

    libyaml takes `#` for a comment right behind a quotation mark or a comma too, not only behind a space.
    """
    texts = text_extents(source)
    starts = [start for start, _ in texts]
    found = []
    offset = 0
    while (start := source.text.find("#", offset)) >= 0:
        place = bisect_right(starts, start) - 1
        inside = place >= 0 and start < texts[place][1]
        offset = texts[place][1] if inside else _line_end(source.text, start)[0]
        if not inside:
            found.append((start, offset))
    return found


def _line_end(text: str, offset: int) -> tuple[int, int]:
    match = _LINE_END.search(text, offset)
    return match.span() if match else (len(text), len(text))


def _texts(text: str, node: Node) -> Iterator[tuple[int, int]]:
    if node.key is not None:
        yield node.key
    children = node.children
    if children is None:
        start = _line_end(text, node.start)[1] if node.style in {"|", ">"} else node.start
        yield min(start, node.end), node.end
    for child in children.values() if isinstance(children, dict) else children or []:
        yield from _texts(text, child)
