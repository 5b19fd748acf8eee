"""A suppression that silences nothing, or that is part of a text.

## Why
It was right once, or was never right. Left behind, it will hide the next fault of its kind. A suppression counts as
unused only where its rule ran. Inside a block of text a comment is text.

## Bad
```yaml
title: Quiet a Noisy Alarm  # lpkit: ignore[total-not-sum] kept for the old deck  # error: LP020
```

## Good
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Finding, Severity
from lpkit.rule import SUPPRESSIONS, SuppressionFault, rule


@rule("LP020", "unused-suppression", Severity.WARNING, SUPPRESSIONS, on_comments=True)
def check(faults: Sequence[SuppressionFault]) -> Iterator[Finding]:
    for fault in faults:
        if fault.kind == "unused":
            yield Finding(fault.site, fault.message, fault.help, value=fault.message)
