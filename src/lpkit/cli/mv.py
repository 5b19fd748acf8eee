"""`lpkit mv`: a pack gets another id, or a question another pack, and what learners have goes along."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import typer

from lpkit.authoring.moving import moved_question, renamed_pack, with_successor
from lpkit.cli.editing import with_mark
from lpkit.cli.new_pack import require_id
from lpkit.cli.printer import say
from lpkit.cli.running import find_files, name_of, settings
from lpkit.errors import LpkitError
from lpkit.files import read_file
from lpkit.publishing.lock import LOCK_FILE, Key, Lock, lock_text, sound_lock
from lpkit.publishing.updating import moved
from lpkit.source import Source, read_source, read_text
from lpkit.source.limits import MAX_BYTES
from lpkit.writing import write_file

_QUESTION = re.compile(r"([a-z0-9_-]+)/([a-z0-9_-]+)")
_LISTS = ("questions", "fix_its", "retired")


class _Shelf:
    """The packs of one library by id, and its lock."""

    def __init__(self, wanted: str) -> None:
        """Find the library with a pack, which is named by its id or its file."""
        given = Path(wanted).absolute() if Path(wanted).is_file() else None
        listing = find_files([], settings())
        for library, files in listing.packs.items():
            sources = {file: read_source(file, name_of(file)) for file in files}
            packs = {source.data["id"]: file for file, source in sources.items() if _has_id(source)}
            found = [name for name, file in packs.items() if name == wanted or file.absolute() == given]
            if found and library is not None:
                self.library, self.packs, self.sources, self.asked = library, packs, sources, found[0]
                return
        raise LpkitError(f'there is no pack "{wanted}" with a library', "name a pack by its id or its file")

    def source(self, pack: str) -> Source:
        """Give the file of a pack, which must be well-formed."""
        source = self.sources[self.packs[pack]]
        if source.flaws:
            raise LpkitError(f"{source.name} cannot be read", "run lpkit check first")
        return source

    def lock(self) -> Lock:
        """Give the lock; an empty one where there is none."""
        file = self.library.with_name(LOCK_FILE)
        return sound_lock(read_text(file, name_of(file)).text, name_of(file)) if file.exists() else Lock()

    def with_lines(self, moves: Mapping[Key, Key], decks: Mapping[str, str] = MappingProxyType({})) -> dict[Path, str]:
        """Give the lock with lines and decks that moved, where that changes it."""
        old = self.lock()
        new = moved(old.items, moves)
        named = {decks.get(key, key): name for key, name in old.decks.items()}
        changed = (new, named) != (old.items, old.decks)
        return {self.library.with_name(LOCK_FILE): lock_text(new, named)} if changed else {}


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
        _rename_pack(_Shelf(source), target)


def _rename_pack(shelf: _Shelf, name: str) -> None:
    require_id(name)
    old = shelf.asked
    library = read_source(shelf.library, name_of(shelf.library))
    retired = {entry.get("id") for entry in _entries(library, "retired")}
    file = shelf.packs[old]
    place = file.with_name(f"{name}{file.suffix}")
    if name == old or shelf.packs.get(name, place) != place or name in retired:
        raise LpkitError(f"the id {name} is taken in this library, or retired", "choose another id")
    _refuse_former(shelf, name, old)
    lock = shelf.lock().items
    known = shelf.source(old).data.get("status") != "draft" or any(key.pack == old for key in lock)
    text = renamed_pack(shelf.source(old), name, known)
    moves = {
        key: Key(key.kind, f"{name}{key.path.removeprefix(old)}")
        for key in lock
        if key.pack == old and key.kind != "marker"
    }
    written = {place: text, **shelf.with_lines(moves, {f"pack/{old}": f"pack/{name}"})}
    successor = with_successor(library, old, name)
    if successor != library.text:
        written[shelf.library] = successor
    _write(written, file, place)
    say(f"{name_of(place)}: {old} is called {name} now{', and was formerly' if known else ''}")


def _move_question(pack: str, question: str, target: str, own_id: str | None) -> None:
    shelf, there = _Shelf(pack), _Shelf(target)
    if shelf.library != there.library:
        raise LpkitError(f"{target} belongs to another library", "questions move within one library")
    if pack == there.asked:
        raise LpkitError(f"{pack}/{question} is in {target} already", "name another pack")
    old, new = shelf.source(pack), shelf.source(there.asked)
    places = [number for number, entry in enumerate(_entries(old, "questions")) if entry.get("id") == question]
    if len(places) != 1:
        raise LpkitError(f'{old.name} has {len(places)} questions "{question}"', "name one that is there once")
    name = own_id or question
    require_id(name)
    _refuse(old, new, question, name)
    key, lock = Key("question", f"{pack}/{question}"), shelf.lock().items
    known = old.data.get("status") != "draft" or key in lock
    before = old.value(("questions", places[0], "formerly")) or []
    inherited = [f"{former}/{question}" for former in old.value(("formerly",)) or []]
    there_now = f"{there.asked}/{name}"
    names = [known for known in dict.fromkeys([*before, *inherited, key.path]) if known != there_now]
    _refuse_former(there, there_now, key.path)
    first, second = moved_question(old, new, places[0], name, names if known else None)
    moves = {key: Key("question", f"{there.asked}/{name}")}
    files = {shelf.packs[there.asked]: second, **shelf.with_lines(moves), shelf.packs[pack]: first}
    _write(files)
    say(f"{new.name}: question {name} came from {pack}{f', where it was {question}' if name != question else ''}")


def _refuse(old: Source, new: Source, question: str, name: str) -> None:
    """Refuse what would leave a pack that nobody can mend.

    Raises LpkitError where the id is taken, something refers to the question, or it is the last one.
    """
    evaluate = new.data.get("evaluate")
    candidates = evaluate.get("candidates") if isinstance(evaluate, dict) else None
    lists = [*(_entries(new, at) for at in _LISTS), candidates if isinstance(candidates, list) else []]
    if any(isinstance(entry, dict) and entry.get("id") == name for entries in lists for entry in entries):
        raise LpkitError(f"the id {name} is taken in {new.name}, or retired", "give it another one there: --id ID")
    if any(entry.get("replaced_by") == question for entry in _entries(old, "retired")):
        hint = "take replaced_by out there first: it names items of its own pack only"
        raise LpkitError(f"{old.name} says in `retired` that something is replaced by {question}", hint)
    if len(_entries(old, "questions")) < 2:
        raise LpkitError(f"{question} is the only question of {old.name}", "a pack has one at least")


def _refuse_former(shelf: _Shelf, name: str, own: str) -> None:
    """Refuse an id that another thing had before: what learners have under it would be taken for two.

    Raises LpkitError where a pack or a question, other than the one of the path `own`, names it in `formerly`.
    """
    for pack, file in shelf.packs.items():
        source = shelf.sources[file]
        things = [(pack, source.data), *((f"{pack}/{one.get('id')}", one) for one in _entries(source, "questions"))]
        for path, thing in things:
            former = thing.get("formerly")
            if path != own and isinstance(former, list) and name in former:
                raise LpkitError(f"{name} is what {path} was called before", "choose another id")


def _entries(source: Source, at: str) -> list[dict[str, object]]:
    entries = source.data.get(at) if isinstance(source.data, dict) else None
    return [entry if isinstance(entry, dict) else {} for entry in entries] if isinstance(entries, list) else []


def _has_id(source: Source) -> bool:
    return isinstance(source.data, dict) and isinstance(source.data.get("id"), str)


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
