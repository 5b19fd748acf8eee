"""Packs and questions under new names: the texts of files, with former names written in and all comments kept."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from lpkit.diagnostic import Path, Site
from lpkit.editing.edits import new_value
from lpkit.errors import LpkitError
from lpkit.source import Node, Source, comment_extents, decode, one_line
from lpkit.source.node import find_node

_HINT = "run lpkit fmt on it first"
_COMMENT = re.compile(r"[ \t]*#")


class Move(NamedTuple):
    """What a new name comes to: the texts of files, what is said of it, and a file that goes to another place."""

    texts: Mapping[FilePath, str]
    said: str
    gone: FilePath | None = None
    place: FilePath | None = None


class _Block(NamedTuple):
    """Where an entry of a list stands: from its comments to the next one's, and the column of its dash."""

    start: int
    end: int
    indent: int


def renamed_pack(source: Source, name: str, former: bool) -> str:
    """Give the text of a pack under another id, with its old one in `formerly` where learners may have it.

    Raises LpkitError where the file is written in a way that cannot be edited so.
    """
    data = dict(source.data)
    old, before = data["id"], data.get("formerly") or []
    names = [known for known in dict.fromkeys([*before, old]) if known != name]
    wanted = {**data, "id": name, **({"formerly": names} if former else {})}
    text = _with_value(source, ("id",), name)
    if former:
        text = _with_former(decode(text.encode(), source.name), (), names)
    return _proven(source, text, wanted)


def renamed_question(source: Source, place: int, name: str, names: Sequence[str] | None) -> str:
    """Give the text of a pack in which a question has another id, and what is retired names it as its successor.

    `names` are all that it had before, or None where nobody can know it by one. Raises LpkitError where the file is
    written in a way that cannot be edited so.
    """
    at: Path = ("questions", place)
    old = source.value(at)["id"]
    text = _with_value(source, (*at, "id"), name)
    if names is not None:
        text = _with_former(decode(text.encode(), source.name), at, names)
    questions = [*source.data["questions"]]
    questions[place] = {**questions[place], "id": name, **({"formerly": [*names]} if names is not None else {})}
    wanted = {**source.data, "questions": questions}
    named = decode(text.encode(), source.name)
    if isinstance(source.value(("retired",)), list):
        wanted["retired"] = [_following(entry, old, name) for entry in source.data["retired"]]
        text = with_successor(named, old, name)
    return _proven(source, text, wanted)


def _following(entry: Any, old: str, new: str) -> Any:
    follows = isinstance(entry, dict) and entry.get("replaced_by") == old
    return {**entry, "replaced_by": new} if follows else entry


def with_successor(source: Source, old: str, new: str) -> str:
    """Give the text of a file in which `replaced_by` of its retired ids names what has a new id by that."""
    entries = source.value(("retired",))
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict) and entry.get("replaced_by") == old:
            source = decode(_with_value(source, ("retired", number, "replaced_by"), new).encode(), source.name)
    return source.text


def moved_question(
    source: Source, target: Source, place: int, name: str, names: Sequence[str] | None
) -> tuple[str, str]:
    """Give the texts of two packs between which a question moves to the end of the second, under a name.

    `names` are all that it had before, or None where nobody can know it by one. Comments above and within it go along.

    Raises LpkitError where one of the files is written in a way that cannot be edited so.
    """
    at: Path = ("questions", place)
    entry = {**source.value(at), "id": name, **({"formerly": [*names]} if names else {})}
    text = source.text if name == source.value(at)["id"] else _with_value(source, (*at, "id"), name)
    if names:
        text = _with_former(decode(text.encode(), source.name), at, names)
    named = decode(text.encode(), source.name)
    block, last = _block(named, place), _block(target, len(target.data["questions"]) - 1)
    cut = _shifted(named.text[block.start : block.end], last.indent - block.indent, target.text)
    lead = "" if target.text[: last.end].endswith(("\n", "\r")) else "\n"
    extended = target.text[: last.end] + lead + cut + target.text[last.end :]
    rest = named.text[: block.start] + named.text[block.end :]
    left = [question for number, question in enumerate(source.data["questions"]) if number != place]
    first = _proven(source, rest, {**source.data, "questions": left}, comments=False)
    second = _proven(target, extended, {**target.data, "questions": [*target.data["questions"], entry]}, False)
    if _comments(source.text, target.text) != _comments(first, second):
        raise LpkitError(f"{source.name}: its comments could not all be kept", _HINT)
    return first, second


def left_question(source: Source, place: int) -> str:
    """Give the text of a pack without one of its questions, and without the comments that are that one's own.

    Raises LpkitError where the file is written in a way that cannot be edited so.
    """
    block = _block(source, place)
    left = [question for number, question in enumerate(source.data["questions"]) if number != place]
    text = source.text[: block.start] + source.text[block.end :]
    return _proven(source, text, {**source.data, "questions": left}, comments=False)


def _with_value(source: Source, at: Path, value: str) -> str:
    fix = new_value(source, at, value)
    if fix is None:
        raise LpkitError(f"{source.name}: its id cannot be replaced as it is written", _HINT)
    text = source.text
    for edit in reversed(fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _with_former(source: Source, at: Path, names: Sequence[str]) -> str:
    """Write former names behind the id of what stands at a path, or in the place of those that it has."""
    plain = f"[{', '.join(names)}]"
    text, flow = source.text, plain if Source("", plain).data == [*names] else one_line([*names])
    there = find_node(source.root, (*at, "formerly"))
    if "formerly" in source.value(at):
        start, end = source.extent(Site(source.name, (*at, "formerly")))
        return f"{text[:start]}{flow}{text[end:]}" if there is not None and text[start] == "[" else text
    node = find_node(source.root, (*at, "id"))
    if find_node(source.root, at) is not None and text[find_node(source.root, at).start] == "{":
        return f"{text[: node.end]}, formerly: {flow}{text[node.end :]}"
    column = source.position(node.key[0])[1] - 1 if node.key else 0
    end = _line_end(text, node.end)
    newline = "\r\n" if text[:end].endswith("\r\n") else "\n"
    glue = "" if text[:end].endswith(("\n", "\r")) else newline
    return f"{text[:end]}{glue}{' ' * column}formerly: {flow}{newline}{text[end:]}"


def _block(source: Source, place: int) -> _Block:
    """Give where a question stands, with the comments above it that are its own."""
    node = find_node(source.root, ("questions",))
    children: Sequence[Node] = node.children if isinstance(node.children, list) else ()
    if not children or source.text[node.start] == "[":
        raise LpkitError(f"{source.name}: its questions are not written one a dash", _HINT)
    start, indent = _start(source, children[place])
    if place + 1 < len(children):
        return _Block(start, _start(source, children[place + 1])[0], indent)
    end = source.extent(Site(source.name, ("questions", place)))[1]
    return _Block(start, _line_end(source.text, end), indent)


def _start(source: Source, child: Node) -> tuple[int, int]:
    """Give the first line of an entry, comments above it included, and the column of its dash."""
    text = source.text
    dash = text.rfind("-", 0, child.start)
    line = source.position(dash)[0]
    indent = dash - source.line_starts[line - 1]
    while line > 1:
        above = text[source.line_starts[line - 2] : source.line_starts[line - 1]]
        if not _COMMENT.match(above) or len(above) - len(above.lstrip()) < indent:
            break
        line -= 1
    return source.line_starts[line - 1], indent


def _line_end(text: str, place: int) -> int:
    found = re.compile(r"\r\n|\n|\r|\Z").search(text, place)
    return found.end() if found else len(text)


def _shifted(block: str, by: int, beside: str) -> str:
    """Move the lines of a block to the right or left, with line ends as in the text that they go to."""
    lines = [line if not line.strip() else f"{' ' * by}{line}" if by > 0 else line[-by:] for line in block.splitlines()]
    newline = "\r\n" if "\r\n" in beside else "\n"
    return newline.join(lines) + newline


def _proven(source: Source, text: str, wanted: Any, comments: bool = True) -> str:
    """Give a text that reads as just what is wanted, with all comments.

    Raises LpkitError where it does not.
    """
    read = decode(text.encode(), source.name)
    if read.flaws or read.data != wanted or (comments and _comments(source.text) != _comments(text)):
        raise LpkitError(f"{source.name} is written in a way that cannot be edited so", _HINT)
    return text


def _comments(*texts: str) -> list[str]:
    sources = [decode(text.encode(), "") for text in texts]
    return sorted(one.text[start:end] for one in sources for start, end in comment_extents(one))
