"""What `fix` and `fmt` share: changed texts shown as a diff or written over the files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out excluded files even where they are named.")
]
StdinFilename = Annotated[
    Path | None, typer.Option(metavar="PATH", help="Where the text on standard input belongs; with the path -.")
]
_MARK = b"\xef\xbb\xbf"


def write_texts(texts: Mapping[str, str]) -> None:
    """Replace the text of files, each as a whole; a byte order mark and the mode of a file stay.

    Raises LpkitError where the system refuses.
    """
    from lpkit.writing import write_file

    for path, text in texts.items():
        mark = _MARK if Path(path).read_bytes().startswith(_MARK) else b""
        write_file(Path(path), mark + text.encode())


def show_diff(path: str, old: str, new: str) -> None:
    """Write a unified diff of a file to standard output."""
    from difflib import unified_diff

    lines = unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}")
    for line in lines:
        end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
        typer.echo(line + end, nl=False)


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [part for part in [text.rpartition("\n")[2]] if part]
