"""Where links lead and what ids begin with: on the site, and in the single file."""

from dataclasses import dataclass
from typing import Protocol


class Links(Protocol):
    """What templates ask for an address or an id."""

    @property
    def home(self) -> str:
        """Give the address of the home page."""
        ...

    @property
    def coverage(self) -> str:
        """Give the address of the page of what is covered."""
        ...

    @property
    def stories(self) -> str:
        """Give the address of the reader's stories."""
        ...

    def pack(self, library: str, pack: str) -> str:
        """Give the address of a pack."""
        ...

    def principle(self, library: str, principle: str, page: int = 1) -> str:
        """Give the address of a principle, or of a later page of its patterns."""
        ...

    def at(self, library: str, pack: str) -> str:
        """Give what the ids inside a pack's page begin with."""
        ...


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """A page each; `root` leads from a page to the folder of the site."""

    root: str

    @property
    def home(self) -> str:
        """Give the index."""
        return f"{self.root}index.html"

    @property
    def coverage(self) -> str:
        """Give the page of what is covered."""
        return f"{self.root}coverage/index.html"

    @property
    def stories(self) -> str:
        """Give the page of the reader's stories."""
        return f"{self.root}stories/index.html"

    def pack(self, library: str, pack: str) -> str:
        """Give the file of a pack."""
        return f"{self.root}packs/{library}/{pack}.html"

    def principle(self, library: str, principle: str, page: int = 1) -> str:
        """Give the file of a principle, or of a later page: no id has a dot in it."""
        return f"{self.root}principles/{library}/{principle}{f'.{page}' if page > 1 else ''}.html"

    def at(self, library: str, pack: str) -> str:  # noqa: ARG002
        """Give nothing: a page has one pack."""
        return ""


class SingleLinks:
    """All in one document: addresses are anchors, and ids say whose they are."""

    home = "#home"
    coverage = "#coverage"
    stories = "#stories"

    def pack(self, library: str, pack: str) -> str:
        """Give the anchor of a pack."""
        return f"#{self.at(library, pack)}pack"

    def principle(self, library: str, principle: str, page: int = 1) -> str:  # noqa: ARG002
        """Give the anchor of a principle, whose patterns are on one page."""
        return f"#{library}.principle.{principle}"

    def at(self, library: str, pack: str) -> str:
        """Name library and pack, so that no two packs share an id."""
        return f"{library}.{pack}."
