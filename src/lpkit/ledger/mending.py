"""Another total carried through: the edits of every place in prose that is bound to it, and of the verdict it moves."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Edit, Fix, Path
from lpkit.editing.edits import new_value
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Bound, Claim
from lpkit.ledger.retitling import retitled
from lpkit.model import Candidate, Verdict
from lpkit.pattern import pattern
from lpkit.source import Source
from lpkit.source.node import find_node

_WORD = pattern(r"\S+")


class _Put(NamedTuple):
    """What takes the place of a stretch of a text."""

    at: Path
    start: int
    end: int
    text: str


class _Change(NamedTuple):
    """An edit with the value that it is in."""

    at: Path
    edit: Edit


def with_total(pack: PackView, placed: Placed[Candidate], total: int) -> Fix | None:
    """Give the unsafe fix that writes another total, with all that follows from it in the pack.

    The verdict follows where the band moves; totals and verdicts in prose follow where the ledger binds them to this
    candidate. Where a place cannot be found in the file, it is left as it is, and the check of the fix will tell.
    """
    at, candidate = placed
    first = new_value(pack.source, (*at, "total"), total, safe=False)
    if first is None:
        return None
    verdict = _moved(pack, candidate, total)
    named, left = _titles(pack, candidate, verdict)
    puts = [*named, *_figures(pack, candidate, total)]
    changes = [*_verdict_changes(pack, at, verdict), *_changes(pack.source, puts)]
    if not changes:
        return first
    edits = tuple(change.edit for change in changes)
    also = tuple(dict.fromkeys(change.at for change in changes))
    places = len(changes)
    title = f"{first.title}, and what follows from it in {places} other {_places(places)}"
    title += f"; {left} {_places(left)} with both verdicts left as written" if left else ""
    return Fix(title, (*first.edits, *edits), False, also)


def _moved(pack: PackView, candidate: Candidate, total: int) -> Verdict | None:
    """Give the verdict that a total earns where it is another one."""
    verdict = _earned(pack, candidate, total)
    return verdict if verdict is not None and verdict.id != candidate.verdict else None


def _verdict_changes(pack: PackView, at: Path, verdict: Verdict | None) -> Iterator[_Change]:
    written = new_value(pack.source, (*at, "verdict"), verdict.id, safe=False) if verdict else None
    yield from (_Change((*at, "verdict"), edit) for edit in (written.edits if written else ()))


def _titles(pack: PackView, candidate: Candidate, verdict: Verdict | None) -> tuple[list[_Put], int]:
    """Give what takes the place of the verdict's name, and at how many places it stays since the other one is there."""
    if verdict is None:
        return [], 0
    claims = [(claim, pack.source.value(claim.at)) for claim in _bound(pack, "verdict", candidate)]
    said = [(claim, text) for claim, text in claims if isinstance(text, str)]
    found = [(claim.at, retitled(pack, text, (claim.start, claim.end), verdict)) for claim, text in said]
    return [_Put(at, *put) for at, put in found if put is not None], sum(put is None for _, put in found)


def _places(count: int) -> str:
    return "place" if count == 1 else "places"


def _earned(pack: PackView, candidate: Candidate, total: int) -> Verdict | None:
    """Give the verdict that a total earns under the candidate's markers; None where bands or markers are broken."""
    library = pack.library
    if library is None or not library.bands_hold or not 0 <= total <= 100:
        return None
    ceilings = [library.marker_verdict(entry.marker) for entry in candidate.auto_fails]
    if any(ceiling is None for ceiling in ceilings):
        return None
    found = [library.band(total), *(ceiling for ceiling in ceilings if ceiling is not None)]
    return min(found, key=lambda verdict: verdict.starts_at)


def _figures(pack: PackView, candidate: Candidate, total: int) -> Iterator[_Put]:
    for claim in _bound(pack, "total", candidate):
        if claim.number == candidate.total:
            yield _Put(claim.at, claim.start, claim.end, str(total))


def _bound(pack: PackView, kind: str, candidate: Candidate) -> Iterator[Claim]:
    ledger = ledger_of(pack)
    for claim, binding in ledger.entries if ledger else ():
        if claim.kind == kind and claim.about == candidate.id and isinstance(binding, Bound):
            yield claim


def _changes(source: Source, puts: Iterable[_Put]) -> Iterator[_Change]:
    """Give the edits of a file; where one of a text cannot be found in it, the text is written anew."""
    for at, parts in groupby(sorted(puts, key=str), key=lambda put: put.at):
        mended = list(parts)
        places = [(put, written_at(source, at, put.start, put.end)) for put in mended]
        found = [_Change(at, Edit(*place, put.text)) for put, place in places if place is not None]
        yield from found if len(found) == len(mended) else _anew(source, at, mended)


def _anew(source: Source, at: Path, puts: Iterable[_Put]) -> Iterator[_Change]:
    text = source.value(at)
    if not isinstance(text, str):
        return
    for put in sorted(puts, key=lambda put: -put.start):
        text = text[: put.start] + put.text + text[put.end :]
    written = new_value(source, at, text, safe=False)
    yield from (_Change(at, edit) for edit in (written.edits if written else ()))


def written_at(source: Source, at: Path, start: int, end: int) -> tuple[int, int] | None:
    """Give where in a file a stretch of a text stands; None where the text is written with escapes there.

    White space is what the file makes of it: a text that is folded has line breaks where the value has blanks.
    """
    value, node = source.value(at), find_node(source.root, at)
    if not isinstance(value, str) or node.children is not None:
        return None
    raw, shift = source.text[node.start : node.end], node.start
    if node.style in {"|", ">"}:
        head = raw.find("\n") + 1
        raw, shift = raw[head:], shift + head
    elif node.style:
        raw, shift = raw[1:-1], shift + 1
    said, written = list(_WORD.finditer(value)), list(_WORD.finditer(raw))
    if [match.group() for match in said] != [match.group() for match in written]:
        return None
    first = next((number for number, match in enumerate(said) if match.end() > start), None)
    last = next((number for number, match in enumerate(said) if match.end() >= end), None)
    if first is None or last is None:
        return None
    begin = shift + written[first].start() + start - said[first].start()
    return begin, shift + written[last].start() + end - said[last].start()
