"""`lpkit doctor`: what is set up, what is not, and what is wrong."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

import typer

from lpkit.cli.health import Line, wrong
from lpkit.cli.installed import cache, configuration, extras, versions
from lpkit.cli.printer import say, show, show_json
from lpkit.cli.running import EXIT_FAULTS, plural
from lpkit.cli.surroundings import editor, libraries, repository
from lpkit.errors import LpkitError

_PARTS: tuple[tuple[str, Callable[[], Iterable[Line]]], ...] = (
    ("versions", versions),
    ("extras", extras),
    ("settings", configuration),
    ("cache", cache),
    ("git", repository),
    ("libraries", libraries),
    ("editor", editor),
)


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Give the report as JSON.")] = False) -> None:
    """Say what is set up around your packs, and what is not.

    Looks at versions, extras, settings, kept results, git with its hook and its merges, libraries and the editor; a
    line each, with what to do. Nothing is changed. What is not set up is no fault: the exit code is 1 only where
    something is wrong. Packs are not checked: lpkit check does that.

    Examples:

      lpkit doctor

      lpkit doctor --json
    """
    lines = [line for part, look in _PARTS for line in _guarded(part, look)]
    if as_json:
        show_json([line._asdict() for line in lines])
    else:
        width = max(len(line.part) for line in lines)
        for line in lines:
            show(f"{line.state:<10}  {line.part:<{width}}  {line.what}")
            if line.advice:
                show(f"{'':<{width + 14}}do: {line.advice}")
    bad = sum(1 for line in lines if line.state == "wrong")
    say(f"{plural(bad, 'thing is', 'things are')} wrong" if bad else "nothing is wrong")
    if bad:
        raise typer.Exit(EXIT_FAULTS)


def _guarded(part: str, look: Callable[[], Iterable[Line]]) -> Iterator[Line]:
    """Look at a part; whatever keeps it from being looked at is a line of the report."""
    try:
        yield from look()
    except LpkitError as error:
        yield wrong(part, error.message, error.hint or "")
    except Exception as error:
        yield wrong(part, f"it cannot be looked at: {type(error).__name__}: {error}")
