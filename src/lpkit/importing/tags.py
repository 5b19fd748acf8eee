"""The tags of HTML: which ones there are, and markup made ready for a parser, so that what is no tag stays text."""

import re

_INLINE = "a abbr acronym b bdi bdo big center cite code data del dfn em font i ins kbd label mark nobr q s samp small"
_MORE = "span strike strong sub sup time tt u var wbr"
_BLOCKS = "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer"
_OTHERS = "form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary ul"
_TABLES = "col colgroup table tbody td tfoot th thead tr rb rp rt ruby"
_HEADS = "base link meta script style title noscript"
_UNHELD = "applet area audio button canvas embed iframe img input map math object option param select source svg"
_LAST = "textarea track video"
_FORMULAS = (
    "annotation mfenced mfrac mi mn mo mover mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr"
)
_ENDS = "munder munderover semantics"
KNOWN = frozenset(
    " ".join((_INLINE, _MORE, _BLOCKS, _OTHERS, _TABLES, _HEADS, _UNHELD, _LAST, _FORMULAS, _ENDS)).split()
)
"""Tags that HTML has or had, and those of formulas."""

OFFICE = re.compile(r"</?(?:o|w|v|m|st1):[a-zA-Z]+(?:\s[^<>]*)?/?>")
"""Tags of Word and its like, which a page does not show."""
_ANGLE = re.compile(r"<(?:/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>)?")
_BESIDE_TAGS = re.compile(r"(?<=>)[ \t]*\n\s*|(?<!\s)\s*\n[ \t]*(?=<)")
_TYPESET = re.compile(r"<pre\b", re.IGNORECASE)


def ready(markup: str, *, breaks: bool) -> str:
    """Give markup without comments, with the ends of list entries, in which all that is no tag of HTML is escaped.

    With `breaks`, line breaks become tags, but for those beside tags and in what holds typeset text.
    """
    markup = _ANGLE.sub(_Tags(), OFFICE.sub("", _uncommented(markup.replace("\r\n", "\n"))))
    if breaks and not _TYPESET.search(markup):
        return _BESIDE_TAGS.sub(" ", markup).replace("\n", "<br>")
    return markup


def has_tags(markup: str) -> bool:
    """Tell whether markup has a tag of HTML, or a comment, which is not shown."""
    return (
        "<!--" in markup
        or bool(OFFICE.search(markup))
        or any((match.group(1) or "").lower() in KNOWN for match in _ANGLE.finditer(markup))
    )


def shows_something(markup: str) -> bool:
    """Tell whether a page shows anything of markup: a letter, or an image."""
    return "<img" in markup.lower() or bool(_ANGLE.sub(_shown, markup).strip())


def _shown(match: re.Match[str]) -> str:
    return "" if (match.group(1) or "").lower() in KNOWN else match.group()


class _Tags:
    """Rewrites the tags of one text, from left to right: it knows which lists and entries are open."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def __call__(self, match: re.Match[str]) -> str:
        """Give a tag as it is, an entry after the end of the one before it, and as text what is no tag."""
        whole, name = match.group(), (match.group(1) or "").lower()
        if name not in KNOWN:
            return f"&lt;{whole[1:]}"
        if name not in {"li", "ul", "ol"}:
            return whole
        if whole.startswith("</"):
            self._close(name)
        elif name == "li" and self._open[-1:] == ["li"]:
            return f"</li>{whole}"
        else:
            self._open.append(name)
        return whole

    def _close(self, name: str) -> None:
        if name != "li" and self._open[-1:] == ["li"]:
            self._open.pop()
        if self._open[-1:] == [name]:
            self._open.pop()


def _uncommented(markup: str) -> str:
    """Take comments out; one without an end is text."""
    parts, done = [], 0
    while (start := markup.find("<!--", done)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        parts.append(markup[done:start])
        done = end + 3
    return "".join((*parts, markup[done:]))
