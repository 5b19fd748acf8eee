"""A fix-it whose `before` is not in the candidate's answer.

## Why
Learners rewrite a passage that they have read. One that is not there cannot be found, and the lesson has no
object.

## Bad
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: Last spring my manager asked me to look into it  # error: LP302
    after: In spring I counted the alarms of one month
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

## Fix
Where only the case and the punctuation differ, the words of the answer take the place of the quoted ones.

```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In Spring, my manager asked me to "look into it"
    after: In spring I counted the alarms of one month
    why: The count is a step that nobody assigned.
```
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
from lpkit.editing.edits import new_value
from lpkit.rule import PACK, rule
from lpkit.text.nearest import parting
from lpkit.text.passage import contains
from lpkit.text.verbatim import verbatim


@rule("LP302", "before-not-in-answer", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, fix_it in pack.fix_its:
        candidate = pack.candidate(fix_it.candidate)
        if candidate is not None and not contains(candidate.value.answer, fix_it.before):
            said = verbatim(candidate.value.answer, fix_it.before)
            yield Finding(
                pack.site(*at, "before"),
                f"candidate {fix_it.candidate} does not say this{parting(candidate.value.answer, fix_it.before)}",
                "quote the answer word for word; … stands for words left out",
                (
                    (
                        pack.site(*candidate.at, "answer", on_key=True),
                        f"the answer of candidate {fix_it.candidate}",
                    ),
                ),
                fix=new_value(pack.source, (*at, "before"), said) if said else None,
            )
