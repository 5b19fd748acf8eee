"""What is known of files that have not changed since the last check: a save changes one of many."""

from collections.abc import Sequence
from pathlib import Path

from lpkit.checking.pack import Examined, examine_pack
from lpkit.corpus import LibraryView
from lpkit.rule import Ruleset
from lpkit.schema.house import HouseSchema
from lpkit.source import Source, decode, read_source
from lpkit.source.limits import MAX_BYTES

_Given = tuple[Source, Source | None, str, bool]
"""What the pack stage of a file follows from, besides rules and house schemas: file, library, lock, no library."""


class Memory:
    """Sources by file, and what the pack stage made of them, for one choice of rules."""

    def __init__(self) -> None:
        self._sources: dict[Path, tuple[bytes, Source]] = {}
        self._examined: dict[str, tuple[_Given, Examined]] = {}

    def read(self, file: Path, name: str) -> Source:
        """Read a file; the same bytes give the same source, which is how `examine` knows it again."""
        try:
            content = file.read_bytes() if file.is_file() else None
        except OSError:
            content = None
        if content is None or len(content) > MAX_BYTES:
            return read_source(file, name)
        known = self._sources.get(file)
        if known is None or known[0] != content:
            known = self._sources[file] = (content, decode(content, name))
        return known[1]

    def examine(
        self,
        source: Source,
        library: LibraryView | None,
        orphan: bool,
        rules: Ruleset,
        house: Sequence[HouseSchema],
    ) -> Examined:
        """Run the pack stage, or give what it gave for the same file and library; house schemas may have changed."""
        lock = library.lock.text if library and library.lock else ""
        given = (source, library.source if library else None, lock, orphan)
        known = self._examined.get(source.name)
        if known is not None and not house and known[0] == given:
            return known[1]
        examined = examine_pack(source, library, orphan, rules, house)
        self._examined[source.name] = (given, examined)
        return examined
