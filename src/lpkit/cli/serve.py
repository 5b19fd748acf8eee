"""`lpkit serve`: see packs in a browser while they are written."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lpkit.checking.places import one, places
from lpkit.checking.run import Outcome
from lpkit.cli.check import Paths
from lpkit.cli.printer import say
from lpkit.cli.running import Choice, advice, plural, project_of
from lpkit.errors import LpkitError
from lpkit.export import load_exporter

if TYPE_CHECKING:
    from lpkit.checking.memory import Memory
    from lpkit.serving.state import State

Port = Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="Port to listen on; 0: any free one.")]
InEditor = Annotated[
    bool,
    typer.Option(
        "--in-editor/--no-in-editor",
        help="Let a panel of VS Code show the site, and end with standard input. Default: --no-in-editor.",
    ),
]


def serve(
    paths: Paths = None,
    port: Port = 8000,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the site in the browser. Default: --no-open.")
    ] = False,
    in_editor: InEditor = False,
    drafts: Annotated[
        bool, typer.Option("--drafts/--no-drafts", help="Show drafts too, with a mark. Default: --drafts.")
    ] = True,
) -> None:
    """Show the site in a browser, and build it anew on every save.

    Needs the extra serve, and says how to install it where it is missing. The browser keeps its place and its mode.
    While there are errors, the last good site stays, below a list that names file and line. Only this machine's own
    browser is answered. Ctrl-C ends it.

    Examples:

      lpkit serve

      lpkit serve packs/amazon-lp --port 0 --open
    """
    import asyncio

    try:
        from lpkit.checking.memory import Memory
        from lpkit.serving.building import rebuild
        from lpkit.serving.running import listen, run
        from lpkit.serving.state import State
        from lpkit.serving.watching import folders_of
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part == "lpkit":
            raise
        raise LpkitError(f"lpkit serve needs {part}", advice("serve")) from error

    place = one(places(paths or [], Choice().of))
    place.listing()
    examine = partial(_examine, paths or [], Memory())
    exporter = load_exporter("html")
    folders = folders_of([place.start / path for path in place.paths])
    listener = listen(port)
    address = f"http://{listener.getsockname()[0]}:{listener.getsockname()[1]}/"
    first = rebuild(State(), examine, exporter, drafts)
    say(f"serving at {address} (Ctrl-C ends it)")
    _tell(first)
    if open_browser:
        typer.launch(address)
    asyncio.run(run(listener, first, folders, lambda last: rebuild(last, examine, exporter, drafts), _tell, in_editor))


def _examine(paths: Sequence[Path], memory: "Memory") -> Outcome:
    """Check what has changed, and what follows from it: files, and schemas of the house's own, may come and go."""
    return replace(project_of(paths, Choice()), memory=memory).check()


def _tell(state: "State") -> None:
    """Say in the terminal what the browser shows."""
    pages = sum(1 for path in state.site if path.startswith("packs/"))
    shown = f"{plural(pages, 'pack')} shown" if not state.stale else "the last good site is shown"
    for fault in state.faults:
        if fault.severity == "error":
            say(f"{fault.place}: {fault.rule}: {fault.message}" if fault.place else f"{fault.message} ({fault.help})")
    say(f"{shown}; {plural(state.errors, 'error')}" if state.errors else shown)
