"""`lpkit explain`: the documentation of a rule."""

from typing import Annotated

import typer

from lpkit.checking.selection import find_rule
from lpkit.cli.completing import rule_word
from lpkit.cli.printer import show_json, show_lines
from lpkit.cli.reporting import documentation_at
from lpkit.cli.running import settings
from lpkit.diagnostic import rule_page
from lpkit.rules import all_rules


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", autocompletion=rule_word, help="Code or name of a rule.")],
    as_json: Annotated[bool, typer.Option("--json", help="Give the documentation as JSON.")] = False,
) -> None:
    """Explain a rule, with examples.

    Says why the rule is there, what it refuses and what it accepts.

    Examples:

      lpkit explain LP301

      lpkit explain weights-not-100
    """
    found = find_rule(all_rules(), rule)
    if as_json:
        address = documentation_at(settings().documentation)
        entry = {
            "code": found.code,
            "name": found.name,
            "severity": found.severity.label,
            "summary": found.summary,
            "documentation": found.manual(),
            "url": rule_page(address, found.code) if address else None,
        }
        show_json(entry)
    else:
        show_lines(f"{found.code} {found.name} ({found.severity.label})\n\n{found.manual()}")
