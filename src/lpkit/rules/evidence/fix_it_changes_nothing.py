"""A fix-it whose `after` says the same as its `before`, or what the answer says anyway.

## Why
The lesson of a fix-it is the difference between the two. White space, punctuation, typography and case make none:
the words were spoken. Nor is a passage mended by words that stand elsewhere in the same answer: that is a warning.

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
from lpkit.diagnostic import Finding, Path, Severity
from lpkit.model import FixIt
from lpkit.rule import PACK, rule
from lpkit.text.passage import locate, same_words

_HELP = "write what the candidate should have said"
_END = ".,;:!?"
_FEWEST = 4
"""Words of the shortest rewrite that is looked for in the answer: a shorter one may belong there too."""


@rule("LP303", "fix-it-changes-nothing", Severity.ERROR, PACK, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    for at, fix_it in pack.fix_its:
        if same_words(fix_it.before, fix_it.after):
            related = ((pack.site(*at, "before"), "the same words"),)
            message = "the rewrite has the same words as the passage that it should mend"
            yield Finding(pack.site(*at, "after"), message, _HELP, related)
        else:
            yield from _said_already(pack, at, fix_it)


def _said_already(pack: PackView, at: Path, fix_it: FixIt) -> Iterator[Finding]:
    """Report a rewrite of some words that the answer has outside the passage which it should mend."""
    placed = pack.candidate(fix_it.candidate)
    if placed is None or len(fix_it.after.split()) < _FEWEST:
        return
    answer = placed.value.answer
    mended, there = locate(answer, fix_it.before), locate(answer, fix_it.after.rstrip(_END))
    if there is not None and (mended is None or there[0] >= mended[1] or mended[0] >= there[1]):
        related = ((pack.site(*placed.at, "answer"), f"the answer of candidate {placed.value.id}"),)
        message = f"the answer of candidate {placed.value.id} says this already"
        yield Finding(pack.site(*at, "after"), message, _HELP, related, severity=Severity.WARNING)
