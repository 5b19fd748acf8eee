"""A header to what its column holds: word by word, whatever the spelling, spacing and case."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from lpkit_importers.table.words import LABELS, PHRASES, WORDS

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[-–:]\s.*|[:*]\s*$")
_SHORT = re.compile(r"[aoc](\d{1,2})")
_LETTERS = "abcdefghij"
_WHOLE = str.maketrans("øØłŁđĐıیک", "oOlLdDiيك") | str.maketrans({"æ": "ae", "Æ": "AE"})
"""Letters with a stroke or the like, which do not come apart into a letter and a mark; Persian ones as Arabic."""
_WITH_KEY = {"correct", "key", "answer", "answers", "option", "options", "text", "number", "id", "label", "question"}
"""What may stand beside the words for a key."""
_ORDINAL = {"st", "nd", "rd", "th"}
_HEADER = 200
"""Characters of what may be a header."""
_LONGEST = 60
"""Characters of a word that may be several written as one."""

_LABELLED = {"answer", "answers", "option", "options", "correct", "wrong", "why"}
"""Words to which a letter may be written directly, as in optionA."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a column may hold: a field of the format, or `wrong`, `mark`, `answers`, `solution`; and its label."""

    kind: str
    label: int = 0
    """The number of a labelled option, from 0 or from 1 as the header has it; A is 1."""
    labelled: bool = False
    weak: bool = False
    """Whether it holds only where no other column does."""


def plain(text: str) -> str:
    """Give a text without case, accents and signs between its words: what two spellings of a header share."""
    parted = _CAMEL.sub(" ", text.strip().replace("#", " number "))
    if not parted.isascii():
        # Signs of vowels are marks as well, in Hindi and Arabic: a word that kept them would come apart at each.
        apart = unicodedata.normalize("NFKD", parted).translate(_WHOLE)
        parted = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
    return " ".join(_WORD.findall(parted.casefold()))


_PHRASED = re.compile(rf"\b(?:{'|'.join(PHRASES)})\b")
_MEANINGS = {plain(word): meaning for meaning, words in WORDS.items() for word in words.split()}


@lru_cache(maxsize=4096)
def role_of(header: str) -> Role | None:
    """Tell what a column with this header holds; None where no known words say it."""
    if len(header) > _HEADER:
        return None
    whole = _role(plain(header))
    return whole or _role(plain(_ASIDE.sub(" ", header)))


def _role(name: str) -> Role | None:
    if short := _SHORT.fullmatch(name.replace(" ", "")):
        return Role("option", int(short.group(1)), labelled=True)
    meanings: list[str] = []
    label: int | None = None
    for word in _PHRASED.sub(lambda found: PHRASES[found.group()], name).split():
        for meaning, number in _read(word):
            if number is not None and label is not None:
                return None
            label = number if number is not None else label
            meanings += [meaning] if meaning else []
    return _combined([meaning for meaning in meanings if meaning != "numbered"], label)


def _read(word: str) -> list[tuple[str, int | None]]:
    """Give the meanings of a word, with the number that a label has; a word that nobody knows means `unknown`."""
    if word in _ORDINAL:
        return []
    if word.isdigit():
        return [("numbered", int(word))] if len(word) <= 2 else [("unknown", None)]
    if word in _MEANINGS and not (len(word) == 1 and word in _LETTERS):
        return [(_MEANINGS[word], None)]
    if word in LABELS:
        return [("numbered", LABELS[word])]
    if len(word) == 1 and word in _LETTERS:
        return [("numbered", _LETTERS.index(word) + 1)]
    return _parted(word) or [("unknown", None)]


@lru_cache(maxsize=1024)
def _parted(word: str) -> list[tuple[str, int | None]]:
    """Take apart words that are written as one, the longest first, as in correctanswer or optiona."""
    if len(word) > _LONGEST:
        return []
    for end in range(len(word) - 1, 1, -1):
        first, rest = word[:end], word[end:]
        if _MEANINGS.get(first):
            if len(rest) == 1 and rest in _LETTERS and _MEANINGS[first] in _LABELLED:
                return [(_MEANINGS[first], None), ("numbered", _LETTERS.index(rest) + 1)]
            further = [(_MEANINGS[rest], None)] if len(rest) > 1 and rest in _MEANINGS else _parted(rest)
            if further:
                return [(_MEANINGS[first], None), *further]
    return []


def _combined(meanings: list[str], label: int | None) -> Role | None:
    """Tell what the words of a header mean together."""
    said = {"text" if meaning == "name" and len({*meanings}) > 1 else meaning for meaning in meanings}
    number, labelled = label or 0, label is not None
    if not said:
        return Role("option", number, labelled) if labelled else None
    if "unknown" in said:
        return None
    if "points" in said:
        return Role("mark", number, labelled) if labelled and said <= {"points", "answer", "option"} else None
    if "why" in said and "wrong" not in said:
        return Role("why", number, labelled) if labelled else Role("steps")
    if said & {"wrong", "wrongs"}:
        return (
            Role("wrong", number, labelled)
            if said <= {"wrong", "wrongs", "answer", "answers", "option", "options", "text"}
            else None
        )
    if said & {"correct", "key"}:
        return _of_key(said, number, labelled)
    if said & {"answer", "answers", "option", "options"}:
        return _of_options(meanings, number, labelled)
    return None if labelled else _of_field({*meanings})


def _of_key(said: set[str], number: int, labelled: bool) -> Role | None:
    if not said <= _WITH_KEY:
        return None
    return Role("mark", number, labelled) if labelled else Role("answer")


def _of_options(meanings: list[str], number: int, labelled: bool) -> Role | None:
    said = set(meanings)
    if labelled:
        return (
            Role("option", number, labelled)
            if said <= {"answer", "answers", "option", "options", "text", "question"}
            else None
        )
    if said <= {"answer", "number", "id"} or (
        said & {"number", "id"} and said <= {"option", "answers", "number", "id"}
    ):
        return Role("answer")
    if said <= {"answer", "text", "question"}:
        return Role("answer")
    if said <= {"answers", "text", "question"}:
        return Role("answers")
    return Role("options") if said <= {"answer", "answers", "option", "options", "text", "question"} else None


def _of_field(said: set[str]) -> Role | None:
    if said == {"label"}:
        return Role("answer", weak=True)
    if "name" in said or said == {"text"}:
        return Role("stem", weak=True) if said <= {"question", "name", "text"} else None
    if "question" in said:
        return (
            Role("stem")
            if said <= {"question", "text"}
            else Role("id", weak=True)
            if said <= {"question", "id"}
            else None
        )
    for kind in ("hint", "mistakes", "difficulty", "pool", "excerpt", "id", "solution"):
        if kind in said and said <= {kind, "text", "question"}:
            return Role(kind)
    return None
