"""Ids and options that may stand where somebody types, also while the file does not parse."""

import re
from collections.abc import Iterator
from typing import Any

from lsprotocol.types import CompletionItem, CompletionItemKind, Position, Range, TextEdit

from lpkit.corpus import LibraryView
from lpkit.language_server.names import is_library
from lpkit.language_server.reading import Asked
from lpkit.language_server.templates import templates
from lpkit.source import Source, one_line
from lpkit.source.node import find_node

_TYPED = re.compile(
    r"^(?P<head> *(?:- +)*(?:[\w-]+: +|\w[\w-]*: *\[(?:[^\],]*, *)*)?)(?P<word>[^#\[\],{}]*)$"
    r"|^(?P<braced> *(?:- +)*[\w-]+: *\{(?:[^{},#]*, *)*)(?P<key>[^#\[\],{}:]*)$"
)
_WORD = re.compile(r"[\w-]*")
_VALUE = re.compile(r"(?:[^\s]|[ \t]+(?![\s#]|$))*")
_KEY = re.compile(r"^(?P<indent> *)(?P<dashes>(?:- +)*)(?P<key>[\w-]+):")

Offer = tuple[str, str, str]
"""What is written, what it is called, and what is told of it."""


def completions(asked: Asked, position: Position, stops: bool) -> list[CompletionItem]:
    """Offer what may stand at a place; nothing where any text may. Whole items have `stops` where the editor can."""
    ruler, source = asked.own.ruler, asked.own.source
    offset = ruler.offset(position)
    # Where the text has it: a place behind its end is that end.
    position = ruler.position(offset)
    start = source.line_starts[position.line]
    typed = _TYPED.match(source.text[start:offset])
    if typed is None:
        return []
    head, word = typed["head"] or typed["braced"] or "", typed["word"] or typed["key"] or ""
    begin = start + len(head)
    where = Range(ruler.position(begin), position)
    rest = "".join(source.lines(position.line + 1, position.line + 1))[offset - start :]
    keys = _keys_above(source, position.line, head)
    found = [
        CompletionItem(
            label=text,
            kind=CompletionItemKind.EnumMember,
            detail=title or None,
            documentation=told or None,
            filter_text=f"{text} {title}",
            text_edit=TextEdit(Range(where.start, ruler.position(offset + tail)), _written(kind, text, rest[tail:])),
        )
        for kind, offers in [_offers(asked, keys, begin)]
        for tail in [_tail(kind, word, rest)]
        for text, title, told in offers
    ]
    return [*found, *templates(asked, where, head, keys, stops)]


def _written(kind: str, text: str, behind: str) -> str:
    """Give what is written: an id as it is, a key with its colon unless one stands behind it, a text in quotes."""
    if kind == "key":
        return text if behind.lstrip(" ").startswith(":") else f"{text}: "
    return text if kind == "id" else one_line(text)


def _tail(kind: str, word: str, rest: str) -> int:
    """Give how much behind the cursor belongs to the value that is typed: the rest of the word, or of the quotes."""
    quote = word[:1] if word[:1] in {'"', "'"} else ""
    if quote:
        return rest.find(quote) + 1
    form = _VALUE if kind == "text" else _WORD
    match = form.match(rest)
    return match.end() if match else 0


def _keys_above(source: Source, line: int, head: str) -> list[str]:
    """Give the keys in which a place stands, the innermost first, by indentation alone."""
    keys = re.findall(r"([\w-]+): *\[?", head)[:1]
    depth = len(head) - len(head.lstrip(" -")) if keys or not head.strip(" -") else len(head)
    if head.lstrip(" ").startswith("-") and not keys:
        depth = len(head) - len(head.lstrip(" ")) + 1
    for number in range(line, 0, -1):
        found = _KEY.match("".join(source.lines(number, number)))
        if found is None:
            continue
        column = len(found["indent"]) + len(found["dashes"])
        if column < depth:
            keys.append(found["key"])
            depth = column
    return keys


def _offers(asked: Asked, keys: list[str], offset: int) -> tuple[str, list[Offer]]:
    library = asked.library_view()
    key, above = (keys or [""])[0], keys[1:2]
    if key == "answer" and "questions" in keys:
        return "text", [(text, "", "") for text in _options(asked.own.source, offset)]
    if key == "candidate":
        return "id", list(_candidates(asked.own.source))
    if library is None:
        return "id", []
    if key in {"scores", "reasons"}:
        return "key", _dimensions(asked, library)
    if key in {"score_first", "dimension"}:
        return "id", _dimensions(asked, library)
    if is_library(asked.own.source) and key != "verdict":
        return "id", []
    return "id", list(_of_library(library, key)) if key != "rubric" or above == ["evaluate"] else []


def _of_library(library: LibraryView, key: str) -> Iterator[Offer]:
    known = library.library
    if key == "principle":
        yield from ((entry.id, entry.title, entry.summary) for entry in known.principles)
    elif key == "level":
        yield from ((entry.id, entry.title, "") for entry in known.levels)
    elif key == "verdict":
        yield from ((entry.id, entry.title, library.band_text(entry)) for entry in known.verdicts)
    elif key == "marker":
        yield from ((entry.id, entry.title, entry.why) for entry in known.markers)
    elif key == "rubric":
        yield from ((entry.id, ", ".join(each.title for each in entry.dimensions), "") for entry in known.rubrics)


def _dimensions(asked: Asked, library: LibraryView) -> list[Offer]:
    """Give the dimensions of the rubric in force; those of all rubrics where that is not known."""
    view = asked.pack_view()
    if view is not None and view.rubric is not None:
        entries = list(view.rubric.dimensions)
    else:
        entries = [entry for rubric in library.library.rubrics for entry in rubric.dimensions]
    return [(entry.id, f"{entry.title}, up to {entry.weight}", entry.looks_for) for entry in entries]


def _candidates(source: Source) -> Iterator[Offer]:
    found = source.value(("evaluate", "candidates"))
    for entry in found if isinstance(found, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry["id"], "", str(entry.get("answer", ""))


def _options(source: Source, offset: int) -> list[str]:
    """Give the options of the question around an offset."""
    questions = source.value(("questions",))
    for number, question in enumerate(questions if isinstance(questions, list) else ()):
        node = find_node(source.root, ("questions", number))
        if node.start <= offset <= node.end and isinstance(question, dict):
            options = question.get("options")
            return [text for text in map(_text, options if isinstance(options, list) else ()) if text]
    return []


def _text(option: Any) -> str:
    text = option.get("text") if isinstance(option, dict) else option
    return text if isinstance(text, str) else ""
