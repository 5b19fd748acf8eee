"""`lpkit rules`: all rules."""

from typing import Annotated

import typer

from lpkit.checking.profiles import severity_in
from lpkit.cli.printer import show, show_json
from lpkit.config import PROFILES, RECOMMENDED, nearest_profile
from lpkit.errors import LpkitError
from lpkit.rules import all_rules


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
    if profile is not None and profile not in PROFILES:
        raise LpkitError(f'no profile is called "{profile}"', nearest_profile(profile))
    found = [rule._replace(severity=severity_in(rule, profile or RECOMMENDED)) for rule in all_rules()]
    if as_json:
        entries = [
            {"code": rule.code, "name": rule.name, "severity": rule.severity.label, "summary": rule.summary}
            for rule in found
        ]
        show_json(entries)
        return
    width = max(len(rule.name) for rule in found)
    for rule in found:
        show(f"{rule.code}  {rule.severity.label:<7}  {rule.name:<{width}}  {rule.summary}")
