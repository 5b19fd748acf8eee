"""The report as SARIF 2.1.0, for code scanning and editors."""

import os
import re
from typing import Any
from urllib.parse import quote

from lpkit import __version__
from lpkit.diagnostic import Diagnostic, Fix, Related, Report, RuleInfo, Severity, Span
from lpkit.printable import json_text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""The words of GitHub's code scanning for the severity of a rule."""

_WHY = re.compile(r"^## Why\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)

SHOWS_ADDRESSES = "always"

Json = dict[str, Any]


def render(report: Report, colour: bool) -> str:
    """Give the report as one SARIF log with one run; colour is never used.

    Paths are relative to the folder of the run, `%SRCROOT%`; where that lies is left to the reader, so that logs
    of different machines are the same.
    """
    del colour
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    driver = {
        "name": "lpkit",
        "semanticVersion": __version__,
        **({"informationUri": report.documentation} if report.documentation else {}),
        "rules": [_rule(rule) for rule in report.rules],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which lpkit was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, numbers) for entry in report.diagnostics],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(document) + "\n"


def _rule(rule: RuleInfo) -> Json:
    why = _WHY.search(rule.documentation)
    manual = rule.documentation if rule.url else f"{rule.documentation}\n\n`lpkit explain {rule.code}` shows this."
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(why.group(1).split()) if why else rule.summary},
        "help": {"text": manual, "markdown": manual},
        **({"helpUri": rule.url} if rule.url else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"problem.severity": _PROBLEM[rule.severity]},
    }


def _result(entry: Diagnostic, numbers: dict[str, int]) -> Json:
    result: Json = {"ruleId": entry.code}
    if entry.code in numbers:
        result["ruleIndex"] = numbers[entry.code]
    result |= {
        "level": _LEVELS[entry.severity],
        "message": _message(f"{entry.message}\n{entry.help}" if entry.help else entry.message),
        "locations": [_location(entry.path, entry.span)],
    }
    if entry.related:
        result["relatedLocations"] = [_related(number, there) for number, there in enumerate(entry.related, start=1)]
    result["partialFingerprints"] = {"lpkit/v1": entry.fingerprint}
    if entry.fix:
        result["fixes"] = [_fix(entry.path, entry.fix)]
    return result


def _related(number: int, there: Related) -> Json:
    return {"id": number, **_location(there.path, there.span), "message": _message(there.message)}


def _message(text: str) -> Json:
    """Give a text as a message in which nothing is a link: `[...](1)` would be one (section 3.11.6)."""
    return {"text": text.replace("[", "\\[") if "](" in text else text}


def _location(path: str, span: Span) -> Json:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> Json:
    # The bytes of a file's name need not be UTF-8; Python keeps the odd ones as lone surrogates.
    return {"uri": quote(os.fsencode(path)), "uriBaseId": _ROOT}


def _fix(path: str, fix: Fix) -> Json:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    changes = [{"artifactLocation": _artifact(path), "replacements": replacements}]
    # SARIF has no word for a fix that must be looked at before it is applied.
    title = fix.title if fix.safe else f"{fix.title} (may change the meaning)"
    return {"description": {"text": title}, "artifactChanges": changes}
