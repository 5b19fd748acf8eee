"""The lines of a file in canonical form, from its nodes and their comments."""

import re
from functools import cache

from lpkit.diagnostic import Path
from lpkit.formatting.remarks import Remarks, begin, entries, is_flow, read_remarks
from lpkit.formatting.scalars import WIDTH, inline, written
from lpkit.model.types import Entry
from lpkit.schema.keys import entry_at, keys_of
from lpkit.source import Node, Source

_OF_THE_FILE = re.compile(
    r"#+!?\s*(yaml-language-server:|lpkit:\s*file-ignore|yamllint\b|prettier-ignore|cspell:|codespell:|vale\b|vim?:|ex:|-\*-"
    r"|eslint|biome-ignore|checkov:|kics|noqa|nosec|noinspection|spell-?checker:|markdownlint|editorconfig|@generated"
    r"|generated (?:by|from)|do not edit|\$schema:)",
    re.IGNORECASE,
)
"""Comments that tools read, or that speak of the file as a whole."""
_LICENCE = re.compile(
    r"copyright|\(c\) *\d{4}|©|spdx-|licen[cs]e|all rights reserved|public domain|urheberrecht|lizenz", re.IGNORECASE
)
_NOTHING = Remarks()


def lay_out(source: Source, model: type[Entry]) -> list[str]:
    """Give the lines of a file whose root is a mapping; keys of the format stand in the order of the models."""
    layout = _Layout(source, model)
    header = layout.header()
    lines = layout.block(source.root, (), 0)
    if header and header[-1] and lines[0].startswith("#") and any(map(_LICENCE.search, header)):
        header.append("")
    return [*header, *(lines if header else _without_blanks(lines)), *layout.tail(source.root, 0)]


class _Layout:
    """Writes the nodes of one file."""

    def __init__(self, source: Source, model: type[Entry]) -> None:
        self.source = source
        self.model = model
        self.remarks = read_remarks(source)
        self.order = cache(self._order)

    def header(self) -> list[str]:
        """Give the comments that speak of the whole file, and take them from the first key."""
        first = min(entries(self.source.root), key=begin)
        lead = _even(self.remarks.get(first, _NOTHING).lead)
        cut = len(lead) - lead[::-1].index("") if "" in lead else 0
        # What stands with a licence is of it; else what is above the last comment of the file is not of the key.
        licensed = any(map(_LICENCE.search, lead[cut:]))
        last = max((place for place, line in enumerate(lead, start=1) if _OF_THE_FILE.match(line)), default=0)
        cut = len(lead) if licensed else max(cut, last)
        self.remarks.setdefault(first, Remarks()).lead = lead[cut:]
        return _without_blanks(lead[:cut])

    def block(self, node: Node, at: Path, indent: int) -> list[str]:
        """Give the lines of a collection in block style."""
        lines: list[str] = []
        wide = False
        for number, (name, child) in enumerate(self._sorted(node, at)):
            remarks = self.remarks.get(child, _NOTHING)
            mark = "-" if child.key is None else self.source.text[slice(*child.key)] + ":"
            above, own = self._entry(mark, child, (*at, name), indent)
            lead = _even([*remarks.lead, *above])
            section = indent == 0 and child.children is not None and len(own) > 1
            if number and (section or wide):
                lead = ["", *_without_blanks(lead)]
            if not number and indent:
                lead = _without_blanks(lead)
            wide = section
            lines += [f"{' ' * indent}{line}" if line else "" for line in lead] + own
        return lines + (self.tail(node, indent) if indent else [])

    def tail(self, node: Node, indent: int) -> list[str]:
        """Give the comments below the last entry of a collection."""
        lines = _even(self.remarks.get(node, _NOTHING).tail)
        return [f"{' ' * indent}{line}" if line else "" for line in lines]

    def _sorted(self, node: Node, at: Path) -> list[tuple[str | int, Node]]:
        children = node.children
        if not isinstance(children, dict):
            return list(enumerate(children or []))
        rank = self.order(tuple(0 if isinstance(step, int) else step for step in at))
        return sorted(children.items(), key=lambda pair: rank.get(str(pair[0]), len(rank)))

    def _order(self, at: Path) -> dict[str, int]:
        entry = entry_at(self.model, at)
        return {key: number for number, key in enumerate(keys_of(entry))} if entry else {}

    def _entry(self, mark: str, node: Node, at: Path, indent: int) -> tuple[list[str], list[str]]:
        """Give the comments that must stand above an entry, and its lines."""
        trail = self.remarks.get(node, _NOTHING).trail
        start = f"{' ' * indent}{mark}"
        if node.children is None:
            room = WIDTH - len(start) - 1
            head, below = written(self.source.text, node, self.source.value(at), indent + 2, room)
            if below and head[0] not in "|>":
                # Within the text it would be a part of it.
                return trail[1:], [_joined(start, head, []), *below[:-1], _joined(below[-1], "", trail)]
            return trail[1:], [_joined(start, head, trail), *below]
        flow = self._flow(node, at)
        if flow is not None and len(start) + 1 + len(flow) <= WIDTH:
            return trail[1:], [_joined(start, flow, trail)]
        if not node.children:
            remarks = self.remarks.get(node, _NOTHING)
            return [*remarks.tail, *trail[1:]], [_joined(start, "[]" if node.children == [] else "{}", trail)]
        lines = self.block(node, at, indent + 2)
        if mark != "-":
            return trail[1:], [_joined(start, "", trail), *lines]
        above = 0
        while lines[above].lstrip().startswith("#") or not lines[above]:
            above += 1
        hoisted = [line.strip() for line in lines[:above]]
        return [*trail, *hoisted], [f"{start} {lines[above].lstrip()}", *lines[above + 1 :]]

    def _flow(self, node: Node, at: Path) -> str | None:
        """Give a collection on one line; None where the author did not write it in brackets or it cannot be."""
        if not is_flow(self.source, node) or self.remarks.get(node, _NOTHING).tail:
            return None
        parts = []
        for name, child in self._sorted(node, at):
            scalar = child.children is None
            value = inline(self.source.text, child) if scalar else self._flow(child, (*at, name))
            remarks = self.remarks.get(child, _NOTHING)
            if not value or remarks.trail or any(remarks.lead):
                return None
            key = f"{self.source.text[slice(*child.key)]}: " if child.key else ""
            parts.append(key + value)
        left, right = "{}" if isinstance(node.children, dict) else "[]"
        return f"{left}{', '.join(parts)}{right}"


def _joined(start: str, head: str, trail: list[str]) -> str:
    line = f"{start} {head}" if head else start
    return f"{line}  {trail[0]}" if trail else line


def _even(lines: list[str]) -> list[str]:
    """Leave one blank line where there are several."""
    return [line for number, line in enumerate(lines) if line or number == 0 or lines[number - 1]]


def _without_blanks(lines: list[str]) -> list[str]:
    """Take the blank lines from the beginning."""
    while lines and not lines[0]:
        lines = lines[1:]
    return lines
