"""From text to the HTML of a field, in which nothing that a pack says is taken for markup.

Anki reads more than HTML: `{{field}}`, `[sound:…]`, `[latex]`, `[anki:…]` and, on screen, `\\(…\\)`. The
characters with which these begin become entities. MathJax reads what is on screen, where an entity is a
character again; the templates therefore carry the class that it skips.
"""

import re
from collections.abc import Iterable
from html import escape, unescape

from lpkit.export import parts, render_markdown
from lpkit_exporters.bundle.printable import printable

INERT = str.maketrans({"{": "&#123;", "}": "&#125;", "[": "&#91;", "\\": "&#92;"})
TAG = re.compile("<[^>]*>")
SENTENCE_END = re.compile(r"[.!?][\"'”’)*_]*(?=\s)|(?=\n\n)")


def plain(text: str) -> str:
    """Turn plain text into HTML that reads the same: line breaks kept, and in code each space too."""
    found = parts(printable(text))
    if any(part.code for part in found):
        return "".join(_code(part.text) if part.code else _lines(part.text) for part in found)
    return _lines(text)


def _lines(text: str) -> str:
    return escape(printable(text).strip(), quote=True).translate(INERT).replace("\n", "<br>")


def _code(text: str) -> str:
    """Make an element that may stand within a line or a heading; its style goes with it, whatever the note type."""
    return f'<code style="display:block;white-space:pre-wrap">{escape(text, quote=True).translate(INERT)}</code>'


def prose(text: str) -> str:
    """Render emphasis, code, links and lists; everything else, HTML too, is shown as text."""
    return render_markdown(printable(text).strip()).translate(INERT)


def phrase(text: str) -> str:
    """Render Markdown without the paragraph around a single one, for a place within a line."""
    html = prose(text)
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return html if "<p>" in inner or not html.startswith("<p>") else inner


def items(entries: Iterable[str], tag: str = "ul") -> str:
    """Make a list of entries that are HTML already; nothing where there are none."""
    rows = "".join(f"<li>{entry}</li>" for entry in entries)
    return f"<{tag}>{rows}</{tag}>" if rows else ""


def bare(html: str) -> str:
    """Give the text of a field without its markup, as Anki sorts and compares it."""
    return unescape(TAG.sub("", html.replace("<br>", " "))).strip()


def folded(text: str, most: int) -> tuple[str, str]:
    """Render prose in two parts: what has at most so many words, at the end of a sentence or paragraph, and the rest.

    A first sentence that is longer stays whole. No emphasis, code, link or list is cut in two.
    """
    source = printable(text).strip()
    ends = [end for end in _ends(source) if _is_whole(source[:end])]
    fitting = [end for end in ends if len(source[:end].split()) <= most]
    if len(source.split()) <= most or not ends:
        return prose(source), ""
    end = fitting[-1] if fitting else ends[0]
    rest = source[end:].strip()
    return prose(source[:end]), prose(rest) if rest else ""


def _ends(text: str) -> list[int]:
    """Give where a text may be cut: after a sentence, or before an empty line; in code nowhere."""
    return [match.end() for match in SENTENCE_END.finditer(text)] + ([len(text)] if text else [])


def _is_whole(text: str) -> bool:
    """Tell whether all emphasis, code and links that begin in a text end in it."""
    return not any(text.count(sign) % 2 for sign in ("`", "*", "_")) and text.count("[") == text.count("]")
