"""What changed between two states of a whole corpus: libraries, then their packs."""

from collections.abc import Collection, Iterator, Mapping

from lpkit.corpus import PackView
from lpkit.difference.change import Change, Grade, eased, placed
from lpkit.difference.moves import with_moves
from lpkit.difference.packs import compare_packs, proof_of
from lpkit.difference.snapshot import Shelf, Snapshot
from lpkit.difference.vocabulary import compare_vocabulary

_RENAMED = 0.75
"""Likeness from which a pack under a new id is the one whose id went."""


def compare(old: Snapshot, new: Snapshot) -> list[Change]:
    """Give all changes from one state to another, the gravest first; a pure function of the two."""
    changes: list[Change] = []
    for name in {**old.shelves, **new.shelves}:
        before, after = old.shelves.get(name), new.shelves.get(name)
        if before is None and after is not None:
            message = f"library added with {len(after.packs)} pack{'' if len(after.packs) == 1 else 's'}"
            found = [Change("library-added", Grade.MINOR, "library", name, message, None, name)]
            changes += placed(found, name, "", after.path)
        elif before is not None and after is None:
            found = [Change("removed-unretired", Grade.MAJOR, "library", name, "library removed", name, None)]
            changes += placed([] if before.path in new.unreadable else found, name, "", before.path)
        elif before is not None and after is not None:
            changes += placed(compare_vocabulary(before.view, after.view), name, "", after.path)
            changes += with_moves(_compare_shelves(before, after, new.unreadable), before, after)
    for path in new.unreadable:
        message = "cannot be compared: run lpkit check"
        changes += placed([Change("not-compared", Grade.MINOR, "file", path, message)], "", "", path)
    return sorted(set(changes), key=lambda change: change.order)


def _compare_shelves(old: Shelf, new: Shelf, unreadable: Collection[str]) -> Iterator[Change]:
    library = new.view.library.id
    gone = {name: view for name, view in old.packs.items() if name not in new.packs}
    came = {name: view for name, view in new.packs.items() if name not in old.packs}
    renamed = _renamed(gone, came)
    renamed |= {name: new for new, view in came.items() for name in view.pack.formerly if name in gone}
    for name, view in gone.items():
        if name in renamed:
            after = came[renamed[name]]
            found = [_renaming(view, after), *compare_packs(view, after)]
            yield from placed(found, library, renamed[name], after.source.name)
        elif view.source.name not in unreadable:
            yield from placed(_removal(view), library, name, view.source.name)
    for name, view in came.items():
        if name not in renamed.values():
            message = f"pack added, {view.pack.status}: {view.pack.title}"
            found = [Change("pack-added", Grade.MINOR, "pack", name, message, None, view.pack.title)]
            yield from placed(found, library, name, view.source.name)
    for name, view in new.packs.items():
        if name in old.packs:
            found = [*_moved(old, new, name), *compare_packs(old.packs[name], view), *_shifted(old.packs[name], view)]
            yield from placed(found, library, name, view.source.name)


def _renamed(gone: Mapping[str, PackView], came: Mapping[str, PackView]) -> dict[str, str]:
    """Pair packs that went with packs that came, by the share of questions that they have in common."""
    pairs = sorted((-_alike(one, two), old, new) for old, one in gone.items() for new, two in came.items())
    found: dict[str, str] = {}
    for negative, old, new in pairs:
        if -negative >= _RENAMED and old not in found and new not in found.values():
            found[old] = new
    return found


def _alike(old: PackView, new: PackView) -> float:
    """Give the share of question stems that two packs have in common (Dice's coefficient, 0 to 1)."""
    one, two = ({view.value.stem for view in pack.questions} for pack in (old, new))
    every = len(one) + len(two)
    return 2 * len(one & two) / every if every else 0.0


def _renaming(old: PackView, new: PackView) -> Change:
    was, now = old.pack.id, new.pack.id
    if was in new.pack.formerly:
        return Change("moved", Grade.MINOR, "pack", now, f"moved: was called {was}, which is in `formerly`", was, now)
    grade = Grade.MINOR if old.pack.status == "draft" else Grade.MAJOR
    message = f"the pack's id {was} became {now}: progress under the old id is lost"
    return Change("renamed", grade, "pack", was, message, was, now)


def _removal(view: PackView) -> list[Change]:
    pack = view.pack
    if pack.status == "retired":
        message = "the file of the retired pack was removed; keep it, so that nobody takes the id for something else"
    else:
        message = f"pack removed without status: retired: {pack.title}"
    changes = [Change("removed-unretired", Grade.MAJOR, "pack", pack.id, message, pack.title, None)]
    return eased(changes) if pack.status == "draft" else changes


def _moved(old: Shelf, new: Shelf, name: str) -> Iterator[Change]:
    was, now = old.files[name], new.files[name]
    if was != now:
        yield Change("file-moved", Grade.PATCH, "pack", name, f"file moved from {was} to {now}", was, now)


def _shifted(old: PackView, new: PackView) -> Iterator[Change]:
    """Give the verdicts that a change of the library moves while the candidate's scores stay."""
    for candidate in new.candidates:
        before = old.candidate(candidate.value.id)
        if before is None or before.value.scores != candidate.value.scores:
            continue
        was, now = proof_of(old, candidate.value.id), proof_of(new, candidate.value.id)
        if was is None or now is None or before.value.auto_fails != candidate.value.auto_fails:
            continue
        if was.verdict != now.verdict:
            message = f"the library moves the proven verdict from {was.verdict} to {now.verdict}"
            item = candidate.value.id
            yield Change("verdict-moved", Grade.MINOR, "candidate", item, message, was.verdict, now.verdict, now)
