"""A score above the cap of a marker that was found in the answer.

## Why
A marker says: whoever shows this earns at most so many points here. A higher score contradicts the marker.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: Then my manager asked me to count the pages.
      delivery: Calm.
      scores:
        structure: 12
        ownership_signal: 9  # error: LP206
        impact: 3
      total: 24
      verdict: no-hire
      auto_fails: [{marker: manager-directed, quote: my manager asked me, why: The start was assigned.}]
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
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
      answer: Then my manager asked me to count the pages.
      delivery: Calm.
      scores:
        structure: 12
        ownership_signal: 5
        impact: 3
      total: 20
      verdict: no-hire
      auto_fails: [{marker: manager-directed, quote: my manager asked me, why: The start was assigned.}]
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

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Path, Severity
from lpkit.model import Candidate, Marker
from lpkit.rule import PACK, rule


@rule("LP206", "marker-cap-exceeded", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None:
        return
    for at, candidate in pack.candidates:
        for dimension, (marker, place) in _lowest_caps(pack, pack.library, at, candidate).items():
            score = candidate.scores.get(dimension)
            if score is not None and score > marker.cap:
                yield Finding(
                    pack.site(*at, "scores", dimension),
                    f"{dimension} is scored {score}; the marker {marker.id} caps it at {marker.cap}",
                    f"lower the score to {marker.cap} or less, or drop the auto-fail",
                    ((pack.site(*place, "marker"), "the marker is declared here"),),
                    value=f"{marker.id} {score}",
                )


def _lowest_caps(
    pack: PackView, library: LibraryView, at: Path, candidate: Candidate
) -> dict[str, tuple[Marker, Path]]:
    """Give, for each dimension, the declared marker with the lowest cap and where it is declared."""
    lowest: dict[str, tuple[Marker, Path]] = {}
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        marker = library.markers.get(entry.marker)
        if marker is not None and (marker.dimension not in lowest or marker.cap < lowest[marker.dimension][0].cap):
            lowest[marker.dimension] = (marker, place)
    return lowest
