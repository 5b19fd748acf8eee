"""`lpkit mv`: a pack gets another id, or a question another pack, and what learners have goes along."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from lpkit.authoring.moving import Move, left_question, moved_question
from lpkit.cli.completing import pack_words
from lpkit.cli.editing import with_mark
from lpkit.cli.locking import moment_of
from lpkit.cli.moves import former_names, pack_under, place_of, question_under, refuse_former, taken_in
from lpkit.cli.naming import name_of
from lpkit.cli.new_pack import require_id
from lpkit.cli.printer import say
from lpkit.cli.shelving import Shelf, entries, shelves_with, the_only
from lpkit.errors import LpkitError
from lpkit.files import read_file
from lpkit.publishing.lock import Key
from lpkit.source import Source
from lpkit.source.limits import MAX_BYTES
from lpkit.writing import write_file

_QUESTION = re.compile(r"([a-z0-9_-]+)/([a-z0-9_-]+)")


def mv(
    source: Annotated[
        str,
        typer.Argument(
            metavar="PACK|PACK/QUESTION", autocompletion=pack_words, help="A pack's id or file, or a question."
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="NEW|PACK", autocompletion=pack_words, help="The pack's new id, or the question's new pack."
        ),
    ],
    own_id: Annotated[
        str | None, typer.Option("--id", help="The question's id there. Default: the one that it has.")
    ] = None,
) -> None:
    """Give a pack another id, or a question another pack.

    Files, references, library.lock and `formerly` change in one step, and comments stay: learners' cards and progress
    go along. With the question's own pack and --id, it gets another id there. Then run lpkit check.

    Examples:

      lpkit mv quiet-a-noisy-alarm silence-an-alarm

      lpkit mv quiet-a-noisy-alarm/alarm-trial second-alarm

      lpkit mv quiet-a-noisy-alarm/alarm-trial quiet-a-noisy-alarm --id first-trial
    """
    parts = None if Path(source).is_file() else _QUESTION.fullmatch(source)
    if parts:
        _move_question(parts[1], parts[2], target, own_id)
    elif own_id is not None:
        raise LpkitError("--id names a question, and this is a pack", "give the pack's new id as it is")
    else:
        _make(pack_under(the_only(shelves_with(source), "name the file"), target))


def _move_question(pack: str, question: str, target: str, own_id: str | None) -> None:
    shelf, there = _both(shelves_with(pack), shelves_with(target))
    if shelf.library != there.library:
        raise LpkitError(f"{target} belongs to another library", "questions move within one library")
    if pack == there.asked and own_id not in (None, question):
        _make(question_under(shelf, question, str(own_id)))
        return
    if pack == there.asked:
        raise LpkitError(f"{pack}/{question} is in {target} already", "name another pack, or another id: --id ID")
    old, new = shelf.source(pack), shelf.source(there.asked)
    number = place_of(old, question)
    name = own_id or question
    require_id(name)
    key, arrival, lock = Key("question", f"{pack}/{question}"), f"{there.asked}/{name}", shelf.lock().items
    known = old.data.get("status") != "draft" or any(key.path in (line.path, lock[line].was) for line in lock)
    names = former_names(old, number, question, key.path, arrival) if known else None
    moving = {**entries(old, "questions")[number], "id": name, **({"formerly": names} if names else {})}
    # A run that was killed on the way left it in both packs.
    arrived = moving in entries(new, "questions")
    _refuse(old, new, question, None if arrived else name)
    refuse_former(there, arrival, key.path)
    if arrived:
        first, second, without = left_question(old, number), new.text, _without(new, moving)
    else:
        first, second = moved_question(old, new, number, name, names)
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


def _refuse(old: Source, new: Source, question: str, name: str | None) -> None:
    """Refuse what would leave a pack that nobody can mend; `name` is the id to take, None where it is taken rightly.

    Raises LpkitError where the id is taken, something refers to the question, or it is the last one.
    """
    if name and name in taken_in(new):
        raise LpkitError(f"the id {name} is taken in {new.name}, or retired", "give it another one there: --id ID")
    if any(entry.get("replaced_by") == question for entry in entries(old, "retired")):
        hint = "take replaced_by out there first: it names items of its own pack only"
        raise LpkitError(f"{old.name} says in `retired` that something is replaced by {question}", hint)
    if len(entries(old, "questions")) < 2:
        raise LpkitError(f"{question} is the only question of {old.name}", "a pack has one at least")


def _make(move: Move) -> None:
    _write(move.texts, move.gone, move.place)
    say(move.said)


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
