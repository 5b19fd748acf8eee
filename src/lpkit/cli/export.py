"""`lpkit export`: write packs in one format."""

from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.check import Paths
from lpkit.cli.exporting import checked_corpus, write_export
from lpkit.cli.running import settings
from lpkit.errors import LpkitError
from lpkit.export import exporter_names, load_exporter


def export(
    name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="An exporter; --list shows all.")] = None,
    paths: Paths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder to write. Default: dist/FORMAT.")
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed exporters.")] = False,
) -> None:
    """Check packs, then write the published ones in one format.

    The folder is replaced as a whole, or not at all; other files in it stay.

    Examples:

      lpkit export json

      lpkit export html packs/amazon-lp -o site
    """
    if list_all:
        for entry in exporter_names():
            typer.echo(f"{entry:<12} {load_exporter(entry).summary}")
        return
    if name is None:
        raise LpkitError("no format is named", f"write one of: {', '.join(exporter_names())}")
    exporter = load_exporter(name)
    config = settings()
    corpus = checked_corpus(paths or [], config)
    write_export(exporter, corpus, output or config.root / config.output / name)
