"""Another total carried through: the edits of every place in prose that is bound to it, and of the verdict it moves."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Edit, Fix, Path
from lpkit.editing.edits import new_value
from lpkit.ledger.book import ledger_of
from lpkit.ledger.claim import Bound, Claim
from lpkit.model import Candidate, Verdict
from lpkit.pattern import pattern
from lpkit.source import Source
from lpkit.source.node import find_node

_WORD = pattern(r"\S+")


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
    changes = [*_verdict_changes(pack, placed, total), *_figures(pack, candidate, total)]
    if not changes:
        return first
    edits = tuple(change.edit for change in changes)
    also = tuple(dict.fromkeys(change.at for change in changes))
    places = len(changes)
    title = f"{first.title}, and what follows from it in {places} other {'place' if places == 1 else 'places'}"
    return Fix(title, (*first.edits, *edits), False, also)


def _verdict_changes(pack: PackView, placed: Placed[Candidate], total: int) -> Iterator[_Change]:
    at, candidate = placed
    library = pack.library
    verdict = _earned(pack, candidate, total)
    if library is None or verdict is None or verdict.id == candidate.verdict:
        return
    written = new_value(pack.source, (*at, "verdict"), verdict.id, safe=False)
    yield from (_Change((*at, "verdict"), edit) for edit in (written.edits if written else ()))
    for claim in _bound(pack, "verdict", candidate):
        yield from _replaced(pack.source, claim, verdict.title)


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


def _figures(pack: PackView, candidate: Candidate, total: int) -> Iterator[_Change]:
    for claim in _bound(pack, "total", candidate):
        if claim.number == candidate.total:
            yield from _replaced(pack.source, claim, str(total))


def _bound(pack: PackView, kind: str, candidate: Candidate) -> Iterator[Claim]:
    ledger = ledger_of(pack)
    for claim, binding in ledger.entries if ledger else ():
        if claim.kind == kind and claim.about == candidate.id and isinstance(binding, Bound):
            yield claim


def _replaced(source: Source, claim: Claim, text: str) -> Iterator[_Change]:
    place = written_at(source, claim.at, claim.start, claim.end)
    if place is not None:
        yield _Change(claim.at, Edit(*place, text))


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
