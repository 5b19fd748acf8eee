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
Where only the case and the punctuation differ, the words of the answer take the place of the quoted ones. Where a few
words are others, the nearest passage does, and where another candidate says it, that candidate is written; both are
unsafe.

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
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_value
from lpkit.model import FixIt
from lpkit.rule import PACK, rule
from lpkit.text.nearest import nearest, parting
from lpkit.text.passage import contains
from lpkit.text.verbatim import verbatim


@rule("LP302", "before-not-in-answer", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, fix_it in pack.fix_its:
        candidate = pack.candidate(fix_it.candidate)
        if candidate is not None and not contains(candidate.value.answer, fix_it.before):
            others = _others(pack, fix_it)
            yield Finding(
                pack.site(*at, "before"),
                f"candidate {fix_it.candidate} does not say this{parting(candidate.value.answer, fix_it.before)}",
                f"candidate {others[0]} does: write candidate: {others[0]}"
                if others
                else "quote the answer word for word; … stands for words left out",
                (
                    (
                        pack.site(*candidate.at, "answer", on_key=True),
                        f"the answer of candidate {fix_it.candidate}",
                    ),
                ),
                fix=_of_other(pack, at, others[0]) if others else _fix(pack, at, candidate.value.answer, fix_it.before),
            )


def _others(pack: PackView, fix_it: FixIt) -> list[str]:
    """Give the other candidates whose answers hold the words."""
    return [
        other.value.id
        for other in pack.candidates
        if other.value.id != fix_it.candidate and contains(other.value.answer, fix_it.before)
    ]


def _of_other(pack: PackView, at: Path, name: str) -> Fix | None:
    fix = new_value(pack.source, (*at, "candidate"), name, safe=False)
    return fix._replace(also=((*at, "candidate"),)) if fix else None


def _fix(pack: PackView, at: Path, answer: str, before: str) -> Fix | None:
    """Give the answer's own words: the same ones, or those that are nearest, which only an author can tell."""
    said = verbatim(answer, before)
    words = said or nearest(answer, before)
    return new_value(pack.source, (*at, "before"), words, safe=bool(said)) if words else None
