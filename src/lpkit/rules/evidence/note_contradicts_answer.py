"""A note that denies what the answer says.

## Why
Readers check the expert's notes against the answer, and one false claim costs the rest its credit. Only claims that
can be checked surely are: no numbers or no quantified impact (the answer has an outcome with a number), no first
person or only we (a sentence begins with I), no reflection (the answer says I should have, I learned, in hindsight).
A claim that is limited (no figures for the clinics) or supposed (without figures it would be) is not checked. Where it
takes a reader to decide, it is information: nobody was told (I told the client), no starting figure (from 64 to 3), no
period, no lesson, nothing done otherwise since (I ask her now before each one), a thing that is never mentioned.

What a note says is there is compared too: a ticket where the answer says "there was no ticket", a dip that is told
where a probe shows that it was left out, and the other way about.

What a note calls missing, in whatever words (nothing is said of how it was before, what it cost stays unsaid, not one
person is named), is shown beside the sentence of the answer that has it, on the same thing where one is named.

A text that denies a deed (never measured, not handed over, no client was rung, the clients were left in the dark) is
shown beside a sentence of the answer that tells of it in the same verb or another one of its family, and of the same
thing. What limits the denial, a time or a place, must be in that sentence too.

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

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.model import Candidate, Probe
from lpkit.rule import PACK, rule
from lpkit.text.claims import contradiction, unqualified
from lpkit.text.denied import denied
from lpkit.text.gate import has_any
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Claims
from lpkit.text.presence import contested
from lpkit.text.silence import missing

_KEPT = 256
"""Notes of some packs: who types into one of them has the others read no second time."""


@rule("LP308", "note-contradicts-answer", Severity.WARNING, PACK, needs=Claims, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None:
        return
    for placed in pack.candidates:
        notes = tuple(_notes(pack, placed))
        yield from _contested(pack, placed, notes)
        yield from _beside(pack, placed)
        for site, note in notes:
            for claimed, evidence, plain in _contradicted(note, placed.value.answer, pack.language):
                yield Finding(
                    site,
                    f'the note says "{claimed}", but the answer says "{evidence}"',
                    "mend the note, or say more exactly what is missing",
                    ((pack.site(*placed.at, "answer"), "the answer"),),
                    value=f"{claimed} {evidence}",
                    severity=None if plain else Severity.INFO,
                )


def _beside(pack: PackView, placed: Placed[Candidate]) -> Iterator[Finding]:
    """Compare what messages deny, and what is said to be shown by replies, with the answer and its replies."""
    told = placed.value.spoken
    messages = pack.place(pack.pack.evaluate.calibration, "evaluate", "calibration")
    texts = [(pack.site(*at, "message"), entry.message) for at, entry in messages if entry.candidate == placed.value.id]
    texts += [(pack.site(*at, "shows"), probe.shows or "") for at, probe in _probes(pack, placed)]
    for site, text in texts:
        for claimed, evidence in denied(text, told, pack.language):
            other, help = f'a reply, says "{evidence}"', "mend the text, or say more exactly what is missing"
            yield _to_look_at(site, claimed, evidence, other, help, pack.site(*placed.at, "answer"))


def _contested(pack: PackView, placed: Placed[Candidate], notes: Sequence[tuple[Site, str]]) -> Iterator[Finding]:
    """Compare what notes say is there, or is not, with the answer, its replies and what these show."""
    candidate = placed.value
    shown = [(pack.site(*at, "shows"), probe.shows or "") for at, probe in _probes(pack, placed)]
    told = candidate.spoken
    for site, note in (*notes, *shown):
        beside = (*told, *(text for other, text in shown if other != site))
        for claimed, evidence in contested(note, beside, pack.language):
            other = f'what is said of it, has "{evidence}"'
            help = "mend the text, or say more exactly what is there and what is missing"
            yield _to_look_at(site, claimed, evidence, other, help, pack.site(*placed.at, "answer"))


def _to_look_at(site: Site, claimed: str, evidence: str, other: str, help: str, answer: Site) -> Finding:
    """Give what a text says and the answer says otherwise as information, for a look."""
    message, related = f'the text says "{claimed}", but the answer, or {other}', ((answer, "the answer"),)
    return Finding(site, message, help, related, value=f"{claimed} {evidence}", severity=Severity.INFO)


def _probes(pack: PackView, placed: Placed[Candidate]) -> Sequence[Placed[Probe]]:
    return pack.place(placed.value.probes, *placed.at, "probes")


@lru_cache(maxsize=_KEPT)
def _contradicted(note: str, answer: str, language: Language) -> tuple[tuple[str, str, bool], ...]:
    """Give what a note denies, what the answer says, and whether that leaves no doubt."""
    return tuple(_denied(note, answer, language))


def _denied(note: str, answer: str, language: Language) -> Iterator[tuple[str, str, bool]]:
    known, lower, told = language[Claims], note.lower(), False
    for denial in known.denials:
        spoken = has_any(lower, denial.words)
        claimed = unqualified(denial.claim, note, known) if spoken else None
        evidence = contradiction(denial, claimed, answer, known) if claimed else None
        if claimed and evidence:
            told = True
            yield claimed, evidence, denial.plain
    for read in () if told else (denied, missing):
        for claimed, evidence in read(note, (answer,), language):
            yield claimed, evidence, False
            told = True
        if told:
            return


def _notes(pack: PackView, placed: Placed[Candidate]) -> Iterator[tuple[Site, str]]:
    at, candidate = placed
    yield pack.site(*at, "delivery"), candidate.delivery or ""
    yield pack.site(*at, "notes"), candidate.notes or ""
    for dimension, reason in candidate.reasons.items():
        yield pack.site(*at, "reasons", dimension), reason
    for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
        yield pack.site(*place, "why"), entry.why
