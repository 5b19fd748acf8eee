"""What `lpkit explain` and `lpkit rules` say, for which neither the command line nor a rule is imported."""

from lpkit.checking.profiles import severity_in
from lpkit.checking.selection import find_rule
from lpkit.cli.printer import show, show_json, show_lines
from lpkit.config import PROFILES, RECOMMENDED, nearest_profile
from lpkit.errors import LpkitError
from lpkit.rules.written import written_rules


def explain_rule(word: str) -> None:
    """Show the documentation of the rule of this code or name.

    Raises LpkitError where there is none.
    """
    found = find_rule(written_rules(), word)
    show_lines(f"{found.code} {found.name} ({found.severity.label})\n\n{found.manual()}")


def list_rules(profile: str | None = None, *, as_json: bool = False) -> None:
    """Show all rules with the severities of a profile.

    Raises LpkitError where there is no such profile.
    """
    if profile is not None and profile not in PROFILES:
        raise LpkitError(f'no profile is called "{profile}"', nearest_profile(profile))
    found = [rule._replace(severity=severity_in(rule, profile or RECOMMENDED)) for rule in written_rules()]
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
