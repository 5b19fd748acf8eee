"""`lpkit rules`: all rules."""

from typing import Annotated

import typer

from lpkit.cli.printer import show, show_json
from lpkit.rules import all_rules


def rules(as_json: Annotated[bool, typer.Option("--json", help="Give the list as JSON.")] = False) -> None:
    """List all rules: code, severity, name and what each reports.

    Example:

      lpkit rules
    """
    found = all_rules()
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
