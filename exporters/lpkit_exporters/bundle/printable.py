"""Texts without the characters that no file for others can hold."""

import re

# Neither XML nor HTML nor UTF-8 holds these; U+001F parts the fields of a note of Anki.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Put the replacement character where a character cannot be stored or shown."""
    return UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n"))
