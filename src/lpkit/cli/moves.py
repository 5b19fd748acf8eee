"""Packs and questions under new ids within their library: the texts of all files that this changes."""

from lpkit.authoring.moving import Move, renamed_pack, renamed_question, with_successor
from lpkit.cli.locking import moment_of
from lpkit.cli.naming import name_of
from lpkit.cli.new_pack import require_file_id, require_id
from lpkit.cli.shelving import Shelf, entries
from lpkit.errors import LpkitError
from lpkit.publishing.lock import Key
from lpkit.source import Source

_LISTS = ("questions", "fix_its", "retired")


def pack_under(shelf: Shelf, name: str) -> Move:
    """Give what it comes to that a pack gets another id.

    Raises LpkitError where that cannot be.
    """
    require_file_id(name)
    old = shelf.asked
    library = shelf.library_source()
    retired = {entry.get("id") for entry in entries(library, "retired")}
    file = shelf.packs[old]
    place = file.with_name(f"{name}{file.suffix}")
    if file.is_symlink():
        raise LpkitError(f"{name_of(file)} is a link", "name the file that it leads to, and link that anew")
    if name == old or shelf.packs.get(name, place) != place or name in retired:
        raise LpkitError(f"the id {name} is taken in this library, or retired", "choose another id")
    refuse_former(shelf, name, old)
    lock = shelf.lock().items
    known = shelf.source(old).data.get("status") != "draft" or any(_is_of(old, key, lock[key].was) for key in lock)
    text, successor = renamed_pack(shelf.source(old), name, known), with_successor(library, old, name)
    moves = {
        key: Key(key.kind, f"{name}{key.path.removeprefix(old)}")
        for key in lock
        if key.pack == old and key.kind != "marker"
    }
    before = shelf.presences(without=place)
    after = shelf.presences({place: text, shelf.library: successor}, without=file)
    items = shelf.renewed(moves, before, after, moment_of(None))
    written = {place: text, **shelf.with_lines(items, {f"pack/{old}": f"pack/{name}"})}
    if successor != library.text:
        written[shelf.library] = successor
    said = f"{name_of(place)}: {old} is called {name} now{', and was formerly' if known else ''}"
    return Move(written, said, file, place)


def question_under(shelf: Shelf, question: str, name: str) -> Move:
    """Give what it comes to that a question of the pack asked for gets another id.

    Raises LpkitError where that cannot be.
    """
    require_id(name)
    pack, source = shelf.asked, shelf.source(shelf.asked)
    place = place_of(source, question)
    if name in taken_in(source):
        raise LpkitError(f"the id {name} is taken in {source.name}, or retired", "choose another id")
    key, arrival = Key("question", f"{pack}/{question}"), f"{pack}/{name}"
    refuse_former(shelf, arrival, key.path)
    lock = shelf.lock().items
    known = source.data.get("status") != "draft" or any(key.path in (line.path, lock[line].was) for line in lock)
    names = former_names(source, place, question, key.path, arrival) if known else None
    text, file = renamed_question(source, place, name, names), shelf.packs[pack]
    before, after = shelf.presences(), shelf.presences({file: text})
    items = shelf.renewed({key: Key("question", arrival)}, before, after, moment_of(None))
    said = f"{source.name}: question {question} is called {name} now{', and was formerly' if known else ''}"
    return Move({file: text, **shelf.with_lines(items)}, said)


def place_of(source: Source, question: str) -> int:
    """Give the place of a question among those of its pack.

    Raises LpkitError where it is not there once.
    """
    places = [number for number, entry in enumerate(entries(source, "questions")) if entry.get("id") == question]
    if len(places) != 1:
        raise LpkitError(f'{source.name} has {len(places)} questions "{question}"', "name one that is there once")
    return places[0]


def taken_in(source: Source) -> set[object]:
    """Give the ids that nothing else in a pack may have."""
    evaluate = source.data.get("evaluate")
    candidates = evaluate.get("candidates") if isinstance(evaluate, dict) else None
    lists = [*(entries(source, at) for at in _LISTS), candidates if isinstance(candidates, list) else []]
    return {entry.get("id") for found in lists for entry in found if isinstance(entry, dict)}


def _is_of(pack: str, key: Key, was: str) -> bool:
    return key.kind != "marker" and pack in (key.pack, was.partition("/")[0])


def former_names(source: Source, place: int, question: str, path: str, arrival: str) -> list[str]:
    """Give all names that a question had, the first one first, without that which it gets."""
    before = source.value(("questions", place, "formerly")) or []
    inherited = [f"{former}/{question}" for former in source.value(("formerly",)) or []]
    return [known for known in dict.fromkeys([*before, *inherited, path]) if known != arrival]


def refuse_former(shelf: Shelf, name: str, own: str) -> None:
    """Refuse an id that another thing had before: what learners have under it would be taken for two.

    Raises LpkitError where a pack or a question, other than the one of the path `own`, names it in `formerly`.
    """
    for pack, file in shelf.packs.items():
        source = shelf.sources[file]
        things = [(pack, source.data), *((f"{pack}/{one.get('id')}", one) for one in entries(source, "questions"))]
        for path, thing in things:
            former = thing.get("formerly")
            if path != own and isinstance(former, list) and name in former:
                raise LpkitError(f"{name} is what {path} was called before", "choose another id")
