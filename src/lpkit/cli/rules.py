"""`lpkit rules`: all rules."""

from typing import Annotated

import typer

from lpkit.cli.manuals import list_rules
from lpkit.config import PROFILES


def rules(
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"The severities of a profile: {' or '.join(PROFILES)}.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Give the list as JSON.")] = False,
) -> None:
    """List all rules: code, severity, name and what each reports.

    Examples:

      lpkit rules

      lpkit rules --profile strict
    """
    list_rules(profile, as_json=as_json)
