"""A text of an item: what it says, and how it is read; given as HTML, as plain lines, or as one line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from lpkit.export import parts, render_markdown
from lpkit_exporters.bundle.printable import UNPRINTABLE, printable
from lpkit_exporters.bundle.tree import block_words, tree

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_UNMARKED = re.compile(r"[^\s+\-\d\\`*_\[<&~\n][^\\`*_\[<&~\n]*")
"""One line in which nothing is Markdown: most prose is such a line, and needs no parser."""

_APOSTROPHE = "'"


@dataclass(frozen=True, slots=True)
class Text:
    """A text: plain, which is shown as it is, or prose in the Markdown of packs."""

    source: str
    prose: bool = False

    def html(self) -> str:
        """Give blocks of HTML that are well-formed XML too; nothing that the text says is taken for markup.

        Paragraphs, lists and code in `pre`; a line break of plain text is one. What no XML holds is U+FFFD.
        """
        return _html(self.source, self.prose)

    def phrase(self) -> str:
        """Give the same without the paragraph around a single one, for a place within a line."""
        html = self.html()
        inner = html.removeprefix("<p>").removesuffix("</p>")
        return html if "<p>" in inner or "<pre>" in inner or not html.startswith("<p>") else inner

    def lines(self) -> str:
        """Give what is read, without markup: blocks between blank lines, the lines and spaces of code kept."""
        return _lines(self.source, self.prose)

    def line(self) -> str:
        """Give what is read as one line, every run of white space a space."""
        return " ".join(self.lines().split())

    def holds_unprintable(self) -> bool:
        """Tell whether it has characters that no file for others holds, and which become U+FFFD."""
        return UNPRINTABLE.search(self.source.replace("\r\n", "\n")) is not None

    def has_code(self) -> bool:
        """Tell whether it is plain text with lines of code, whose breaks and spaces count."""
        return not self.prose and any(part.code for part in parts(self.source))


@lru_cache(maxsize=1024)
def _html(source: str, prose: bool) -> str:
    """Give the HTML of a text; an answer that is scored stands in a dozen items."""
    source = printable(source)
    if not prose:
        found = "".join(_code(part.text) if part.code else _paragraphs(part.text) for part in parts(source))
        # A text that is nothing but the marks of a fence has no parts: it is shown as it is.
        return found or _paragraphs(source)
    source = source.strip()
    if _UNMARKED.fullmatch(source):
        return f"<p>{escape(source).replace('&#x27;', _APOSTROPHE)}</p>"
    return render_markdown(source).replace("<br>", "<br/>")


@lru_cache(maxsize=1024)
def _lines(source: str, prose: bool) -> str:
    source = printable(source)
    return "\n\n".join(block_words(tree(source))) if prose else source.strip("\n").rstrip()


def _paragraphs(text: str) -> str:
    found = (block.strip() for block in _BLANK.split(text.strip()))
    return "".join(f"<p>{escape(block, quote=False).replace(chr(10), '<br/>')}</p>" for block in found)


def _code(text: str) -> str:
    return f"<pre><code>{escape(text, quote=False)}</code></pre>"


def list_html(texts: "list[Text] | tuple[Text, ...]", tag: str = "ul") -> str:
    """Give texts as a list; a single one as it is, and nothing for none."""
    if len(texts) < 2:
        return "".join(text.html() for text in texts)
    return f"<{tag}>{''.join(f'<li>{text.phrase()}</li>' for text in texts)}</{tag}>"
