"""The report as JSON: version 1, with a published schema."""

from typing import TYPE_CHECKING

from lpkit.diagnostic import Diagnostic, Fix, Related, Report, Severity
from lpkit.printable import json_text

if TYPE_CHECKING:
    from lpkit.report._json_types import DiagnosticEntry, EditEntry, FixEntry, JsonReport, RelatedEntry

SHOWS_ADDRESSES = "faults"


def render(report: Report, colour: bool) -> str:
    """Give the report as one JSON document; colour is never used."""
    del colour
    document: JsonReport = {
        "version": 1,
        "summary": {
            "packs": report.packs,
            "libraries": report.libraries,
            "banks": report.banks,
            "questions": report.questions,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
            "suppressed": report.suppressed,
            "fixable": sum(1 for entry in report.diagnostics if entry.fix is not None),
        },
        "diagnostics": [_diagnostic(entry) for entry in report.diagnostics],
    }
    return json_text(document) + "\n"


def _diagnostic(entry: Diagnostic) -> "DiagnosticEntry":
    return {
        "code": entry.code,
        "name": entry.name,
        "severity": entry.severity.label,
        "message": entry.message,
        "path": entry.path,
        "line": entry.span.line,
        "column": entry.span.column,
        "end_line": entry.span.end_line,
        "end_column": entry.span.end_column,
        "pointer": entry.pointer,
        "item": entry.item,
        "help": entry.help,
        "url": entry.url,
        "fingerprint": entry.fingerprint,
        "related": [_related(related) for related in entry.related],
        "fix": _fix(entry.fix) if entry.fix else None,
    }


def _related(related: Related) -> "RelatedEntry":
    return {
        "path": related.path,
        "line": related.span.line,
        "column": related.span.column,
        "end_line": related.span.end_line,
        "end_column": related.span.end_column,
        "message": related.message,
    }


def _fix(fix: Fix) -> "FixEntry":
    edits: list[EditEntry] = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
