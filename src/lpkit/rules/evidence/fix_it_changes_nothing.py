"""A fix-it whose `after` says the same as its `before`.

## Why
The lesson of a fix-it is the difference between the two. White space, punctuation, typography and case make none:
the words were spoken.

## Bad
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: "in spring, my manager asked me to look into it."  # error: LP303
    why: The count is a step that nobody assigned.
```

## Good
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: In spring I counted the alarms of one month
    why: The count is a step that nobody assigned.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.passage import same_words


@rule("LP303", "fix-it-changes-nothing", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, fix_it in pack.fix_its:
        if same_words(fix_it.before, fix_it.after):
            related = ((pack.site(*at, "before"), "the same words"),)
            message = "the rewrite has the same words as the passage that it should mend"
            yield Finding(pack.site(*at, "after"), message, "write what the candidate should have said", related)
