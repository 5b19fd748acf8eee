"""What rules know of library.judge: its results, and which of what the judge was shown has changed since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lpkit.corpus.deck_lines import line_site
from lpkit.corpus.facts import Fact
from lpkit.corpus.view import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.publishing.judged import SHOWN, Judged, Result, read_judged
from lpkit.publishing.shown import judged_presences
from lpkit.publishing.updating import Presence

WRITE = "lpkit stats --guess --write"
"""What writes the file anew."""

_STALE = 0.1
"""The share of items that may change before a result says nothing any more: one mended comma asks for no new trial."""


@dataclass(slots=True)
class _Read:
    """A file as it was read, with the places of its results and of its first fault."""

    judged: Judged
    sites: dict[str, Site]
    fault: tuple[Site, str] | None


def judged_library_facts(view: LibraryView) -> Iterator[Fact]:
    """Give what library.judge holds; nothing where there is none."""
    source = view.judged
    if source is not None:
        judged = read_judged(source.text)
        sites = {name: line_site(source, number) for name, number in judged.lines.items()}
        fault = next(((line_site(source, number), why) for number, why in judged.faults), None)
        yield Fact(view.source.name, _Read(judged, sites, fault), line_site(source, 1))


def judged_pack_facts(view: PackView, name: str) -> Iterator[Fact]:
    """Give the items of a pack that a judge is shown; nothing where its library has no library.judge."""
    if view.library is not None and view.library.judged is not None and view.sound:
        for presence in judged_presences(view.library.library, view.pack):
            if presence.key.kind == SHOWN[name]:
                yield Fact(view.library.source.name, presence, view.site("id"), key=str(presence.key))


@dataclass(slots=True)
class Standing:
    """What library.judge says of one library, and how much of what it was shown has changed."""

    top: Site
    site: Site | None = None
    """Where the result stands, if there is one."""
    result: Result | None = None
    tells: Sequence[str] = ()
    changed: int = 0
    items: int = 0
    fault: tuple[Site, str] | None = None
    """What is wrong with the file first, where it has a fault."""

    @property
    def stale(self) -> bool:
        """Tell whether more than a tenth of the items changed."""
        return self.changed > _STALE * self.items

    def changes(self, one: str, many: str) -> str:
        """Say how many items are other than those that were judged; `one` and `many` say what they are called."""
        items = f"1 {one} is" if self.changed == 1 else f"{self.changed} {many} are"
        return f"{items} new, gone or changed since, of {self.items}"

    def outdated(self, one: str, many: str) -> Finding:
        """Report that items changed: as information, and as a warning once the result says nothing any more."""
        message = f"library.judge is out of date: {self.changes(one, many)}"
        severity = Severity.WARNING if self.stale else Severity.INFO
        return Finding(self.site or self.top, message, f"run {WRITE}", value="stale", severity=severity)


def standings(facts: Iterable[Fact], name: str) -> Iterator[Standing]:
    """Give for each library that has a library.judge what it says of its `questions` or `deliveries`."""
    for _, group in groupby(facts, key=lambda fact: fact.library):
        listed = list(group)
        now = {fact.value.key: fact.value.hash for fact in listed if isinstance(fact.value, Presence)}
        for fact in listed:
            if isinstance(fact.value, _Read):
                judged, read = fact.value.judged, fact.value
                changed, items = judged.changed(SHOWN[name], now)
                yield Standing(
                    fact.site, read.sites.get(name), judged.results.get(name), judged.tells, changed, items, read.fault
                )
