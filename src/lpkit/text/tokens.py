"""The words of a text: splitting it, and telling words that carry content."""

from collections.abc import Iterable

from lpkit.pattern import pattern
from lpkit.text.languages.parts import ContentWords
from lpkit.text.remembered import remembered

_WORD = pattern(r"[^\W_]+(?:'[^\W_]+)*")

_CURLY = str.maketrans({"’": "'", "‘": "'"})
_SPACES = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))


@remembered(4096)
def words(text: str) -> tuple[str, ...]:
    """Split a text into its words, in lower case; hyphens and underscores part words, apostrophes do not."""
    text = plain(text)
    # Most texts are plain ASCII without apostrophes, and splitting those is three times as fast.
    return tuple(text.translate(_SPACES).split() if text.isascii() and "'" not in text else _WORD.findall(text))


def plain(text: str) -> str:
    """Give a text in lower case with straight apostrophes."""
    return (text if text.isascii() else text.translate(_CURLY)).lower()


def content(tokens: Iterable[str], known: ContentWords) -> frozenset[str]:
    """Give the common forms of the words that carry content in a language."""
    return frozenset(filter(None, map(known.common_form, tokens)))
