"""Appending entries to a list of a file: text goes in at an offset, and all the rest stays as the author wrote it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from lpkit.authoring.yaml_text import yaml_entry
from lpkit.diagnostic import Path
from lpkit.source import Node, Source, decode, one_line
from lpkit.source.node import find_node

_DASH = re.compile(r"-\s+\Z")


def append_entries(source: Source, at: Path, entries: Sequence[Mapping[str, Any]]) -> str | None:
    """Give the text of a file with entries appended to the list at a path.

    Comments, layout and line ends stay. None where the list cannot be extended so that the file reads back as the
    same data with just these entries added.
    """
    if source.flaws or not isinstance(source.data, dict) or not isinstance(source.value(at), list | None):
        return None
    wanted = _expected(source.data, at, entries)
    for text in _attempts(source, at, entries):
        read = decode(text.encode(), source.name)
        if not read.flaws and read.data == wanted:
            return text
    return None


def _expected(data: Any, at: Path, entries: Sequence[Mapping[str, Any]]) -> Any:
    wanted = deepcopy(data)
    here = wanted
    for step in at[:-1]:
        here = here.get(step) if isinstance(here, dict) else None
    if isinstance(here, dict):
        here[at[-1]] = [*(here.get(at[-1]) or []), *entries]
    return wanted


def _attempts(source: Source, at: Path, entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    text, there = source.text, source.value(at)
    newline = "\r\n" if "\r\n" in text else "\n"
    node = find_node(source.root, at)
    if isinstance(there, list) and there:
        if text[node.start] == "[":
            flow = "".join(f", {one_line(entry)}" for entry in entries)
            # The bracket that closes the list is the last character of its extent.
            yield f"{text[: node.end - 1].rstrip()}{flow}{text[node.end - 1 :]}"
        else:
            yield from _after_last(text, node, entries, newline)
    elif isinstance(there, list) and node.key is not None:
        indent = source.position(node.key[0])[1] - 1
        yield _with(text, text.index(":", node.key[1]) + 1, node.end, indent + 2, entries, newline)
    elif there is None and len(at) == 1 and at[0] not in source.data:
        ending = "" if text.endswith(("\n", "\r")) else newline
        block = f"{at[0]}:\n" + "".join(yaml_entry(entry, 2) for entry in entries)
        yield text + ending + block.replace("\n", newline)


def _with(text: str, start: int, end: int, indent: int, entries: Sequence[Mapping[str, Any]], newline: str) -> str:
    block = "".join(yaml_entry(entry, indent) for entry in entries).rstrip("\n")
    return f"{text[:start]}{newline}{block.replace(chr(10), newline)}{text[end:]}"


def _after_last(text: str, node: Node, entries: Sequence[Mapping[str, Any]], newline: str) -> Iterator[str]:
    """Try behind the line on which the last entry ends, then behind all that its last block text may own."""
    children = node.children
    if not isinstance(children, list):
        return
    dash = _DASH.search(text, 0, children[0].start)
    if dash is None:
        return
    begin = max(text.rfind("\n", 0, dash.start()), text.rfind("\r", 0, dash.start())) + 1
    indent = dash.start() - begin
    block = "".join(yaml_entry(entry, indent) for entry in entries).replace("\n", newline)
    trimmed = len(text[: children[-1].end].rstrip())
    for end in (trimmed, children[-1].end):
        if end > 0 and text[end - 1] == "\n":
            here = end
        else:
            line_end = re.compile(r"\r\n|\n|\r|\Z").search(text, end)
            here = line_end.end() if line_end else len(text)
        glue = "" if here and text[here - 1] in "\r\n" else newline
        yield text[:here] + glue + block + text[here:]
