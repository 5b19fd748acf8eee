"""The search for the cause: repairs are tried, and the one after which the file reads best tells what was wrong."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from lpkit.diagnosis.cause import Cause, Repair
from lpkit.diagnosis.page import Page
from lpkit.diagnosis.reading import Reader, Reading, Stop
from lpkit.diagnosis.repairs import KINDS
from lpkit.diagnosis.rounds import Rounds
from lpkit.diagnostic import Edit, Fix
from lpkit.model import Library, Pack
from lpkit.source import Flaw, Source
from lpkit.source.refusal import INVALID, in_plain_words

_EFFORT = 8_000_000
"""Characters that the tries for one error may read, about a second; no file can hang a run. In a long file, those for
all errors behind the first have as much again together."""
_TRIES = (20, 500)
"""The least and the most repairs that are tried for one error."""
_SECOND_COSTS = 20
"""How many times the second reader takes as long."""
_ERRORS = 6
"""Errors of one file that are looked for, each behind the one before."""
_DEAREST = 99
_LARGE = 200_000
_LONG = 60_000
_LOOK = "mend what stands above first, and check again"
_SWALLOWED = 2
"""Keys within texts from which a repair only hides the error."""


class _Tried(NamedTuple):
    """A repair, the text with it, how it reads, and how badly it fits (the less the better)."""

    repair: Repair
    text: str
    reading: Reading
    misfit: tuple[int, ...]


def diagnose(source: Source, flaw: Flaw) -> list[Cause]:
    """Give the causes of a syntax error, in the order of the file; where none is certain, what the parser saw.

    The flaw is the one with which reading stopped. Time is bounded: see the constants above.
    """
    reader = Reader(Library if PurePath(source.name).name == "library.yaml" else Pack, False)
    stop = reader.read(source.text).stop
    if stop is None or abs(stop.at - flaw.extent[0]) > 1:
        second = Reader(reader.model, True)
        stop = second.read(source.text).stop
        reader = second
    if stop is None:
        return [_seen(flaw, [])]
    return list(_causes(source.text, reader, stop, flaw))


def _causes(text: str, reader: Reader, stop: Stop, flaw: Flaw) -> Iterator[Cause]:
    rounds = Rounds()
    seen = flaw.extent, flaw.message
    # Behind the first error of a file as large as a dozen packs, no other is looked for.
    while len(rounds.edits) < (_ERRORS if len(text) < _LARGE else 1):
        page = Page(text, stop, reader.keys)
        effort = _EFFORT // (_ERRORS - 1) if rounds.edits and len(text) > _LONG else _EFFORT
        best, rivals = _best(_try(page, reader, effort), page, reader.read(text).swallowed)
        if best is None:
            if not rounds.edits:
                yield _seen(flaw, rivals)
            else:
                at = rounds.place(stop.at)
                yield Cause((at, at + 1), f"{INVALID}{in_plain_words(stop.problem)}", _LOOK)
            return
        yield _cause(best.repair, rounds, seen)
        rounds.edits.append(best.repair.edits)
        if best.reading.stop is None:
            return
        text, stop = best.text, best.reading.stop
        at = rounds.place(stop.at)
        seen = (at, at + 1), f"{INVALID}{in_plain_words(stop.problem)}"


def _try(page: Page, reader: Reader, effort: int) -> list[_Tried]:
    """Make each repair that a page suggests, and read on, for as many characters as the effort allows."""
    text = page.text
    tries = min(max(effort // (len(text) + 1) // (_SECOND_COSTS if reader.second else 1), _TRIES[0]), _TRIES[1])
    repairs = (repair for kind in KINDS for repair in kind(page))
    found: dict[str, _Tried] = {}
    # What costs more than a repair after which all fits cannot be better.
    dearest = _DEAREST
    for repair in repairs:
        changed = _applied(text, repair.edits) if page.matters(repair.edits) and repair.cost <= dearest else None
        if changed is None or changed in found or changed == text:
            continue
        if len(found) == tries:
            break
        reading = reader.read(changed)
        fits = reader.departures(changed) if reading.stop is None else 0
        found[changed] = _Tried(repair, changed, reading, (fits + 2 * reading.swallowed, repair.cost))
        if reading.stop is None and not (fits or reading.swallowed):
            dearest = min(dearest, repair.cost)
    return list(found.values())


def _applied(text: str, edits: Iterable[Edit]) -> str | None:
    """Give a text with edits; None where two of them overlap."""
    pieces, place = [], 0
    for edit in sorted(edits):
        if edit.start < place:
            return None
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join((*pieces, text[place:]))


def _best(tried: list[_Tried], page: Page, hides: int) -> tuple[_Tried | None, list[Repair]]:
    """Give the repair that fits best; none, and those that fit equally well, where two places do.

    `hides` counts the keys that lie within texts as long as nothing is repaired.
    """
    least = min((entry.reading.swallowed for entry in tried), default=0)
    tried = [entry for entry in tried if entry.reading.swallowed <= least + _SWALLOWED]
    whole = [entry for entry in tried if entry.reading.stop is None]
    if whole:
        ranked = sorted(whole, key=lambda entry: entry.misfit)
        equal = [entry for entry in ranked if entry.misfit == ranked[0].misfit]
    else:
        ranked, equal = _further([entry for entry in tried if entry.reading.swallowed == least], page, hides)
    if not ranked:
        return None, []
    places = {page.number(entry.repair.at[0]): entry.repair for entry in equal[::-1]}
    if len(places) > 1:
        return None, [places[number] for number in sorted(places)]
    return equal[0], []


def _further(tried: list[_Tried], page: Page, hides: int) -> tuple[list[_Tried], list[_Tried]]:
    """Give the repairs with which more is read, and the best of them: a file may have several errors.

    The parser comes further, or to an error that had been hidden within a text that did not end.
    """
    found: dict[int, tuple[int, ...]] = {}
    for number, entry in enumerate(tried):
        stop = entry.reading.stop
        grown = len(entry.text) - len(page.text)
        if stop is None or stop.at - max(grown, 0) <= page.lines[page.number(entry.repair.at[0])].end:
            continue
        if stop.at - max(grown, 0) > page.stop.at or entry.reading.swallowed < hides:
            found[number] = (-entry.text.count("\n", 0, stop.at), entry.repair.cost)
    ranked = sorted(found, key=found.__getitem__)
    return [tried[number] for number in ranked], [tried[at] for at in ranked if found[at] == found[ranked[0]]]


def _cause(repair: Repair, rounds: Rounds, seen: tuple[tuple[int, int], str]) -> Cause:
    at = (rounds.place(repair.at[0]), rounds.place(repair.at[1]))
    edits = tuple(Edit(rounds.place(edit.start), rounds.place(edit.end), edit.text) for edit in repair.edits)
    fix = Fix(repair.title, edits, safe=False) if repair.offered else None
    message = f"{INVALID}{repair.message}"
    return Cause((at[0], max(at[1], at[0] + 1)), message, repair.help, fix, *seen)


def _seen(flaw: Flaw, rivals: list[Repair]) -> Cause:
    """Say what the parser saw, and what it may have been."""
    help = flaw.help
    if rivals:
        help = "perhaps " + ", or ".join(dict.fromkeys(repair.message for repair in rivals[:3]))
    return Cause(flaw.extent, flaw.message, help)
