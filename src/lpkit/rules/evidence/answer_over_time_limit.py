"""An answer that cannot be spoken within the pack's time limit.

## Why
`evaluate.minutes` is what an answer may take. An answer that is too long even at the fastest pace of the library
teaches a length that no interviewer will sit through.

## Bad
```yaml
evaluate:
  minutes: 1
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: >-  # error: LP310
        The alarm rang each night, and each night somebody silenced it and went back to bed. The alarm rang
        each night, and each night somebody silenced it and went back to bed. The alarm rang each night, and
        each night somebody silenced it and went back to bed. The alarm rang each night, and each night
        somebody silenced it and went back to bed. The alarm rang each night, and each night somebody
        silenced it and went back to bed. The alarm rang each night, and each night somebody silenced it and
        went back to bed. The alarm rang each night, and each night somebody silenced it and went back to
        bed. The alarm rang each night, and each night somebody silenced it and went back to bed. The alarm
        rang each night, and each night somebody silenced it and went back to bed. The alarm rang each
        night, and each night somebody silenced it and went back to bed. The alarm rang each night, and each
        night somebody silenced it and went back to bed.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      notes: Long.
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
  minutes: 1
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: The alarm rang each night, and each night somebody silenced it.
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

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.counting import count_words, speaking_seconds


@rule("LP310", "answer-over-time-limit", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    library, minutes = pack.library, pack.pack.evaluate.minutes
    if library is None or not library.whole("speaking") or not pack.whole("evaluate", "minutes"):
        return
    fast = max(library.library.speaking.words_per_minute)
    for at, candidate in pack.candidates:
        words = count_words(candidate.answer)
        if words > fast * minutes:
            seconds, _ = speaking_seconds(words, [fast])
            time = f"{seconds // 60}:{seconds % 60:02}"
            yield Finding(
                pack.site(*at, "answer"),
                f"{words} words take {time} minutes at {fast} words a minute; the limit is {minutes}:00",
                f"shorten the answer to {fast * minutes} words, or raise the limit",
                ((pack.site("evaluate", "minutes"), "the limit"),),
                value=str(words),
            )
