"""The commands of lpkit, put together."""

from typing import Annotated

import typer

from lpkit import __version__
from lpkit.cli.build import build
from lpkit.cli.check import check
from lpkit.cli.diff import diff
from lpkit.cli.explain import explain
from lpkit.cli.export import export
from lpkit.cli.importing import import_
from lpkit.cli.init import init
from lpkit.cli.new import new
from lpkit.cli.rules import rules
from lpkit.cli.schema import schema
from lpkit.cli.stats import stats
from lpkit.cli.verdict import verdict

app = typer.Typer(
    name="lpkit",
    help="Check packs of interview practice and export them.\n\n"
    "Try: lpkit check packs, lpkit build, lpkit explain LP201.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lpkit {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options that stand before every command."""
    del version


for command in (check, build, diff, export, explain, init, rules, schema, stats, verdict):
    app.command()(command)
app.command("import")(import_)
app.add_typer(new, name="new")
