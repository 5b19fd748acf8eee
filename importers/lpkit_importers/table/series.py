"""Signs by which options are called in the order of a script: А Б В Г, Α Β Γ, ア イ ウ, I II III, ① ② ③.

Some of them look as Latin letters do and stand in another place: В is the third of А Б В. So a sign counts only where
the table proves whose it is: headers that run from the first one without a gap, or keys of which some have no Latin
look; a key in Latin letters below headers of another script is none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from lpkit_importers.table.choices import LETTERS

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SERIES: Mapping[str, Sequence[str]] = {
    "Roman numbers": _ROMAN,
    "Cyrillic letters": "абвгдежзик",
    "Greek letters": "αβγδεζηθικ",
    "Hebrew letters": "אבגדהוזחטי",
    "Arabic letters": "أبجدهوزحطي",
    "kana": "アイウエオカキクケコ",
    "Hangul": "가나다라마바사아자차",
    "signs of the ten stems": "甲乙丙丁戊己庚辛壬癸",
    "numbers in circles": "①②③④⑤⑥⑦⑧⑨⑩",
}
"""Signs in their order, in lower case, by what they are called."""
_PLACES = {name: {sign: at for at, sign in enumerate(signs)} for name, signs in _SERIES.items()}
_OTHER = {"ا": "أ", "і": "i"}
"""Signs that are written in two ways."""
_LOOKS_LATIN = frozenset("авекорсухαβεικοivxmcdl")
_MARK = re.compile(r"(\W{0,2}(?:[^\W\d_]{2,20}\s+)?)([^\W_]{1,4})(?=\s*(?:$|[).\]:]))")
"""What may stand before a sign that calls an option, and the sign: `(II)`, `Вариант Б`, `Б) Москва`."""
_SHORT = 200
"""Characters of a text that may begin with such a sign."""


def latin_headers(header: Sequence[str]) -> tuple[list[str], str]:
    """Give the headers with Latin letters where they run in another script, and what that is called.

    The second is empty, and the headers are as they are, where they do not.
    """
    for name in _SERIES:
        found = {column: at for column, text in enumerate(header) if (at := _header_place(text, name)) is not None}
        if len(found) >= 2 and sorted(found.values()) == [*range(len(found))]:
            taken = [_renamed(text, name) if column in found else text for column, text in enumerate(header)]
            return taken, name
    return [*header], ""


def _header_place(header: str, name: str) -> int | None:
    """Give the place that the one sign of a header has in a series; None where it has none, or several."""
    if len(header) > _SHORT:
        return None
    places = [at for word in _words(header) if (at := _place(word, name)) is not None]
    return places[0] if len(places) == 1 else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _place(sign: str, name: str) -> int | None:
    folded = sign.casefold()
    return _PLACES[name].get(_OTHER.get(folded, folded))


def _renamed(header: str, name: str) -> str:
    def renamed(found: re.Match[str]) -> str:
        place = _place(found.group(), name)
        return found.group() if place is None else LETTERS[place].upper()

    return re.sub(r"[^\W_]+", renamed, header)


def series_of(keys: Iterable[str]) -> str:
    """Give the series that all keys of a column are signs of, and some without a Latin look; an empty text for none."""
    marks = [found.group(2) for key in keys if (found := _marked(key))]
    for name in _SERIES:
        if len(marks) >= 2 and all(_place(mark, name) is not None for mark in marks):
            plain = [mark for mark in marks if not {*mark.casefold()} <= _LOOKS_LATIN]
            if plain or (name == _NUMBERS and any(len(mark) > 1 for mark in marks)):
                return name
    return ""


_NUMBERS = next(iter(_SERIES))


def _marked(key: str) -> re.Match[str] | None:
    return _MARK.match(key) if len(key) <= _SHORT else None


def latin_key(key: str, name: str) -> str:
    """Give a key with the Latin letter of its sign; an empty text where it begins with a letter of another script.

    Roman numbers leave letters as they are which are none.
    """
    found = _marked(key)
    if not name or found is None:
        return key
    mark = found.group(2)
    place = _place(mark, name)
    if place is not None:
        return f"{found.group(1)}{LETTERS[place].upper()}{key[found.end(2) :]}"
    lettered = name != _NUMBERS and len(mark) == 1 and mark.isalpha()
    return "" if lettered else key
