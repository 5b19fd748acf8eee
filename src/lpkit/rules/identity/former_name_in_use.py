"""A former name that something else has, or that two have.

## Why
`formerly` says who a learner's cards and progress belong to now. A name that is still somebody's own, or that two
packs or questions claim, belongs to neither: progress would count for the wrong thing.

## Bad
```yaml
formerly: [noisy-alarm]  # error: LP109
```

## Good
```yaml
formerly: [loud-alarm]
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus import Fact, PackView
from lpkit.diagnostic import Finding, Path, Severity
from lpkit.rule import CORPUS, rule


class _Name(NamedTuple):
    """A name of a pack, or of a question behind that of its pack: its own, or a former one."""

    name: str
    former: bool


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the names of the pack and of its questions, and those that they had."""
    if pack.library is None:
        return
    library, own = pack.library.source.name, pack.pack.id
    named: list[tuple[Path, str, list[str]]] = [((), own, pack.pack.formerly)]
    named += [(one.at, f"{own}/{one.value.id}", one.value.formerly) for one in pack.questions]
    for at, name, former in named:
        yield Fact(library, _Name(name, False), pack.site(*at, "id"), own, name)
        for number, old in enumerate(former):
            yield Fact(library, _Name(old, True), pack.site(*at, "formerly", number), own, old)


@rule("LP109", "former-name-in-use", Severity.ERROR, CORPUS, collect=collect, facts=_Name)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: (fact.library, fact.value.name)):
        first, *others = sorted(group, key=lambda fact: fact.value.former)
        for fact in others:
            if fact.value.former:
                verb = "was called so too" if first.value.former else "is called so"
                related = ((first.site, f"this {verb}"),)
                message = f'the former name "{fact.value.name}" is in use, or given twice'
                yield Finding(fact.site, message, "leave it to the one that learners knew by it", related)
