"""A note that denies what the answer says.

## Why
Readers check the expert's notes against the answer, and one false claim costs the rest its credit. Only claims that
can be checked surely are: no numbers or no quantified impact (the answer has an outcome with a number), no first
person or only we (a sentence begins with I), no reflection (the answer says I should have, I learned, in hindsight).
A claim that is limited (no figures for the clinics) or supposed (without figures it would be) is not checked.

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
      notes: Short.
    - id: b
      answer: I wrote the rule, and the pages fell from 64 a month to 3.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Structured, but zero quantified impact.  # error: LP308
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
      notes: Short.
    - id: b
      answer: I wrote the rule, and the pages fell from 64 a month to 3.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Structured, and the impact is quantified.
```
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.model import Candidate
from lpkit.pattern import pattern
from lpkit.rule import PACK, rule
from lpkit.text.claims import first_figure, has_first_person, outcome_figure, reflection, unqualified
from lpkit.text.counting import is_english

_NONE_OF = r"(?:zero|no|without(?: any| a single)?|lacks?(?: any)?|not a single|not one)"


class _Claim(NamedTuple):
    """What a note may claim, and what in an answer contradicts it; `words` spares most notes the closer look."""

    words: tuple[str, ...]
    """One of these is in every such claim, in lower case."""
    claim: re.Pattern[str]
    evidence_in: Callable[[str], str | None]


_CLAIMS = (
    _Claim(
        ("quantified", "measured", "measurable"),
        pattern(
            rf"\b(?:{_NONE_OF} (?:quantified|measured|measurable) (?:impact|result|outcome|effect)s?"
            r"|(?<!whose )(?:impact|result|outcome|effect)s? (?:is|are) (?:unquantified|not (?:quantified|measured))"
            r"|nothing is (?:quantified|measured))\b",
            re.IGNORECASE,
        ),
        outcome_figure,
    ),
    _Claim(
        ("number", "metric", "figure", "measurement"),
        pattern(rf"\b{_NONE_OF} (?:number|metric|figure|measurement)s?\b", re.IGNORECASE),
        first_figure,
    ),
    _Claim(
        ("person", "never", "nowhere", "only", '"i"', "'i'", "*i*"),
        pattern(
            rf"\b(?:{_NONE_OF} (?:first[- ]person(?: (?:singular|sentences?|pronouns?))?|[\"'*]I[\"'*])"
            r"|(?:never|nowhere) (?:says|uses) (?:the first person|[\"'*]?I)[\"'*]?(?!\w)"
            r"|only (?:says |uses )?[\"'*]we[\"'*]"
            r"|(?:says|uses|speaks) only (?:of |in )?[\"'*]?we[\"'*]?(?!\w))",
            re.IGNORECASE,
        ),
        has_first_person,
    ),
    _Claim(("reflection",), pattern(rf"\b{_NONE_OF} (?:self-)?reflection\b", re.IGNORECASE), reflection),
)


@rule("LP308", "note-contradicts-answer", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None or not is_english(pack.library.library.language):
        return
    for placed in pack.candidates:
        for site, note in _notes(pack, placed):
            lower = note.lower()
            for words, claim, evidence_in in _CLAIMS:
                claimed = unqualified(claim, note) if any(word in lower for word in words) else None
                evidence = evidence_in(placed.value.answer) if claimed else None
                if evidence:
                    yield Finding(
                        site,
                        f'the note says "{claimed}", but the answer says "{evidence}"',
                        "mend the note, or say more exactly what is missing",
                        ((pack.site(*placed.at, "answer"), "the answer"),),
                        value=f"{claimed} {evidence}",
                    )


def _notes(pack: PackView, placed: Placed[Candidate]) -> Iterator[tuple[Site, str]]:
    at, candidate = placed
    yield pack.site(*at, "delivery"), candidate.delivery or ""
    yield pack.site(*at, "notes"), candidate.notes or ""
    for dimension, reason in candidate.reasons.items():
        yield pack.site(*at, "reasons", dimension), reason
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        yield pack.site(*place, "why"), entry.why
