"""A rewrite that still says what an auto-fail marker stands for.

## Why
Learners copy the rewrite. A phrase that fails an answer must not be in the answer that they take home, nor its like:
the patterns of a marker count as its phrases do.

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
from lpkit.text.passage import same_words


@rule("LP304", "after-keeps-marker", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None:
        return
    for at, fix_it in pack.fix_its:
        if same_words(fix_it.before, fix_it.after):
            continue  # That nothing changed is the fault; the phrase is in it by necessity.
        for _, said in sorted(library.sayings.by_marker(fix_it.after).items()):
            what, related = library.sayings.source_of(said)
            yield Finding(
                pack.site(*at, "after"),
                f'the rewrite says "{said.words}", {what}',
                "rewrite the passage without it",
                (related,),
                value=f"{library.sayings.name_of(said)} {said.words}",
            )
