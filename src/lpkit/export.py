"""The interface of exporters, and where they are found.

An exporter is an object that an entry point of the group `lpkit.exporters` names. It gets a corpus and gives
files as values: no clock, no random ids, no I/O. The core writes them, all or none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from lpkit.corpus.content import Corpus, RetiredItem, Shelf
from lpkit.errors import LpkitError

__all__ = [
    "Artifact",
    "Corpus",
    "Exporter",
    "Loss",
    "RetiredItem",
    "Shelf",
    "exporter_names",
    "known_settings",
    "load_exporter",
    "parse_settings",
]

GROUP = "lpkit.exporters"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be written: its path below the output folder, with forward slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a format cannot hold: a field of a pack (and of an item in it), and why."""

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
    """What `--set NAME=VALUE` may set: a line of help by name; `options` of `render` holds what was set."""

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Turn a corpus into files; the same corpus and options give the same bytes."""
        ...

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        """List what of this corpus the format cannot hold."""
        ...


def known_settings(exporter: Exporter) -> Mapping[str, str]:
    """Give the settings of an exporter; one written before there were settings has none."""
    known: Mapping[str, str] = getattr(exporter, "settings", {})
    return known


def parse_settings(exporter: Exporter, words: Iterable[str]) -> dict[str, str]:
    """Split `NAME=VALUE` words.

    Raises LpkitError for a name that the exporter does not know, and for a word without a value.
    """
    known = list(known_settings(exporter))
    options: dict[str, str] = {}
    for word in words:
        name, separator, value = word.partition("=")
        if name not in known:
            close = get_close_matches(name, known, 1)
            names = f"settings: {', '.join(known)}" if known else f"{exporter.name} has no settings"
            hint = f"did you mean {close[0]}?" if close else names
            raise LpkitError(f'{exporter.name} has no setting called "{name}"', hint)
        if not separator:
            raise LpkitError(f'"{word}" has no value', f"write --set {name}=VALUE")
        options[name] = value
    return options


def exporter_names() -> list[str]:
    """Give the names of all installed exporters, sorted, without importing any."""
    from importlib.metadata import entry_points

    return sorted({entry.name for entry in entry_points(group=GROUP)})


def load_exporter(name: str) -> Exporter:
    """Import an exporter.

    Raises LpkitError where no exporter has this name or its import fails.
    """
    from importlib.metadata import entry_points

    found = list(entry_points(group=GROUP, name=name))
    if not found:
        names = exporter_names()
        close = get_close_matches(name, names, 1)
        hint = f"did you mean {close[0]}?" if close else f"installed: {', '.join(names)}"
        raise LpkitError(f"no exporter is called {name}", hint)
    try:
        exporter: Exporter = found[0].load()
    except ImportError as error:
        raise LpkitError(
            f"the exporter {name} cannot be imported: {error}", "reinstall the package it is in"
        ) from error
    return exporter
