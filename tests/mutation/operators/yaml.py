"""Operators that break the file as YAML, and suppressions that are wrong."""

from collections.abc import Iterator

from lpkit.diagnostic import Edit
from mutation.clean import At, Clean
from mutation.document import Document
from mutation.registry import Change, operator


def _scalars(clean: Clean) -> Iterator[tuple[Document, At]]:
    for document in clean.documents:
        for at in document.paths():
            if document.node(at).children is None:
                yield document, at


def _keys(clean: Clean) -> Iterator[tuple[Document, At]]:
    for document in clean.documents:
        for at in document.paths():
            if at and isinstance(at[-1], str):
                yield document, at


def _mappings(clean: Clean) -> Iterator[tuple[Document, At]]:
    for document in clean.documents:
        for at in document.paths():
            if isinstance(document[at], dict):
                yield document, at


def _plain(clean: Clean) -> Iterator[tuple[Document, At]]:
    """Give the scalars without quotes that stand on one line behind a key of a block mapping."""
    for document, at in _scalars(clean):
        start, end = document.extent(at)
        behind_key = bool(at) and isinstance(at[-1], str) and not document.in_flow(at)
        if behind_key and not document.node(at).style and "\n" not in document.text[start:end]:
            yield document, at


@operator("LP003")
def key_given_twice(clean: Clean) -> Iterator[Change]:
    """A key of a mapping again at its end."""
    for document, at in _keys(clean):
        yield Change(document, at, (document.add_key(at[:-1], str(at[-1]), "x"),))


@operator("LP004")
def anchor(clean: Clean) -> Iterator[Change]:
    """An anchor before a value."""
    for document, at in _scalars(clean):
        yield Change(document, at, (document.before(at, "&mark "),))


@operator("LP004")
def anchor_on_key(clean: Clean) -> Iterator[Change]:
    """An anchor before a key."""
    for document, at in _keys(clean):
        start, _ = document.key(at)
        yield Change(document, at, (Edit(start, start, "&mark "),))


@operator("LP004")
def alias(clean: Clean) -> Iterator[Change]:
    """An alias in the place of a value."""
    for document, at in _scalars(clean):
        yield Change(document, at, (document.raw(at, "*mark"),))


@operator("LP004")
def tag(clean: Clean) -> Iterator[Change]:
    """A tag before a value."""
    for document, at in _scalars(clean):
        yield Change(document, at, (document.before(at, "!!str "),))


@operator("LP004")
def merge_key(clean: Clean) -> Iterator[Change]:
    """A merge key in a mapping."""
    for document, at in _mappings(clean):
        yield Change(document, (*at, "<<"), (document.add_key(at, "<<", {"a": 1}),))


@operator("LP004")
def second_document(clean: Clean) -> Iterator[Change]:
    """A second document in a file."""
    for document in clean.documents:
        end = len(document.text)
        yield Change(document, (), (Edit(end, end, "---\nformat: 1\n"),))


@operator("LP004")
def directive(clean: Clean) -> Iterator[Change]:
    """A directive at the beginning of a file."""
    for document in clean.documents:
        yield Change(document, (), (Edit(0, 0, "%YAML 1.2\n---\n"),), here=False)


@operator("LP005")
def too_deep(clean: Clean) -> Iterator[Change]:
    """Forty brackets in the place of a value."""
    for document, at in _scalars(clean):
        yield Change(document, (), (document.raw(at, "[" * 40 + "]" * 40),))


@operator("LP002")
def tab_for_indent(clean: Clean) -> Iterator[Change]:
    """A tab in the place of a line's indentation; the parser may notice it a line later."""
    for document, at in _keys(clean):
        start, _ = document.key(at)
        line = document.text.rfind("\n", 0, start) + 1
        if start > line and document.text[line:start].isspace():
            yield Change(document, (), (Edit(line, start, "\t"),), below=True)


@operator("LP002")
def quote_not_closed(clean: Clean) -> Iterator[Change]:
    """A quotation mark that opens a text and never closes; it swallows the lines to the next mark."""
    for document, at in _plain(clean):
        yield Change(document, (), (document.before(at, '"'),), below=True)


@operator("LP002")
def bracket_not_closed(clean: Clean) -> Iterator[Change]:
    """A bracket that opens a list and never closes."""
    for document, at in _plain(clean):
        yield Change(document, (), (document.before(at, "["),), below=True)


@operator("LP002")
def colon_in_text(clean: Clean) -> Iterator[Change]:
    """A colon and a space in a text without quotes."""
    for document, at in _plain(clean):
        yield Change(document, (), (document.before(at, "Note: "),))


@operator("LP002")
def line_shifted(clean: Clean) -> Iterator[Change]:
    """A line that is indented one space too far; the parser may notice it a line later."""
    for document, at in _plain(clean):
        siblings = [path for path in document.paths(at[:-1]) if len(path) == len(at)]
        start, _ = document.key(at)
        if siblings[0] != at and document.node(siblings[siblings.index(at) - 1]).style not in {"|", ">"}:
            yield Change(document, (), (Edit(start, start, " "),), below=True, here=False)


@operator("LP001")
def latin_1_byte(clean: Clean) -> Iterator[Change]:
    """A byte of another encoding in a text."""
    for document, at in _scalars(clean):
        end = document.extent(at)[1]
        yield Change(document, (), (Edit(end - 1, end - 1, "\udce9"),))


@operator("LP001")
def control_character(clean: Clean) -> Iterator[Change]:
    """A bell in a text."""
    for document, at in _scalars(clean):
        end = document.extent(at)[1]
        yield Change(document, (), (Edit(end - 1, end - 1, "\a"),))


def _comment(clean: Clean, comment: str) -> Iterator[Change]:
    for document, at in _plain(clean):
        end = document.extent(at)[1]
        yield Change(document, (), (Edit(end, end, f"  # lpkit: {comment}"),))


@operator("LP020")
def suppression_of_nothing(clean: Clean) -> Iterator[Change]:
    """A suppression where nothing is wrong."""
    yield from _comment(clean, "ignore[LP204] recounted")


@operator("LP021")
def suppression_of_unknown_rule(clean: Clean) -> Iterator[Change]:
    """A suppression of a rule that is not there."""
    yield from _comment(clean, "ignore[LP999] recounted")


@operator("LP022")
def suppression_without_reason(clean: Clean) -> Iterator[Change]:
    """A suppression that does not say why."""
    yield from _comment(clean, "ignore[LP204]")
