"""A pack.schema.json beside library.yaml that holds other ids than the library.

## Why
Editors complete and explain the library's ids from it: with an old one they offer what is gone, and call wrong what is
right. It is written by `lpkit schema --library`, with the schema of the format as this lpkit has it. Where nobody has
written one, and where the file is one of your own, nothing is reported.

## Bad
```yaml pack.schema.json
{"$comment": "Written by lpkit schema --library from library.yaml beside it", "properties": {}}  # error: LP024
```

## Good
The file as `lpkit schema --library` wrote it after the last change of library.yaml, or none at all.

```yaml
status: draft
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView
from lpkit.corpus.deck_lines import line_site
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import LIBRARY, rule
from lpkit.schema.of_library import in_step


@rule("LP024", "schema-out-of-date", Severity.WARNING, LIBRARY, last=True, mended_by_schema=True)
def check(library: LibraryView) -> Iterator[Finding]:
    written = library.schema
    if written and library.sound and not in_step(written.text, library.library):
        message = "pack.schema.json is out of step with library.yaml, or with this lpkit: editors complete from it"
        yield Finding(line_site(written, 1), message, "run lpkit schema --library, and commit the file with the change")
