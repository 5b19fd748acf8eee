"""One line for each diagnostic, for pipes, editors and problem matchers."""

from lpkit.diagnostic import Diagnostic, Report
from lpkit.printable import printable_line


def render(report: Report, colour: bool) -> str:
    """Give `path:line:column: severity code name: message` lines; colour is never used."""
    del colour
    return "".join(printable_line(_line(entry)) + "\n" for entry in report.diagnostics)


def _line(entry: Diagnostic) -> str:
    place = f"{entry.path}:{entry.span.line}:{entry.span.column}"
    return f"{place}: {entry.severity.label} {entry.code} {entry.name}: {entry.message}"
