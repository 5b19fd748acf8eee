"""Permanent ids for options, and for texts that make cards, written into a file's text; what has one keeps it."""

import json
from collections.abc import Iterator
from typing import Any

from lpkit.authoring.ids import FreeIds
from lpkit.authoring.slug import slug
from lpkit.diagnostic import Edit
from lpkit.formatting.remarks import begin, comments, entries, is_flow
from lpkit.source import Node, Source, one_line
from lpkit.text.languages import Language


def with_ids(source: Source, language: Language) -> Source | None:
    """Give a file in which every option of every question has an id, made of its text and unique in its question.

    So has every concept and coach's note with a question (`ask`), unique in its list. `language` is that of the
    library: words that carry no content are left out of an id. A bare text of an option becomes a mapping of id and
    text. None where the data would not be the same but for the ids, or a comment would be lost. Files that do not
    parse, and what is no question or text in them, stay as they are.
    """
    if source.flaws or not isinstance(source.data, dict):
        return source
    wanted = json.loads(json.dumps(source.data))
    edits: list[Edit] = []
    for node, options in _lists(source, wanted):
        edits += _identified(source, node, options, language)
    for key in ("concepts", "coaching"):
        edits += _asked(source, key, wanted.get(key), language)
    text = source.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    made = Source(source.name, text)
    if made.flaws or _shape(made.data) != _shape(wanted) or _said(made) != _said(source):
        return None
    return made


def _shape(data: Any) -> str:
    return json.dumps(data, sort_keys=True)


def _said(source: Source) -> list[str]:
    return sorted(text for _, text in comments(source))


def _lists(source: Source, data: dict[str, Any]) -> Iterator[tuple[Node, list[Any]]]:
    """Give the node and the data of the options of each question."""
    found = source.root.children
    questions, node = data.get("questions"), found.get("questions") if isinstance(found, dict) else None
    if node is None or not isinstance(questions, list):
        return
    for question, place in zip(questions, entries(node), strict=True):
        below = place.children
        if isinstance(question, dict) and isinstance(below, dict) and isinstance(question.get("options"), list):
            yield below["options"], question["options"]


def _identified(source: Source, node: Node, options: list[Any], language: Language) -> Iterator[Edit]:
    """Put an id into the data of each option that lacks one, and give the edits that do so in the text."""
    ids = FreeIds(option["id"] for option in options if isinstance(option, dict) and isinstance(option.get("id"), str))
    for place, (option, below) in enumerate(zip(options, entries(node), strict=True)):
        text = option.get("text") if isinstance(option, dict) else option
        if not isinstance(text, str) or not text.strip() or (isinstance(option, dict) and "id" in option):
            continue
        name = ids.take(ids.like(slug(text, "option", language)))
        if isinstance(option, dict):
            options[place] = {"id": name, **option}
            yield _in_mapping(source, below, name)
        else:
            options[place] = {"id": name, "text": text}
            yield _as_mapping(source, node, below, name, text)


def _asked(source: Source, key: str, texts: Any, language: Language) -> Iterator[Edit]:
    """Put an id into the data of each text that answers a question and lacks one, and give the edits."""
    found = source.root.children
    if not isinstance(texts, list) or not isinstance(found, dict):
        return
    ids = FreeIds(text["id"] for text in texts if isinstance(text, dict) and isinstance(text.get("id"), str))
    for place, (text, below) in enumerate(zip(texts, entries(found[key]), strict=True)):
        ask = text.get("ask") if isinstance(text, dict) else None
        if isinstance(ask, str) and ask.strip() and "id" not in text:
            name = ids.take(ids.like(slug(ask, key, language)))
            texts[place] = {"id": name, **text}
            yield _in_mapping(source, below, name)


def _in_mapping(source: Source, node: Node, name: str) -> Edit:
    first = min(map(begin, entries(node)))
    after = ", " if is_flow(source, node) else _break(source, first)
    return Edit(first, first, f"id: {_written(name)}{after}")


def _as_mapping(source: Source, around: Node, node: Node, name: str, text: str) -> Edit:
    """Turn a bare text into a mapping; one of several lines is written on one, since its indentation would not do."""
    whole = source.text[node.start : node.end]
    written = one_line(text) if node.style in {"|", ">"} or "\n" in whole or "\r" in whole else whole
    rest = "\n" if node.style in {"|", ">"} else ""
    if is_flow(source, around):
        return Edit(node.start, node.end, f"{{id: {_written(name)}, text: {written}}}")
    between = _break(source, node.start)
    return Edit(node.start, node.end, f"id: {_written(name)}{between}text: {written}{rest}")


def _break(source: Source, offset: int) -> str:
    """Give a line break and the indentation of an offset."""
    return "\n" + " " * (source.position(offset)[1] - 1)


def _written(name: str) -> str:
    """Quote an id that would be read as something else than text, such as 62."""
    return name if Source("", f"id: {name}").data == {"id": name} else one_line(name)
