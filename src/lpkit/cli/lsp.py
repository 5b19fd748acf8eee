"""`lpkit lsp`: answer an editor while packs are written."""

import signal
import sys
from dataclasses import replace
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lpkit.authoring.moving import Move
from lpkit.checking.project import Project
from lpkit.cli.caching import store_of
from lpkit.cli.reporting import documentation_at
from lpkit.cli.running import Choice, advice, latest_time
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.diagnostic import Severity
from lpkit.errors import LpkitError
from lpkit.rules import codes_mended_by_lock

if TYPE_CHECKING:
    from lpkit.language_server.renaming import NewName


def lsp() -> None:
    """Answer an editor while somebody types (Language Server Protocol).

    Needs the extra lsp, and says how to install it where it is missing. The editor starts it, speaks with it over
    standard input and output, and gets the faults of all rules for the unsaved text, with what the rest of the library
    says. Nothing goes over a network.

    Examples:

      lpkit lsp
    """
    try:
        from lpkit.language_server.features import OnDisk, add_features
        from lpkit.language_server.incoming import Incoming
        from lpkit.language_server.server import make_server
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part == "lpkit":
            raise
        raise LpkitError(f"lpkit lsp needs {part}", advice("lsp")) from error
    server = make_server(_prepared)
    add_features(server, OnDisk(_locked, _schema_written, _moved))
    # The thread that waits for the editor cannot be woken: an interrupt ends the process as other signals do.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        server.start_io(Incoming(FileIO(sys.stdin.fileno(), closefd=False)))
    finally:
        server.desk.stop()
    if server.protocol.exit_code:
        raise typer.Exit(server.protocol.exit_code)


def _prepared(project: Project) -> Project:
    """Give a project with what is kept between runs, the latest time, and where documentation is served."""
    settings = replace(project.settings, documentation=documentation_at(project.settings.documentation) or "")
    return replace(project, settings=settings, store=store_of(settings), latest=latest_time())


def _schema_written(library: Path) -> str:
    """Write the schema of the packs of a saved library, and say what came of it."""
    from lpkit.cli.own_schema import write_own_schema

    try:
        return f"lpkit: {write_own_schema(library / LIBRARY_FILE)}"
    except LpkitError as error:
        return f"lpkit: {error.message}"


def _moved(wanted: "NewName") -> Move:
    """Give what `lpkit mv` would write of texts that may not be saved.

    Raises LpkitError where it would refuse.
    """
    from lpkit.cli.moves import pack_under, question_under
    from lpkit.cli.shelving import Shelf

    shelf = Shelf(wanted.library, wanted.sources, wanted.pack, wanted.vocabulary)
    return question_under(shelf, wanted.question, wanted.name) if wanted.question else pack_under(shelf, wanted.name)


def _locked(library: Path) -> str:
    """Bring the lock of a library up to date, from what is saved, and say what came of it."""
    from lpkit.cli.lock import checked
    from lpkit.cli.locking import Wanted, bring_up_to_date, moment_of

    try:
        report, stocks = checked([library], Choice(), None)
        own = codes_mended_by_lock()
        if any(fault.severity is Severity.ERROR and fault.code not in own for fault in report.diagnostics):
            return "lpkit: nothing was locked: mend the errors of saved files first"
        names = [name for stock in stocks if (name := bring_up_to_date(stock, Wanted(moment_of(None))))]
    except LpkitError as error:
        return f"lpkit: {error.message}"
    return f"lpkit: {', '.join(names) or 'library.lock'} is up to date"
