"""Texts that were written for a page: plain ones and prose, and what is lost of them."""

from lpkit_importers.table.texts import markdown_text, plain_text

_NAMES = {"img": "an image", "audio": "a recording", "video": "a video", "object": "an object", "iframe": "a frame"}

_PLAIN = {"plain_text", "markdown"}
"""Forms of text that have no tags."""


class Texts:
    """Turns the HTML of one question into texts of the format; `losses` are what was lost so far."""

    def __init__(self) -> None:
        self.losses: list[str] = []

    def plain(self, text: str, form: str = "html") -> str:
        """Give what a reader of the page would see; `form` says what the text is, as Moodle calls it."""
        return text.strip() if form in _PLAIN else self._held(plain_text(text))

    def prose(self, text: str, form: str = "html") -> str:
        """Give Markdown: emphasis, code and lists stay."""
        return text.strip() if form in _PLAIN else self._held(markdown_text(text))

    def _held(self, read: tuple[str, list[str]]) -> str:
        text, lost = read
        self.losses += [_NAMES.get(tag, f"<{tag}>") for tag in lost]
        return text.strip()
