r"""Escaped signs, which are set aside while a text is taken apart: `\~ \= \# \{ \} \:`, `\n` and `\\`."""

import re

_ESCAPE = re.compile(r"\\([~=#{}:\\n])|(?<=&)(#)(?=\d{1,7};|[xX][0-9a-fA-F]{1,6};)")
_ESCAPED = "~=#{}:\\n"
_HIDING = "".join(chr(0xFDD0 + number) for number in range(len(_ESCAPED)))
"""What stands for escaped signs: code points that no text may hold."""

_HIDE = str.maketrans(_ESCAPED, _HIDING)
_SHOW = str.maketrans(_HIDING, _ESCAPED.replace("n", "\n"))
_UNHELD = str.maketrans(dict.fromkeys(_HIDING, "\ufffd"))


def hidden(text: str) -> str:
    """Give a text in which no escaped sign is seen, nor that of an entity; a backslash before anything else is one.

    Moodle takes `&#39;s` for feedback, which nobody means.
    """
    return _ESCAPE.sub(lambda match: (match[1] or match[2]).translate(_HIDE), text.translate(_UNHELD))


def has_breaks(text: str) -> bool:
    r"""Tell whether a text has line breaks and all are written `\n`: others may wrap a long line."""
    return _HIDING[-1] in text and "\n" not in text


def shown(text: str) -> str:
    r"""Give a text with its escaped signs as they are meant, `\n` as a line break."""
    return text.translate(_SHOW)
