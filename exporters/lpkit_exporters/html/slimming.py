"""What styles, scripts and pages may be written without: comments, white space, marks that a parser adds itself.

Each pattern relies on how our own files are written, and no other text passes through here; what packs say is escaped
before, so that none of it looks like an element or an attribute. Browser tests run on the result.
"""

import re

_COMMENT_LINE = re.compile(r"^\s*(//.*|/\*.*\*/)$\n?", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)

_SCRIPT_SPACE = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<=[,;{])\s+|(?<=[=:?<>&|+*()]) +"""
    r"""| +(?=[=:?<>&|+*(){["`!}])|(?<=\})\n(?=[a-z$])"""
)
"""A string, or white space that means nothing. No template stands inside another one in our modules."""
_SCRIPT_MARKS = re.compile(r"""("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<![\w$])\((\w+)\)(?==>)|\b(const)\b|;(?=\})""")
"""A string, the brackets around the only parameter of an arrow, `const`, or a semicolon at the end of a block."""

_STYLE_SPACE = re.compile(r"(?<=[{;,:}>])\s+|\s+(?=[{}>])|;\s*(?=\})|(?<=[ (:])0(?=\.\d)")
_PROPERTY = re.compile(r"--[a-z][\w-]*")

_RAW = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL)
_LINE_END = re.compile(r"\n+(?=</?(?:p|li|[uod]l|d[dt]|div|article|summary|h[345]|t[rhd]|thead|tbody|tfoot|option)\b)")
_END_TAG = re.compile(
    r"</p>(?=<(?:p|[uod]l|div|h[345]|article|section)\b|</(?:li|div|dd|td|blockquote|article|section|details)>)"
    r"|</li>(?=<li\b|</[uo]l>)|</d[dt]>(?=<d[dt]\b|</div>)|</t[hd]>(?=<t[hd]\b|</tr>)"
    r"|</tr>(?=<tr\b|</t(?:head|body|foot)>)|</t(?:head|body)>(?=<t(?:body|foot)\b)|</option>(?=<option\b|</select>)"
)
"""End tags that every parser adds where the next tag is one of these (HTML standard, section 13.1.2.4)."""


def slim_style(text: str) -> str:
    """Shorten a style sheet: its custom properties get names of two letters."""
    text = _STYLE_SPACE.sub("", _without_lines(text))
    known = sorted(set(_PROPERTY.findall(text)))
    names = {name: f"--{chr(97 + place // 26)}{chr(97 + place % 26)}" for place, name in enumerate(known)}
    return _PROPERTY.sub(lambda found: names[found[0]], text)


def slim_script(text: str) -> str:
    """Shorten a script; names stay, so that an error in a browser can be read."""
    text = _SCRIPT_SPACE.sub(lambda found: found[1] or "", _without_lines(text))
    return _SCRIPT_MARKS.sub(lambda found: found[1] or found[2] or ("let" if found[3] else ""), text)


def slim_page(html: str) -> str:
    """Shorten a page, but not what stands in its scripts and styles; lines end where a reader needs it."""
    parts = _RAW.split(html)
    parts[::2] = [_slim_markup(part) for part in parts[::2]]
    return "".join(parts)


def _slim_markup(html: str) -> str:
    return _END_TAG.sub("", _LINE_END.sub("", html)).replace("&#39;", "'")


def _without_lines(text: str) -> str:
    return _INDENT.sub("", _COMMENT_LINE.sub("", text))
