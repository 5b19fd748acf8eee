"""`lpkit rules`: all rules."""

import json
from typing import Annotated

import typer

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
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in found)
    for rule in found:
        typer.echo(f"{rule.code}  {rule.severity.label:<7}  {rule.name:<{width}}  {rule.summary}")
