"""A pack that departs from a JSON Schema of the organisation's own.

## Why
House rules are data, not code: `schemas = ["house.schema.json"]` in the settings names JSON Schemas that every pack
must also fit: a required tag, a limit on lengths, a pattern for names. The message names the schema; the
`description` of the part of the schema that was not met is the help. The example has this schema:

```json
{"properties": {"title": {"maxLength": 20, "description": "Titles must fit on a card: 20 letters at the most."}}}
```

## Bad
```yaml
title: Quiet a Noisy Alarm at Night  # error: LP015
```

## Good
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP015", "house-schema", Severity.ERROR, FILE)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("house-schema")
