"""Markdown to HTML, as a template takes it."""

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

from lpkit.export import parts, render_markdown


def prose(text: str) -> Markup:
    """Render Markdown; a link that is refused and every tag come out as the characters they are."""
    return Markup(render_markdown(text))


def plain(text: str) -> str | Markup:
    """Give plain text with its code in elements that keep each space; text without code stays what it is."""
    found = parts(text)
    if not any(part.code for part in found):
        return text
    escaped = ((escapeHtml(part.text), part.code) for part in found)
    return Markup("".join(f"<pre><code>{html}</code></pre>" if code else html for html, code in escaped))
