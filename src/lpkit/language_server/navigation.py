"""From an id to where it is given, to where it is used, and to another name for it."""

from collections.abc import Iterable, Iterator

from lsprotocol.types import Location, Position

from lpkit.corpus.lines import line_site
from lpkit.diagnostic import Site
from lpkit.language_server.addresses import uri_of
from lpkit.language_server.names import OF_PACKS, Name, name_at, names_in
from lpkit.language_server.reading import Asked, Shelved
from lpkit.publishing.lock import LOCK_FILE, read_lock
from lpkit.source import read_text

_FORMER = "former "


def definitions(asked: Asked, position: Position) -> list[Location]:
    """Give where the id at a place is given; of a candidate its answer, of a former name its lines in the lock."""
    name = name_at(asked.own.source, asked.own.ruler.offset(position))
    if name and name.kind.startswith(_FORMER):
        return list(_in_lock(asked, name))
    return [_location(place, _shown(other)) for place, other in asked.givers(name)] if name else []


def _in_lock(asked: Asked, name: Name) -> Iterator[Location]:
    """Give the lines of what was published under a former name, and of what went on from it."""
    file = asked.library.file.with_name(LOCK_FILE) if asked.library else None
    if file is None or not file.is_file():
        return
    place = Shelved(file, read_text(file, LOCK_FILE), asked.own.encoding)
    lock = read_lock(place.source.text)
    for key, entry in lock.items.items():
        if key.kind == name.kind.removeprefix(_FORMER) and name.id in (key.path, entry.was):
            site = line_site(place.source, lock.lines[key])
            yield Location(uri_of(file), place.ruler.range(*place.source.extent(site)))


def references(asked: Asked, position: Position, others: Iterable[Shelved], with_giver: bool) -> Iterator[Location]:
    """Give where the id at a place is used: in this file, and where it is the library's in all `others`."""
    name = name_at(asked.own.source, asked.own.ruler.offset(position))
    for place, other in uses(asked, name, others) if name else ():
        if with_giver or not other.gives:
            yield Location(uri_of(place.file), place.ruler.range(*other.extent(place.source)))


def uses(asked: Asked, name: Name, others: Iterable[Shelved]) -> Iterator[tuple[Shelved, Name]]:
    """Give every place of an id, where it is given too: in this file, or where it is the library's in all `others`."""
    for place in [asked.own] if _within(asked, name) else others:
        # To look for the word first spares most files the parsing.
        for other in names_in(place.source) if name.id in place.source.text else ():
            if (other.kind, other.id) == (name.kind, name.id):
                yield place, other


def _within(asked: Asked, name: Name) -> bool:
    """Tell whether an id has a meaning in this file alone: a candidate, or a dimension of a rubric of its own."""
    own = (other for other in names_in(asked.own.source) if other.gives and other.kind == name.kind == "dimension")
    pack = asked.library is None or asked.own.file != asked.library.file
    return name.kind in OF_PACKS or (pack and any(other.id == name.id for other in own))


def _shown(name: Name) -> Name:
    return name._replace(at=(*name.at[:-1], "answer")) if name.kind == "candidate" else name


def _location(place: Shelved, name: Name) -> Location:
    extent = place.source.extent(Site(place.source.name, name.at, name.on_key))
    return Location(uri_of(place.file), place.ruler.range(*extent))
