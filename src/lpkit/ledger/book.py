"""The ledger of a pack: its prose is read once, and what was found is shared by all who ask."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.ledger.account import Account
from lpkit.ledger.alternatives import read_alternatives
from lpkit.ledger.calendar import read_months, read_spans
from lpkit.ledger.ceilings import read_ceilings, read_highest
from lpkit.ledger.claim import Entry, Kind
from lpkit.ledger.closed import read_lone
from lpkit.ledger.courses import read_courses
from lpkit.ledger.figures import read_figures
from lpkit.ledger.gaps import read_gaps, read_parts, read_shares, read_uncapped
from lpkit.ledger.kept import keep, kept_of
from lpkit.ledger.lengths import read_minutes, read_requirements, read_words
from lpkit.ledger.margins import read_earned, read_margins
from lpkit.ledger.options import read_dimension_counts, read_keys, read_named_options, read_option_counts, read_steps
from lpkit.ledger.passage import ADVICE, Passage, Row, prose
from lpkit.ledger.people import (
    read_counts,
    read_itself,
    read_letters,
    read_model,
    read_ordinals,
    read_pairs,
    read_people,
    read_subjects,
)
from lpkit.ledger.persons import read_all_of, read_names, read_order, read_pronouns
from lpkit.ledger.points import read_dimensions, read_points, read_weights
from lpkit.ledger.ranks import read_comparisons, read_passes, read_ranks
from lpkit.ledger.reading import Reading
from lpkit.ledger.speech import read_markers, read_quotations
from lpkit.ledger.standing import read_alone, read_begins, read_distances
from lpkit.ledger.stories import read_sentences, read_stories
from lpkit.ledger.thresholds import read_thresholds, unreachable
from lpkit.ledger.totals import read_bands, read_totals, read_verdicts
from lpkit.ledger.unproven import read_unproven
from lpkit.ledger.unsaid import read_emphasis, read_moments
from lpkit.text.gate import Gate
from lpkit.text.languages import Language
from lpkit.text.languages.parts import (
    Accounts,
    Alternatives,
    Bookkeeping,
    Cast,
    ContentWords,
    Dates,
    Hints,
    Lengths,
    Margins,
    Persons,
    Ranks,
    Speech,
    Timeline,
)
from lpkit.text.once import Once

_PARTS = (Bookkeeping, Cast, Lengths, Speech, Margins, Alternatives, Ranks, Timeline, Persons, ContentWords, Dates)
"""The parts of a language that a ledger needs."""


class _Reader(NamedTuple):
    """What reads one kind of claim, and what a text must have to make one."""

    read: Callable[[Reading], Iterator[Entry]]
    roles: frozenset[str]
    words: frozenset[str] = frozenset()
    digit: bool = False


_NOTED = frozenset(("setting", "delivery", "reason", "note", "message", "rewrite", "guidance"))
_JUDGED = _NOTED - {"setting", "guidance"}
_ON_ANSWERS = frozenset(("delivery", "reason", "note"))
_SOLVED = frozenset(("steps", "mistakes", "hint", "option"))
_SPOKEN = _NOTED | {"coaching"}
_COMPARED = frozenset(("steps", "option", "note", "reason", "delivery", "rewrite", "message", "ask"))
_ADVICE = ADVICE | {"hint", "mistakes"}
_ANY = _SPOKEN | _SOLVED | {"concept"}


def _on_standing(account: Account) -> tuple[_Reader, ...]:
    """Give the readers of where scores stand, and of persons and times; they come before the others."""
    language = account.pack.language
    margins, others, ranks = language[Margins], language[Alternatives], language[Ranks]
    hints, places = language[Bookkeeping].hints, frozenset((*account.cast.ordinals, *account.cast.last))
    return (
        _Reader(read_margins, _ON_ANSWERS, frozenset(margins.hints)),
        _Reader(read_alternatives, frozenset(("reason", "note")), frozenset(others.hints)),
        _Reader(read_ranks, _ON_ANSWERS, frozenset(ranks.hints)),
        _Reader(read_comparisons, _ON_ANSWERS, frozenset(ranks.compared_hints)),
        _Reader(read_passes, _ON_ANSWERS | {"setting"}, frozenset(ranks.count_hints)),
        _Reader(read_months, _ON_ANSWERS | {"message", "rewrite"}),
        _Reader(read_spans, _ON_ANSWERS | _SOLVED, frozenset((language[Timeline].month,))),
        _Reader(read_names, _ON_ANSWERS | _SOLVED | {"message"}),
        _Reader(read_pronouns, _ON_ANSWERS),
        _Reader(read_all_of, _ON_ANSWERS, frozenset(("all ",))),
        _Reader(read_order, frozenset(("option",)), places),
        _Reader(read_weights, _ANY, hints.weights, True),
        _Reader(read_ceilings, _ANY, hints.ceilings, True),
        _Reader(read_ceilings, _JUDGED, hints.alone | hints.capped),
        _Reader(read_earned, _SPOKEN, frozenset(margins.earned_hints)),
        _Reader(read_parts, _SPOKEN, hints.parts),
    )


def _readers(account: Account) -> tuple[_Reader, ...]:
    """Give the readers in their order: a figure that one of the first took is no other's."""
    hints, titles = account.pack.language[Bookkeeping].hints, account.reader.titles
    return (
        *_on_standing(account),
        _Reader(read_highest, _ANY, titles),
        _Reader(read_alone, _JUDGED, hints.alone),
        _Reader(read_begins, _ANY, hints.bands, True),
        _Reader(read_distances, _JUDGED, hints.alone, True),
        _Reader(read_gaps, _NOTED, frozenset((account.reader.known.point,))),
        _Reader(read_shares, _JUDGED, hints.alone),
        _Reader(read_uncapped, _JUDGED, hints.uncapped),
        _Reader(read_bands, _ANY, titles, True),
        _Reader(read_thresholds, frozenset(("message",)), digit=True),
        _Reader(read_points, _JUDGED, hints.points),
        _Reader(read_points, _JUDGED, digit=True),
        _Reader(read_totals, _SPOKEN | _SOLVED, hints.totals),
        _Reader(read_totals, _SPOKEN | _SOLVED, titles, True),
        _Reader(read_verdicts, _SPOKEN | _SOLVED, titles),
        _Reader(read_dimensions, _JUDGED, digit=True),
        _Reader(read_people, _ANY, hints.people),
        _Reader(read_letters, _NOTED),
        _Reader(read_itself, _ON_ANSWERS),
        _Reader(read_model, frozenset(("guidance",)), hints.people),
        _Reader(read_ordinals, _NOTED, hints.people | hints.counts),
        _Reader(read_counts, _NOTED, hints.counts),
        _Reader(read_pairs, _NOTED - {"reason", "guidance"}, hints.pairs),
        _Reader(read_subjects, _JUDGED, hints.people),
        _Reader(read_stories, _JUDGED - {"message", "rewrite"}),
        _Reader(read_sentences, _JUDGED | _SOLVED, hints.sentences),
        *_on_questions(hints),
        _Reader(read_dimension_counts, _ANY - _SOLVED, hints.dimensions),
        _Reader(read_markers, _ANY, hints.markers),
        _Reader(read_quotations, _ANY, hints.quotations),
        _Reader(read_minutes, frozenset(("setting", "guidance", "coaching", "delivery")), hints.minutes),
        _Reader(read_words, _JUDGED, hints.words),
        _Reader(read_requirements, frozenset(("guidance",))),
        _Reader(read_figures, _COMPARED, digit=True),
        *(_Reader(read_figures, roles, told) for roles, told in _told_in_words(account)),
        *_on_the_world(hints.times, account.pack.language[Timeline].hints),
    )


def _on_questions(hints: Hints) -> tuple[_Reader, ...]:
    """Give the readers of what solves a question."""
    return (
        _Reader(read_named_options, _SOLVED, hints.options),
        _Reader(read_keys, frozenset(("steps",)), hints.keys),
        _Reader(read_option_counts, _SOLVED, hints.option_counts),
        _Reader(read_steps, _SOLVED, hints.steps),
    )


def _on_the_world(times: frozenset[str], orders: frozenset[str]) -> tuple[_Reader, ...]:
    """Give the readers of what stands nowhere: they come last, and look at what nobody took."""
    return (
        _Reader(read_lone, _ADVICE, digit=True),
        _Reader(read_lone, frozenset(("hint", "mistakes")), times),
        _Reader(read_emphasis, frozenset(("reason", "delivery", "message", "note", "steps")), frozenset("*_")),
        _Reader(read_moments, (_JUDGED | _SOLVED) - {"hint"}),
        _Reader(read_courses, _JUDGED | {"steps", "option"}, orders),
    )


def _told_in_words(account: Account) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give where figures are told in words, and what is in every text that has one."""
    known = account.pack.language.get(Accounts)
    yield _COMPARED, account.pack.language[Bookkeeping].hints.times
    if known:
        yield _JUDGED | {"ask"}, known.starts


class Ledger:
    """The claims of a pack's prose, in the order of its texts."""

    def __init__(self, pack: PackView) -> None:
        self.rows = prose(pack)
        self._kept = kept_of(pack, self.rows)
        self.account = self._kept.account

    @Once
    def entries(self) -> tuple[Entry, ...]:
        """Give every claim with what became of it."""
        account, rows = self.account, self.rows
        entries = [self._kept.entries(row) for row in rows]
        kept = entries.copy()
        unread = [number for number, found in enumerate(entries) if found is None]
        wanted = _wanted([rows[number] for number in unread], _readers(account))
        for place, number in enumerate(unread):
            account.elsewhere.asked = False
            found = _read(Reading(account, Passage(*rows[number])), wanted[place]) if place in wanted else ()
            entries[number] = tuple(found)
            kept[number] = None if account.elsewhere.asked else entries[number]
        keep(account, rows, kept)
        return (*(entry for found in entries for entry in found or ()), *unreachable(account))

    def of(self, *kinds: Kind) -> Iterator[Entry]:
        """Give the claims of some kinds."""
        return (entry for entry in self.entries if entry.claim.kind in kinds)


def _wanted(rows: Sequence[Row], readers: Sequence[_Reader]) -> dict[int, list[Callable[[Reading], Iterator[Entry]]]]:
    """Give for each text, by its number, those who may find something in it."""
    gate = Gate([row.text for row in rows])
    digits = gate.with_digit()
    by_role: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        by_role.setdefault(row.topic.role, set()).add(number)
    wanted: dict[int, list[Callable[[Reading], Iterator[Entry]]]] = {}
    for reader in readers:
        numbers = {number for role in reader.roles for number in by_role.get(role, ())}
        numbers &= gate.having(reader.words) if reader.words else numbers
        for number in numbers & digits if reader.digit else numbers:
            chosen = wanted.setdefault(number, [])
            if reader.read not in chosen:
                chosen.append(reader.read)
    return wanted


def _read(reading: Reading, readers: Sequence[Callable[[Reading], Iterator[Entry]]]) -> Iterator[Entry]:
    found = [entry for read in readers for entry in read(reading)]
    yield from (*found, *read_unproven(reading, found))


def has_ledger(language: Language) -> bool:
    """Tell whether a language has all parts that a ledger needs."""
    return all(part in language for part in _PARTS)


def ledger_of(pack: PackView) -> Ledger | None:
    """Give the ledger of a pack, the same one as long as the view lives; None where its language has none."""
    # A ledger refers to its pack: a table of ledgers by pack, weak or not, would let no pack go.
    return pack.once(Ledger) if has_ledger(pack.language) else None
