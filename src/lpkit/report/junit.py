"""The report as JUnit XML: every checked file is a test case."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from lpkit.diagnostic import Diagnostic, Report
from lpkit.printable import printable, xml_for_log

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What section 2.2 of XML 1.0 forbids even as a character reference."""


def render(report: Report, colour: bool) -> str:
    """Give one test suite with a test case for each file; colour is never used.

    A file fails where it has a fault that fails the run. All of a file's faults are in one failure, because
    readers such as Jenkins show only the first. Lesser faults are the output of the test case.
    """
    del colour
    # A fault may stand in a file that was read along, such as the library of a pack.
    by_name: dict[str, list[Diagnostic]] = {name: [] for name in report.checked}
    for entry in report.diagnostics:
        by_name.setdefault(entry.path, []).append(entry)
    cases = [_case(name, by_name[name], report) for name in sorted(by_name)]
    failed = sum(1 for case in cases if case.find("failure") is not None)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suites = ET.Element("testsuites", {"name": "lpkit", **counts})
    ET.SubElement(suites, "testsuite", {"name": "lpkit", **counts}).extend(cases)
    ET.indent(suites)
    return xml_for_log('<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode") + "\n")


def _case(path: str, entries: Sequence[Diagnostic], report: Report) -> ET.Element:
    name = _text(printable(path))
    case = ET.Element("testcase", classname="lpkit", name=name, file=name)
    failing = [entry for entry in entries if entry.severity >= report.fails_at]
    lesser = [entry for entry in entries if entry.severity < report.fails_at]
    if failing:
        worst = max(entry.severity for entry in failing).label
        failure = ET.SubElement(case, "failure", message=_headline(failing), type=worst)
        failure.text = _lines(failing)
    if lesser:
        ET.SubElement(case, "system-out").text = _lines(lesser)
    return case


def _headline(entries: Sequence[Diagnostic]) -> str:
    first = f"{entries[0].code} {entries[0].name}: {entries[0].message}"
    return _text(first if len(entries) == 1 else f"{first} (and {len(entries) - 1} more)")


def _lines(entries: Sequence[Diagnostic]) -> str:
    return _text("\n" + "".join(line + "\n" for entry in entries for line in _block(entry)))


def _block(entry: Diagnostic) -> list[str]:
    place = f"{printable(entry.path)}:{entry.span.line}:{entry.span.column}"
    lines = [f"{place}: {entry.severity.label} {entry.code} {entry.name}: {entry.message}"]
    lines += [f"  {printable(there.path)}:{there.span.line}: {there.message}" for there in entry.related]
    return [*lines, f"  help: {entry.help}"] if entry.help else lines


def _text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
