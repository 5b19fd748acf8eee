"""What all commands that edit files share: changed texts shown as a diff or written over the files."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.naming import file_of
from lpkit.cli.printer import show_patch
from lpkit.errors import LpkitError
from lpkit.files import read_file
from lpkit.source.limits import MAX_BYTES

ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude",
        help="Leave out files that the settings exclude, or do not have among their packs, even where they are named.",
    ),
]
StdinFilename = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Where the text on standard input belongs; with the path -.")
]
_MARK = b"\xef\xbb\xbf"
_CONTROL = re.compile(rb"[\x00-\x1f\x7f]")
_SPECIAL = re.compile(rb'[\x00-\x1f\x7f"\\]')


def require_utf8(value: object) -> None:
    """Look at texts of arguments that go into a file, in lists and mappings too.

    Raises LpkitError where one has bytes that are no UTF-8, as a name of a file may have them.
    """
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise LpkitError("a text that is given is not UTF-8", "write it in the encoding of the terminal") from error


def write_texts(texts: Mapping[str, str]) -> None:
    """Replace the text of files, by the names that reports give them; a byte order mark and the mode of a file stay.

    Raises LpkitError where the system refuses.
    """
    from lpkit.writing import write_file

    for name, text in texts.items():
        file = file_of(name)
        write_file(file, with_mark(text, read_file(file, MAX_BYTES)))


def with_mark(text: str, old: bytes) -> bytes:
    """Give the bytes of a text, behind a byte order mark where the old bytes have one."""
    return (_MARK if old.startswith(_MARK) else b"") + text.encode()


def show_diff(path: str, new: str, content: bytes | None = None) -> None:
    """Write a unified diff to standard output, which `git apply` takes: from a file, or its content, to a text.

    What is no UTF-8 in the name of a file, and a byte order mark, are kept.
    """
    from difflib import diff_bytes, unified_diff

    old = read_file(file_of(path), MAX_BYTES) if content is None else content
    name = os.fsencode(path)
    heads = _quoted(b"a/" + name), _quoted(b"b/" + name)
    lines = diff_bytes(unified_diff, _lines(old), _lines(with_mark(new, old)), *heads)
    show_patch(path, [line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines])


def _quoted(name: bytes) -> bytes:
    """Give a name as git writes it in a patch: one with control characters in quotation marks, as C would."""
    if not _CONTROL.search(name):
        return name
    return b'"' + _SPECIAL.sub(lambda match: b"\\%03o" % ord(match.group()), name) + b'"'


def _lines(content: bytes) -> list[bytes]:
    *whole, rest = content.split(b"\n")
    return [line + b"\n" for line in whole] + ([rest] if rest else [])
