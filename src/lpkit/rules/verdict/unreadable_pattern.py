"""A pattern of a marker that finds nothing, or not what it says.

## Why
A pattern says what is done (`did`), what is not done (`did_not`), or words in order (`says`): one of the three. `did`
needs somebody or something beside it, or it would find every sentence with the verb. Words in order stand alone; only
`unless` goes with them. A group in braces stands alone in its entry of a list.

## Bad
```yaml library.yaml
word_groups: {superior: [manager, boss]}
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    patterns:
      - {who: superior, whom: [me]}  # error: LP211
      - {did: [ask]}  # error: LP211
      - {says: [at my manager's request], who: superior}  # error: LP211
      - who: ["my {superior}"]  # error: LP211
        did: [ask]
        whom: [me]
    why: The first step was somebody else's.
```

## Good
```yaml library.yaml
word_groups: {superior: [manager, boss]}
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    patterns:
      - {who: superior, did: [ask], whom: [me]}
      - says: ["at my {superior}'s request"]
    why: The first step was somebody else's.
```
"""

import re
from collections.abc import Iterator

from lpkit.corpus import LibraryView
from lpkit.diagnostic import Finding, Path, Severity
from lpkit.model import Frame
from lpkit.rule import LIBRARY, rule

_WITHIN = re.compile(r"[^{]\{|\}[^}]")
_SLOTS = tuple(Frame.model_fields)[:5]
"""What a clause is made of."""


@rule("LP211", "unreadable-pattern", Severity.ERROR, LIBRARY)
def check(library: LibraryView) -> Iterator[Finding]:
    for at, marker in library.place(library.library.markers, "markers"):
        for place, frame in library.place(marker.patterns, *at, "patterns"):
            for step, message, advice in _faults(frame):
                yield Finding(library.site(*place, *step), message, advice, value=message)


def _faults(frame: Frame) -> Iterator[tuple[Path, str, str]]:
    yield from _misfits(frame)
    for slot in (*_SLOTS, "unless"):
        words = getattr(frame, slot)
        for number, word in enumerate(words if isinstance(words, list) else ()):
            if _WITHIN.search(word):
                yield (slot, number), f'"{word}" has a group within a text', "let the group stand alone, or use says"


def _misfits(frame: Frame) -> Iterator[tuple[Path, str, str]]:
    """Give what is missing in a frame, or does not go together."""
    given = [slot for slot in _SLOTS if getattr(frame, slot)]
    core = [slot for slot in given if slot.startswith("did")] + ["says"] * bool(frame.says)
    if not core:
        yield (), "the pattern does not say what is done", "give it did, did_not or says"
    elif len(core) > 1 or (frame.says and given):
        names = " and ".join(dict.fromkeys([*given, *core]))
        yield (), f"the pattern has {names}, which do not go together", "make two patterns of it"
    elif frame.did and given == core:
        yield (), "the pattern would find every sentence with such a verb", "say who does it, to whom, or what"
    elif frame.did_not and frame.whom and frame.what:
        yield (), "the pattern has whom and what beside did_not", "leave one of them out"
