"""A library whose packs or questions move: its files, and its lock with the lines that go along."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from lpkit.cli.naming import name_of
from lpkit.cli.running import find_files
from lpkit.corpus import view_library, view_pack
from lpkit.errors import LpkitError
from lpkit.publishing.lock import LOCK_FILE, Key, Lock, Locked, lock_text, sound_lock
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.publishing.updating import Presence, moved, update
from lpkit.source import Source, decode, read_source, read_text

_UNCHANGED: Mapping[Path, str] = MappingProxyType({})


class Shelf:
    """The packs of one library by id, and its lock."""

    def __init__(
        self, library: Path, sources: Mapping[Path, Source], asked: str, vocabulary: Source | None = None
    ) -> None:
        """Take the files of a library, one of which has the id `asked`; `vocabulary` is what library.yaml holds.

        Raises LpkitError where two have it.
        """
        self.library, self.sources, self.asked = library, sources, asked
        self._vocabulary = vocabulary
        self.packs = {source.data["id"]: file for file, source in sources.items() if _has_id(source)}
        named = [source.name for source in sources.values() if _has_id(source) and source.data["id"] == asked]
        if len(named) > 1:
            raise LpkitError(f"{' and '.join(named)} have the id {asked}", "give one of them another id first")

    def source(self, pack: str) -> Source:
        """Give the file of a pack, which must be well-formed."""
        source = self.sources[self.packs[pack]]
        if source.flaws:
            raise LpkitError(f"{source.name} cannot be read", "run lpkit check first")
        return source

    def library_source(self) -> Source:
        """Give library.yaml: what was given of it, or else what the disk has."""
        return self._vocabulary or read_source(self.library, name_of(self.library))

    def lock(self) -> Lock:
        """Give the lock; an empty one where there is none."""
        file = self.library.with_name(LOCK_FILE)
        return sound_lock(read_text(file, name_of(file)).text, name_of(file)) if file.exists() else Lock()

    def presences(self, texts: Mapping[Path, str] = _UNCHANGED, without: Path | None = None) -> list[Presence] | None:
        """Give what the library and its packs have for the lock; None where one of them is not whole.

        `texts` are those of files that are to be written, `without` is one that is not to be there.
        """
        known = {self.library: self.library_source(), **self.sources}
        known |= {file: decode(text.encode(), name_of(file)) for file, text in texts.items()}
        _, library = view_library(known.pop(self.library))
        if library is None or not library.sound:
            return None
        found = [*library_presences(library.library)]
        for file, source in known.items():
            _, view = view_pack(source, library) if file != without else (None, None)
            if file != without and (view is None or not view.sound):
                return None
            found += pack_presences(library.library, view.pack) if view else []
        return found

    def renewed(
        self,
        moves: Mapping[Key, Key],
        before: Sequence[Presence] | None = None,
        after: Sequence[Presence] | None = None,
        moment: int = 0,
    ) -> Mapping[Key, Locked]:
        """Give the items of the lock with lines that moved; one that was up to date before is so after, at a moment.

        What else waits for `lpkit lock` goes on waiting for it.
        """
        old = self.lock().items
        items = moved(old, moves)
        if before is None or after is None:
            return items
        waiting = update(old, before, 0)
        return items if waiting.changes or waiting.vanished else update(items, after, moment).items

    def with_lines(
        self, items: Mapping[Key, Locked], decks: Mapping[str, str] = MappingProxyType({})
    ) -> dict[Path, str]:
        """Give the lock with these items, and with decks that moved, where that changes it."""
        old = self.lock()
        named = {decks.get(key, key): name for key, name in old.decks.items()}
        changed = (items, named) != (old.items, old.decks)
        return {self.library.with_name(LOCK_FILE): lock_text(items, named)} if changed else {}


def shelves_with(wanted: str) -> list[Shelf]:
    """Give the libraries with a pack, which is named by its id or its file; several may have packs of one id.

    Raises LpkitError where there is none.
    """
    given = Path(wanted).absolute() if Path(wanted).is_file() else None
    found = []
    for library, files in find_files([]).packs.items():
        sources = {file: read_source(file, name_of(file)) for file in files}
        names = {file: source.data["id"] for file, source in sources.items() if _has_id(source)}
        asked = [name for file, name in names.items() if (file.absolute() == given if given else name == wanted)]
        if asked and library is not None:
            found.append(Shelf(library, sources, asked[0]))
    if not found:
        raise LpkitError(f'there is no pack "{wanted}" with a library', "name a pack by its id or its file")
    return found


def the_only(found: Sequence[Shelf], hint: str) -> Shelf:
    """Give the only one of the libraries that have a pack.

    Raises LpkitError where there are more: as a rule each is the same in another language.
    """
    if len(found) > 1:
        files = " and ".join(name_of(shelf.packs[shelf.asked]) for shelf in found)
        raise LpkitError(f"{files} have the id {found[0].asked}", hint)
    return found[0]


def entries(source: Source, at: str) -> list[dict[str, object]]:
    """Give the entries of a list of a file; what is no mapping there is an empty one."""
    found = source.data.get(at) if isinstance(source.data, dict) else None
    return [entry if isinstance(entry, dict) else {} for entry in found] if isinstance(found, list) else []


def _has_id(source: Source) -> bool:
    return isinstance(source.data, dict) and isinstance(source.data.get("id"), str)
