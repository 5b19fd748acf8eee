"""A trial as a value: what stands in its folder, and the command that runs there."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from fuzz.samples import Files

FOREIGN = {
    "mine.txt": b"years of work",
    "packs/notes.md": b"precious",
    "out/mine.txt": b"mine",
    "dist/json/CNAME": b"a.example",
}
"""Files that no command may touch."""


@dataclass(frozen=True)
class Trial:
    """What a run needs: files below a folder, the arguments, and what comes through standard input."""

    files: Files
    arguments: tuple[str, ...]
    damaged: str = ""
    """The file that is damaged; "" where the arguments are."""
    kind: str = ""
    """What the damaged file is."""
    given: bytes = b""
    odd: dict[str, str] = field(default_factory=dict)
    """What stands at a path instead of a file: `pipe`, `folder`, `secret`, or the target of a link."""
    writes: tuple[str, ...] = ()
    """Beginnings of the paths that the command may change."""
    then: tuple[tuple[str, ...], ...] = ()
    """Commands that must find nothing to do where this one ended well."""

    @property
    def command(self) -> str:
        """Name the command, with the format where it has one."""
        first = self.arguments[0]
        if not self.damaged:
            return "odd arguments"
        if first in {"export", "import"}:
            return " ".join(self.arguments[:2])
        return f"{first} --bank" if "--bank" in self.arguments else first

    def lay_out(self, folder: Path) -> None:
        """Write the files below a folder."""
        for path, content in {**FOREIGN, **self.files}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for path, kind in self.odd.items():
            _make_odd(folder / path, kind)


def _make_odd(file: Path, kind: str) -> None:
    file.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind == "secret":
        file.touch(mode=0)
    else:
        file.symlink_to(kind)
