"""The corpus stage: rules across packs over the facts of all files, and what they found when those were the same."""

from bisect import insort_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from lpkit.checking.locating import BookOf, locate_all
from lpkit.checking.packing import ForeignError
from lpkit.checking.sheet import facts_in, spread
from lpkit.checking.store import Store
from lpkit.checking.typed import test_of
from lpkit.corpus import Fact
from lpkit.diagnostic import Diagnostic, Finding
from lpkit.rule import Rule

FactsOf = Callable[[str], Sequence[Fact]]
"""Gives all facts of a rule, by its code, in any order."""
DigestOf = Callable[[str], str]
"""Gives what is equal for files that are the same to every rule, by name."""

_FEW = 20
"""Lines that are new from which all are read and sorted anew: files changed on the disk."""


class FactBook:
    """Facts of many files as pressed lines, which take a tenth of the room: those of one rule are read at a time."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[bytes]] = defaultdict(list)
        self._last: tuple[list[bytes], list[Fact]] = [], []

    def add(self, lines: Iterable[tuple[Sequence[str], bytes]]) -> None:
        """Take in the lines of a file, with the codes of the rules whose facts they have."""
        for rules, packed in lines:
            for code in rules:
                self._held[code].append(packed)

    def texts(self, code: str) -> list[bytes]:
        """Give what is equal as long as the facts of a rule are the same."""
        return self._held[code]

    def of(self, code: str) -> Sequence[Fact]:
        """Give the facts of a rule, in the order of their files; raises ForeignError where they are none."""
        held, (before, facts) = self._held[code], self._last
        # Rules that collect the same follow each other, and their files share the texts.
        if len(held) != len(before) or any(one is not two for one, two in zip(held, before, strict=True)):
            texts: dict[str, str] = {}
            self._last = [], []
            facts = [fact for packed in held for fact in facts_in(spread(packed), texts)]
            self._last = held, facts
        return facts


def kept_stage(facts: FactBook, rules: Sequence[Rule], book_of: BookOf, store: Store) -> list[Diagnostic]:
    """Give what `corpus_stage` gives; a rule whose facts are those of an earlier run is not asked, nor are they."""
    found: list[tuple[Rule, Finding]] = []
    for rule in _across_packs(rules):
        if not facts.texts(rule.code):
            continue
        digest = sha256(f"across\0{rule.code}".encode("ascii"))
        for text in facts.texts(rule.code):
            digest.update(text)
        asked = partial(_asked, rule, facts)
        found += [(rule, finding) for finding in store.findings(digest.hexdigest(), asked)]
    return locate_all(found, book_of)


class _Known(NamedTuple):
    """What a rule found in some facts, and where that stands in files of these digests."""

    rule: Rule
    facts: Sequence[bytes]
    findings: Sequence[Finding]
    located: Sequence[Diagnostic]
    digests: Sequence[tuple[str, ...]]


class Across:
    """What rules across packs found in the last check: most keystrokes change the facts of few of them."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._sorted: dict[str, SortedFacts] = {}
        """The facts of rules that were asked more than once: what is typed changes them, one file of a thousand."""

    def run(self, facts: FactBook, rules: Sequence[Rule], book_of: BookOf, digest_of: DigestOf) -> list[Diagnostic]:
        """Give what `corpus_stage` gives; rules whose facts are the same are not asked again.

        A finding is located again only where one of its files is another.
        """
        found: list[Diagnostic] = []
        for rule in _across_packs(rules):
            mine = facts.texts(rule.code)
            before = self._known.get(rule.code)
            if before is None:
                before = _Known(rule, mine, _asked(rule, facts), (), ())
            elif before.rule != rule or before.facts != mine:
                before = _Known(rule, mine, list(rule.check(self._facts(rule, mine))), (), ())
            self._known[rule.code] = known = _located(before, book_of, digest_of)
            found += known.located
        return found

    def _facts(self, rule: Rule, lines: Sequence[bytes]) -> list[Fact]:
        for known in self._sorted.values():
            # Rules that collect the same share their facts.
            if known.lines == lines and known.fits == _test(rule):
                self._sorted[rule.code] = known
                return known.facts
        before = self._sorted.get(rule.code)
        self._sorted[rule.code] = after = before.followed(rule, lines) if before else SortedFacts.of(rule, lines)
        return after.facts


class SortedFacts(NamedTuple):
    """The facts of a rule in their order, and the lines that they stand in."""

    lines: Sequence[bytes]
    by_line: Mapping[bytes, tuple[Fact, ...]]
    facts: list[Fact]
    fits: Callable[[object], bool]
    """What all values of them pass."""

    @classmethod
    def of(cls, rule: Rule, lines: Sequence[bytes]) -> "SortedFacts":
        """Read all lines; raises ForeignError where a fact is none that the rule collects."""
        texts: dict[str, str] = {}
        by_line = {line: facts_in(spread(line), texts) for line in lines}
        facts = _sorted(rule, [fact for line in lines for fact in by_line[line]])
        return cls(lines, by_line, facts, _test(rule))

    def followed(self, rule: Rule, lines: Sequence[bytes]) -> "SortedFacts":
        """Give the facts of other lines; those that stay are neither read nor sorted again."""
        wanted = dict.fromkeys(lines)
        gone = {id(fact) for line, facts in self.by_line.items() if line not in wanted for fact in facts}
        new = {line: facts_in(spread(line)) for line in wanted if line not in self.by_line}
        if len(new) > _FEW:
            return SortedFacts.of(rule, lines)
        facts = [fact for fact in self.facts if id(fact) not in gone] if gone else [*self.facts]
        for fact in _sorted(rule, [fact for found in new.values() for fact in found]):
            insort_right(facts, fact, key=_order)
        by_line = {line: self.by_line.get(line) or new[line] for line in wanted}
        return SortedFacts(lines, by_line, facts, self.fits)


def corpus_stage(facts_of: FactsOf, rules: Sequence[Rule], book_of: BookOf) -> list[Diagnostic]:
    """Run the rules across packs: a pure function of the facts; books are asked for positions only, each once.

    Raises ForeignError where facts are none of their rule.
    """
    return run_on_all("corpus", rules, lambda rule: _sorted(rule, facts_of(rule.code)), book_of)


def run_on_all(
    kind: str, rules: Sequence[Rule], subject_of: Callable[[Rule], Any], book_of: BookOf
) -> list[Diagnostic]:
    """Run the rules on one kind of subject that spans files."""
    apt = [rule for rule in rules if kind in rule.subjects]
    return locate_all([(rule, finding) for rule in apt for finding in rule.check(subject_of(rule))], book_of)


def by_code(facts: Iterable[tuple[str, Fact]]) -> FactsOf:
    """Sort facts that come with the codes of their rules."""
    sorted_facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for code, fact in facts:
        sorted_facts[code].append(fact)
    return sorted_facts.__getitem__


def _asked(rule: Rule, facts: FactBook) -> list[Finding]:
    return list(rule.check(_sorted(rule, facts.of(rule.code))))


def _across_packs(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if "corpus" in rule.subjects]


def _located(known: _Known, book_of: BookOf, digest_of: DigestOf) -> _Known:
    """Give findings their positions; those whose files are the same have them."""
    digests = [_digests(finding, digest_of) for finding in known.findings]
    if digests == known.digests:
        return known
    kept = dict(enumerate(zip(known.digests, known.located, strict=True)))
    fresh = [number for number, now in enumerate(digests) if number not in kept or kept[number][0] != now]
    again = locate_all([(known.rule, known.findings[number]) for number in fresh], book_of)
    located = {number: diagnostic for number, (_, diagnostic) in kept.items()} | dict(zip(fresh, again, strict=True))
    return known._replace(located=[located[number] for number in range(len(digests))], digests=digests)


def _digests(finding: Finding, digest_of: DigestOf) -> tuple[str, ...]:
    return (digest_of(finding.site.file), *(digest_of(site.file) for site, _ in finding.related))


def _test(rule: Rule) -> Callable[[object], bool]:
    # A pack that cannot be read gives a fact without a value to rules that also look at libraries.
    return test_of(rule.facts | None if rule.collect_library else rule.facts)


def _sorted(rule: Rule, facts: Sequence[Fact]) -> list[Fact]:
    """Put the facts of a rule in order; raises ForeignError where one is none that it collects."""
    fits = _test(rule)
    if not all(fits(fact.value) for fact in facts):
        raise ForeignError(f"{rule.code} collects no such facts")
    return sorted(facts, key=_order)


def _order(fact: Fact) -> tuple[str, ...]:
    # Facts of one file come in the order of the file, and stay in it.
    return (fact.library, fact.key, fact.site.file)
