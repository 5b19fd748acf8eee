"""What is shown at a moment, and who waits for the next one."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass, field

from lpkit.diagnostic import Diagnostic, Severity
from lpkit.serving.pages import Served

LISTED = 100
"""Faults that a browser lists; nobody mends more before the next save."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A diagnostic as the browser shows it."""

    severity: str
    place: str
    """File, line and column; empty for what stands in no file."""
    message: str
    rule: str = ""
    help: str = ""


def fault_of(diagnostic: Diagnostic) -> Fault:
    """Describe a diagnostic."""
    span = diagnostic.span
    place = f"{diagnostic.path}:{span.line}:{span.column}"
    rule = f"{diagnostic.code} {diagnostic.name}"
    return Fault(diagnostic.severity.label, place, diagnostic.message, rule, diagnostic.help or "")


@dataclass(frozen=True, slots=True)
class State:
    """A site by path, what is wrong with the packs, and whether the site is one of an earlier time for that reason."""

    site: Mapping[str, Served] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    stale: bool = False

    @property
    def errors(self) -> int:
        """Count the errors."""
        return sum(1 for fault in self.faults if fault.severity == Severity.ERROR.label)

    def message(self, path: str) -> str:
        """Give what the page of a path must know, as JSON."""
        page = self.site.get(path)
        about = {
            "digest": page.digest if page else "",
            "stale": self.stale,
            "errors": self.errors,
            "others": len(self.faults) - self.errors,
            "faults": [asdict(fault) for fault in self.faults[:LISTED]],
        }
        return json.dumps(about)


class Board:
    """Holds the state of the moment and wakes who waits for another; lives in one event loop."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.closed = False
        self._turned = asyncio.Event()

    def show(self, state: State) -> None:
        """Put up another state."""
        self.state = state
        self._wake()

    def close(self) -> None:
        """End everything that waits, so that open browser tabs keep no server from ending."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()

    async def messages(self, path: str) -> AsyncIterator[str]:
        """Give what a page must know, now and whenever it changes, until the board is closed."""
        told = None
        while not self.closed:
            turned = self._turned
            message = self.state.message(path)
            if message != told:
                yield message
                told = message
            await turned.wait()
