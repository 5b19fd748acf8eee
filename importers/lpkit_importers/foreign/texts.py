"""Texts that were written for a page: plain ones and prose, and what is lost of them."""

from lpkit.importing.markup import from_markdown, held, literal

_BROKEN = {"moodle_auto_format"}
"""Forms of text in which a line break is one for readers."""


class Texts:
    """Turns the HTML of one question into texts of the format; `losses` are what was lost so far."""

    def __init__(self) -> None:
        self.losses: list[str] = []

    def plain(self, text: str, form: str = "html") -> str:
        """Give what a reader of the page would see; `form` says what the text is, as Moodle calls it."""
        return self._held(text, form, markdown=False)

    def prose(self, text: str, form: str = "html") -> str:
        """Give Markdown: emphasis, code and lists stay."""
        return self._held(text, form, markdown=True)

    def _held(self, text: str, form: str, markdown: bool) -> str:
        if form == "plain_text":
            return literal(text.strip()) if markdown else text.strip()
        if form == "markdown":
            found = from_markdown(text, markdown=markdown)
        else:
            found = held(text, markdown=markdown, breaks=form in _BROKEN)
        self.losses += found.losses
        # Blanks before the first line are those of code; others are gone already.
        return found.text.strip("\n").rstrip() if found.text.strip() else ""
