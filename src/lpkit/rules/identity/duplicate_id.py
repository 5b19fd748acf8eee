"""Two entries of one list with the same id.

## Why
Progress, Anki notes and references find an entry by its id. With two of them, one learner's answer counts for the
other question.

## Bad
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: In spring I counted the alarms of one month
    why: The count is a step that nobody assigned.
  - id: own-start  # error: LP102
    title: Name the actor
    candidate: a
    before: In the end we raised the threshold
    after: In the end I raised the threshold
    why: The step has an actor.
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
  - id: own-step
    title: Name the actor
    candidate: a
    before: In the end we raised the threshold
    after: In the end I raised the threshold
    why: The step has an actor.
```

## Fix
A number behind the id of the second one makes another of it, but for ids to which others refer. Unsafe: the older one
is to keep the id, and that may be the second.

```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: In spring I counted the alarms of one month
    why: The count is a step that nobody assigned.
  - id: own-start
    title: Name the actor
    candidate: a
    before: In the end we raised the threshold
    after: In the end I raised the threshold
    why: The step has an actor.
```
```yaml
fix_its:
  - id: own-start
    title: Start the story yourself
    candidate: a
    before: In spring my manager asked me to look into it
    after: In spring I counted the alarms of one month
    why: The count is a step that nobody assigned.
  - id: own-start-2
    title: Name the actor
    candidate: a
    before: In the end we raised the threshold
    after: In the end I raised the threshold
    why: The step has an actor.
```
"""

from collections.abc import Collection, Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_value
from lpkit.rule import VIEW, rule

_PACK_LISTS: tuple[Path, ...] = (
    *(("concepts",), ("coaching",)),
    *(("evaluate", "candidates"), ("fix_its",), ("questions",)),
)
_LIBRARY_LISTS: tuple[Path, ...] = (("principles",), ("levels",), ("verdicts",), ("rubrics",), ("markers",))
_REFERRED = frozenset(("candidates", "principles", "levels", "verdicts", "rubrics", "markers", "dimensions"))
"""Lists to whose ids others refer: nobody can tell which of the two they mean."""
_HELP = "give the newer of the two an id of its own; keep the older one, which learners may have met"


@rule("LP102", "duplicate-id", Severity.ERROR, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    lists = _PACK_LISTS if isinstance(view, PackView) else _LIBRARY_LISTS
    options = [(*question.at, "options") for question in view.questions] if isinstance(view, PackView) else []
    for at in (*lists, *options, *(rubric.at for rubric in view.rubrics())):
        first: dict[str, Path] = {}
        taken, counts = {name for _, name in view.ids(*at)}, dict[str, int]()
        for number, name in view.ids(*at):
            here = (*at, number, "id")
            if name in first:
                related = ((view.site(*first[name]), "first used here"),)
                fix = _fix(view, at, here, _fresh_id(name, taken, counts))
                yield Finding(view.site(*here), f'the id "{name}" is used twice', _HELP, related, fix)
            else:
                first[name] = here


def _fix(view: PackView | LibraryView, at: Path, here: Path, fresh: str) -> Fix | None:
    """Give the second of two an id that nobody has, unless others may refer to it."""
    return None if at[-1] in _REFERRED else new_value(view.source, here, fresh, safe=False)


def _fresh_id(name: str, taken: Collection[str], counts: dict[str, int]) -> str:
    """Give the id with the next number behind it that nobody has; `counts` holds the numbers that were given."""
    number = counts.get(name, 1) + 1
    while f"{name}-{number}" in taken:
        number += 1
    counts[name] = number
    return f"{name}-{number}"
