"""The words of a text: splitting it, and telling words that carry content."""

from collections.abc import Iterable

from lpkit.pattern import pattern
from lpkit.text.languages.parts import ContentWords
from lpkit.text.remembered import remembered

_WORD = pattern(r"[^\W_]+(?:'[^\W_]+)*")

_CURLY = str.maketrans({"’": "'", "‘": "'"})
_SPACES = "".join(chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128))
_SIGNS = "“”–—…€"
"""Signs between words that are not of ASCII, and common."""


@remembered(4096)
def words(text: str) -> tuple[str, ...]:
    """Split a text into its words, in lower case; hyphens and underscores part words, apostrophes do not."""
    text = plain(text)
    # Most texts are plain ASCII but for some signs, and splitting those is three times as fast.
    for sign in () if text.isascii() else _SIGNS:
        text = text.replace(sign, " ")
    if not text.isascii():
        return tuple(_WORD.findall(text))
    found = text.translate(_SPACES).split()
    if "'" not in text:
        return tuple(found)
    return tuple(part for word in found for part in (_WORD.findall(word) if "'" in word else (word,)))


def plain(text: str) -> str:
    """Give a text in lower case with straight apostrophes."""
    return (text if text.isascii() else text.translate(_CURLY)).lower()


def content(tokens: Iterable[str], known: ContentWords) -> frozenset[str]:
    """Give the common forms of the words that carry content in a language."""
    return frozenset(filter(None, map(known.common_form, tokens)))
