"""Answers of which the strongest, or those that pass, can be told without reading them.

## Why
Learners are to weigh what was done. Where the strongest answer is the longest one in almost every pack, or the one with
most figures, counting replaces reading; so it does where `delivery` alone tells who passes. Choosing the answer with
most or with fewest words, figures or "I" is compared with chance by an exact binomial test over the packs of a library:
at p < .01 and a quarter over chance it is information, at p < .0001 a warning. What a judge learns from `delivery`,
tried on packs from which it did not learn, stands in `library.judge` (see LP606), and is a warning where it is right in
four packs of five. That the deliveries, or which answers pass, changed since is information, and a warning once more
than a tenth of them did.

## Bad
```yaml library.yaml
id: sample  # error: LP607
```

```yaml ownership/alarm-1.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-2.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-3.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-4.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-5.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-6.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-7.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

## Good
```yaml ownership/alarm-1.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-2.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was and went on with the work that I had.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-3.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-4.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was and went on with the work that I had.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-5.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-6.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was and went on with the work that I had.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```

```yaml ownership/alarm-7.yaml
evaluate: {minutes: 2, setting: One interviewer., score_first: [ownership_signal], rubric: behavioral, candidates: [
    {id: a, answer: I left the bell as it was.,
     scores: {structure: 12, ownership_signal: 4, impact: 3}, total: 19, verdict: no-hire},
    {id: b, answer: I counted its rings of a week and wrote down what each of them was for.,
     scores: {structure: 17, ownership_signal: 46, impact: 26}, total: 89, verdict: strong-hire}]}
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.corpus.contests import Contest, contest, counted
from lpkit.corpus.judging import JudgedFact, Standing, judged_library_facts, judged_pack_facts, standings
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.publishing.judged import DELIVERIES
from lpkit.rule import CORPUS, rule
from lpkit.text.guessing import ALPHA, beats
from lpkit.text.habits import DELIVERY_CURE

_CERTAIN = ALPHA**2
_MOSTLY = 0.8
_EVEN = "let weak answers be as long, as full of figures and as personal as strong ones, in about every second pack"


def collect(pack: PackView) -> Iterator[Fact]:
    """Give what can be counted in the answers of a pack, and its candidates with their hashes."""
    library = pack.library
    found = contest([placed.value for placed in pack.candidates], pack.language) if library and pack.sound else None
    if library and found:
        yield Fact(library.source.name, found, pack.site("evaluate", "candidates"), pack.pack.id)
    yield from judged_pack_facts(pack, DELIVERIES)


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give what library.judge says."""
    yield from judged_library_facts(library)


@rule(
    "LP607",
    "candidate-tells",
    Severity.INFO,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=Contest | JudgedFact,
    varies=True,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for library, group in groupby(facts, key=lambda fact: fact.library):
        yield from _counts(library, [fact.value for fact in group if isinstance(fact.value, Contest)])
    for standing in standings(facts, DELIVERIES):
        yield from _deliveries(standing)


def _counts(library: str, contests: Sequence[Contest]) -> Iterator[Finding]:
    winners = [(title, tally) for title, tally in counted(contests).items() if tally.wins]
    if winners:
        scores = ", ".join(
            f"{title} in {tally.score:.3g} of {tally.questions} packs (chance {tally.chance:.3g}, p = {tally.luck:.1g})"
            for title, tally in sorted(winners, key=lambda winner: winner[1].luck)
        )
        severity = Severity.WARNING if min(tally.luck for _, tally in winners) < _CERTAIN else None
        message = f"the strongest answer can be told by counting: it is {scores}"
        names = " ".join(sorted(title for title, _ in winners))
        yield Finding(Site(library, ("id",)), message, _EVEN, value=names, severity=severity)


def _deliveries(standing: Standing) -> Iterator[Finding]:
    result = standing.result
    if not result or standing.fault:
        return
    if standing.site and beats(result.right, result.chance, result.p):
        since = f" ({standing.changes('delivery', 'deliveries')})" if standing.changed else ""
        message = (
            f"delivery alone tells an answer that passes in {result.right:.3g} of {result.cases} packs, "
            f"where chance gives {result.chance:.3g} (p = {result.p:.2g}){since}"
        )
        severity = Severity.WARNING if result.right >= _MOSTLY * result.cases else None
        yield Finding(standing.site, message, DELIVERY_CURE, value="delivery", severity=severity)
    elif standing.changed:
        yield standing.outdated("delivery", "deliveries")
