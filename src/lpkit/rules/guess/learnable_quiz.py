"""A library whose keys can be told from the options alone, by one who has seen other packs.

## Why
Fixed strategies can be avoided one by one; a learner picks up whatever else tells: that right options have a comma,
speak in the second person, or name a number. `lpkit stats --guess` lets a judge learn from all packs but one, and
tries it on the options of that one. `lpkit stats --guess --write` keeps the result in `library.judge`, beside
library.yaml, with the hashes of the questions. This rule reads that file and learns nothing: a judge that earns a
quarter more than chance, at p < .01 (a permutation test), is reported. So is a file that is damaged (other lines, no
result, figures that cannot be), or out of date: as information, and as a warning once more than a tenth of the
questions have other options or another key. Titles, tags, stems and hints do not count: the judge does not see them.
Without the file the rule says nothing.

## Bad
```yaml library.judge
questions right 46 of 80 chance 20 p 0.005  # error: LP606
tell a comma: 31 of 40, chance 10
question noisy-alarm/alarm-figures 3737cfdf311e7545
question noisy-alarm/alarm-principle 9de4c75933a3fbf7
question noisy-alarm/alarm-trial 4b65e9d0f9a52b8e
question noisy-alarm/alarm-weakness aa320e4a88397ad5
```

## Good
```yaml library.judge
questions right 23 of 80 chance 20 p 0.25
question noisy-alarm/alarm-figures 3737cfdf311e7545
question noisy-alarm/alarm-principle 9de4c75933a3fbf7
question noisy-alarm/alarm-trial 4b65e9d0f9a52b8e
question noisy-alarm/alarm-weakness aa320e4a88397ad5
```
"""

from collections.abc import Iterator, Sequence

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.corpus.judging import WRITE, JudgedFact, Standing, judged_library_facts, judged_pack_facts, standings
from lpkit.diagnostic import Finding, Severity
from lpkit.publishing.judged import QUESTIONS, Result
from lpkit.rule import CORPUS, rule
from lpkit.text.guessing import beats

_SHOWN = 3
_CURE = f"lpkit stats --guess says what to change and where to begin; then run {WRITE}, and commit the file"


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the questions of a pack with their hashes."""
    yield from judged_pack_facts(pack, QUESTIONS)


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give what library.judge says."""
    yield from judged_library_facts(library)


@rule(
    "LP606",
    "learnable-quiz",
    Severity.WARNING,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=JudgedFact,
    last=True,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for standing in standings(facts, QUESTIONS):
        result = standing.result
        if standing.fault:
            site, message = standing.fault
            yield Finding(site, message, f"run {WRITE}", value="fault")
        elif result and standing.site and beats(result.right, result.chance, result.p):
            yield Finding(standing.site, _told(standing, result), _CURE, value="learnable")
        elif result and standing.changed:
            yield standing.outdated("question", "questions")


def _told(standing: Standing, result: Result) -> str:
    tells = f"; what tells: {'; '.join(standing.tells[:_SHOWN])}" if standing.tells else ""
    since = f" ({standing.changes('question', 'questions')})" if standing.changed else ""
    return (
        f"who sees only the options, and has seen other packs, is right in {result.right:.4g} of {result.cases} "
        f"questions, where chance gives {result.chance:.3g} (p = {result.p:.2g}){tells}{since}"
    )
