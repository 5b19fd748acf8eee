"""A suppression that names no rule, or is not in the form of one.

## Why
It silences nothing, and its author believes that it does.

## Bad
```yaml
title: Quiet a Noisy Alarm  # lpkit: ignore[LP999] a reason  # error: LP021
status: published  # lpkit: ignore all  # error: LP021
```

## Good
```yaml
title: Quiet a Noisy Alarm
status: published
```
"""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Finding, Severity
from lpkit.rule import SUPPRESSIONS, SuppressionFault, rule


@rule("LP021", "unknown-rule-in-suppression", Severity.ERROR, SUPPRESSIONS, on_comments=True)
def check(faults: Sequence[SuppressionFault]) -> Iterator[Finding]:
    for fault in faults:
        if fault.kind == "unknown":
            yield Finding(fault.site, fault.message, fault.help, value=fault.message)
