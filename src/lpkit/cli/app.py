"""The commands of lpkit, put together."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lpkit import __version__
from lpkit.cli.printer import show

COMMANDS = (
    *("check", "merge", "fix", "fmt", "hook", "build", "export", "lock", "init", "new", "import", "mv", "diff"),
    *("verdict", "trace", "stats", "serve", "lsp", "explain", "rules", "schema", "config", "doctor"),
)
"""Each is a function, or a group of commands, of the same name in a module of the same name."""

_RESERVED = {"import": ("importing", "import_")}
"""Commands whose name is a word of Python: the module and the function."""


_KIND = "Value error, "
"""What pydantic, which reads options for typer, puts before a refusal: a word for programmers."""


class _Plain(TyperGroup):
    """The command line, which refuses a value in plain words."""

    def invoke(self, ctx: Any) -> Any:
        """Run what the arguments name."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix(_KIND)
            raise


def _show_version(wanted: bool) -> None:
    if wanted:
        show(f"lpkit {__version__}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options that stand before every command."""
    del version


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """Build the command line; where the first argument names a command, only that one is imported."""
    app = typer.Typer(
        name="lpkit",
        cls=_Plain,
        help="Check packs of interview practice and export them.\n\n"
        "Try: lpkit check packs, lpkit build, lpkit explain LP201.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    first = arguments[0] if arguments else ""
    names = (first,) if first in COMMANDS else () if first == "--version" else COMMANDS
    for name in names:
        module, attribute = _RESERVED.get(name, (name, name))
        command = getattr(import_module(f"lpkit.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app
