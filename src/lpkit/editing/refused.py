"""Fixes that failed their proof: which are not tried again, and which not at all."""

from collections import Counter
from collections.abc import Iterable

from lpkit.diagnostic import Diagnostic

MOST_REFUSED = 10
"""Fixes of one rule that may fail in one file: each takes several checks, and the next fails for the same reason."""


Identity = tuple[str, ...]
"""What is equal for one fault in two checks."""


def identity(fault: Diagnostic) -> Identity:
    """Give what is equal for one fault in two checks."""
    return (fault.code, fault.path, fault.pointer, fault.value)


class Refused:
    """The faults whose fix failed, and the rules that are not tried any more."""

    def __init__(self) -> None:
        self._faults: set[Identity] = set()
        self._failed: Counter[tuple[str, str]] = Counter()

    def add(self, fault: Diagnostic) -> None:
        """Note a fault whose fix failed alone."""
        self._faults.add(identity(fault))
        self._failed[fault.path, fault.code] += 1

    def __contains__(self, fault: Diagnostic) -> bool:
        return self.tired(fault) or identity(fault) in self._faults

    def tired(self, fault: Diagnostic) -> bool:
        """Tell whether so many of a rule failed in a file that none of it is tried there any more."""
        return self._failed[fault.path, fault.code] >= MOST_REFUSED

    def untried(self, faults: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
        """Count the faults that are left because others of their rule failed."""
        left = (fault for fault in faults if self.tired(fault) and identity(fault) not in self._faults)
        return Counter((fault.path, fault.code) for fault in left)
