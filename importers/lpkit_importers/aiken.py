"""Questions in Aiken: a text, options with letters, and a line ANSWER with the letter of the key.

The format is described in Moodle's documentation, "Aiken format". Texts over several lines, which Moodle drops, are
kept here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lpkit.importing import Draft, Imported, LpkitError, Options, lines_of
from lpkit.importing.markup import literal
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.choice import Choice, Offer
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.settings import one

_ANSWER = re.compile(r"\s*ANSWER\s*:(.*)", re.IGNORECASE)
_CAPITAL = re.compile(r"\s*([A-Z])[.)](.*)")
_SMALL = re.compile(r"\s*([a-z])[.)](.*)")
_KEY = re.compile(r"([A-Za-z])(?:[.)]\s*(.*))?")
_SEVERAL = re.compile(r"[A-Za-z](?:(?:\s*[,;&/+]\s*|\s+and\s+|\s+)[A-Za-z])+|[A-J]{2,}")
_LOOKS_LIKE = re.compile(r"^[ \t]*[A-Za-z][.)][^\n]*\n(?:[ \t]*\n)*[ \t]*ANSWER[ \t]*:[ \t]*[A-Z]\b", re.M | re.I)
_LABEL = re.compile(r"\s*(?:explanation|feedback|rationale|reason|solution|why)\s*:\s*", re.IGNORECASE)
_HEAD = 65_536
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class AikenImporter:
    """Reads questions, each up to its line ANSWER; what is not ended by one is left out by name."""

    name = "aiken"
    summary = "Aiken: a question, options as A) or A., and a line ANSWER: B."
    settings: Mapping[str, str] = {"encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell"}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether an option with a letter stands right before a line ANSWER."""
        text = "\n".join(lines_of(content[:_HEAD].decode("utf-8", "replace")))
        return bool(_LOOKS_LIKE.search(text))

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the questions.

        Raises LpkitError where the bytes are no text, or no line says ANSWER.
        """
        text, _ = decode_table(content, one(options, "encoding") or None)
        lines = lines_of(text)
        if not any(map(_ANSWER.fullmatch, lines)):
            raise LpkitError("no line of the file says ANSWER: and a letter", "it ends each question of Aiken")
        account = Account("line")
        capital = any(map(_CAPITAL.fullmatch, lines))
        drafts = [_draft(block, account) for block in _blocks(lines, _CAPITAL if capital else _SMALL)]
        return Imported(tuple(drafts), account.notes())


@dataclass(slots=True)
class _Block:
    """A question as it is read: the lines of its text, its options by letter, and what its line ANSWER says."""

    line: int
    text: list[str] = field(default_factory=list)
    options: list[tuple[str, list[str]]] = field(default_factory=list)
    after: int = 0
    """The line on which text behind an option begins, which may belong to the next question; 0 where none does."""
    answer: str | None = None
    steps: list[str] = field(default_factory=list)
    """What explains the key, behind the line ANSWER."""
    again: str | None = None
    """What one more line ANSWER says right behind the first."""


def _blocks(lines: Sequence[str], option: re.Pattern[str]) -> Iterator[_Block]:
    """Part the lines into questions: a line ANSWER ends one, and so does an option A after other options."""
    block = _Block(1)
    taken = 0
    for number, line in enumerate(lines, start=1):
        if number <= taken:
            continue
        if said := _ANSWER.fullmatch(line):
            block.answer = said.group(1).strip()
            block.steps, taken = _explained(lines, number, option)
            block.again = _said_again(lines, taken)
            yield block
            block = _Block(taken + 1)
        elif found := option.fullmatch(line):
            if found.group(1) in "Aa" and block.options:
                begun = _torn_off(block)
                yield block
                block = begun
            block.options.append((found.group(1), [found.group(2).rstrip()]))
            block.after = 0
        elif block.options:
            block.after = block.after or (number if line.strip() else 0)
            block.options[-1][1].append(line)
        elif line.strip() or block.text:
            block.line = block.line if block.text else number
            block.text.append(line)
    if block.options or block.text:
        yield block


def _explained(lines: Sequence[str], at: int, option: re.Pattern[str]) -> tuple[list[str], int]:
    """Give what explains a key behind its line ANSWER, and the number of lines up to its end; none is up to `at`.

    It goes on up to a blank line, unless the options of the next question come first.
    """
    begin = next((place for place in range(at, len(lines)) if lines[place].strip()), len(lines))
    label = _LABEL.match(lines[begin]) if begin < len(lines) else None
    if label is None:
        return [], at
    end = begin + 1
    while end < len(lines) and lines[end].strip():
        if option.fullmatch(lines[end]) or _ANSWER.fullmatch(lines[end]):
            end = begin + 1
            break
        end += 1
    said = " ".join(line.strip() for line in [lines[begin][label.end() :], *lines[begin + 1 : end]])
    return [literal(said.strip())] if said.strip() else [], end


def _said_again(lines: Sequence[str], at: int) -> str | None:
    """Give what a line ANSWER says with nothing but blank lines before it."""
    line = next((lines[place] for place in range(at, len(lines)) if lines[place].strip()), "")
    said = _ANSWER.fullmatch(line)
    return said.group(1).strip() if said else None


def _torn_off(block: _Block) -> _Block:
    """Take the text behind the last option away as the beginning of the next question."""
    _, lines = block.options[-1]
    behind = lines[1:]
    del lines[1:]
    filled = next((at for at, line in enumerate(behind) if line.strip()), len(behind))
    return _Block(block.after or block.line, behind[filled:])


def _draft(block: _Block, account: Account) -> Draft:
    stem = _joined(block.text)
    options = _options(block.options)
    reason, key = _key(block.answer, options)
    if block.again is not None and _key(block.again, options)[1] != key:
        reason = f'its ANSWER is "{block.answer}", and "{block.again}" right behind it'
    offers = [Offer(text, 100 if place == key else 0) for place, (_, text) in enumerate(options)]
    if not reason and any("\n\n" in text for text in (stem, *(offer.text for offer in offers))):
        account.remark(block.line, "a text has a blank line in it: see whether it belongs together")
    return Choice(block.line, stem, offers, block.steps, reason=reason).draft("line", account)


def _options(found: Sequence[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Give the options; the space before one counts where it alone tells two of them apart, as in code."""
    plain = [(letter.upper(), _joined([lines[0].lstrip(), *lines[1:]])) for letter, lines in found]
    if len({text for _, text in plain}) == len(plain):
        return plain
    return [(letter.upper(), _joined([lines[0].removeprefix(" "), *lines[1:]])) for letter, lines in found]


def _joined(lines: Sequence[str]) -> str:
    """Give lines as one text, with their breaks and indentation, without what is empty around them."""
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip()


def _key(answer: str | None, options: Sequence[tuple[str, str]]) -> tuple[str, int | None]:
    """Give the place of the key; or why there is none."""
    if answer is None:
        return "no line ANSWER follows it", None
    found = _KEY.fullmatch(answer)
    if not found:
        several = _SEVERAL.fullmatch(answer)
        return f'its ANSWER is "{answer}", {"which are several" if several else "which is no letter"}', None
    letters = "".join(letter for letter, _ in options)
    if not _ALPHABET.startswith(letters):
        return f"its options are lettered {', '.join(letters)}", None
    key = letters.find(found.group(1).upper())
    if key < 0:
        return f"no option is {found.group(1)}, which its ANSWER names", None
    if found.group(2) and found.group(2).strip() != options[key][1].strip():
        return f'its ANSWER is "{answer}", and option {found.group(1)} says something else', None
    return "", key


importer = AikenImporter()
