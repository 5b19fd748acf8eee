"""Code within a text: fences, backticks, indented lines, and the expressions of templates."""

import re
from collections.abc import Set

from lpkit.pattern import pattern
from lpkit.text.enclosed import Enclosed

_BLOCK = pattern(
    r"^[ \t]*(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)[ \t]*$|\Z)|^(?: {4}|\t)[ \t]*+\S[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_SPAN = Enclosed(r"``[^`]++(?:`(?!`)[^`]++)*+``|`[^`]*`|\$\{\{[^{}\n]{0,200}\}\}", {"`": "`"}, "$")
_SIGN = pattern(r"[^\n]")
_MAYBE = pattern(r"`|~~~|\n(?: {4}|\t)|\$\{\{|^(?: {4}|\t)")
_TEMPLATES = frozenset(
    (
        *("angular", "ansible", "blade", "django", "erb", "github", "gitlab", "handlebars", "helm", "hugo", "jekyll"),
        *("jinja", "jinja2", "liquid", "mustache", "template", "templates", "templating", "twig", "vue"),
        *("workflow", "workflows"),
    )
)
"""Names of what writes expressions in double braces, the same in every language."""
_FORMATS = frozenset(("html", "xml", "markup", "markdown", "hyperlink", "css", "php", "jsp", "jsx", "regex"))
"""Words of texts whose subject is markup, in every language."""
_WORD = pattern(r"[a-z][\w-]*")


def without_code(text: str) -> str:
    """Give a text of the same length in which code is underscores; lines stay lines."""
    if not _MAYBE.search(text):
        return text
    return _SPAN.sub(_blank, _BLOCK.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return _SIGN.sub("_", match.group())


def is_on_templates(text: str) -> bool:
    """Tell whether a text speaks of templates, in which double braces are the subject."""
    return not _TEMPLATES.isdisjoint(_WORD.findall(text.lower()))


def is_on_markup(words: Set[str]) -> bool:
    """Tell whether words in small letters speak of markup, so that tags are the subject."""
    return not _FORMATS.isdisjoint(words)
