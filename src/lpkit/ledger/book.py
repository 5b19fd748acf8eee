"""The ledger of a pack: its prose is read once, and what was found is shared by all who ask."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lpkit.corpus import PackView, QuestionView
from lpkit.diagnostic import Finding
from lpkit.ledger.account import Account
from lpkit.ledger.claim import Entry, Kind, Refuted
from lpkit.ledger.figures import read_figures
from lpkit.ledger.lengths import read_minutes, read_requirements, read_words
from lpkit.ledger.options import read_dimension_counts, read_options
from lpkit.ledger.passage import Passage, passages_of, solution
from lpkit.ledger.people import read_counts, read_people, read_subjects
from lpkit.ledger.points import read_ceilings, read_dimensions, read_points, read_weights
from lpkit.ledger.reading import Reading
from lpkit.ledger.speech import read_quotations
from lpkit.ledger.thresholds import read_thresholds, unreachable
from lpkit.ledger.totals import read_bands, read_totals, read_verdicts
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Bookkeeping, Cast, Lengths, Speech
from lpkit.text.once import Once

_ALWAYS = (read_figures,)


class _Reader(NamedTuple):
    """What reads one kind of claim; a passage without a digit or one of some words has none."""

    read: Callable[[Reading], Iterator[Entry]]
    words: frozenset[str] = frozenset()
    digit: bool = False


def _readers(account: Account) -> tuple[_Reader, ...]:
    """Give the readers in their order: a figure that one of the first took is no other's."""
    hints, titles = account.pack.language[Bookkeeping].hints, account.reader.titles
    return (
        _Reader(read_weights, hints.weights, True),
        _Reader(read_ceilings, hints.ceilings, True),
        _Reader(read_bands, titles, True),
        _Reader(read_thresholds, digit=True),
        _Reader(read_points, hints.points),
        _Reader(read_totals, hints.totals | titles),
        _Reader(read_verdicts, titles),
        _Reader(read_dimensions, hints.points, True),
        _Reader(read_people, hints.people),
        _Reader(read_counts, hints.counts),
        _Reader(read_subjects, hints.people),
        _Reader(read_options, hints.options),
        _Reader(read_dimension_counts, hints.dimensions),
        _Reader(read_quotations, hints.quotations),
        _Reader(read_minutes, hints.minutes),
        _Reader(read_words, hints.words),
        _Reader(read_requirements),
        _Reader(read_figures),
    )


class Ledger:
    """The claims of a pack's prose, in the order of its texts."""

    def __init__(self, pack: PackView) -> None:
        self.account = Account(pack)

    @Once
    def entries(self) -> tuple[Entry, ...]:
        """Give every claim with what became of it."""
        account = self.account
        readers = _readers(account)
        found = [entry for passage in account.passages for entry in _read(account, passage, readers)]
        for question in account.pack.questions:
            found += _read_question(account, question, readers)
        return (*found, *unreachable(account))

    def of(self, *kinds: Kind) -> Iterator[Entry]:
        """Give the claims of some kinds."""
        return (entry for entry in self.entries if entry.claim.kind in kinds)


def _read(account: Account, passage: Passage, readers: Sequence[_Reader]) -> Iterator[Entry]:
    lower, reading = passage.lower, Reading(account, passage)
    for reader in readers:
        if reader.digit and not passage.has_digit:
            continue
        if not reader.words or any(word in lower for word in reader.words):
            yield from reader.read(reading)


def _read_question(account: Account, question: QuestionView, readers: Sequence[_Reader]) -> Iterator[Entry]:
    """Read the prose of a question: most have nothing that a reader looks for."""
    prose = solution(question)
    wanted = [reader for reader in readers if reader.read in _ALWAYS or any(word in prose for word in reader.words)]
    if wanted:
        for passage in passages_of(question):
            yield from _read(account, passage, wanted)


_KEPT: WeakKeyDictionary[PackView, Ledger] = WeakKeyDictionary()


def has_ledger(language: Language) -> bool:
    """Tell whether a language has all parts that a ledger needs."""
    return all(part in language for part in (Bookkeeping, Cast, Lengths, Speech))


def ledger_of(pack: PackView) -> Ledger | None:
    """Give the ledger of a pack, the same one as long as the view lives; None where its language has none."""
    if not has_ledger(pack.language):
        return None
    found = _KEPT.get(pack)
    if found is None:
        found = _KEPT[pack] = Ledger(pack)
    return found


def refutations(pack: PackView, *kinds: Kind) -> Iterator[Finding]:
    """Give a finding for each claim of some kinds that the pack contradicts."""
    ledger = ledger_of(pack)
    for claim, binding in ledger.of(*kinds) if ledger else ():
        if isinstance(binding, Refuted):
            related = tuple((place.site, place.says) for place in binding.places)
            value = f"{claim.kind} {claim.text}"
            site = pack.site(*claim.at)
            yield Finding(site, binding.message, binding.help, related, value=value, severity=binding.severity)
