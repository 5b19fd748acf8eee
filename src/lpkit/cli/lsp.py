"""`lpkit lsp`: answer an editor while packs are written."""

from dataclasses import replace
from pathlib import Path

from lpkit.checking.project import Project
from lpkit.cli.caching import store_of
from lpkit.cli.reporting import documentation_at
from lpkit.cli.running import Choice, advice, latest_time
from lpkit.diagnostic import Severity
from lpkit.errors import LpkitError
from lpkit.rules import codes_mended_by_lock


def lsp() -> None:
    """Answer an editor while somebody types (Language Server Protocol).

    Needs the extra lsp, and says how to install it where it is missing. The editor starts it, speaks with it over
    standard input and output, and gets the faults of all rules for the unsaved text, with what the rest of the library
    says. Nothing goes over a network.

    Examples:

      lpkit lsp
    """
    try:
        from lpkit.language_server.features import add_features
        from lpkit.language_server.server import make_server
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part == "lpkit":
            raise
        raise LpkitError(f"lpkit lsp needs {part}", advice("lsp")) from error
    server = make_server(_prepared)
    add_features(server, _locked)
    try:
        server.start_io()
    finally:
        server.desk.stop()


def _prepared(project: Project) -> Project:
    """Give a project with what is kept between runs, the latest time, and where documentation is served."""
    settings = replace(project.settings, documentation=documentation_at(project.settings.documentation) or "")
    return replace(project, settings=settings, store=store_of(settings), latest=latest_time())


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
