"""A claim about speaking time that the words of the answers do not bear out.

## Why
"35-55 seconds longer" makes readers look for what the extra time was spent on. At the library's pace the words tell
how long an answer takes. Claims with a figure are compared ("20 seconds longer", "half a minute shorter", "runs two
minutes"), with a margin of five seconds or a quarter. Longer means longer than the candidate named with it, or than
the other one where there are just two.

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
      answer: I counted 64 pages and removed 61 of them.
      delivery: 35-55 seconds longer than A.  # error: LP309
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
      delivery: About as long as A.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Finding, Severity
from lpkit.model import Candidate
from lpkit.rule import PACK, rule
from lpkit.text.counting import count_words
from lpkit.text.duration import Claim, Stretch, claims
from lpkit.text.languages.parts import Durations


@rule("LP309", "speaking-time-contradicted", Severity.WARNING, PACK, needs=Durations)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None or not library.whole("speaking"):
        return
    slow, fast = sorted(library.library.speaking.words_per_minute)
    for placed in pack.candidates:
        for key, note in (("delivery", placed.value.delivery), ("notes", placed.value.notes)):
            for claim in claims(note or "", pack.language[Durations]):
                message = _contradiction(pack, placed, claim, slow, fast)
                if message is not None:
                    help = "mend the figure, or the answer"
                    yield Finding(pack.site(*placed.at, key), message, help, value=claim.text)


def _contradiction(pack: PackView, placed: Placed[Candidate], claim: Claim, slow: int, fast: int) -> str | None:
    words = count_words(placed.value.answer)
    if claim.sign == 0:
        spoken = Stretch(words / fast * 60, words / slow * 60)
        if claim.seconds.meets(spoken) or claim.other not in {"", placed.value.id}:
            return None
        return f"{words} words, {spoken} at {slow} to {fast} words a minute; the note says {claim.text}"
    other = _compared(pack, placed, claim.other)
    if other is None:
        return None
    more = words - count_words(other.answer)
    ends = sorted((more * claim.sign / fast * 60, more * claim.sign / slow * 60))
    if claim.seconds.meets(Stretch(*ends)):
        return None
    direction = "longer" if more >= 0 else "shorter"
    middle = abs(more) / (slow + fast) * 120
    return f"{abs(more)} words {direction} than {other.id}, about {middle:.0f} seconds; the note says {claim.text}"


def _compared(pack: PackView, placed: Placed[Candidate], name: str) -> Candidate | None:
    """Give the candidate whom a claim compares with; None where that cannot be known."""
    others = [entry.value for entry in pack.candidates if entry.at != placed.at]
    named = next((other for other in others if other.id == name), None)
    two = len(pack.pack.evaluate.candidates) == 2 and pack.whole("evaluate", "candidates")
    alone = others[0] if two and others and name in pack.language[Durations].the_other else None
    return named or alone
