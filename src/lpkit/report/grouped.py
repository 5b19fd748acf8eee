"""Diagnostics by file: a line each with its help below, and how many there are of each severity."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lpkit.diagnostic import Diagnostic, Report, Severity
from lpkit.printable import inert, printable
from lpkit.report._pieces import SEVERITY_STYLES, Piece, joined, linked, patch_pieces

LINKS = True
PATCHES = True


def render(report: Report, colour: bool) -> str:
    """Give the name of each file with its counts, and below it a line and the help of each of its diagnostics."""
    files = groupby(report.diagnostics, key=lambda entry: entry.path)
    return inert("".join(joined(_file(path, list(entries), colour), colour) for path, entries in files))


def _file(path: str, entries: Sequence[Diagnostic], colour: bool) -> Iterator[Piece]:
    yield printable(path), "bold"
    yield f": {_counts(entries)}\n", ""
    places = [f"{entry.span.line}:{entry.span.column}" for entry in entries]
    width = max(map(len, places))
    for place, entry in zip(places, entries, strict=True):
        yield f"  {place:<{width}}  ", ""
        code = linked(entry.code, entry.url, colour)
        yield f"{entry.severity.label} {code} {entry.name}", SEVERITY_STYLES[entry.severity]
        yield f": {printable(entry.message)}\n", ""
        if entry.help:
            yield f"  {'':<{width}}  help: {printable(entry.help)}\n", ""
        yield from patch_pieces(entry, width + 4)
    yield "\n", ""


def _counts(entries: Sequence[Diagnostic]) -> str:
    numbers = [(severity, sum(entry.severity is severity for entry in entries)) for severity in Severity]
    told = [
        f"{number} {severity.label}{'' if number == 1 else 's'}" for severity, number in reversed(numbers) if number
    ]
    fixable = sum(1 for entry in entries if entry.fix)
    return ", ".join(told) + (f"; {fixable} fixable" if fixable else "")
