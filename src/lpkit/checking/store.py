"""What the pack stage gave, kept on disk by content: a check of files that were checked before looks at none again.

An entry of the store holds one result. Its name is a hash of all that the result follows from (`stage_key` and the
stamp of the code), so no entry is ever out of date, and two processes that write one write the same. Whatever the
store refuses or holds wrongly, the check does without: it is slower then, and never another.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

from lpkit.checking.keeping import Shelf
from lpkit.checking.kept_places import places_in, places_text
from lpkit.checking.locating import Place, SourceBook
from lpkit.checking.packing import ForeignError
from lpkit.checking.sheet import Sheet, findings_in, findings_text, read_sheet, written
from lpkit.diagnostic import Finding, Site, Span
from lpkit.source import Source


class Store(Shelf):
    """Results below a folder, which is made when the first one is kept.

    Facts are read where they are needed, late in a check. Where those of an entry turn out to be none, the store is
    `distrusted`: it gives nothing from then on, and what is worked out takes the place of what is there.
    """

    distrusted = False

    def recall(self, key: str, name: str, work: Callable[[], Sheet]) -> tuple[Sheet, bool]:
        """Give what is kept of a file for a key, or what the work gives, which is kept then; True for what was kept.

        What was kept has no pack: an exporter that needs it has it read anew.
        """
        body = None if self.distrusted else self.get(key)
        if body is not None:
            with suppress(ForeignError):
                return read_sheet(body), True
        found = work()
        self.put(key, written(name, found))
        return found, False

    def findings(self, key: str, work: Callable[[], list[Finding]]) -> list[Finding]:
        """Give the findings across packs that are kept for a key, or what the work gives, which is kept then."""
        body = None if self.distrusted else self.get(key)
        if body is not None:
            with suppress(ForeignError):
                return findings_in(body)
        found = work()
        self.put(key, findings_text(found))
        return found

    def book(self, source: Source) -> "KeptBook":
        """Give what tells positions in a file, from what was asked of it in earlier runs as far as that goes."""
        key = sha256(f"places\0{source.digest}".encode("ascii")).hexdigest()
        known: dict[Site, Place] = {}
        body = None if self.distrusted else self.get(key)
        if body is not None:
            with suppress(ForeignError):
                known = places_in(body)
        return KeptBook(source, known, lambda places: self.put(key, places_text(source.name, places)))


class KeptBook:
    """Tells where sites of a file are, and reads the file into data for those alone that nobody asked for before."""

    def __init__(self, source: Source, known: dict[Site, Place], keep: Callable[[dict[Site, Place]], None]) -> None:
        self._book, self._known, self._keep = SourceBook(source), known, keep
        self._more = False

    def place(self, site: Site) -> Place:
        """Give all that a diagnostic says of a site."""
        if site not in self._known:
            self._known[site] = self._book.place(site)
            self._more = True
        return self._known[site]

    def span(self, site: Site) -> Span:
        """Give where it begins and ends."""
        return self.place(site).span

    def close(self) -> None:
        """Keep what was asked for the first time."""
        if self._more:
            self._keep(self._known)
            self._more = False
