"""The interface of exporters, and where they are found.

An exporter is an object that an entry point of the group `lpkit.exporters` names. It gets a corpus and gives
files as values: no clock, no random ids, no I/O. The core writes them, all or none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from lpkit.corpus.content import Corpus, RetiredItem, Shelf
from lpkit.corpus.coverage import DIFFICULTIES, AnswerLength, Coverage, PrincipleCoverage, cover
from lpkit.corpus.order import fixed_places
from lpkit.errors import LpkitError
from lpkit.markdown import render_markdown
from lpkit.text.changes import Changes, Run, changes
from lpkit.text.passage import locate

__all__ = [
    "DIFFICULTIES",
    "AnswerLength",
    "Artifact",
    "Changes",
    "Corpus",
    "Coverage",
    "Exporter",
    "Loss",
    "PrincipleCoverage",
    "RetiredItem",
    "Run",
    "Shelf",
    "changes",
    "check_options",
    "cover",
    "exporter_names",
    "fixed_places",
    "load_exporter",
    "locate",
    "render_markdown",
]

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


def exporter_names() -> list[str]:
    """Give the names of all installed exporters, sorted, without importing any."""
    from importlib.metadata import entry_points

    return sorted({entry.name for entry in entry_points(group=GROUP)})


def check_options(exporter: Exporter, options: Mapping[str, str]) -> None:
    """Refuse options that an exporter does not declare.

    Raises LpkitError for the first one that is unknown, with the nearest name.
    """
    known = exporter.settings
    for name in options:
        if name in known:
            continue
        close = get_close_matches(name, known, 1)
        listed = f"it has: {', '.join(known)}" if known else "it has none"
        raise LpkitError(
            f"the exporter {exporter.name} has no setting {name}", f"did you mean {close[0]}?" if close else listed
        )


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
