"""A rewrite that still holds a phrase of an auto-fail marker.

## Why
Learners copy the rewrite. A phrase that fails an answer must not be in the answer that they take home.

## Bad
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: In spring my manager asked me to count the alarms, so I did  # error: LP304
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
from lpkit.text.passage import first_said, same_words


@rule("LP304", "after-keeps-marker", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None:
        return
    markers = pack.library.place(pack.library.library.markers, "markers")
    for at, fix_it in pack.fix_its:
        if same_words(fix_it.before, fix_it.after):
            continue  # That nothing changed is the fault; the phrase is in it by necessity.
        for place, marker in markers:
            phrase = first_said(fix_it.after, marker.phrases)
            if phrase is not None:
                yield Finding(
                    pack.site(*at, "after"),
                    f'the rewrite says "{phrase}", a phrase of the marker {marker.id}',
                    "rewrite the passage without it",
                    ((pack.library.site(*place, "phrases"), f"the phrases of {marker.id}"),),
                    value=f"{marker.id} {phrase}",
                )
