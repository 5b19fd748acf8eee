"""How often each rule found something: a line each, the most frequent first."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Diagnostic, Report
from lpkit.printable import inert
from lpkit.report._pieces import SEVERITY_STYLES, Piece, joined, linked

LINKS = True


def render(report: Report, colour: bool) -> str:
    """Give a line for each rule, and for each severity where its faults differ in that: number, rule, what mends it."""
    found: dict[tuple[int, str], list[Diagnostic]] = {}
    for entry in report.diagnostics:
        found.setdefault((-entry.severity, entry.code), []).append(entry)
    groups = [entries for _, entries in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))]
    width = len(str(len(groups[0]))) if groups else 0
    longest = max((len(_rule(entries[0])) for entries in groups), default=0)
    return inert("".join(joined(_line(entries, width, longest, colour), colour) for entries in groups))


def _rule(entry: Diagnostic) -> str:
    return f"{entry.severity.label:<7} {entry.code} {entry.name}"


def _line(entries: Sequence[Diagnostic], width: int, longest: int, colour: bool) -> Iterator[Piece]:
    entry = entries[0]
    yield f"{len(entries):>{width}}  ", "bold"
    code = linked(entry.code, entry.url, colour)
    yield f"{entry.severity.label:<7} {code} {entry.name}", SEVERITY_STYLES[entry.severity]
    mended = _mended(entries)
    yield f"{' ' * (longest - len(_rule(entry)))}  {mended}\n" if mended else "\n", ""


def _mended(entries: Sequence[Diagnostic]) -> str:
    fixes = [entry.fix for entry in entries if entry.fix]
    safe = sum(1 for fix in fixes if fix.safe)
    told = [f"{safe} fixable"] if safe else []
    told += [f"{len(fixes) - safe} fixable with --unsafe"] if len(fixes) > safe else []
    return f"[{', '.join(told)}]" if told else ""
