"""`lpkit mv`: a pack gets another id, or a question another pack, and what learners have goes along."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from lpkit.authoring.moving import left_question, moved_question, renamed_pack, with_successor
from lpkit.cli.editing import with_mark
from lpkit.cli.locking import moment_of
from lpkit.cli.naming import name_of
from lpkit.cli.new_pack import require_id
from lpkit.cli.printer import say
from lpkit.cli.shelving import Shelf, entries, shelves_with, the_only
from lpkit.errors import LpkitError
from lpkit.files import read_file
from lpkit.publishing.lock import Key
from lpkit.source import Source, read_source
from lpkit.source.limits import MAX_BYTES
from lpkit.writing import write_file

_QUESTION = re.compile(r"([a-z0-9_-]+)/([a-z0-9_-]+)")
_LISTS = ("questions", "fix_its", "retired")


def mv(
    source: Annotated[str, typer.Argument(metavar="PACK|PACK/QUESTION", help="A pack's id or file, or a question.")],
    target: Annotated[str, typer.Argument(metavar="NEW|PACK", help="The pack's new id, or the question's new pack.")],
    own_id: Annotated[
        str | None, typer.Option("--id", help="The question's id there. Default: the one that it has.")
    ] = None,
) -> None:
    """Give a pack another id, or a question another pack.

    Files, references, library.lock and `formerly` change in one step, and comments stay: learners' cards and progress
    go along. Then run lpkit check.

    Examples:

      lpkit mv quiet-a-noisy-alarm silence-an-alarm

      lpkit mv quiet-a-noisy-alarm/alarm-trial second-alarm
    """
    parts = None if Path(source).is_file() else _QUESTION.fullmatch(source)
    if parts:
        _move_question(parts[1], parts[2], target, own_id)
    elif own_id is not None:
        raise LpkitError("--id names a question, and this is a pack", "give the pack's new id as it is")
    else:
        _rename_pack(the_only(shelves_with(source), "name the file"), target)


def _rename_pack(shelf: Shelf, name: str) -> None:
    require_id(name)
    old = shelf.asked
    library = read_source(shelf.library, name_of(shelf.library))
    retired = {entry.get("id") for entry in entries(library, "retired")}
    file = shelf.packs[old]
    place = file.with_name(f"{name}{file.suffix}")
    if file.is_symlink():
        raise LpkitError(f"{name_of(file)} is a link", "name the file that it leads to, and link that anew")
    if name == old or shelf.packs.get(name, place) != place or name in retired:
        raise LpkitError(f"the id {name} is taken in this library, or retired", "choose another id")
    _refuse_former(shelf, name, old)
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
    _write(written, file, place)
    say(f"{name_of(place)}: {old} is called {name} now{', and was formerly' if known else ''}")


def _is_of(pack: str, key: Key, was: str) -> bool:
    return key.kind != "marker" and pack in (key.pack, was.partition("/")[0])


def _move_question(pack: str, question: str, target: str, own_id: str | None) -> None:
    shelf, there = _both(shelves_with(pack), shelves_with(target))
    if shelf.library != there.library:
        raise LpkitError(f"{target} belongs to another library", "questions move within one library")
    if pack == there.asked:
        raise LpkitError(f"{pack}/{question} is in {target} already", "name another pack")
    old, new = shelf.source(pack), shelf.source(there.asked)
    places = [number for number, entry in enumerate(entries(old, "questions")) if entry.get("id") == question]
    if len(places) != 1:
        raise LpkitError(f'{old.name} has {len(places)} questions "{question}"', "name one that is there once")
    name = own_id or question
    require_id(name)
    key, arrival, lock = Key("question", f"{pack}/{question}"), f"{there.asked}/{name}", shelf.lock().items
    known = old.data.get("status") != "draft" or any(key.path in (line.path, lock[line].was) for line in lock)
    names = _names(old, places[0], question, key.path, arrival) if known else None
    moving = {**entries(old, "questions")[places[0]], "id": name, **({"formerly": names} if names else {})}
    # A run that was killed on the way left it in both packs.
    arrived = moving in entries(new, "questions")
    _refuse(old, new, question, None if arrived else name)
    _refuse_former(there, arrival, key.path)
    if arrived:
        first, second, without = left_question(old, places[0]), new.text, _without(new, moving)
    else:
        first, second = moved_question(old, new, places[0], name, names)
        without = new.text
    here, place = shelf.packs[pack], shelf.packs[there.asked]
    before, after = shelf.presences({place: without}), shelf.presences({place: second, here: first})
    lines = shelf.with_lines(shelf.renewed({key: Key("question", arrival)}, before, after, moment_of(None)))
    _write({place: second, **lines, here: first})
    say(f"{new.name}: question {name} came from {pack}{f', where it was {question}' if name != question else ''}")


def _both(first: Sequence[Shelf], second: Sequence[Shelf]) -> tuple[Shelf, Shelf]:
    """Give the library of each of two packs: the same one where one of them has both.

    Raises LpkitError where several have both, or nothing tells which is meant.
    """
    hint = "name the file of the pack that the question moves to"
    pairs = [(one, other) for one in first for other in second if one.library == other.library]
    if pairs:
        return pairs[0][0], the_only([other for _, other in pairs], hint)
    return the_only(first, hint), the_only(second, hint)


def _without(source: Source, question: Mapping[str, object]) -> str:
    """Give the text of a pack as it was before a question arrived there."""
    return left_question(source, entries(source, "questions").index({**question}))


def _names(source: Source, place: int, question: str, path: str, arrival: str) -> list[str]:
    """Give all names that a question had, the first one first, without that which it gets."""
    before = source.value(("questions", place, "formerly")) or []
    inherited = [f"{former}/{question}" for former in source.value(("formerly",)) or []]
    return [known for known in dict.fromkeys([*before, *inherited, path]) if known != arrival]


def _refuse(old: Source, new: Source, question: str, name: str | None) -> None:
    """Refuse what would leave a pack that nobody can mend; `name` is the id to take, None where it is taken rightly.

    Raises LpkitError where the id is taken, something refers to the question, or it is the last one.
    """
    evaluate = new.data.get("evaluate")
    candidates = evaluate.get("candidates") if isinstance(evaluate, dict) else None
    lists = [*(entries(new, at) for at in _LISTS), candidates if isinstance(candidates, list) else []]
    if name and any(isinstance(entry, dict) and entry.get("id") == name for found in lists for entry in found):
        raise LpkitError(f"the id {name} is taken in {new.name}, or retired", "give it another one there: --id ID")
    if any(entry.get("replaced_by") == question for entry in entries(old, "retired")):
        hint = "take replaced_by out there first: it names items of its own pack only"
        raise LpkitError(f"{old.name} says in `retired` that something is replaced by {question}", hint)
    if len(entries(old, "questions")) < 2:
        raise LpkitError(f"{question} is the only question of {old.name}", "a pack has one at least")


def _refuse_former(shelf: Shelf, name: str, own: str) -> None:
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


def _write(texts: Mapping[Path, str], gone: Path | None = None, place: Path | None = None) -> None:
    """Write all files and remove the one `gone` to a `place`, or leave everything as it was.

    A run that was killed on the way is finished by the same command: what it wrote is the same again.

    Raises LpkitError where the system refuses, or a file that is not there yet holds something else.
    """
    before = {file: read_file(file, MAX_BYTES) if file.exists() else None for file in texts}
    mark = read_file(gone, MAX_BYTES) if gone else b""
    contents = {file: with_mark(text, before[file] or mark) for file, text in texts.items()}
    for file in texts:
        if file == place and before[file] not in (None, contents[file]):
            raise LpkitError(f"{name_of(file)} is there already", "choose another id, or remove it")
    try:
        for file, content in contents.items():
            write_file(file, content)
        if gone is not None:
            gone.unlink()
    except BaseException:
        for file, old in before.items():
            with suppress(OSError, LpkitError):
                write_file(file, old) if old is not None else file.unlink(missing_ok=True)
        raise
