"""Finding quoted passages in answers: what counts as verbatim."""

from lpkit.pattern import pattern
from lpkit.text.remembered import remembered

_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})
# Space is taken from its first character or not at all: a search that began anew at each of them would be quadratic.
_SPACE = r"(?<!\s)\s+"
_DASHES = pattern(rf"(?:{_SPACE})?[‐‑‒–—―−]\s*|{_SPACE}-+\s+")
_UNEVEN = pattern(r"\s*[‐‑‒–—―−]\s*|\s+-+\s+|\s{2,}|[^\S ]")
"""What becomes one other character: a dash with the space around it, a run of space, or space that is no blank."""
_ELISION = pattern(rf"(?:{_SPACE})?(?:\[\s*(?:\.{{2,}}|…)\s*\]|\.{{3,}}|…)\s*")
_SPOKEN = pattern(r"(?:(?<!\w)[-+](?=[$€£]?\d))?[$€£]?\w+(?:[.,'/]\w+)*[%°]?")
"""A word as it is spoken, with what is spoken of a number: sign, currency, decimals, per cent."""


@remembered(4096)
def fold(text: str) -> str:
    """Give a text with its typography made even: quotation marks, dashes and white space."""
    plain_ascii = text.isascii()
    text = text if plain_ascii else text.translate(_SAME)
    text = _DASHES.sub("-", text) if "-" in text or not plain_ascii else text
    return " ".join(text.split())


_TRIES = 8
_MARK = "\0"
"""A character that no text of a pack or a bank holds at a border: YAML refuses it."""
_BORDER = pattern(r"(?<!\w)|(?!\w)")


def contains(answer: str, quote: str) -> bool:
    """Tell whether a quote is in an answer, word for word.

    Typography may differ, the first letter may differ in case (a quote may begin in mid-sentence), and the quote
    may leave words out where it says so with an ellipsis (`…`, `...` or `[..]`). It begins and ends at word
    borders.
    """
    return bool(_pieces(quote)) and not missing_piece(answer, quote)


def missing_piece(answer: str, quote: str) -> str:
    """Give the first piece of a quote, between ellipses, that is not in an answer; empty where all are."""
    passage = fold(answer)
    start = 0
    for piece in _pieces(quote):
        start = _find(passage, piece, start)
        if start < 0:
            return piece
    return ""


def locate(answer: str, quote: str) -> tuple[int, int] | None:
    """Give where in an answer a quote begins and ends, in code points; None where `contains` finds none."""
    if missing_piece(answer, quote):
        return None  # Most are asked for what is not there, and where each character stands is known last.
    passage, places = _folded(answer)
    first, end = None, 0
    for piece in _pieces(quote):
        end = _find(passage, piece, end)
        if end < 0:
            return None
        first = end - len(piece) if first is None else first
    return None if first is None else (places[first], places[end - 1] + 1)


def _folded(text: str) -> tuple[str, list[int]]:
    """Fold a text as `fold` does, and give where each character of the result stands in it."""
    text = text.translate(_SAME)
    folded: list[str] = []
    places: list[int] = []
    end = 0
    for match in _UNEVEN.finditer(text):
        folded.append(text[end : match.start()])
        places += range(end, match.start())
        unit, end = match.group(), match.end()
        folded.append("-" if unit.strip() else " ")
        places.append(end - len(unit.lstrip()) if unit.strip() else match.start())
    folded.append(text[end:])
    places += range(end, len(text))
    whole = "".join(folded)
    blank = len(whole) - len(whole.lstrip())
    return whole.strip(), places[blank : blank + len(whole.strip())]


def _pieces(quote: str) -> list[str]:
    return [piece for piece in _ELISION.split(fold(quote)) if piece]


def _find(passage: str, piece: str, start: int) -> int:
    """Give where a piece ends in a passage, searching from an offset; -1 where it is not there."""
    found = [_end_of(passage, first + piece[1:], start) for first in {piece[0], piece[0].swapcase()}]
    return min((end for end in found if end >= 0), default=-1)


def _end_of(passage: str, words: str, start: int = 0) -> int:
    """Give where some words end in a passage in which they stand at word borders; -1 where they do not."""
    begin = passage.find(words, start)
    for _ in range(_TRIES):
        if begin < 0:
            return -1
        end = begin + len(words)
        if not (_joined(passage[begin - 1 : begin], words[0]) or _joined(words[-1], passage[end : end + 1])):
            return end
        begin = passage.find(words, begin + 1)
    return _end_at_border(passage, words, begin) if begin >= 0 else -1


def _end_at_border(passage: str, words: str, start: int) -> int:
    """Do the same in one search, for passages in which the words stand within others again and again.

    A mark is set wherever no two characters of one word meet, and the marked words are looked for in the marked text.
    """
    marked, wanted = _BORDER.sub(_MARK, passage), _BORDER.sub(_MARK, words)
    before = len(_BORDER.sub(_MARK, passage[:start])) - 1 if start else 0
    found = marked.find(wanted, before)
    return -1 if found < 0 else len(marked[: found + len(wanted)].replace(_MARK, ""))


def _joined(left: str, right: str) -> bool:
    """Tell whether two characters belong to one word; at the ends of a text one of them is empty."""
    return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")


@remembered(4096)
def plain(text: str) -> str:
    """Give a text with its typography and its case made even."""
    return fold(text).casefold()


def says(text: str, phrase: str) -> bool:
    """Tell whether a phrase is in a text at word borders, whatever the typography and the case."""
    return _end_of(plain(text), plain(phrase)) >= 0


def same_words(one: str, two: str) -> bool:
    """Tell whether two passages have the same words; case, typography and punctuation make no difference."""
    return _words(one) == _words(two)


def _words(text: str) -> list[str]:
    # A text of symbols alone has no words; it is then compared as it stands.
    return _SPOKEN.findall(plain(text)) or [plain(text)]
