"""The corpus stage: rules across packs over the facts of all files, and what they found when those were the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from lpkit.checking.pack import locate_all
from lpkit.corpus import Fact
from lpkit.diagnostic import Diagnostic, Finding
from lpkit.rule import Rule
from lpkit.source import Source

SourceOf = Callable[[str], Source]
"""Gives a source by the name of its file."""


class _Known(NamedTuple):
    """What a rule found in some facts, and where that stands in files of these digests."""

    rule: Rule
    facts: Sequence[Fact]
    findings: Sequence[Finding]
    located: Sequence[Diagnostic]
    digests: Sequence[tuple[str, ...]]


class Across:
    """What rules across packs found in the last check: most keystrokes change the facts of few of them."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}

    def run(self, facts: Iterable[tuple[str, Fact]], rules: Sequence[Rule], source_of: SourceOf) -> list[Diagnostic]:
        """Give what `corpus_stage` gives; rules whose facts are the same are not asked again.

        A finding is located again only where one of its files is another.
        """
        by_code = _by_code(facts)
        found: list[Diagnostic] = []
        for rule in rules:
            if "corpus" not in rule.subjects:
                continue
            mine = by_code.get(rule.code, [])
            before = self._known.get(rule.code)
            if before is None or before.rule != rule or before.facts != mine:
                findings = list(rule.check(sorted(mine, key=_order)))
                before = _Known(rule, mine, findings, (), ())
            self._known[rule.code] = known = _located(before, source_of)
            found += known.located
        return found


def corpus_stage(
    facts: Iterable[tuple[str, Fact]], rules: Sequence[Rule], source_of: SourceOf, across: Across | None = None
) -> list[Diagnostic]:
    """Run the rules across packs: a pure function of the facts; sources are read for positions only, each once."""
    if across is not None:
        return across.run(facts, rules, source_of)
    by_code = _by_code(facts)
    return run_on_all("corpus", rules, lambda rule: sorted(by_code.get(rule.code, ()), key=_order), source_of)


def run_on_all(
    kind: str, rules: Sequence[Rule], subject_of: Callable[[Rule], Any], source_of: SourceOf
) -> list[Diagnostic]:
    """Run the rules on one kind of subject that spans files."""
    apt = [rule for rule in rules if kind in rule.subjects]
    return locate_all([(rule, finding) for rule in apt for finding in rule.check(subject_of(rule))], source_of)


def _located(known: _Known, source_of: SourceOf) -> _Known:
    """Give findings their positions; those whose files are the same have them."""
    digests = [_digests(finding, source_of) for finding in known.findings]
    if digests == known.digests:
        return known
    kept = dict(enumerate(zip(known.digests, known.located, strict=True)))
    fresh = [number for number, now in enumerate(digests) if number not in kept or kept[number][0] != now]
    again = locate_all([(known.rule, known.findings[number]) for number in fresh], source_of)
    located = {number: diagnostic for number, (_, diagnostic) in kept.items()} | dict(zip(fresh, again, strict=True))
    return known._replace(located=[located[number] for number in range(len(digests))], digests=digests)


def _digests(finding: Finding, source_of: SourceOf) -> tuple[str, ...]:
    return (source_of(finding.site.file).digest, *(source_of(site.file).digest for site, _ in finding.related))


def _by_code(facts: Iterable[tuple[str, Fact]]) -> dict[str, list[Fact]]:
    by_code: defaultdict[str, list[Fact]] = defaultdict(list)
    for code, fact in facts:
        by_code[code].append(fact)
    return by_code


def _order(fact: Fact) -> tuple[str, ...]:
    # Facts of one file come in the order of the file, and stay in it.
    return (fact.library, fact.key, fact.site.file)
