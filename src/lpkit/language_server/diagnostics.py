"""Faults as an editor shows them."""

from collections.abc import Callable
from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from lpkit import diagnostic as own
from lpkit.language_server.addresses import uri_of
from lpkit.language_server.positions import Ruler

_SEVERITIES = {
    own.Severity.ERROR: DiagnosticSeverity.Error,
    own.Severity.WARNING: DiagnosticSeverity.Warning,
    own.Severity.INFO: DiagnosticSeverity.Information,
}

SOURCE = "lpkit"


def shown(
    entry: own.Diagnostic,
    file: Path,
    file_of: Callable[[str], Path],
    ruler_of: Callable[[Path], Ruler],
    documentation: str,
) -> Diagnostic:
    """Give a fault of a file for the editor: its help is a second line, the page of its rule a link."""
    link = own.rule_page(documentation, entry.code) if documentation else None
    related = [
        DiagnosticRelatedInformation(
            Location(uri_of(place), ruler_of(place).span(other.span)),
            other.message,
        )
        for other in entry.related
        for place in [file_of(other.path)]
    ]
    return Diagnostic(
        range=ruler_of(file).span(entry.span),
        message=f"{entry.message}\n{entry.help}" if entry.help else entry.message,
        severity=_SEVERITIES[entry.severity],
        code=entry.code,
        code_description=CodeDescription(link) if link else None,
        source=SOURCE,
        related_information=related or None,
        data={"fixable": entry.fix is not None, "name": entry.name},
    )
