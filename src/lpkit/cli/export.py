"""`lpkit export`: write packs in one format."""

from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.check import Paths
from lpkit.cli.exporting import checked_corpus, write_export
from lpkit.cli.running import settings
from lpkit.errors import LpkitError
from lpkit.export import check_options, exporter_names, load_exporter


def export(
    name: Annotated[str | None, typer.Argument(metavar="FORMAT", help="An exporter; --list shows all.")] = None,
    paths: Paths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder to write. Default: dist/FORMAT.")
    ] = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A setting of the exporter; --list shows them. Repeatable."),
    ] = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help="One file with everything inside; the same as --set single-file=true.")
    ] = False,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed exporters.")] = False,
) -> None:
    """Check packs, then write the published ones in one format.

    The folder is replaced as a whole, or not at all; other files in it stay.

    Examples:

      lpkit export json

      lpkit export html packs/amazon-lp -o site

      lpkit export html --single-file -o mail
    """
    if list_all:
        _show_all()
        return
    if name is None:
        raise LpkitError("no format is named", f"write one of: {', '.join(exporter_names())}")
    exporter = load_exporter(name)
    options = _options(assignments or []) | ({"single-file": "true"} if single_file else {})
    check_options(exporter, options)
    config = settings()
    corpus = checked_corpus(paths or [], config)
    write_export(exporter, corpus, output or config.root / config.output / name, options)


def _show_all() -> None:
    for name in exporter_names():
        exporter = load_exporter(name)
        typer.echo(f"{name:<12} {exporter.summary}")
        for setting, meaning in exporter.settings.items():
            typer.echo(f"{'':<12} --set {setting}={meaning}")


def _options(assignments: list[str]) -> dict[str, str]:
    pairs = [assignment.partition("=") for assignment in assignments]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise LpkitError(f"--set {name}{equals} has no name or no value", "write --set NAME=VALUE")
    return {name: value for name, _, value in pairs}
