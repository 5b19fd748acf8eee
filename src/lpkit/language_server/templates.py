"""Whole items that may be written at once: where somebody types, and what the library knows of their ids."""

from collections.abc import Iterator
from functools import cache

from lsprotocol.types import CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, Range, TextEdit

from lpkit.language_server.names import is_library
from lpkit.language_server.reading import Asked
from lpkit.model import Library, Pack
from lpkit.model.types import Entry
from lpkit.schema.keys import entry_at, keys_of
from lpkit.schema.snippets import NOTHING_KNOWN, SNIPPETS, Known, Snippet, known_of
from lpkit.schema.snippets.texts import lines_of, numbered, plain

_BY_MODEL = {snippet.model: snippet for snippet in SNIPPETS}


def templates(asked: Asked, where: Range, head: str, keys: list[str], stops: bool) -> Iterator[CompletionItem]:
    """Give the items that may stand at a place, behind the `head` of its line and below some keys, the innermost first.

    With `stops` as snippets, else as what stands there until somebody fills it in.
    """
    source = asked.own.source
    if not keys and not head and not _words(source.text.split("\n")):
        snippet, dashed = _BY_MODEL[Library if is_library(source) else Pack], False
    else:
        found = _below(is_library(source)).get(keys[0]) if keys and not head.strip(" -") else None
        if found is None:
            return
        snippet, listed = found
        dashed = listed and "-" not in head
        above = source.text[: source.line_starts[where.start.line]].split("\n")
        if ("-" in head and not listed) or ("-" not in head and not _fits(above, keys[0], len(head), listed)):
            return
    body = snippet.body(_known(asked))
    lines = lines_of([body] if dashed else body, numbered(True) if stops else plain)
    # An editor that knows snippets indents further lines as the first; one that does not takes them as they are.
    margin = len(head) - (len(head) - len(head.lstrip(" ")) if stops else 0)
    yield CompletionItem(
        label=snippet.name,
        kind=CompletionItemKind.Snippet,
        detail=snippet.description,
        # Behind the ids that may stand here too.
        sort_text=f"~{snippet.name}",
        insert_text_format=InsertTextFormat.Snippet if stops else InsertTextFormat.PlainText,
        insert_text_mode=InsertTextMode.AdjustIndentation if stops else InsertTextMode.AsIs,
        text_edit=TextEdit(where, f"\n{' ' * margin}".join(lines)),
    )


def _fits(above: list[str], key: str, column: int, listed: bool) -> bool:
    """Tell whether an item may begin at a column below a key: where there are others, beside their dashes."""
    start = max(number for number, line in enumerate(above) if line.lstrip(" -").startswith(f"{key}:"))
    written = _words(above[start + 1 :])
    if not written or above[start].strip(" -") != f"{key}:":
        return not written and above[start].strip(" -") == f"{key}:"
    first = min(written, key=lambda line: len(line) - len(line.lstrip()))
    return listed and first.lstrip().startswith("-") and len(first) - len(first.lstrip()) == column


def _words(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _known(asked: Asked) -> Known:
    """Give the ids of the library, with the dimensions of the rubric in force."""
    library = asked.library_view()
    if library is None or not library.sound:
        return NOTHING_KNOWN
    view, known = asked.pack_view(), known_of(library.library)
    if view is None or view.rubric is None:
        return known
    return known._replace(weights=tuple((entry.id, entry.weight) for entry in view.rubric.dimensions))


@cache
def _below(library: bool) -> dict[str, tuple[Snippet, bool]]:
    """Give the snippet that belongs below a key, and whether it is an entry of a list there."""
    return dict(_places(Library if library else Pack))


def _places(entry: type[Entry]) -> Iterator[tuple[str, tuple[Snippet, bool]]]:
    for key in keys_of(entry):
        for at, listed in (((key,), False), ((key, 0), True)):
            model = entry_at(entry, at)
            if model in _BY_MODEL:
                yield key, (_BY_MODEL[model], listed)
            if model is not None:
                yield from _places(model)
