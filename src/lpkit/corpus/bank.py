"""Banks of questions: files with one question of JSON a line, read line by line however long they are."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Path, Site, Span
from lpkit.errors import LpkitError
from lpkit.files import opened
from lpkit.model import Option, Question
from lpkit.model.types import MAX_TEXT
from lpkit.schema.unfit import too_long
from lpkit.source import Source
from lpkit.source.jsonlines import extents, read_line
from lpkit.text.languages import UNSAID, language_of

_END = len(b"\r\n")
"""What ends a line is no part of it."""
MAX_LINE = 1_000_000
"""Bytes of one line; a question has a few hundred."""

_KEYS = {"stem": str, "options": list, "answer": str}
_KNOWN = (*_KEYS, "id")
_SAVE = "write one JSON object a line, with the keys stem, options, answer and perhaps id"


@dataclass(frozen=True, slots=True)
class BankFlaw:
    """Why a line is no question, or only half of one: a rule's name, the place, and what to do."""

    kind: str
    site: Site
    message: str
    help: str = _SAVE


def without_questions(name: str) -> LpkitError:
    """Give the error of a bank that has no line."""
    return LpkitError(f"no questions found in {name}", "write one JSON object a line")


class BankSource(Source):
    """A bank as a source of positions: a line is read again when it is asked for. Its number leads each path."""

    def __init__(self, name: str, file: FilePath) -> None:
        self.name = name
        self.text = name
        self.file = file
        self.starts = array("Q")
        # All that is wrong with a line is placed one after the other, so it is read and taken apart once.
        self._line = lru_cache(maxsize=16)(self._read)
        self._places = lru_cache(maxsize=1)(_extents)
        self._data = lru_cache(maxsize=1)(_data)

    def span(self, site: Site) -> Span:
        """Give where a value stands; the whole line where it is not there, the first one for the bank itself."""
        line, *below = site.at or (0,)
        text = self._line(int(line))
        found = self._places(text)
        start, end = next(
            (found[tuple(below[:depth])] for depth in range(len(below), 0, -1) if tuple(below[:depth]) in found),
            (0, len(text) if site.at else 1),
        )
        return Span(int(line) + 1, start + 1, int(line) + 1, end + 1)

    def value(self, at: Path) -> Any:
        """Give the value at a path; None where there is none."""
        here: Any = self._data(self._line(int(at[0]))) if at else None
        for step in at[1:]:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def lines(self, first: int, last: int) -> tuple[str, ...]:
        """Give the text of some lines, counted from 1."""
        return tuple(self._line(number - 1) for number in range(first, last + 1))

    def _read(self, line: int) -> str:
        if line >= len(self.starts):
            return ""
        with opened(self.file) as stream:
            stream.seek(self.starts[line])
            return stream.readline(MAX_LINE + _END).decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")


def _data(text: str) -> Any:
    return read_line(text.encode("utf-8", "surrogatepass")).value


def _extents(text: str) -> dict[Path, tuple[int, int]]:
    try:
        return extents(text)
    except (ValueError, RecursionError, IndexError):
        return {}


def read_bank(source: BankSource) -> Iterator[QuestionView | BankFlaw]:
    """Read a bank line by line: a question for each sound line, flaws for the others; blank lines are left out.

    Notes in the source where each line begins. Raises UnreadableError where the file is not regular, or the system
    refuses.
    """
    for number, content in _lines(source):
        if content is None:
            message = f"the line has more than {MAX_LINE:,} bytes"
            yield BankFlaw("unreadable-file", Site(source.name, (number,)), message)
        elif content.strip(b"\xef\xbb\xbf \t\r\n"):
            yield from _read_question(source.name, number, content)


def _lines(source: BankSource) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines with their numbers from 0; None for one that is too long to be held."""
    offset = 0
    with opened(source.file) as stream:
        while content := stream.readline(MAX_LINE + _END):
            source.starts.append(offset)
            offset += len(content)
            long = len(content.removesuffix(b"\n").removesuffix(b"\r")) > MAX_LINE
            while long and content and not content.endswith(b"\n"):
                content = stream.readline(MAX_LINE)
                offset += len(content)
            yield len(source.starts) - 1, None if long else content


def _read_question(name: str, number: int, content: bytes) -> Iterator[QuestionView | BankFlaw]:
    line = read_line(content)
    site = Site(name, (number,))
    if line.flaw:
        yield BankFlaw(line.flaw[0], site, line.flaw[1])
        return
    if not isinstance(line.value, dict):
        yield BankFlaw("wrong-type", site, "the line is no mapping of keys")
        return
    flaws = list(_flaws(name, number, line.value))
    yield from (
        BankFlaw("duplicate-key", Site(name, (number, key)), f'key "{key}" is given twice', "keep one of the two")
        for key in line.repeated
    )
    yield from flaws
    if not flaws and not line.repeated:
        yield QuestionView(name, (number,), _question(line.value, number), language_of(UNSAID), fixed_order=True)


def _flaws(name: str, number: int, data: dict[str, Any]) -> Iterator[BankFlaw]:
    for key, kind in _KEYS.items():
        if key not in data:
            close = get_close_matches(key, [other for other in data if other not in _KNOWN], 1, 0.7)
            hint = f'; did you misspell it as "{close[0]}"?' if close else ""
            yield BankFlaw("missing-key", Site(name, (number,)), f'missing key "{key}"{hint}')
        elif not isinstance(data[key], kind):
            expected = "a list of texts" if kind is list else "text"
            yield BankFlaw("wrong-type", Site(name, (number, key)), f'"{key}" is no {expected.removeprefix("a ")}')
        elif kind is str:
            yield from _text_flaws(Site(name, (number, key)), f'"{key}"', data[key])
        else:
            yield from _option_flaws(name, number, data[key])
    if not isinstance(data.get("id", ""), str):
        yield BankFlaw("wrong-type", Site(name, (number, "id")), '"id" is no text', "put the id in quotes")
    elif len(data.get("id", "")) > MAX_TEXT:
        yield BankFlaw("text-too-long", Site(name, (number, "id")), *too_long('"id"', data["id"]))


def _option_flaws(name: str, number: int, options: list[Any]) -> Iterator[BankFlaw]:
    if len(options) < 2:
        message = f'"options" has {len(options)} entries; at least 2 are needed'
        yield BankFlaw("value-not-allowed", Site(name, (number, "options")), message)
    for place, option in enumerate(options):
        site = Site(name, (number, "options", place))
        if isinstance(option, str):
            yield from _text_flaws(site, "this option", option)
        else:
            yield BankFlaw("wrong-type", site, "this option is no text", "put it in quotes")


def _text_flaws(site: Site, what: str, text: str) -> Iterator[BankFlaw]:
    if not text.strip():
        yield BankFlaw("value-not-allowed", site, f"{what} is blank", "write its text")
    elif len(text) > MAX_TEXT:
        yield BankFlaw("text-too-long", site, *too_long(what, text))
    elif not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        yield BankFlaw("value-not-allowed", site, f"{what} holds half of a character", "write the whole character")


def _question(data: dict[str, Any], number: int) -> Question:
    """Make a question without what only packs have: it was looked at here, so it is not validated again."""
    return Question.model_construct(
        id=data.get("id") or f"line-{number + 1}",
        pool="practice",
        difficulty="easy",
        stem=data["stem"],
        excerpt=None,
        options=[Option.model_construct(text=text, why=None) for text in data["options"]],
        answer=data["answer"],
        steps=[],
        mistakes=[],
    )
