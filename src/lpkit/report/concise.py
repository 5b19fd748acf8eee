"""One line for each diagnostic, for pipes, editors and problem matchers."""

from lpkit.diagnostic import Report, printable


def render(report: Report, colour: bool) -> str:
    """Give `path:line:column: severity code name: message` lines; colour is never used."""
    del colour
    return "".join(
        f"{printable(entry.path)}:{entry.span.line}:{entry.span.column}: "
        f"{entry.severity.label} {entry.code} {entry.name}: {entry.message}\n"
        for entry in report.diagnostics
    )
