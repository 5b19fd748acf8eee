"""Questions as people write them into a text: options below each, the key behind them, at one of them or at the end.

They are read as those of a page are (`page_format`): letters, lists and boxes are options, labels such as `Answer: B`,
ticks and a key of numbers and letters say which is right. Beside those, an option in bold or behind a star is the key
where each question has just one. A table of questions is read as such.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Block, Decision, Draft, Imported, LpkitError, Options
from lpkit_importers.aiken import importer as aiken
from lpkit_importers.markdown import importer as markdown
from lpkit_importers.page_format.options import option_runs
from lpkit_importers.page_format.questions import keys_of, read_questions
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.source import source_blocks
from lpkit_importers.page_format.words import SECTIONS, folded
from lpkit_importers.table import read_table
from lpkit_importers.table.choices import lettered
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.grid import Grid, Row
from lpkit_importers.table.heading import names_columns
from lpkit_importers.table.settings import SETTINGS, Settings, one, settings_of

_MARKDOWN = re.compile(r"^#{1,6} +\S|^[ \t]*(?:[-*+]|\d+\.) +\S.*\*\*|^\*\*\S.*\*\*|\]\(|^```", re.MULTILINE)
_HTML = re.compile(r"\s*<(?:!doctype|html|body|div|p|h[1-6]|ol|ul|table)\b", re.IGNORECASE)
_STAR = re.compile(r"^([ \t]*)\*[ \t]?(?=\(?[A-Ha-h][.)][ \t])", re.MULTILINE)
"""A star before the letter of an option, as Respondus has it."""
_BOLD = re.compile(r"(?:\(?[A-Ha-h][.):]\s*)?(\*\*|__)(?!\s).+\1[.;,]?", re.DOTALL)
_POINTS = re.compile(r"^([ \t]*ANS:[ \t]*[A-H])[ \t]+(?:PTS|DIF|REF|OBJ|TOP|NAT|STA|KEY|LOC):.*$", re.MULTILINE)
"""What ExamView says of a question behind its key."""
_LETTERED = re.compile(r"[ \t]*\(?[A-Ha-h][.)][ \t]+\S")
_INLINE = re.compile(r"(?<=[?:…_.])[ \t]+(?=\(?[Aa][.)][ \t])")
_KEY = re.compile(r"(?:answer keys?|answers|key)\s*:\s*", re.IGNORECASE)
"""What a key of all questions in one line begins with."""
_LONGEST = 2000
"""Characters of a line that holds a question with its options."""
_HEAD = 65_536
_LEAST = 2


class TextImporter:
    """Reads the questions of a text; what is no part of one is noted."""

    name = "text"
    summary = "A quiz as plain text, Markdown or HTML: options with letters or as a list, the key behind or below them."
    settings: Mapping[str, str] = {
        **SETTINGS,
        "encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell",
    }

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether the beginning of the content has a question with a key, and is no Aiken and no list of boxes."""
        if aiken.recognises(name, content) or markdown.recognises(name, content):
            return False
        try:
            found = _read(content[:_HEAD].decode("utf-8", "replace"))
        except LpkitError:
            return False
        return found.keyed > 0 or any(map(_asks, found.reading.left()))

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the questions.

        Raises LpkitError where the bytes are no text, nothing in them is a question with options, or a table in them
        can be read in no way or in two.
        """
        settings = settings_of({name: value for name, value in options.items() if name != "encoding"})
        text, encoding = decode_table(content, one(options, "encoding") or None)
        found = _read(text)
        tables = [block for block in found.reading.left() if _asks(block)]
        read = [_table(block, settings) for block in tables]
        for block in tables:
            found.reading.grasp(block)
        drafts = [*map(_settled, found.drafts), *(draft for one in read for draft in one.drafts)]
        if not drafts:
            raise LpkitError("the text has no question with options", "give options letters, or a list below a stem")
        notes = [*found.reading.remarks(), *(note for one in read for note in one.notes)]
        said = [Decision("text", f"{found.form}, {encoding}"), *found.said]
        return Imported(tuple(drafts), tuple(notes), (*said, *(told for one in read for told in one.decisions)))


@dataclass(frozen=True, slots=True)
class _Read:
    """What a text is written in, its questions, the account of its words, and how keys are marked."""

    form: str
    drafts: Sequence[Draft]
    reading: Reading
    said: Sequence[Decision]

    @property
    def keyed(self) -> int:
        """Count the questions whose key is told."""
        return sum(bool(draft.fields.get("answer")) for draft in self.drafts)


def _read(text: str) -> _Read:
    """Read a text as what it is written in; where lines that Markdown would join say more, by its lines."""
    text = text.replace("\r\n", "\n")
    if _HTML.match(text):
        return _read_as("HTML", text)
    if not _MARKDOWN.search(text):
        return _read_as("plain text", text)
    # Markdown joins lines; people who write a quiz into it often mean them as they stand.
    ways = (("Markdown", text), ("Markdown", _apart(text)), ("plain text", text))
    return max((_read_as(form, written) for form, written in ways), key=_found)


def _found(read: _Read) -> tuple[int, bool, int]:
    """Tell which of several readings is best: the one with most questions; Markdown's marks are evidence as well."""
    return len(read.drafts), read.form == "Markdown", read.keyed


def _apart(text: str) -> str:
    """Give Markdown in which each option with a letter, and what stands behind them, is a paragraph of its own."""
    made, fenced, options = [], False, False
    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        begins = not fenced and bool(_LETTERED.match(line))
        if (begins or options) and not fenced and line.strip():
            made.append("")
        made.append(line.lstrip() if begins or (options and not fenced) else line)
        options = begins
    return "\n".join(made)


def _read_as(form: str, text: str) -> _Read:
    starred: set[str] = set()
    if form == "plain text":
        starred = {f"line {number}" for number, line in enumerate(text.split("\n"), start=1) if _STAR.match(line)}
        text = _POINTS.sub(r"\1", _STAR.sub(r"\1", text))
    _, found = source_blocks(text, form)
    blocks = [part for block in found for part in _parted(block)]
    reading = Reading(blocks)
    at = _key_at(blocks)
    keys: dict[int, str] = {}
    if at < len(blocks):
        keys = keys_of(blocks[at + 1 :], reading)
        reading.label(blocks[at])
    elif blocks and (begun := _KEY.match(blocks[-1].text)):
        line = replace(blocks[-1], text=blocks[-1].text[begun.end() :])
        keys = keys_of([line], Reading(()))
        at -= bool(keys)
        reading.label(*(blocks[-1:] if keys else ()))
    ticked = _marked(blocks[:at], starred)
    said = [Decision("answer", "the option with a mark of its own in each question")] if ticked else []
    drafts = list(read_questions(blocks[:at], "", keys, reading, ticked))
    reading.settle(drafts)
    return _Read(form, drafts, reading, said)


def _parted(block: Block) -> tuple[Block, ...]:
    """Part a line that holds a question and behind it its options, with letters from A on."""
    found = _INLINE.search(block.text) if block.kind in {"text", "item"} and len(block.text) < _LONGEST else None
    if found is None or len(lettered(block.text[found.end() :]) or ()) < 2:
        return (block,)
    asked, options = block.text[: found.start()], block.text[found.end() :]
    return replace(block, text=asked, markdown=None), replace(
        block, kind="text", text=options, markdown=None, marker=""
    )


def _asks(block: Block) -> bool:
    return block.kind == "table" and len(block.rows) > 1 and names_columns(block.rows[0])


def _table(block: Block, settings: Settings) -> Imported:
    """Read a table of questions; its places are its rows."""
    rows = tuple(Row(number, tuple(cells)) for number, cells in enumerate(block.rows, start=1) if any(cells))
    return read_table(Grid(rows, f"{block.place}, row", f"a table in {block.place}"), settings)


def _key_at(blocks: Sequence[Block]) -> int:
    """Give where a key of the whole text begins, which says so; their number where there is none."""
    for at, block in enumerate(blocks):
        if folded(block.text) not in SECTIONS["key"]:
            continue
        behind = blocks[at + 1 :]
        if behind and all(keys_of([one], Reading(())) for one in behind):
            return at
    return len(blocks)


def _marked(blocks: Sequence[Block], starred: Collection[str]) -> set[str]:
    """Give the places of options that a star or bold letters mark, where each question has just one."""
    runs = [[block for block, _ in options] for _, _, options in option_runs(blocks)]
    for marked in (starred, {block.place for run in runs for block in run if _BOLD.fullmatch(block.prose)}):
        found = [[block.place for block in run if block.place in marked] for run in runs]
        if marked and all(len(places) == 1 and len(run) > 1 for places, run in zip(found, runs, strict=True)):
            return {*marked}
    return set()


def _settled(draft: Draft) -> Draft:
    """Leave a question out for which nothing says what is right."""
    fields = {name: value for name, value in draft.fields.items() if value}
    reason = (
        ""
        if fields.get("answer")
        else "nothing says which option is right"
        if fields.get("stem")
        else "it asks nothing"
    )
    return Draft(draft.place, fields, reason)


importer = TextImporter()
