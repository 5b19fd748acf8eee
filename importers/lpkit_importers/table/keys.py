"""What a cell of a key column may say: the text of an option, its letter, its number, or the name of its column."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lpkit_importers.table.choices import LETTERS, Choices, whole_list
from lpkit_importers.table.headers import plain, role_of
from lpkit_importers.table.words import LABELS, ORDINALS

_BARE = re.compile(r"[(\[]?\s*([A-Za-z]|\d{1,3})(?:\.0+)?\s*[)\].:]*")
_BEGUN = re.compile(
    r"(?:(?:option|answer|choice|antwort)\s+)?[(\[]?([A-Za-z]|\d{1,2})(?:\s?[).\]:]+\s*|\s+[-–—]\s+)(\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_WORDED = re.compile(r"[(\[]?((?:[^\W\d_]|\d{1,2}(?=st|nd|rd|th))[\w .#-]{0,30}?)[)\]]?[.:]?")
_WORD = re.compile(r"\d+|[^\W\d]+")
_PARTS = re.compile(r"\s*(?:[,;|&/+]|\band\b|\bund\b|\bet\b|\by\b)\s*")
_GLUED = re.compile(r"[A-J]{2,6}|[a-j]{2,6}")
_NOTED = re.compile(r"([A-Za-z]|\d{1,2})\s*[(\[]([^()\[\]]+)[)\]]")
"""A letter or number with a note in brackets."""
_TRUTH = {"f": "false", "t": "true"}
_SENTENCE = re.compile(r"((?:the\s+)?(?:correct\s+|right\s+)?(?:answer|option|choice))\s+is\s+", re.IGNORECASE)
_SHORT = 200
"""Characters of a key that may be letters."""
_CURLY = str.maketrans("‘’“”\u00a0", "''\"\" ")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """A key that names an option by a letter or a number, and the text that may follow it."""

    letter: str = ""
    number: int | None = None
    rest: str = ""
    said: str = ""
    """The word by which the number is said, where it is no figure: `third`."""

    @property
    def is_place(self) -> bool:
        """Tell whether the word says a place, as `third` does and `three` does not: the first is 1."""
        return self.said in ORDINALS


def cleaned_key(cell: str) -> str:
    """Give a key without what stands around it: a list of one, or the word answer and a colon, or a sentence so."""
    listed = whole_list(cell)
    if listed and len(listed) == 1:
        return listed[0].strip()
    before, colon, after = cell.partition(":")
    role = role_of(before) if colon and len(before) < 30 else None
    if role and role.kind == "answer" and not role.weak and after.strip():
        return after.strip()
    begun = _SENTENCE.match(cell[:_SHORT])
    role = role_of(begun.group(1)) if begun else None
    said = cell[begun.end() :].strip() if begun else ""
    return said if role and role.kind == "answer" and label_of(said) else cell


@lru_cache(maxsize=4096)
def label_of(key: str) -> Label | None:
    """Read a key as a letter or a number, alone or before a text; None where it is neither."""
    if bare := _BARE.fullmatch(key):
        return _label(bare.group(1))
    if begun := _BEGUN.fullmatch(key) or _NOTED.fullmatch(key):
        return _label(begun.group(1), begun.group(2).strip())
    worded = _WORDED.fullmatch(key) if len(key) <= _SHORT else None
    role = role_of(worded.group(1)) if worded else None
    if worded is None or role is None or role.kind != "option" or not role.labelled:
        return None
    figures = re.findall(r"\d+", plain(key))
    return _worded(plain(worded.group(1)), role.label) if all(figure in key for figure in figures) else None


def _worded(name: str, number: int) -> Label | None:
    """Give the label of words that number an option, by the one of them that does: never a letter within a word."""
    words = _WORD.findall(name)
    if any(word.isdecimal() for word in words):
        # 2nd says a place, as second does.
        return Label(number=number, said="second" if re.search(r"\d ?(?:st|nd|rd|th)\b", name) else "")
    if said := next((word for word in words if word in LABELS), ""):
        return Label(number=number, said=said)
    return _label(LETTERS[number - 1]) if 0 < number <= len(LETTERS) else None


def _label(mark: str, rest: str = "") -> Label | None:
    if mark.isdecimal():
        return Label(number=int(mark), rest=rest)
    return Label(letter=mark.casefold(), rest=rest) if mark.casefold() in LETTERS else None


def is_bare(key: str) -> bool:
    """Tell whether a key says nothing but a letter or a number: what a text of an option could be as well."""
    return len(key) <= _SHORT and bool(_BARE.fullmatch(key)) and label_of(key) is not None


def folded(text: str) -> str:
    """Give a text without what two copies of it may differ by: case, spaces, quotes around it, a full stop."""
    bare = _SPACES.sub(" ", text.translate(_CURLY)).strip().rstrip(".").strip().casefold()
    quoted = len(bare) > 2 and bare[0] == bare[-1] == '"' and '"' not in bare[1:-1]
    return bare[1:-1].strip() if quoted else bare


def by_text(key: str, label: Label | None, row: Choices) -> int | None:
    """Give the one option that has this text, to the letter or else without regard to case and spaces.

    `label` is what `label_of` gives for the key: a letter before the text must be that of the option.
    """
    if row.texts.count(key) == 1:
        return row.texts.index(key)
    if key in row.texts:
        return None
    wanted = _TRUTH[folded(key)] if is_truth(key, row) else folded(key)
    found = [place for place, text in enumerate(row.texts) if folded(text) == wanted] if wanted else []
    if len(found) == 1:
        return found[0]
    if found or label is None or not label.rest:
        return None
    place = by_text(label.rest, None, row)
    return place if place is None or not label.letter or place == _lettered(label, row) else None


def is_truth(key: str, row: Choices) -> bool:
    """Tell whether a key is the first letter of one of two options that are true and false."""
    return folded(key) in _TRUTH and sorted(map(folded, row.texts)) == [*_TRUTH.values()]


def by_name(name: str, row: Choices) -> int | None:
    """Give the option whose column has this header, which is plain."""
    return row.names.index(name) if len(name) > 2 and row.names.count(name) == 1 else None


def by_label(label: Label | None, row: Choices, start: int) -> int | None:
    """Give the option that a letter names, or a number where the first one is `start`."""
    if label is None:
        return None
    if label.number is None:
        place = _lettered(label, row)
    else:
        wanted = label.number if label.is_place else label.number - start + 1
        place = _numbered(label.number, wanted, row, start)
    if place is None or (label.rest and folded(label.rest) != folded(row.texts[place])):
        return None
    return place


def _numbered(number: int, wanted: int, row: Choices, start: int) -> int | None:
    """Give the option of a place; where options have numbers of their own with a gap, the key's is meant.

    An index of a list, and one from 0, must be that of the same option, unless no option has its number.
    """
    place = row.places.index(wanted) if wanted in row.places else None
    figures = [mark for mark in row.letters if mark.isdecimal()]
    if not figures or figures == [str(at + 1) for at in range(len(row.texts))]:
        return place
    if start == 0 and str(number) not in row.letters and (row.listed or number == 0):
        return place
    own = _agreed(str(number), place, row)
    return own if own == place or (start == 1 and not row.listed) else None


def _lettered(label: Label, row: Choices) -> int | None:
    """Give the option of a letter: by its own letters where it has any, and then the columns must not say otherwise."""
    wanted = LETTERS.index(label.letter) + 1
    place = row.places.index(wanted) if wanted in row.places else None
    return _agreed(label.letter, place, row) if any(mark in LETTERS for mark in row.letters if mark) else place


def _agreed(mark: str, place: int | None, row: Choices) -> int | None:
    """Give the option that bears a mark, or stands in its place; None where those are two."""
    own = row.letters.index(mark) if mark in row.letters else None
    if row.own:
        return own if own == place or row.listed or not any(row.names) else None
    if own is None:
        return place if place is None or not row.letters[place] else None
    return own if own == place else None


def contradiction(label: Label | None, row: Choices) -> str:
    """Say how the letters or numbers of options go against their places for a key; an empty text where they do not."""
    mark = "" if label is None else label.letter or str(label.number)
    own = row.letters.index(mark) if mark and mark in row.letters else None
    if own is None or by_label(label, row, 1) is not None:
        return ""
    return f'the option "{row.texts[own]}" bears "{mark.upper()}", but does not stand in that place'


def says_several(key: str) -> bool:
    """Tell whether a key names more than one option."""
    if len(key) > _SHORT:
        return False
    listed = whole_list(key)
    parts = [part.strip() for part in listed] if listed is not None else _PARTS.split(key)
    return (len(parts) > 1 and all(label_of(part) for part in parts)) or bool(_GLUED.fullmatch(key))
