"""`lpkit explain`: the documentation of a rule."""

from typing import Annotated

import typer

from lpkit.checking.selection import find_rule
from lpkit.cli.completing import rule_word
from lpkit.cli.manuals import explain_rule
from lpkit.cli.printer import show_json
from lpkit.diagnostic import rule_page
from lpkit.rules.written import written_rules


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
    if not as_json:
        explain_rule(rule)
        return
    from lpkit.cli.reporting import documentation_at
    from lpkit.cli.running import settings

    found = find_rule(written_rules(), rule)
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
