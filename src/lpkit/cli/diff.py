"""`lpkit diff`: what changed between two states of the packs, and how far it reaches."""

from typing import Annotated, Literal

import typer

from lpkit.checking.states import state
from lpkit.cli.naming import name_of
from lpkit.cli.printer import coloured, show_document
from lpkit.cli.running import EXIT_FAULTS, settings
from lpkit.difference import GRADES, compare
from lpkit.difference.showing import as_json, as_markdown, as_text
from lpkit.errors import LpkitError


def diff(
    base: Annotated[str, typer.Argument(metavar="BASE", help="The old state: a git revision, or a folder.")],
    head: Annotated[
        str | None,
        typer.Argument(metavar="HEAD", help="The new state: a git revision, or a folder. Default: the working tree."),
    ] = None,
    as_json_: Annotated[bool, typer.Option("--json", help="Give the changes as JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Give them as a comment for a pull request.")] = False,
    fail_on: Annotated[
        Literal["major", "minor", "patch", "none"],
        typer.Option(help="The lowest grade that makes the exit code 1."),
    ] = "major",
) -> None:
    """Show what changed in the packs, in a reviewer's terms.

    That is keys, verdicts, markers, options and ids. Each change is graded. Patch: wording and order. Minor: content,
    and every id still means what it meant. Major: a permanent id vanished without an entry in `retired`, or means
    something else now; the exit code is then 1.

    Examples:

      lpkit diff main

      lpkit diff v1.0 v1.1 --markdown

      lpkit diff old-packs/ new-packs/ --fail-on none
    """
    if as_json_ and markdown:
        raise LpkitError("--json and --markdown are given at once", "choose one of the two")
    config = settings()
    changes = compare(*(state(name, config, name_of) for name in (base, head)))
    if as_json_:
        show_document(as_json(changes))
    elif markdown:
        show_document(as_markdown(changes))
    else:
        show_document(as_text(changes, coloured()))
    if fail_on != "none" and any(change.grade >= GRADES[fail_on] for change in changes):
        raise typer.Exit(EXIT_FAULTS)
