"""Files as the disk has them, read anew only where they changed."""

from pathlib import Path

from lpkit.source import Source, read_source

_KEPT = 48
"""Files whose trees stay in memory: those in which something was found are parsed for its positions each time."""

_Stamp = tuple[int, int, int] | None


class Disk:
    """What was read of files, by place and name; one thread asks at a time."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str], tuple[_Stamp, Source]] = {}

    def read(self, file: Path, name: str) -> Source:
        """Give the source of a file; whatever is wrong with it is a flaw of the source."""
        stamp = _stamp(file)
        known = self._known.get((file, name))
        if known and stamp is not None and known[0] == stamp:
            return known[1]
        source = read_source(file, name)
        self._known[file, name] = (stamp, source)
        return source

    def rest(self) -> None:
        """Let go of what was parsed where that is much: a tree takes many times the room of its text."""
        parsed = [key for key, (_, source) in list(self._known.items()) if source.parsed]
        if len(parsed) > _KEPT:
            for key in parsed:
                stamp, source = self._known[key]
                self._known[key] = (stamp, source.unparsed())


def _stamp(file: Path) -> _Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
