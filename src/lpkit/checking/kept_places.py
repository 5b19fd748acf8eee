"""Where facts stand, written down: whoever merges shards then reports their faults without the files."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from lpkit.checking.locating import Place, SourceBook
from lpkit.checking.packing import BROKEN, ForeignError
from lpkit.checking.sheet import Sheet, facts_in, line, spread
from lpkit.checking.typed import require_types
from lpkit.corpus.lock_parts import sites_written
from lpkit.diagnostic import Site, Span
from lpkit.errors import LpkitError
from lpkit.source import Source

PLACES = "places"
"""The kind of such a line."""


class PlaceBook:
    """Tells where sites of one file are by what was written down."""

    def __init__(self, places: dict[Site, Place]) -> None:
        self._places = places

    def place(self, site: Site) -> Place:
        """Give all that a diagnostic says of a site.

        Raises LpkitError where nothing was written down of it: somebody has changed what was.
        """
        if site not in self._places:
            raise LpkitError(f"no file of facts says where {site.file} has a fault", "run the shards again")
        return self._places[site]

    def span(self, site: Site) -> Span:
        """Give where it begins and ends; raises what `place` raises."""
        return self.place(site).span


def place_line(source: Source, sheet: Sheet, more: Iterable[Site] = ()) -> str:
    """Write down where in a file its comments, some sites, and those of the sheet's facts are."""
    return _line(source, {*more, *_commented(source.name, sheet), *_sites_of(source.name, sheet)})


def place_line_beside(source: Source, sheet: Sheet) -> str:
    """Write down where the facts of a library stand in what lpkit wrote beside it."""
    return _line(source, set(_sites_of(source.name, sheet)))


def _line(source: Source, sites: set[Site]) -> str:
    book = SourceBook(source)
    return places_text(source.name, {site: book.place(site) for site in sites})


def places_text(name: str, places: dict[Site, Place]) -> str:
    """Write down places in a file."""
    rows = [_row(site, places[site]) for site in sorted(places, key=repr)]
    return line({"record": PLACES, "path": name, "places": rows})


def _row(site: Site, place: Place) -> dict[str, Any]:
    row: dict[str, Any] = {"at": site.at, "span": place.span, "item": place.item}
    row |= {"value": place.value, "excerpt": place.excerpt}
    row |= {"on_key": True} if site.on_key else {}
    return row | ({"extent": site.extent} if site.extent is not None else {})


def places_in(text: str) -> dict[Site, Place]:
    """Give back what was written down.

    Raises ForeignError where the line was not written by this lpkit.
    """
    try:
        record = json.loads(text)
        name = record["path"]
        return {_site(name, row): _place(row) for row in record["places"]}
    except BROKEN as error:
        raise ForeignError(str(error)) from error


def _site(name: str, row: dict[str, Any]) -> Site:
    begin, end = row.get("extent", (0, 0))
    site = Site(name, tuple(row["at"]), row.get("on_key", False), (begin, end) if "extent" in row else None)
    require_types(site)
    return site


def _place(row: dict[str, Any]) -> Place:
    place = Place(Span(*row["span"]), row["item"], row["value"], tuple(row["excerpt"]))
    require_types(place)
    require_types(place.span)
    return place


def _commented(name: str, sheet: Sheet) -> Iterator[Site]:
    extents = [comment.extent for comment in sheet.comments.suppressions]
    extents += [mistake.extent for mistake in sheet.comments.mistakes]
    yield from (Site(name, extent=extent) for extent in extents)


def _sites_of(name: str, sheet: Sheet) -> Iterator[Site]:
    for _, packed in sheet.facts:
        for fact in facts_in(spread(packed)):
            yield from (site for site in (*_sites_in(fact), *sites_written(fact)) if site.file == name)


def _sites_in(value: Any) -> Iterator[Site]:
    if isinstance(value, Site):
        yield value
    elif isinstance(value, dict):
        yield from _sites_in((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _sites_in(part)
    elif is_dataclass(value):
        yield from _sites_in([getattr(value, field.name) for field in fields(value)])
