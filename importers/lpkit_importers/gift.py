"""Multiple-choice questions in GIFT, the text format of Moodle; other kinds of question are noted and left out.

The format is described in Moodle's documentation, "GIFT format".
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lpkit.importing import Draft, Imported, Note, Options, decoded, lines_of

_ESCAPE = re.compile(r"\\([~=#{}:\\n])")
_ESCAPED = "~=#{}:\\n"
_HIDING = "".join(chr(0xFDD0 + number) for number in range(len(_ESCAPED)))
"""What stands for escaped characters until an entry is taken apart: code points that no text may hold."""
_HIDE = str.maketrans(_ESCAPED, _HIDING)
_SHOW = str.maketrans(_HIDING, _ESCAPED.replace("n", " "))
_MARKUP = re.compile(r"\[(html|moodle|plain|markdown)\]\s*")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_WEIGHT = re.compile(r"\s*%-?[\d.]+%")
_LOOKS_LIKE = re.compile(r"^\$CATEGORY:|\{[^{}=~]*[=~][^{}]*\}", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class GiftImporter:
    """Reads questions; entries are parted by blank lines. What cannot be held becomes a note.

    A title becomes nothing but a part of the note: ids are made of the stem. Feedback on a wrong answer becomes the
    option's `why`, general feedback the worked solution.
    """

    name = "gift"
    summary = "Moodle's GIFT: the multiple-choice questions with one right answer."
    settings: Mapping[str, str] = {}

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether any entry has answers in braces."""
        text = content.decode("utf-8", "replace")
        return name.lower().endswith(".gift") or bool(_LOOKS_LIKE.search(text))

    def read(self, content: bytes, options: Options) -> Imported:  # noqa: ARG002
        """Read the entries.

        Raises LpkitError where the file is not UTF-8.
        """
        notes: list[Note] = []
        return Imported(tuple(_read_gift(decoded(content), notes)), tuple(notes))


class _Entry(NamedTuple):
    """The parts of one question, as they are written."""

    title: str
    stem: str
    answers: str
    tail: str


def _entry(block: str) -> _Entry | None:
    """Take a question apart; None where it has not just one pair of braces."""
    head, opened, rest = block.partition("{")
    answers, closed, tail = rest.partition("}")
    if not (opened and closed) or any(brace in part for part in (head, answers, tail) for brace in "{}"):
        return None
    title, parted, stem = head.removeprefix("::").partition("::") if head.startswith("::") else ("", "", "")
    return _Entry(title, (stem if parted else head).lstrip(), answers, tail)


def _read_gift(text: str, notes: list[Note]) -> Iterator[Draft]:
    for line, block in _blocks(text):
        place = f"line {line}"
        if block.startswith("$CATEGORY:"):
            notes.append(Note(place, f"not held: category {block.partition(':')[2].strip()}"))
            continue
        hidden = _ESCAPE.sub(lambda match: match.group(1).translate(_HIDE), block)
        entry = _entry(hidden)
        reason = (
            "its form is not that of one question, and a blank line must part two"
            if entry is None
            else _other_kind(entry.answers)
        )
        if entry is None or reason:
            notes.append(Note(place, f"left out: {reason}"))
        else:
            yield Draft(place, _fields(entry, place, notes))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Give the entries with the line on which each begins; comments are left out."""
    lines: list[str] = []
    begin = 1
    for number, line in enumerate([*lines_of(text), ""], start=1):
        if line.lstrip().startswith("//"):
            continue
        if not lines and line.lstrip().startswith("$CATEGORY:"):
            yield number, line.strip()
        elif line.strip():
            begin = begin if lines else number
            lines.append(line.strip())
        elif lines:
            yield begin, "\n".join(lines)
            lines = []


def _other_kind(answers: str) -> str:
    """Say which kind of question it is, where it is not multiple choice with one right answer."""
    body = answers.partition("####")[0].strip()
    if not body:
        return "an essay has no options"
    if body.startswith("#"):
        return "a numerical question has no options"
    if body.partition("#")[0].strip().upper() in {"T", "TRUE", "F", "FALSE"}:
        return "true or false is no choice of options"
    signs = [sign for sign, _ in _ANSWER.findall(body)]
    if "->" in body:
        return "a matching question has no single key"
    if "~" not in signs:
        return "a short answer has no wrong options"
    return "" if signs.count("=") == 1 else "it has no single right answer"


def _fields(entry: _Entry, place: str, notes: list[Note]) -> dict[str, Any]:
    markup = _MARKUP.match(entry.stem)
    stem = _plain(entry.stem[markup.end() :] if markup else entry.stem)
    if _plain(entry.tail):
        stem = f"{stem} _____ {_plain(entry.tail)}"
        notes.append(Note(place, "the gap of a missing word became _____"))
    body, _, general = entry.answers.partition("####")
    options: list[Any] = []
    answer, steps = "", [_plain(general)] if _plain(general) else []
    before = _plain(re.split("[=~]", body, maxsplit=1)[0])
    if before:
        notes.append(Note(place, f'not held: "{before}" before the first option'))
    for sign, said in _ANSWER.findall(body):
        weight = _WEIGHT.match(said)
        if weight:
            notes.append(Note(place, f"not held: the weight {weight.group().strip()} of an option"))
        text, _, feedback = said[weight.end() if weight else 0 :].partition("#")
        text, feedback = _plain(text), _plain(feedback)
        if sign == "=":
            answer, steps = text, [*steps, *([feedback] if feedback else [])]
        options.append({"text": text, "why": feedback} if feedback and sign == "~" else text)
    if _TAG.search(stem + str(options)):
        notes.append(Note(place, "HTML is shown as text: take the tags out"))
    if entry.title:
        notes.append(Note(place, f"not held: the title {_plain(entry.title)}"))
    return {"stem": stem, "options": options, "answer": answer, "steps": steps}


def _plain(text: str) -> str:
    """Give a text on one line with its escapes undone."""
    return " ".join(text.translate(_SHOW).split())


importer = GiftImporter()
