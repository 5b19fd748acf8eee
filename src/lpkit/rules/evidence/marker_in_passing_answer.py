"""An auto-fail marker in an answer that passes.

## Why
A marker fails an answer, so an answer that passes has none: neither declared nor as one of its phrases. Else the
pack teaches that the marker does not count. A marker that leaves a passing verdict possible is exempt. A phrase is an
error where nothing in its sentence makes its meaning doubtful; otherwise, and for patterns, it is a warning.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short.
    - id: b
      answer: "I saw that my manager asked me too much, and I counted 64 pages."  # error: LP306
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```

## Good
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView, Placed
from lpkit.diagnostic import Finding, Severity
from lpkit.model import Candidate, Marker
from lpkit.rule import PACK, rule


@rule("LP306", "marker-in-passing-answer", Severity.ERROR, PACK, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None:
        return
    failing = [placed for placed in library.place(library.library.markers, "markers") if _fails(library, placed.value)]
    for placed in pack.candidates:
        verdict = library.verdict(placed.value.verdict)
        if verdict is not None and verdict.passes:
            yield from _declared(pack, placed, {marker.id for _, marker in failing})
            yield from _said(pack, library, placed, failing)


def _fails(library: LibraryView, marker: Marker) -> bool:
    ceiling = library.verdict(marker.verdict)
    return ceiling is not None and not ceiling.passes


def _declared(pack: PackView, placed: Placed[Candidate], failing: set[str]) -> Iterator[Finding]:
    at, candidate = placed
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        if entry.marker in failing:
            yield Finding(
                pack.site(*place, "marker"),
                f'the marker {entry.marker} is declared, but the verdict "{candidate.verdict}" passes',
                "lower the scores and the verdict, or drop the auto-fail",
                ((pack.site(*at, "verdict"), "the verdict"),),
            )


def _said(
    pack: PackView, library: LibraryView, placed: Placed[Candidate], failing: list[Placed[Marker]]
) -> Iterator[Finding]:
    at, candidate = placed
    declared = {entry.marker for entry in candidate.auto_fails}
    found = library.sayings.by_marker(candidate.answer)
    for place, marker in failing:
        said = found.get(int(place[-1])) if marker.id not in declared else None
        if said is not None:
            what, related = library.sayings.source_of(said)
            yield Finding(
                pack.site(*at, "answer"),
                f'the answer says "{said.words}", {what}, and passes',
                "change the wording, or declare the marker and lower the verdict",
                (related,),
                value=f"{marker.id} {said.words}",
                severity=None if said.certain else Severity.WARNING,
            )
