"""What the named profiles make of the severity of a rule."""

from typing import Protocol

from lpkit.config import STRICT
from lpkit.diagnostic import Severity

_WORSE = {Severity.INFO: Severity.WARNING, Severity.WARNING: Severity.ERROR, Severity.ERROR: Severity.ERROR}


class Graded(Protocol):
    """A rule, imported or as it is written."""

    @property
    def severity(self) -> Severity:
        """Say how bad what it finds is."""

    @property
    def last(self) -> bool:
        """Say whether that is shown once nothing is an error."""


def severity_in(rule: Graded, profile: str) -> Severity:
    """Give how bad what a rule finds is in a profile; what a rule itself says of a single finding holds all the same.

    In `strict` each rule is a step worse. What is to be mended last stays as it is: as an error it would be shown
    beside those that have to be mended first.
    """
    return _WORSE[rule.severity] if profile == STRICT and not rule.last else rule.severity
