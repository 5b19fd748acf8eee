"""Files of lines that lpkit writes beside a library: where a line stands, and of which packs nothing can be said."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from lpkit.corpus.facts import Fact
from lpkit.diagnostic import Site
from lpkit.source import Source


class Unread(NamedTuple):
    """A pack of which a part is set aside."""

    pack: str


def unread_packs(facts: Iterable[Fact]) -> set[str]:
    """Give the packs that could not be read as a whole, by their ids and by the names of their files."""
    unread = [fact for fact in facts if fact.value is None or isinstance(fact.value, Unread)]
    named = {fact.value.pack for fact in unread if fact.value is not None}
    return named | {PurePosixPath(fact.site.file).stem for fact in unread}


def line_site(source: Source, number: int) -> Site:
    """Name a whole line of a file that is no YAML, counted from 1."""
    return Site(source.name, extent=line_extent(source, number))


def line_extent(source: Source, number: int) -> tuple[int, int]:
    """Give the offsets where a line begins and ends."""
    start = source.line_starts[number - 1]
    end = source.text.find("\n", start)
    return start, len(source.text) if end < 0 else end
