"""`lpkit export`: write packs in one format."""

from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.check import Paths
from lpkit.cli.exporting import Frozen, LossReport, checked_corpus, write_exports
from lpkit.cli.running import settings
from lpkit.errors import LpkitError
from lpkit.export import exporter_names, known_settings, load_exporter, parse_settings


def export(
    name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="An exporter; --list shows all.")] = None,
    paths: Paths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder to write. Default: dist/FORMAT.")
    ] = None,
    frozen: Frozen = False,
    loss_report: LossReport = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A setting of the exporter. Repeatable.")
    ] = None,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed exporters.")] = False,
) -> None:
    """Check packs, then write the published ones in one format.

    The folder is replaced as a whole, or not at all; other files in it stay.

    Examples:

      lpkit export json

      lpkit export html packs/amazon-lp -o site

      lpkit export json --frozen --set jsonl=yes --loss-report losses.json
    """
    if list_all:
        _list_exporters()
        return
    if name is None:
        raise LpkitError("no format is named", f"write one of: {', '.join(exporter_names())}")
    exporter = load_exporter(name)
    options = parse_settings(exporter, set_ or [])
    config = settings()
    corpus = checked_corpus(paths or [], config, frozen)
    write_exports(corpus, [(exporter, output or config.root / config.output / name, options)], loss_report)


def _list_exporters() -> None:
    for entry in exporter_names():
        exporter = load_exporter(entry)
        typer.echo(f"{entry:<12} {exporter.summary}")
        for name, help_text in known_settings(exporter).items():
            typer.echo(f"{'':<12}   --set {name}=…: {help_text}")
