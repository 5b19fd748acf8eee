"""Files as the disk has them, read anew only where they changed."""

from collections.abc import Callable
from pathlib import Path

from lpkit.source import Source, read_source, read_text

_KEPT = 48
"""Files whose trees stay in memory: those in which something was found are parsed for its positions each time."""

_Stamp = tuple[int, int, int] | None


class Disk:
    """What was read of files, by place and name; one thread asks at a time."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str], tuple[_Stamp, Source]] = {}
        self._stamps: dict[Path, _Stamp] = {}
        """Of files that were looked at in the check under way."""
        self._checking = False

    def read(self, file: Path, name: str) -> Source:
        """Give the source of a file; whatever is wrong with it is a flaw of the source."""
        return self._given(file, name, read_source)

    def text(self, file: Path, name: str) -> Source:
        """Give a file that is no YAML; raises LpkitError where it cannot be read."""
        return self._given(file, name, read_text)

    def has(self, file: Path) -> bool:
        """Tell whether a file is there."""
        return self._stamp(file) is not None

    def begin(self) -> None:
        """Begin a check: in it a file is looked at once, and of thousands there is one that changed."""
        self._stamps, self._checking = {}, True

    def rest(self) -> None:
        """End a check: let go of what was parsed where that is much, a tree takes many times the room of its text."""
        self._stamps, self._checking = {}, False
        parsed = [key for key, (_, source) in list(self._known.items()) if source.parsed]
        if len(parsed) > _KEPT:
            for key in parsed:
                stamp, source = self._known[key]
                self._known[key] = (stamp, source.unparsed())

    def _given(self, file: Path, name: str, work: Callable[[Path, str], Source]) -> Source:
        stamp = self._stamp(file)
        known = self._known.get((file, name))
        if known and stamp is not None and known[0] == stamp:
            return known[1]
        source = work(file, name)
        self._known[file, name] = (stamp, source)
        return source

    def _stamp(self, file: Path) -> _Stamp:
        if not self._checking:
            return _stamp_of(file)
        if file not in self._stamps:
            self._stamps[file] = _stamp_of(file)
        return self._stamps[file]


def _stamp_of(file: Path) -> _Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
