"""The report as GitHub workflow commands: annotations beside the changed lines of a pull request."""

from lpkit.diagnostic import Diagnostic, Report, Severity
from lpkit.printable import printable, printable_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_SHOWN = 10
"""GitHub shows so many annotations of each level for a step and drops the others without a word
(https://github.com/actions/toolkit/discussions/734)."""


def render(report: Report, colour: bool) -> str:
    """Give a command for each diagnostic, errors first; colour is never used.

    What GitHub would drop stands below as plain lines, folded in the log, and a last annotation says how much it is.
    """
    del colour
    ordered = sorted(report.diagnostics, key=lambda entry: -entry.severity)
    shown = _first(ordered, _SHOWN)
    if len(shown) < len(ordered):
        shown = _first(ordered, _SHOWN - 1)
    lines = [_command(entry) for entry in shown]
    rest = [entry for entry in ordered if entry not in shown]
    if rest:
        lines += [f"::group::{len(rest)} more from lpkit", *map(_plain, rest), "::endgroup::"]
        lines.append(f"::notice title=lpkit::{len(rest)} more in the log of this step")
    return "".join(line + "\n" for line in lines)


def _first(ordered: list[Diagnostic], infos: int) -> list[Diagnostic]:
    """Give the first of each level; a last notice takes the place of an info."""
    most = {Severity.ERROR: _SHOWN, Severity.WARNING: _SHOWN, Severity.INFO: infos}
    return [
        entry
        for severity, number in most.items()
        for entry in [entry for entry in ordered if entry.severity is severity][:number]
    ]


def _command(entry: Diagnostic) -> str:
    span = entry.span
    place = {"file": entry.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:
        # GitHub takes columns only where they are of one line.
        place |= {"col": str(span.column), "endColumn": str(span.end_column)}
    place["title"] = f"{entry.code} {entry.name}"
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    related = [f"{there.path}:{there.span.line}: {there.message}" for there in entry.related]
    text = "\n".join([entry.message, *related, *([f"help: {entry.help}"] if entry.help else [])])
    return f"::{_COMMANDS[entry.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    """Give a text as the runner takes it; what has no escape of the runner's gets one that people read."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(entry: Diagnostic) -> str:
    """Give a line that is no command, whatever the file is called."""
    place = f"{entry.path}:{entry.span.line}:{entry.span.column}"
    return printable_line(f"{entry.severity.label} {entry.code} {entry.name}: {place}: {entry.message}")
