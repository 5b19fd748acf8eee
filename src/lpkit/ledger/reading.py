"""One passage while it is read: what was found in it so far, and what its clauses suppose."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Severity
from lpkit.ledger.account import Account
from lpkit.ledger.claim import Bound, Claim, Entry, Kind, Place, Refuted, Unbound
from lpkit.ledger.names import Named
from lpkit.ledger.passage import Passage
from lpkit.text.languages.parts import Form


class Reading:
    """A passage with the account of its pack; a figure that one kind of claim took is no other's."""

    def __init__(self, account: Account, passage: Passage) -> None:
        self.account = account
        self.passage = passage
        self.known = account.reader.known
        self._taken = bytearray(len(passage.text))
        """Which code points claims have taken: a list of stretches would cost the square of their number."""
        self.all_said: bool | None = None
        """Whether a source says each figure of the passage as it is, once somebody has looked."""

    def find(self, forms: Sequence[Form], by_title: bool = False) -> Iterator[Named]:
        """Find claims in some forms whose figure, or else whose title, no claim has taken yet."""
        for named in self.account.reader.read(self.passage, forms):
            if not self.has_taken(*(named.title if by_title or named.figure[0] < 0 else named.figure)):
                yield named

    def has_taken(self, start: int, end: int) -> bool:
        """Tell whether a claim has taken some of a stretch."""
        return 1 in self._taken[start:end]

    def take(self, *stretches: tuple[int, int]) -> None:
        """Keep some stretches from the claims of other kinds."""
        for start, end in stretches:
            if start >= 0:
                self._taken[start:end] = b"\1" * (end - start)

    def whom(self, named: Named) -> str:
        """Give the id of the candidate whom a claim is about; empty where that is not known."""
        start = min(place for place in (named.figure[0], named.title[0], named.end) if place >= 0)
        return self.account.whom(self.passage, start, named.end)

    def supposes(self, start: int, end: int) -> bool:
        """Tell whether the clause around a stretch only supposes something."""
        first, last = self.passage.clause(start, end)
        return self.known.supposed.search(self.passage.text, first, last) is not None

    def around(self, start: int, end: int) -> str:
        """Give the clause around a stretch, without that."""
        first, last = self.passage.clause(start, end)
        return f"{self.passage.text[first:start]} _ {self.passage.text[end:last]}"

    def lead(self, start: int) -> str:
        """Give what stands before a place in its clause."""
        return self.passage.text[self.passage.clause(start, start + 1)[0] : start]

    def phrase_behind(self, end: int) -> str:
        """Give what stands behind a place, up to the next comma of its clause."""
        return self.passage.text[end : self.passage.clause(end - 1, end)[1]].split(",")[0]

    def claim(self, kind: Kind, named: Named, about: str = "") -> Claim:
        """Make a claim of what was found."""
        return Claim(kind, self.passage.at, named.start, named.end, named.text, about, named.number)


def bound(claim: Claim, *places: Place) -> Entry:
    """Give a claim that some places prove."""
    return Entry(claim, Bound(places))


def unbound(claim: Claim) -> Entry:
    """Give a claim that nothing proves."""
    return Entry(claim, Unbound())


def refuted(
    claim: Claim, message: str, help: str, places: Sequence[Place], severity: Severity = Severity.ERROR
) -> Entry:
    """Give a claim that some places contradict."""
    return Entry(claim, Refuted(tuple(places), message, help, severity))
