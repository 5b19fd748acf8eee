"""What is known of a misfit when its meaning is looked for, and what was found."""

from pathlib import PurePath
from typing import Any, NamedTuple

from lpkit.corpus.meaning.names import Names
from lpkit.diagnostic import Fix, Path
from lpkit.model import Library, Pack
from lpkit.schema import Misfit
from lpkit.source import Source


class Meant(NamedTuple):
    """What an author meant: what to write, the edit that does, and what the message adds."""

    help: str
    fix: Fix | None = None
    hint: str = ""


class Case(NamedTuple):
    """A misfit in its file, with the names that its place may hold."""

    source: Source
    misfit: Misfit
    names: Names

    @property
    def at(self) -> Path:
        """Give the path of the misfit."""
        return self.misfit.at

    @property
    def model(self) -> type[Pack] | type[Library]:
        """Give the kind of the file."""
        return Library if PurePath(self.source.name).name == "library.yaml" else Pack

    @property
    def value(self) -> Any:
        """Give what stands there."""
        return self.source.value(self.at)

    @property
    def key(self) -> str:
        """Give the key behind which it stands, that of its list for an entry."""
        return next((step for step in reversed(self.at) if isinstance(step, str)), "")
