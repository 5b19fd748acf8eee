"""One file as data: what is wrong with its form, what was set aside, and where everything stands."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from lpkit.corpus.meaning import Names, told
from lpkit.corpus.placed import Placed
from lpkit.diagnostic import Finding, Path, Site
from lpkit.model import Library, Pack
from lpkit.model.types import ID_PATTERN, MAX_TEXT
from lpkit.pattern import pattern
from lpkit.schema import Fitted, Misfit
from lpkit.source import Source
from lpkit.source.suppressions import Mistake, Suppression, read_suppressions
from lpkit.text.languages import Language
from lpkit.text.leaves import texts

T = TypeVar("T")

_ID = pattern(ID_PATTERN)


class FileView:
    """One file as data, with the ways to name places in it."""

    def __init__(self, source: Source, fitted: Fitted[Pack] | Fitted[Library], language: Language) -> None:
        self.source = source
        self.language = language
        """The language of the library; English where there is none."""
        self.sound = not source.flaws and not fitted.misfits
        """Whether nothing is wrong with the file's form."""
        self.house: tuple[Misfit, ...] = ()
        """Where the file departs from schemas of the organisation's own."""
        self.names = Names(None, source.data)
        """The names that places of the file may hold, however broken it is."""
        self._misfits = fitted.misfits
        self._aside = fitted.aside

    @cached_property
    def comments(self) -> tuple[list[Suppression], list[Mistake]]:
        """Give the suppressions in the file's comments, and the comments that fail to be one."""
        return read_suppressions(self.source)

    @cached_property
    def texts(self) -> list[tuple[Path, str]]:
        """Give every text of the file that people read, with its path, however broken the file is.

        One that is too long is set aside here too.
        """
        return [(at, text) for at, text in texts(self.source.value(())) if len(text) <= MAX_TEXT]

    def site(self, *at: str | int, on_key: bool = False) -> Site:
        """Name a place in this file."""
        return Site(self.source.name, at, on_key)

    def flaws(self, kind: str) -> Iterator[Finding]:
        """Give what is wrong with the file as YAML, of one kind."""
        for flaw in self.source.flaws:
            if flaw.kind == kind:
                site = Site(self.source.name, flaw.at, extent=flaw.extent)
                first = Site(self.source.name, flaw.at, extent=flaw.related)
                related = ((first, "first given here"),) if flaw.related else ()
                yield Finding(site, flaw.message, flaw.help, related)

    def misfits(self, kind: str) -> Iterator[Finding]:
        """Give where the data departs from the schema, of one kind."""
        for misfit in (*self._misfits, *self.house):
            if misfit.kind == kind:
                message, help, fix = told(self.source, misfit, self.names)
                yield Finding(self.site(*misfit.at, on_key=misfit.on_key), message, help, fix=fix, value=misfit.message)

    @cached_property
    def _around(self) -> frozenset[Path]:
        """Give the paths of all that was set aside, and of all that it stands in."""
        return frozenset(path[:depth] for path in self._aside for depth in range(len(path) + 1))

    def whole(self, *at: str | int) -> bool:
        """Tell whether nothing at, above or below a path was set aside."""
        return not self._aside or (at not in self._around and not self.hidden(at))

    def hidden(self, at: Path) -> bool:
        """Tell whether a path lies at or below something that was set aside."""
        return bool(self._aside) and any(at[:depth] in self._aside for depth in range(len(at) + 1))

    def place(self, values: Sequence[T], *at: str | int) -> list[Placed[T]]:
        """Pair the entries of a list with their paths, without those that were set aside."""
        placed = [Placed((*at, number), value) for number, value in enumerate(values)]
        return [entry for entry in placed if not self.hidden(entry.at)] if self._aside else placed

    def ids(self, *at: str | int) -> Iterator[tuple[int, str]]:
        """Give positions and ids of the entries of a list of the file, broken entries included."""
        entries = self.source.value(at)
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield number, entry["id"]

    def known_ids(self, *at: str | int) -> set[str] | None:
        """Give the ids in a list of the file, broken entries included; None where an id itself is broken."""
        names = {name for _, name in self.ids(*at)}
        entries = self.source.value(at)
        broken = not isinstance(entries, list) or len(names) < len(entries)
        sound = self.whole(*at) or not (broken or any(not _ID.match(name) for name in names))
        return names if sound else None
