"""Operators on the wording of texts."""

from collections.abc import Iterator

from mutation.clean import At, Clean
from mutation.document import Document
from mutation.registry import Change, operator

_PROSE = frozenset(
    ("title", "prompt", "text", "setting", "delivery", "notes", "message", "why", "guidance", "hint", "stem")
)


def _prose(clean: Clean) -> Iterator[tuple[Document, At, str]]:
    """Give the texts that people read and no rule matches against others."""
    for document in clean.documents:
        for at in document.paths():
            value = document[at]
            if isinstance(value, str) and at[-1] in _PROSE and "options" not in at:
                yield document, at, value


@operator("LP701")
def text_is_placeholder(clean: Clean) -> Iterator[Change]:
    """A placeholder in the place of a text."""
    for document, at, _ in _prose(clean):
        for text in ("TODO", "TBD.", "…", "lorem ipsum dolor"):
            yield Change(document, at, (document.put(at, text),))


@operator("LP701")
def placeholder_in_text(clean: Clean) -> Iterator[Change]:
    """A placeholder at the end of a text."""
    for document, at, value in _prose(clean):
        yield Change(document, at, (document.put(at, f"{value}: TODO"),))


@operator("LP702")
def word_doubled(clean: Clean) -> Iterator[Change]:
    """A small word twice in a row."""
    for document, at, value in _prose(clean):
        words = value.split(" ")
        for number, word in enumerate(words):
            if word in {"the", "a", "of", "to", "and", "with", "for"} and "`" not in value:
                text = " ".join([*words[:number], word, *words[number:]])
                yield Change(document, at, (document.put(at, text),))


@operator("LP703")
def quote_left_open(clean: Clean) -> Iterator[Change]:
    """A quotation mark without a partner."""
    for document, at, value in _prose(clean):
        if '"' not in value:
            yield Change(document, at, (document.put(at, f'{value} She said "well and left.'),))


@operator("LP019")
def number_sign_in_text(clean: Clean) -> Iterator[Change]:
    """A number sign that cuts a text short."""
    for document, at, _ in _prose(clean):
        if not document.in_flow(at):
            yield Change(document, at, (document.raw(at, "Rule #1 Speak Up"),))


@operator("LP704")
def curly_quotes_around_text(clean: Clean) -> Iterator[Change]:
    """Curly quotation marks around a text."""
    for document, at, _ in _prose(clean):
        yield Change(document, at, (document.raw(at, "“Speak Up”"),))


@operator("LP705")
def tag_in_text(clean: Clean) -> Iterator[Change]:
    """A text in bold letters of HTML."""
    for document, at, value in _prose(clean):
        if "questions" not in at:
            yield Change(document, at, (document.put(at, f"<b>{value}</b>"),))
