"""Diagnostics: what was found, where, how bad it is and what to do about it. Frozen values, no I/O."""

import hashlib
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Literal, NamedTuple

Path = tuple[str | int, ...]
"""Where a value stands in a file: keys and list positions from the root."""


class Severity(IntEnum):
    """How bad a fault is; comparable, error highest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> Literal["error", "warning", "info"]:
        """Give the name used in every output."""
        return _LABELS[self]


_LABELS: dict[Severity, Literal["error", "warning", "info"]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "info",
}


class Span(NamedTuple):
    """A stretch of a file: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Site(NamedTuple):
    """A place named by its meaning: a value (or its key) in a file, or a stretch of characters.

    `at` is the path of the value; `on_key` points at the key instead of the value; `extent`, offsets in code
    points, overrides both for faults that stand at no value, such as a syntax error.
    """

    file: str
    at: Path = ()
    on_key: bool = False
    extent: tuple[int, int] | None = None

    @property
    def pointer(self) -> str:
        """Give the RFC 6901 pointer of the value."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.at)


class Edit(NamedTuple):
    """Replace the text between two offsets (code points, end exclusive)."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a fault; a safe fix never changes what the content means."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
    also: tuple[Path, ...] = ()
    """The values besides that of the fault which the edits change."""
    restates: bool = False
    """Whether a score, weight, verdict, answer or id is the same as before, in the form that the format has for it."""


class Finding(NamedTuple):
    """What a rule found: where and what, before the engine adds the rule and the position."""

    site: Site
    message: str
    help: str | None = None
    related: tuple[tuple[Site, str], ...] = ()
    fix: Fix | None = None
    value: str = ""
    """What the fault is about; part of the fingerprint, so it must not hold positions."""
    severity: Severity | None = None
    """How bad this one is, where it differs from the rule."""


class Related(NamedTuple):
    """A second place that explains a fault."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault as every report shows it."""

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    span: Span
    pointer: str = ""
    item: str | None = None
    help: str | None = None
    url: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    value: str = ""
    excerpt: tuple[str, ...] = field(default=(), compare=False)
    """The lines of the file that the span touches, at most three, for a code frame."""
    patch: tuple[str, ...] = field(default=(), compare=False)
    """What the fix does to the lines of the file, where a report is to show that."""

    @property
    def fingerprint(self) -> str:
        """Identify the fault across edits elsewhere in the file: rule, path, pointer and value, no line."""
        text = "\0".join((self.code, self.path, self.pointer, self.value))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: path, position, code, message."""
        return (self.path, self.span.line, self.span.column, self.code, self.message)


class RuleInfo(NamedTuple):
    """What a report says about a rule itself; `documentation` is Markdown."""

    code: str
    name: str
    severity: Severity
    summary: str
    documentation: str
    url: str | None = None


def rule_page(address: str, code: str) -> str:
    """Give the address of a rule's page, where the site of `docs/` is served at an address."""
    return f"{address.rstrip('/')}/rules/{code.lower()}.html"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check: sorted diagnostics and what was looked at."""

    diagnostics: tuple[Diagnostic, ...]
    packs: int
    libraries: int
    suppressed: int = 0
    checked: tuple[str, ...] = ()
    """Paths of the files that were asked for, sorted."""
    rules: tuple[RuleInfo, ...] = ()
    """The rules that found something, by code."""
    fails_at: Severity = Severity.ERROR
    """The lowest severity that fails the run, for formats that know only passed and failed."""
    banks: int = 0
    questions: int = 0
    """Well-formed questions of the banks."""
    documentation: str | None = None
    """Where the documentation is served; None where that is not known."""

    def __add__(self, other: "Report") -> "Report":
        """Join the reports of two parts of a run; the stricter of both says what makes it fail."""
        rules = {rule.code: rule for rule in (*self.rules, *other.rules)}
        return Report(
            diagnostics=tuple(sorted((*self.diagnostics, *other.diagnostics), key=lambda entry: entry.order)),
            packs=self.packs + other.packs,
            libraries=self.libraries + other.libraries,
            suppressed=self.suppressed + other.suppressed,
            checked=tuple(sorted({*self.checked, *other.checked})),
            rules=tuple(rules[code] for code in sorted(rules)),
            fails_at=min(self.fails_at, other.fails_at),
            banks=self.banks + other.banks,
            questions=self.questions + other.questions,
            documentation=self.documentation or other.documentation,
        )

    def documented_at(self, address: str) -> "Report":
        """Give the same report with the page of its rule for every fault, where they are served at an address."""
        return replace(
            self,
            diagnostics=tuple(replace(entry, url=rule_page(address, entry.code)) for entry in self.diagnostics),
            rules=tuple(rule._replace(url=rule_page(address, rule.code)) for rule in self.rules),
            documentation=address,
        )

    def count(self, severity: Severity) -> int:
        """Give the number of diagnostics of exactly this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)

    def reaches(self, severity: Severity) -> bool:
        """Tell whether any diagnostic is at least this bad."""
        return any(diagnostic.severity >= severity for diagnostic in self.diagnostics)
