"""What the pack stage gave for one file, as texts that are kept, sent to other processes and merged.

A sheet is some lines of JSON: the first one has what was found in the file and its comments, each other one the facts
that some rules collected. So whoever needs the facts of one rule reads no others. `docs/facts.md` tells the form.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lpkit.checking.pack import Examined, Facts
from lpkit.checking.packing import BROKEN, ForeignError, Packer, Unpacker
from lpkit.checking.silencing import NO_COMMENTS, Comments
from lpkit.corpus import Fact
from lpkit.diagnostic import Diagnostic, Finding
from lpkit.model import Pack

FILE, FACTS = "file", "facts"
"""Kinds of lines."""
_MOST = 512 * 1024 * 1024
"""Bytes that a line of facts never has: a file of 2 MB, the largest that is read, makes a few times as much."""


class Sheet(NamedTuple):
    """What the pack stage gave for one file."""

    diagnostics: tuple[Diagnostic, ...]
    comments: Comments
    facts: tuple[tuple[tuple[str, ...], bytes], ...] = ()
    """Lines of facts, pressed, with the codes of the rules that collected them: few are read after they were kept."""
    pack: Pack | None = None
    """The pack as content; no line holds it."""


def sheet_of(name: str, examined: Examined) -> Sheet:
    """Write down what was found in a file; rules that collected the same share a line.

    Raises ForeignError where a rule collects a value of a kind that cannot be packed.
    """
    return Sheet(examined.diagnostics, examined.comments, tuple(_lines(name, examined.facts)), examined.pack)


def _lines(name: str, facts: Facts) -> Iterator[tuple[tuple[str, ...], bytes]]:
    by_code: dict[str, list[Fact]] = {}
    for code, fact in facts:
        by_code.setdefault(code, []).append(fact)
    # Values of two classes may be equal, and the texts of them are not; the same facts need not be written twice.
    texts: dict[tuple[int, ...], str] = {}
    sharing: dict[str, list[str]] = {}
    for code, collected in by_code.items():
        known = tuple(map(id, collected))
        if known not in texts:
            texts[known] = _packed(collected)
        sharing.setdefault(texts[known], []).append(code)
    for text, codes in sharing.items():
        begin = line({"record": FACTS, "path": name, "rules": codes})
        yield tuple(codes), pressed(f"{begin[:-1]},{text[1:]}")


def pressed(text: str) -> bytes:
    """Give a line in a quarter of its room."""
    return zlib.compress(text.encode("ascii"), 1)


def spread(packed: bytes) -> str:
    """Give a line that was pressed; raises ForeignError where none was, or where it is longer than any is."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, _MOST)
        if not unpacking.eof or unpacking.unused_data:
            raise ForeignError("no line")
        return text.decode("ascii")
    except (zlib.error, UnicodeError) as error:
        raise ForeignError(str(error)) from error


def _packed(facts: list[Fact]) -> str:
    packer = Packer()
    packed = [packer.pack(fact) for fact in facts]
    return line({"classes": packer.classes, "facts": packed})


def line(record: Mapping[str, Any]) -> str:
    """Give a record as JSON in ASCII, without the end of the line."""
    return json.dumps(record, separators=(",", ":"))


def facts_in(text: str, texts: dict[str, str] | None = None) -> tuple[Fact, ...]:
    """Give the facts of a line; equal texts in it are those of `texts`.

    Raises ForeignError where it is none of this lpkit.
    """
    try:
        record = json.loads(text)
        unpacker = Unpacker(record["classes"], texts)
        return tuple([_fact(unpacker.unpack(fact)) for fact in record["facts"]])
    except BROKEN as error:
        raise ForeignError(str(error)) from error


def _fact(value: Any) -> Fact:
    if type(value) is not Fact:
        raise ForeignError("no fact")
    return value


def findings_text(findings: Sequence[Finding]) -> str:
    """Write down what a rule found across packs."""
    packer = Packer()
    packed = [packer.pack(finding) for finding in findings]
    return line({"classes": packer.classes, "findings": packed})


def findings_in(text: str) -> list[Finding]:
    """Give back what was found.

    Raises ForeignError where the text was not written by this lpkit.
    """
    try:
        record = json.loads(text)
        found: list[Finding] = [Unpacker(record["classes"]).unpack(finding) for finding in record["findings"]]
    except BROKEN as error:
        raise ForeignError(str(error)) from error
    if any(type(finding) is not Finding for finding in found):
        raise ForeignError("no finding")
    return found


def head(name: str, sheet: Sheet) -> dict[str, Any]:
    """Give the first line of a sheet as a record; it says how many lines follow, and whose facts they have."""
    packer = Packer()
    diagnostics = [packer.pack(entry) for entry in sheet.diagnostics]
    comments = packer.pack(sheet.comments)
    rules = [rules for rules, _ in sheet.facts]
    about = {"classes": packer.classes, "diagnostics": diagnostics, "comments": comments, "facts": rules}
    return {"record": FILE, "path": name, **about}


def from_head(record: Mapping[str, Any]) -> tuple[Sheet, list[tuple[str, ...]]]:
    """Give a sheet without its facts, and the codes of the rules for each line of them that follows.

    Raises ForeignError where the record is none of this lpkit.
    """
    try:
        unpacker = Unpacker(record["classes"])
        found, comments = unpacker.unpack(record["diagnostics"]), unpacker.unpack(record["comments"])
        if type(comments) is not Comments or any(type(entry) is not Diagnostic for entry in found):
            raise ForeignError("no sheet")
        return Sheet(found, comments), [tuple(map(str, rules)) for rules in record["facts"]]
    except BROKEN as error:
        raise ForeignError(str(error)) from error


def written(name: str, sheet: Sheet) -> str:
    """Give all lines of a sheet, those of facts pressed and in base 64."""
    return "\n".join([line(head(name, sheet)), *(b64encode(packed).decode("ascii") for _, packed in sheet.facts)])


def read_sheet(text: str) -> Sheet:
    """Give back what was written, without the pack.

    Raises ForeignError where it was not written by this lpkit.
    """
    first, *rest = text.split("\n")
    try:
        sheet, rules = from_head(json.loads(first))
        facts = [b64decode(text, validate=True) for text in rest]
        return sheet._replace(facts=tuple(zip(rules, facts, strict=True)))
    except BROKEN as error:
        raise ForeignError(str(error)) from error


EMPTY = Sheet((), NO_COMMENTS)
"""Of a file in which nothing was found."""
