"""`lpkit lsp`: answer an editor while packs are written."""

from dataclasses import replace

from lpkit.checking.project import Project
from lpkit.cli.caching import store_of
from lpkit.cli.reporting import documentation_at
from lpkit.cli.running import advice, latest_time
from lpkit.errors import LpkitError


def lsp() -> None:
    """Answer an editor over standard input and output, by the Language Server Protocol.

    Needs the extra lsp, and says how to install it where it is missing. The editor starts it, and gets the faults of
    all rules while somebody types: those of the unsaved text, with what the rest of the library says. Nothing goes over
    a network.

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
    add_features(server)
    server.start_io()


def _prepared(project: Project) -> Project:
    """Give a project with what is kept between runs, the latest time, and where documentation is served."""
    settings = replace(project.settings, documentation=documentation_at(project.settings.documentation) or "")
    return replace(project, settings=settings, store=store_of(settings), latest=latest_time())
