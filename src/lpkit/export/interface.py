"""The interface of exporters, and where they are found.

An exporter is an object that an entry point of the group `lpkit.exporters` names. It gets a corpus and gives
files as values: no clock, no random ids, no I/O. The core writes them, all or none. One that says `since = True`
may get a corpus whose shelves are cut to what changed (`Shelf.since`), and says so in what it writes. One that says
`names_options = True` writes ids of options, by which answers are kept: authors hear of options that have none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from lpkit.corpus.content import Corpus
from lpkit.errors import LpkitError
from lpkit.plugins import check_setting, load_plugin, plugin_names

GROUP = "lpkit.exporters"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be written: its path below the output folder, with forward slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a format cannot hold: a field of a pack (and of an item in it), and why.

    For a field of the library, such as `library.speaking`, `pack` is the library's id.
    """

    pack: str
    field: str
    reason: str
    item: str | None = None


class Exporter(Protocol):
    """What an entry point of the group `lpkit.exporters` gives."""

    name: str
    """The word after `lpkit export`."""
    summary: str
    """One line for `lpkit export --list`."""
    schemas: Mapping[str, Mapping[str, Any]]
    """JSON Schemas of what it writes, by file name, for `lpkit schema`; empty where there is none."""
    settings: Mapping[str, str]
    """What `render` understands as options: what each one does, by name. Values are text."""

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Turn a corpus into files; the same corpus and options give the same bytes."""
        ...

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what of this corpus the format cannot hold."""
        ...


def check_since(exporter: Exporter) -> None:
    """Refuse to cut content to what changed for an exporter that does not say `since = True`: it would look whole.

    Raises LpkitError for such an exporter.
    """
    if not getattr(exporter, "since", False):
        raise LpkitError(f"the exporter {exporter.name} writes all that there is", "leave --changed-since out")


def exporter_names() -> list[str]:
    """Give the names of all installed exporters, sorted, without importing any."""
    return plugin_names(GROUP)


def check_options(exporter: Exporter, options: Mapping[str, str]) -> None:
    """Refuse options that an exporter does not declare.

    Raises LpkitError for the first one that is unknown, with the nearest name.
    """
    for name in options:
        check_setting(f"the exporter {exporter.name}", name, [*exporter.settings])


def load_exporter(name: str) -> Exporter:
    """Import an exporter.

    Raises LpkitError where no exporter has this name or its import fails.
    """
    return cast("Exporter", load_plugin(GROUP, "exporter", name))
