"""A verdict that the total does not earn.

## Why
The library cuts the totals into bands, one for each verdict. A marker may hold the verdict below the band of the
total; nothing lifts it above.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: hire  # error: LP205
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
      answer: I counted 64 pages.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```

## Fix
The verdict that the total earns is written. Unsafe, since the scores may be what is wrong.

```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: hire
      notes: Short and measured.
```
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
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
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_value
from lpkit.model import Candidate, Verdict
from lpkit.rule import PACK, rule


@rule("LP205", "verdict-not-band", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None or not library.bands_hold:
        return
    for at, candidate in pack.candidates:
        # A total that is not the sum is a fault of its own: the verdict may follow either of the two.
        bands = [library.band(total) for total in (candidate.total, sum(candidate.scores.values()))]
        allowed = {verdict.id for band in bands for verdict in (band, _capped(library, candidate, band))}
        if library.verdict(candidate.verdict) is not None and candidate.verdict not in allowed:
            yield Finding(
                pack.site(*at, "verdict"),
                f'the verdict is "{candidate.verdict}", but a total of {candidate.total} earns "{bands[0].id}"',
                f"{library.band_text(bands[0])}; change the verdict, or the scores",
                fix=_fix(pack, at, _capped(library, candidate, bands[0])) if bands[0] == bands[1] else None,
            )


def _fix(pack: PackView, at: Path, verdict: Verdict) -> Fix | None:
    return new_value(pack.source, (*at, "verdict"), verdict.id, safe=False)


def _capped(library: LibraryView, candidate: Candidate, band: Verdict) -> Verdict:
    """Give the band's verdict, or a lower one to which a marker of the candidate holds it."""
    caps = [library.marker_verdict(entry.marker) for entry in candidate.auto_fails]
    return min([band, *(cap for cap in caps if cap is not None)], key=lambda verdict: verdict.starts_at)
