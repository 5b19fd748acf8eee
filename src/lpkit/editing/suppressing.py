"""Writing suppressions into a file: where a comment reaches a fault without becoming part of a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from lpkit.diagnostic import Span
from lpkit.source import Node, Source, comment_extents
from lpkit.source.reading import decode
from lpkit.source.suppressions import read_suppressions

_EXISTING = re.compile(r"#[ \t]*lpkit:[ \t]*ignore\[([^\]]*)\]")


def add_ignores(source: Source, faults: Sequence[tuple[str, Span]], reason: str) -> str | None:
    """Give the text of a file with a suppression for each fault (code and span).

    None where the result would not hold the same data, or would not silence every fault.
    """
    wanted: dict[int, list[str]] = {}
    above: dict[int, list[str]] = {}
    scalars = list(_multi_line(source, source.root))
    for code, span in faults:
        line, own_line = _target(source, scalars, span.line)
        codes = (above if own_line else wanted).setdefault(line, [])
        codes += [] if code in codes else [code]
    lines = [source.text[start:end] for start, end in pairwise((*source.line_starts, len(source.text)))]
    remarks = {line: column - 1 for line, column in (source.position(start) for start, _ in comment_extents(source))}
    result: list[str] = []
    for number, text_of_line in enumerate(lines, start=1):
        if number in above:
            comment = _comment(above[number], reason)
            result.append(_indent(text_of_line) + comment + _end_of(text_of_line, lines))
        here = wanted.get(number)
        result.append(_with_comment(text_of_line, here, reason, remarks.get(number)) if here else text_of_line)
    text = "".join(result)
    return text if _holds(source, text, len(faults)) else None


def _holds(source: Source, text: str, faults: int) -> bool:
    changed = decode(text.encode(), source.name)
    return changed.data == source.data and bool(faults) <= bool(read_suppressions(changed)[0])


def _multi_line(source: Source, node: Node) -> Iterator[tuple[int, int, Node]]:
    """Give first line, last line and node of every scalar that runs over several lines."""
    children = node.children
    for child in children.values() if isinstance(children, dict) else children or []:
        yield from _multi_line(source, child)
    first, last = source.position(node.start)[0], source.position(max(node.start, node.end - 1))[0]
    if children is None and last > first:
        yield first, last, node


def _target(source: Source, scalars: list[tuple[int, int, Node]], line: int) -> tuple[int, bool]:
    """Give the line for a comment on a fault at a line, and whether it goes on a line of its own above it."""
    place = bisect_left(scalars, line, key=itemgetter(1))
    if place == len(scalars) or scalars[place][0] > line:
        return line, False
    first, _, node = scalars[place]
    key_line = source.position(node.key[0])[0] if node.key else first
    return (first, False) if node.style in {"|", ">"} else (key_line, True)


def _with_comment(line: str, codes: list[str], reason: str, remark: int | None) -> str:
    """Give a line with a suppression; `remark` is where its comment begins, which may be one already."""
    body = line.rstrip("\r\n")
    existing = None if remark is None else _EXISTING.search(body, remark)
    if existing:
        merged = ",".join([existing.group(1), *codes])
        return body[: existing.start(1)] + merged + body[existing.end(1) :] + line[len(body) :]
    return f"{body.rstrip()}  {_comment(codes, reason)}{line[len(body) :]}"


def _comment(codes: list[str], reason: str) -> str:
    return f"# lpkit: ignore[{','.join(codes)}] {reason}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _end_of(line: str, lines: list[str]) -> str:
    for candidate in (line, *lines):
        body = candidate.rstrip("\r\n")
        if len(body) < len(candidate):
            return candidate[len(body) :]
    return "\n"
