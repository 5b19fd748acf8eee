"""A clean file, and the small edits of its text that put a fault into it."""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lpkit.diagnostic import Edit, Path
from lpkit.source import Node, Source


class Document:
    """A file's text and data, with edits by path. Comments and styles elsewhere stay as they are."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.source = Source(name, text)
        self.data = self.source.data

    def __getitem__(self, at: Path) -> Any:
        return self.source.value(at)

    def node(self, at: Path) -> Node:
        return self._nodes[at]

    def extent(self, at: Path) -> tuple[int, int]:
        node = self.node(at)
        end = node.end
        while end > node.start and self.text[end - 1] in " \r\n":
            end -= 1
        return node.start, end

    def paths(self, below: Path = ()) -> Iterator[Path]:
        """Give the paths of all values, the outer ones first."""
        return (at for at in self._nodes if at[: len(below)] == below)

    @cached_property
    def _nodes(self) -> dict[Path, Node]:
        """Every node by its path: a hundred operators ask for them."""
        return dict(_below((), self.source.root))

    def is_flow(self, at: Path) -> bool:
        """Tell whether a list or a mapping is written in brackets or braces."""
        return self.text[self.node(at).start] in "[{"

    def in_flow(self, at: Path) -> bool:
        return any(self.is_flow(at[:end]) for end in range(len(at)))

    def key(self, at: Path) -> tuple[int, int]:
        key = self.node(at).key
        assert key is not None
        return key

    def raw(self, at: Path, text: str) -> Edit:
        return Edit(*self.extent(at), text)

    def put(self, at: Path, value: Any) -> Edit:
        return self.raw(at, json.dumps(value, ensure_ascii=False))

    def before(self, at: Path, text: str) -> Edit:
        start, _ = self.extent(at)
        return Edit(start, start, text)

    def rename(self, at: Path, key: str) -> Edit:
        return Edit(*self.key(at), key)

    def drop(self, at: Path) -> Edit:
        """Remove a key with its value, or an entry of a list."""
        siblings = self._siblings(at)
        place = siblings.index(at)
        if len(siblings) == 1:
            return self.raw(at[:-1], "[]" if isinstance(at[-1], int) else "{}")
        if place + 1 < len(siblings):
            return Edit(self._begin(at), self._begin(siblings[place + 1]), "")
        return Edit(self.extent(siblings[place - 1])[1], self.extent(at)[1], "")

    def add_key(self, at: Path, key: str, value: Any) -> Edit:
        """Add a key with its value at the end of a mapping."""
        last = self._children(at)[-1]
        line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
        end = self.extent(last)[1]
        if self.is_flow(at):
            return Edit(end, end, f", {line}")
        return Edit(end, end, f"\n{' ' * self._column(self.key(last)[0])}{line}")

    def add_entry(self, at: Path, value: Any) -> Edit:
        """Add an entry at the end of a list."""
        last = self._children(at)[-1]
        return self.add_after(last, json.dumps(value, ensure_ascii=False))

    def add_after(self, at: Path, text: str) -> Edit:
        """Add an entry, written as YAML, behind an entry of a list."""
        start, end = self.extent(at)
        if self.is_flow(at[:-1]):
            return Edit(end, end, f", {text}")
        return Edit(end, end, f"\n{' ' * (self._column(start) - 2)}- {text}")

    def copied(self, at: Path, *edits: Edit) -> str:
        """Give the text of a value with some edits inside it."""
        start, end = self.extent(at)
        return apply(self.text, edits)[start : end + sum(len(edit.text) - edit.end + edit.start for edit in edits)]

    def _children(self, at: Path) -> list[Path]:
        children = self.node(at).children
        steps = children if isinstance(children, dict) else range(len(children or []))
        return [(*at, step) for step in steps]

    def _siblings(self, at: Path) -> list[Path]:
        return self._children(at[:-1])

    def _begin(self, at: Path) -> int:
        return self.key(at)[0] if isinstance(at[-1], str) else self.node(at).start

    def _column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset) - 1


def apply(text: str, edits: tuple[Edit, ...]) -> str:
    """Give a text with edits that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _below(at: Path, node: Node) -> Iterator[tuple[Path, Node]]:
    yield at, node
    children = node.children
    for step, child in children.items() if isinstance(children, dict) else enumerate(children or []):
        yield from _below((*at, step), child)
