"""What the user may say of a table, as values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from lpkit.importing import LpkitError, Options
from lpkit_importers.table.choices import LETTERS
from lpkit_importers.table.readings import Reading

FIELDS = (
    "id",
    "pool",
    "difficulty",
    "stem",
    "excerpt",
    "options",
    "wrong",
    "answer",
    "steps",
    "hint",
    "mistakes",
)
"""What a column may be read as, besides single options, wrong options, marks of right ones and reasons."""

SETTINGS: Mapping[str, str] = {
    "column": 'FIELD=HEADER: the column of a field, as "stem=Frage" or "option 1=answer_a"; repeatable',
    "keys-from": "0, 1, letters, text, names, apart or marks: how keys are read (apart: the key is one more option; "
    "marks: a star or the like at an option is no part of it)",
    "header": "HEADERS: the headers of a table that has none, parted by commas",
    "split": "SEPARATOR: what parts the options in one cell",
    "html": "yes, entities or no: what of tags and entities in texts are marks of a page; the rest is text itself",
}
"""The settings of every table, by name."""

_NUMBERED = re.compile(r"(option|wrong|why|correct) ([a-j]|\d{1,2})")
_NAMES = {"question": "stem", "key": "answer", "explanation": "steps", "solution": "steps", "choices": "options"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What was said: headers of fields, the reading of keys, headers of all columns, and a separator of options."""

    columns: Mapping[str, str] = field(default_factory=dict)
    reading: Reading | None = None
    header: Sequence[str] = ()
    split: str | None = None
    html: str = ""
    """Which marks of a page the texts have: yes, entities or no; an empty text where nobody says."""
    why: str = "as you say"
    """Why the reading is the one that is set."""


def settings_of(options: Options) -> Settings:
    """Give what was said as a value.

    Raises LpkitError where a setting is unknown, said twice, or no column or reading.
    """
    for name in ("keys-from", "header", "split", "html"):
        if len(options.get(name, ())) > 1:
            raise LpkitError(f"{name} is given twice", "give it once")
    header = [name.strip() for name in one(options, "header").split(",")] if one(options, "header") else []
    columns = _columns(options.get("column", ()))
    return Settings(columns, _reading(one(options, "keys-from")), header, _sign(options), _html(one(options, "html")))


def one(options: Options, name: str) -> str:
    """Give the value of a setting that is given once; an empty text where it is not given."""
    return next(iter(options.get(name, ())), "")


def _html(word: str) -> str:
    if word not in {"", "yes", "entities", "no"}:
        raise LpkitError(f"html is {word}, which says nothing", "it may be yes, entities or no")
    return word


def _sign(options: Options) -> str | None:
    return one(options, "split").replace("\\n", "\n").replace("\\t", "\t") or None


def _reading(word: str) -> Reading | None:
    if not word:
        return None
    if word not in {*Reading}:
        raise LpkitError(f"keys-from is {word}, which says nothing", f"it may be {', '.join(Reading)}")
    return Reading(word)


def _columns(words: Sequence[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for word, name, header in _parted(words):
        taken = field_named(name)
        if not taken or not header:
            raise LpkitError(f'"{word}" names no column', _fields_hint(name))
        if taken in columns:
            raise LpkitError(f"the column of {taken} is given twice", "give each field one column")
        columns[taken] = header
    return columns


def _parted(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for word in words:
        name, _, header = word.partition("=")
        yield word, name, header.strip()


def field_named(name: str) -> str:
    """Give a field in its one spelling, as `option 2` for `Option_B`; an empty text where there is none."""
    plain = " ".join(name.replace("_", " ").replace("-", " ").casefold().split())
    if found := _NUMBERED.fullmatch(plain):
        mark = found.group(2)
        return f"{found.group(1)} {LETTERS.index(mark) + 1 if mark in LETTERS else int(mark)}"
    return _NAMES.get(plain, plain if plain in FIELDS else "")


def _fields_hint(name: str) -> str:
    close = get_close_matches(name.casefold(), [*FIELDS, "option 1", "wrong 1", "why 1", "correct 1"], 1)
    listed = f"write FIELD=HEADER; fields: {', '.join(FIELDS)}, option 1, wrong 1, why 1, correct 1"
    return f"did you mean {close[0]}?" if close and close[0] != name else listed
