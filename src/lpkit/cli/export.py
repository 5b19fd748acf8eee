"""`lpkit export`: write packs in one format."""

from pathlib import Path
from typing import Annotated

import typer

from lpkit.cli.caching import NoCache
from lpkit.cli.check import Paths
from lpkit.cli.completing import exporter_settings, exporter_words
from lpkit.cli.exporting import Frozen, LossReport, checked_corpus, write_exports
from lpkit.cli.running import Choice, assigned, project_of, show_plugins
from lpkit.errors import LpkitError
from lpkit.export import check_options, check_since, exporter_names, load_exporter


def export(
    name: Annotated[
        str | None,
        typer.Argument(metavar="FORMAT", autocompletion=exporter_words, help="An exporter; --list shows all."),
    ] = None,
    paths: Paths = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Folder to write. Default: dist/FORMAT, or dist/FORMAT-changes."
        ),
    ] = None,
    frozen: Frozen = False,
    loss_report: LossReport = None,
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            autocompletion=exporter_settings,
            help="A setting of the exporter; --list shows them. Repeatable.",
        ),
    ] = None,
    single_file: Annotated[
        bool, typer.Option("--single-file", help="One file with everything inside; the same as --set single-file=true.")
    ] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="For json: also packs.jsonl; the same as --set jsonl=true.")
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REF|TIME", help="Write only what the lock says has changed since, and what is gone."),
    ] = None,
    no_cache: NoCache = False,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed exporters.")] = False,
) -> None:
    """Check packs, then write the published ones in one format.

    Files of an earlier export are replaced, all or none; whatever else is in the folder is not touched.

    Examples:

      lpkit export json

      lpkit export html packs/amazon-lp -o site

      lpkit export html --single-file -o mail

      lpkit export json --frozen --jsonl --loss-report losses.json

      lpkit export cards --set dialect=obsidian --set kinds=question

      lpkit export json --changed-since v1.0 -o news
    """
    if list_all:
        show_plugins(map(load_exporter, exporter_names()))
        return
    if name is None:
        raise LpkitError("no format is named", f"write one of: {', '.join(exporter_names())}")
    exporter = load_exporter(name)
    sugar = {"single-file": single_file, "jsonl": jsonl}
    options = dict(assigned(assignments or [])) | {option: "true" for option, wanted in sugar.items() if wanted}
    check_options(exporter, options)
    if changed_since is not None:
        check_since(exporter)
    project = project_of(paths or [], Choice(no_cache=no_cache))
    config = project.settings
    corpus = checked_corpus(project, frozen, changed_since)
    # Beside the whole export, which it would take the place of.
    folder = name if changed_since is None else f"{name}-changes"
    write_exports(corpus, [(exporter, output or config.root / config.output / folder, options)], loss_report)
