"""The report as GitLab Code Quality: a JSON list, shown in the merge request."""

import hashlib
from collections import Counter

from lpkit.diagnostic import Report, Severity
from lpkit.printable import json_text

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
"""GitLab's words, without its `blocker` and `major`: lpkit knows three degrees."""


def render(report: Report, colour: bool) -> str:
    """Give an entry for each diagnostic; colour is never used."""
    del colour
    entries = [
        {
            "description": entry.message,
            "check_name": f"{entry.code} {entry.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[entry.severity],
            "location": {
                "path": entry.path,
                "lines": {"begin": entry.span.line, "end": entry.span.end_line},
            },
        }
        for entry, fingerprint in zip(report.diagnostics, _fingerprints(report), strict=True)
    ]
    return json_text(entries) + "\n"


def _fingerprints(report: Report) -> list[str]:
    """Give a fingerprint for each diagnostic, all different: GitLab shows only the first of equal ones."""
    seen: Counter[str] = Counter()
    found = []
    for entry in report.diagnostics:
        number = seen[entry.fingerprint]
        seen[entry.fingerprint] += 1
        again = hashlib.sha256(f"{entry.fingerprint} {number}".encode()).hexdigest()[:32]
        found.append(again if number else entry.fingerprint)
    return found
