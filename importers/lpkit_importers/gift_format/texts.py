"""The texts of a question: each in one of Moodle's four formats, given as the fields of the format take them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lpkit.importing.markup import Held, from_markdown, held, is_page, lined, literal, without_entities
from lpkit_importers.gift_format.escapes import has_breaks, shown


class Form(StrEnum):
    """How a text is written, by the word that says so in brackets before it."""

    MOODLE = "moodle"
    """HTML in which line breaks are breaks: what a text is that says nothing."""
    HTML = "html"
    PLAIN = "plain"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Said:
    """A text with its escaped signs as they are meant, and its form."""

    text: str
    form: Form
    lined: bool
    """Whether its line breaks are meant, and do not wrap a long line."""


def said(text: str, otherwise: Form) -> Said:
    """Give a text without the format before it; one without any has that of the question."""
    text = text.strip()
    word, closed, rest = text[1:].partition("]") if text.startswith("[") else ("", "", "")
    form = Form(word) if closed and word in {*Form} else None
    return Said(shown(rest if form else text).strip(), form or otherwise, has_breaks(text))


class Reader:
    """Gives the texts of one question, which says as a whole whether tags in Moodle's own format are marks."""

    def __init__(self, texts: Sequence[Said]) -> None:
        """Look at all texts of the question."""
        self._page = is_page([each.text for each in texts if each.form == Form.MOODLE])

    def plain(self, said: Said) -> Held:
        """Give a text without marks, and what it loses."""
        return self._taken(said, markdown=False)

    def prose(self, said: Said) -> Held:
        """Give a text as prose, and what it loses."""
        return self._taken(said, markdown=True)

    def _taken(self, said: Said, markdown: bool) -> Held:
        if said.form == Form.HTML or (said.form == Form.MOODLE and self._page):
            found = held(said.text, markdown=markdown, breaks=said.form == Form.MOODLE)
            # Nothing but tags, where nobody says that it is HTML: they are what the text is about.
            return found if any(found) or said.form == Form.HTML else self._as_it_is(said, said.text, markdown)
        if said.form == Form.MARKDOWN:
            return from_markdown(said.text, markdown=markdown)
        return self._as_it_is(said, said.text if said.form == Form.PLAIN else without_entities(said.text), markdown)

    def _as_it_is(self, said: Said, text: str, markdown: bool) -> Held:
        return Held((lined if said.lined else literal)(text) if markdown else text, ())
