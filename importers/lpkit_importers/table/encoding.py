"""Bytes to text: the encoding that the bytes prove, or the one that was named."""

import codecs
import re
from collections.abc import Iterator

from lpkit.importing import LpkitError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WESTERN = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
_OTHERS = ["cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949"]
_WESTERN_SAMPLE, _SAMPLE = 1_000_000, 100_000
"""Bytes at the beginning by which encodings of the West are told, and others."""
_COHERENT = 0.5
"""From this share of the letters of a language on a guess of charset-normalizer is taken; of 1."""
_FAR = 0.2
"""How much farther from a language the second guess must be."""

_LETTERS = set("äöüßéèêëàâçîïôûùœæñáíóúãõåøìò")
_SIGNS = set("°§€£²³µ×÷½¼±·•…™©®¿¡«»„“”‘’–—\u00a0")
_SHORTENED = re.compile(r"(?i)\w’(?:s|t|re|ll|ve|d|m)\b|\b(?:[ldjmnstc]|qu)’\w")
_ENGLISH = re.compile(r"(?i)\b(?:the|which|what|of)\b")
_APOSTROPHE = re.compile(r"\w(?:nít|íre|íll|íve|ís)")
"""What Mac Roman makes of an English apostrophe of Windows-1252."""
_SIGN = re.compile(r"[^\x00-\x7f\w]|(?![^\W\d_])[^\x00-\x7f]")
_WORD = re.compile(r"[^\W\d_]+")


def decode_table(content: bytes, wanted: str | None) -> tuple[str, str]:
    """Give the text of a file, and how it was read.

    Raises LpkitError where the bytes are not in the wanted encoding, and where two encodings fit them.
    """
    text, said = (_decoded_as(content, wanted), wanted) if wanted else _decoded(content)
    if "\0" in text:
        raise LpkitError(
            "the file is not text", "give a table that is saved as CSV, or name its encoding: --encoding NAME"
        )
    return text, said


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, name, said in _MARKS:
        if content.startswith(mark):
            return _decoded_as(content, name), said
    if bare := _without_mark(content):
        return _decoded_as(content, bare), "UTF-16 without a mark"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _guessed(content)


def _decoded_as(content: bytes, name: str) -> str:
    try:
        return content.decode(name).removeprefix("\ufeff")
    except LookupError as error:  # Also for codecs that give no text, as hex.
        raise LpkitError(f'no encoding is called "{name}"', "name one, as utf-8, cp1252 or mac-roman") from error
    except UnicodeError as error:
        raise LpkitError(f"the file is not {name}", "name its encoding: --encoding NAME") from error


def _without_mark(content: bytes) -> str | None:
    """Tell UTF-16 by its zeros: every other byte of what is mostly ASCII."""
    head = content[:1000]
    if len(head) < 4 or len(content) % 2:
        return None
    for name, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) * 2 > len(zeros) and not others.count(0):
            return name
    return None


def _guessed(content: bytes) -> tuple[str, str]:
    """Take the one encoding that makes words of the bytes.

    Raises LpkitError where none or more than one does.
    """
    read = {name: _western(content[:_WESTERN_SAMPLE], name) for name in _WESTERN}
    fitting = [name for name, text in read.items() if text is not None and not any(_odd(text))]
    if len({read[name] for name in fitting}) == 1:
        return _decoded_as(
            content, fitting[0]
        ), f"{_WESTERN[fitting[0]]}: the one that makes words of it (--encoding overrules)"
    if fitting:
        names = " and ".join(_WESTERN[name] for name in fitting)
        raise LpkitError(f"the file is not UTF-8, and {names} both fit", _named(fitting[0]))
    return _foreign(content)


def _named(name: str) -> str:
    return f"save it as UTF-8, or name its encoding: --encoding {name.replace('_', '-')}"


def _western(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None


def _odd(text: str) -> Iterator[str]:
    """Give what stands beyond ASCII where no word of a western language has it: words as a whole, and signs."""
    english = bool(_ENGLISH.search(text))
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.isascii() and not _is_western(word, english):
            yield word
    shortened = {match.start() + match.group().index("’") for match in _SHORTENED.finditer(text)}
    for match in _SIGN.finditer(text):
        position, sign = match.start(), match.group()
        within = text[position - 1 : position].isalpha() and text[position + 1 : position + 2].isalpha()
        if sign not in _SIGNS or (within and position not in shortened and sign != "\u00a0"):
            yield sign


def _is_western(word: str, english: bool) -> bool:
    """Tell whether a word with letters beyond ASCII can be one: by its letters, their case, and apostrophes."""
    if len(word) == 1:
        return word in "àéóúÀÉÓÚ"
    if english and _APOSTROPHE.fullmatch(word[-4:]):
        return False
    return _cased(word) and {letter for letter in word.lower() if letter > "\x7f"} <= _LETTERS


def _cased(word: str) -> bool:
    """Tell whether a word is in small letters, in capitals, or has a capital where it begins."""
    return word.islower() or word.isupper() or word[1:].islower()


def _latin(text: str) -> bool:
    """Tell whether letters beyond ASCII are mostly of the Latin script, where guesses are often wrong."""
    beyond = [sign for sign in text if sign > "\x7f" and sign.isalpha()]
    return 2 * sum(sign < "\u0370" for sign in beyond) >= len(beyond)


def _foreign(content: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    head = content[:_SAMPLE].rpartition(b"\n")[0] or content[:_SAMPLE]
    matches = [*from_bytes(head, cp_isolation=_OTHERS, enable_fallback=False)]
    best = matches[0] if matches else None
    rest = [match for match in matches[1:] if str(match) != str(best)]
    if (
        best is None
        or _latin(str(best))
        or best.coherence < _COHERENT
        or any(match.coherence > best.coherence - _FAR for match in rest)
    ):
        raise LpkitError("the file is not UTF-8, and its bytes do not tell what it is", _named("cp1252"))
    return _decoded_as(content, best.encoding), f"{best.encoding}: the likeliest (--encoding overrules)"
