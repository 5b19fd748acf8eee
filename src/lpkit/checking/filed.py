"""A file of facts, read: whole, or refused in a line that says why."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

from lpkit import __version__
from lpkit.checking.kept_places import PLACES
from lpkit.checking.mapping import BANK, END, LIBRARY, MARK, VERSION
from lpkit.checking.packing import BROKEN, Unpacker
from lpkit.checking.sheet import FACTS, FILE, Sheet, from_head
from lpkit.checking.typed import require_types
from lpkit.diagnostic import Diagnostic
from lpkit.errors import LpkitError
from lpkit.files import RECORD_MOST, UnreadableError, opened

_HEADER_MOST = 10_000_000
"""Bytes of the first line: what is told of the settings of a thousand folders."""


class FiledSheet(NamedTuple):
    """A pack or a library in a file of facts; `place` counts the files of a part as a check goes through them."""

    part: int
    place: int
    name: str
    library: bool
    asked: bool
    sheet: Sheet
    """What was found, and the comments that say something; facts are asked for by rule."""


class FiledBank(NamedTuple):
    """A bank of questions in a file of facts, and what was found in it."""

    part: int
    place: int
    name: str
    questions: int
    diagnostics: tuple[Diagnostic, ...]


class _FiledLibrary(NamedTuple):
    """What the results of the packs of a library follow from besides themselves."""

    part: int
    name: str
    digest: str


class _Header(NamedTuple):
    """What the first line says of the run, besides which lpkit wrote it."""

    shard: int
    of: int
    commit: str | None
    documentation: str
    files: str
    parts: list[dict[str, Any]]


class _Told(NamedTuple):
    """What it says of the settings of a part of the run."""

    root: str
    file: str | None
    schemas: list[str]
    fail_on: Literal["error", "warning", "info"]
    rules: list[list[Any]]
    digest: str


class FactsFile:
    """One file of facts. Lines of facts and places stay in it until somebody asks for them: a corpus may be large."""

    def __init__(self, path: Path) -> None:
        """Read it once from its beginning to its end.

        Raises LpkitError where it cannot be read, is no file of facts of this lpkit, or is damaged.
        """
        self.path = path
        self.header: dict[str, Any] = {}
        self.libraries: dict[tuple[int, str], str] = {}
        """What the results of packs follow from besides themselves, by part and name of their library: a hash."""
        self.sheets: list[FiledSheet] = []
        self.banks: list[FiledBank] = []
        self._facts: defaultdict[tuple[int, str], array[int]] = defaultdict(lambda: array("Q"))
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        try:
            with opened(path) as stream:
                self._read(stream)
        except UnreadableError as error:
            raise LpkitError(error.message, "lpkit check --shard 1/2 --facts FILE writes such a file") from error
        except BROKEN as error:
            raise self.damaged from error

    @property
    def damaged(self) -> LpkitError:
        """Give what is raised where a line is not as it was written."""
        return LpkitError(f"{self.path} is damaged or cut off", "run its shard again")

    @property
    def shard(self) -> tuple[int, int]:
        """Give which part of the files it has, from 1, and of how many parts."""
        return self.header["shard"], self.header["of"]

    def facts(self, part: int, code: str) -> Iterator[str]:
        """Give the lines with facts of a rule in one part of the run."""
        return self._lines(self._facts.get((part, code), ()))

    def places(self, name: str) -> Iterator[str]:
        """Give the lines that tell where facts stand in a file."""
        return self._lines(self._places.get(name, ()))

    def _lines(self, offsets: Sequence[int]) -> Iterator[str]:
        if offsets:
            with opened(self.path) as stream:
                for offset in offsets:
                    stream.seek(offset)
                    yield stream.readline().decode("ascii")

    def _read(self, stream: BinaryIO) -> None:
        lines, digest = _Lines(stream), sha256()
        try:
            self.header = _begun(self.path, lines.take(_HEADER_MOST))
        except BROKEN as error:
            raise LpkitError(f"{self.path} is no file of facts", "lpkit check --facts FILE writes one") from error
        while True:
            digest.update(lines.text)
            record = json.loads(lines.take())
            kind = record["record"]
            if kind == END:
                if (record["lines"], record["digest"]) != (lines.count - 1, digest.hexdigest()) or lines.more():
                    raise self.damaged
                return
            if kind == LIBRARY:
                library = _FiledLibrary(record["part"], record["path"], record["digest"])
                require_types(library)
                self.libraries[library.part, library.name] = library.digest
            elif kind == BANK:
                self.banks.append(_bank(record))
            elif kind == FILE:
                self._file(record, lines, digest)
            else:
                raise self.damaged

    def _file(self, record: Mapping[str, Any], lines: "_Lines", digest: Any) -> None:
        """Take in what was found in one file, and where the lines of its facts and places are."""
        part, (sheet, groups) = record["part"], from_head(record)
        about = FiledSheet(part, record["place"], record["path"], record["library"], record["asked"], sheet)
        require_types(about)
        self.sheets.append(about)
        for rules in groups:
            digest.update(lines.text)
            if not lines.take().startswith(_begin(FACTS)):
                raise self.damaged
            for code in rules:
                self._facts[part, code].append(lines.offset)
        for _ in range(record["places"]):
            digest.update(lines.text)
            text = lines.take()
            if not text.startswith(_begin(PLACES)):
                raise self.damaged
            self._places[json.loads(text)["path"]].append(lines.offset)


def _bank(record: Mapping[str, Any]) -> FiledBank:
    found = Unpacker(record["classes"]).unpack(record["diagnostics"])
    bank = FiledBank(record["part"], record["place"], record["path"], record["questions"], found)
    require_types(bank)
    return bank


def _begin(kind: str) -> bytes:
    return f'{{"record":"{kind}",'.encode()


class _Lines:
    """The lines of a stream, one after the other, with the offset of the last one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.offset, self.count, self.text = 0, 0, b""

    def take(self, most: int = RECORD_MOST) -> bytes:
        """Give the next line; raises ValueError where there is none, or it has no end within `most` bytes."""
        self.offset += len(self.text)
        self.text = self._stream.readline(most)
        self.count += 1
        if not self.text.endswith(b"\n"):
            raise ValueError("the line has no end")
        return self.text

    def more(self) -> bool:
        """Tell whether anything follows."""
        return bool(self._stream.read(1))


def _begun(path: Path, text: bytes) -> dict[str, Any]:
    """Give the first line of a file of facts; raises LpkitError, or what reading raises where it is none."""
    header: dict[str, Any] = json.loads(text)
    if header["record"] != MARK:
        raise ValueError(MARK)
    hint = "run shards and merge with the same lpkit"
    if header["version"] != VERSION:
        raise LpkitError(f"{path} has version {header['version']} of the form, and this lpkit reads {VERSION}", hint)
    if header["lpkit"] != __version__:
        raise LpkitError(f"{path} was written by lpkit {header['lpkit']}, and this is {__version__}", hint)
    read = _Header(**{name: header[name] for name in _Header._fields})
    require_types(read)
    for part in read.parts:
        require_types(_Told(**part))
    if not 1 <= read.shard <= read.of:
        raise ValueError("its first line does not say of what it is")
    return header
