"""What the editor sends, as pygls reads it: headers in the one form that it knows, and lengths that can be."""

import re
from io import BufferedReader

MOST = 1 << 28
"""Bytes of a message: many times the longest text that lpkit reads. What says to be longer is no message."""

_LINE = 1 << 16
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*([0-9]{1,12})\s*\Z", re.IGNORECASE)
_ANOTHER = b"Other: header\r\n"


class Incoming(BufferedReader):
    """A stream of messages that finds its way again.

    A client may write headers in small letters or end lines without a carriage return. Where one counted its bytes
    wrongly, the next header stands within a line: it is looked for there, so that two messages are lost at most.
    """

    def readline(self, size: int | None = -1, /) -> bytes:
        """Give a header line: the length of what follows, an empty line, or another one that says nothing."""
        line = super().readline(size if size and 0 < size < _LINE else _LINE)
        if not line.strip():
            return line
        found = _LENGTH.search(line)
        length = int(found.group(1)) if found else MOST + 1
        return b"Content-Length: %d\r\n" % length if length <= MOST else _ANOTHER
