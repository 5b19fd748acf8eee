"""`lpkit new`: a pack, a question, a candidate or a fix-it to fill in."""

import os
import re
from difflib import get_close_matches
from pathlib import Path
from string import ascii_lowercase
from typing import Annotated, Literal

import typer

from lpkit.authoring import placeholders, yaml_block
from lpkit.authoring.slug import slug
from lpkit.cli.authoring import append_to_pack, read_library, read_pack, taken_ids
from lpkit.cli.editing import require_utf8
from lpkit.cli.printer import say
from lpkit.cli.running import find_files, name_of, settings
from lpkit.errors import LpkitError
from lpkit.formatting import format_source
from lpkit.model.types import ID_PATTERN
from lpkit.source import decode
from lpkit.text.languages import Language
from lpkit.writing import write_file

new = typer.Typer(
    name="new",
    help="Write a pack or a part of one, to fill in.\n\nlpkit check names every text that is missing.",
    no_args_is_help=True,
)

PackFile = Annotated[Path, typer.Argument(metavar="PACK", help="The file of the pack.")]
Id = Annotated[str | None, typer.Option("--id", help="Permanent id. Default: made from what is given, unique.")]


@new.command()
def pack(
    name: Annotated[str, typer.Argument(metavar="ID", help="Permanent id of the pack; also the name of its file.")],
    principle: Annotated[str | None, typer.Option(help="Id of a principle. Default: the library's first.")] = None,
    level: Annotated[str | None, typer.Option(help="Id of a level. Default: the library's first.")] = None,
    title: Annotated[str | None, typer.Option(help="Name of the pattern.")] = None,
    prompt: Annotated[str | None, typer.Option(help="The interview question.")] = None,
    library: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of the library, where there are several.")
    ] = None,
) -> None:
    """Write a new pack into the folder of its principle, as a draft.

    Example:

      lpkit new pack quiet-a-noisy-alarm --principle ownership --level sde-1
    """
    _require_id(name)
    file = _library_file(library)
    view = read_library(file)
    chosen = _known("principle", principle, [entry.id for entry in view.library.principles])
    wanted_level = _known("level", level, [entry.id for entry in view.library.levels])
    target = file.parent / chosen / f"{name}.yaml"
    for other in find_files([file.parent], settings()).asked:
        if other.stem == name:
            raise LpkitError(f"the id {name} is taken: {name_of(other)}", "choose another id")
    data = placeholders.pack(name, chosen, wanted_level, view, title, prompt)
    require_utf8(data)
    text = f"# yaml-language-server: $schema={_schema(file, target)}\n{yaml_block(data)}"
    write_file(target, (format_source(decode(text.encode(), name_of(target))) or text).encode())
    say(f"{name_of(target)}: replace every TODO, then run lpkit check, and set status: published")


@new.command()
def question(
    pack: PackFile,
    own_id: Id = None,
    pool: Annotated[Literal["practice", "test"], typer.Option(help="Where it is used.")] = "practice",
    difficulty: Annotated[Literal["easy", "medium", "hard"], typer.Option(help="How hard it is.")] = "easy",
    stem: Annotated[str | None, typer.Option(help="The question itself.")] = None,
    excerpt: Annotated[str | None, typer.Option(help="The quoted answer that the stem speaks about.")] = None,
    option: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="An option. Repeatable.")] = None,
    answer: Annotated[str | None, typer.Option(help="The key. Default: the first option.")] = None,
    step: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A step of the worked solution. Repeatable.")
    ] = None,
    hint: Annotated[str | None, typer.Option(help="A nudge that does not give the answer away.")] = None,
    mistake: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="A common mistake. Repeatable.")] = None,
) -> None:
    """Append a question to a pack.

    Comments and layout of the file stay.

    Example:

      lpkit new question packs/amazon-lp/ownership/some-pattern.yaml --pool test --difficulty hard
    """
    view, _ = read_pack(pack)
    taken = taken_ids(view)
    name = _new_id(own_id, taken) if own_id else _id_from(stem, "question", taken, view.language)
    entry = placeholders.question(
        name, pool, difficulty, stem, option or [], answer, step or [], hint, excerpt, mistake or []
    )
    append_to_pack(pack, view, ("questions",), [entry])
    say(f"{name_of(pack)}: question {name} added; its id is permanent")


@new.command()
def candidate(
    pack: PackFile,
    own_id: Id = None,
    score: Annotated[
        list[str] | None, typer.Option(metavar="DIMENSION=POINTS", help="A score. Repeatable. Default: 0.")
    ] = None,
    answer: Annotated[str | None, typer.Option(help="What the candidate said.")] = None,
    delivery: Annotated[str | None, typer.Option(help="How it sounded.")] = None,
    notes: Annotated[str | None, typer.Option(help="The bar raiser's notes.")] = None,
) -> None:
    """Append a candidate to a pack.

    Total and verdict follow from the scores.

    Example:

      lpkit new candidate packs/amazon-lp/ownership/some-pattern.yaml --score ownership_signal=12
    """
    view, library = read_pack(pack)
    if view.rubric is None:
        raise LpkitError(f"{name_of(pack)}: the rubric is broken", "run lpkit check first")
    taken = taken_ids(view)
    letter = next((name for name in ascii_lowercase if name not in taken), None)
    name = _new_id(own_id, taken) if own_id else letter or placeholders.numbered_id("candidate", taken)
    scores = _scores(score or [], view.rubric.weights)
    entry = placeholders.candidate(name, view.rubric.dimensions, library, scores, answer, delivery, notes)
    append_to_pack(pack, view, ("evaluate", "candidates"), [entry])
    say(f"{name_of(pack)}: candidate {name} added, total {entry['total']}, verdict {entry['verdict']}")


@new.command(name="fix-it")
def fix_it(
    pack: PackFile,
    own_id: Id = None,
    candidate: Annotated[str | None, typer.Option(help="Id of the candidate. Default: the lowest total.")] = None,
    title: Annotated[str | None, typer.Option(help="What the rewrite mends.")] = None,
    before: Annotated[str | None, typer.Option(help="The weak words, verbatim from the answer.")] = None,
    after: Annotated[str | None, typer.Option(help="The same passage, rewritten.")] = None,
    why: Annotated[str | None, typer.Option(help="Why the rewrite is stronger.")] = None,
) -> None:
    """Append a fix-it to a pack.

    Example:

      lpkit new fix-it packs/amazon-lp/ownership/some-pattern.yaml --candidate a
    """
    view, _ = read_pack(pack)
    taken = taken_ids(view)
    names = [placed.value.id for placed in sorted(view.candidates, key=lambda placed: placed.value.total)]
    if not names:
        raise LpkitError(f"{name_of(pack)} has no candidate to mend", "add one first: lpkit new candidate")
    chosen = _known("candidate", candidate, names)
    name = _new_id(own_id, taken) if own_id else _id_from(title, "fix", taken, view.language)
    append_to_pack(pack, view, ("fix_its",), [placeholders.fix_it(name, chosen, title, before, after, why)])
    say(f"{name_of(pack)}: fix-it {name} added to mend candidate {chosen}; its id is permanent")


def _require_id(name: str) -> None:
    if not re.match(ID_PATTERN, name):
        raise LpkitError(f'"{name}" cannot be an id', "use lower-case letters and digits, joined by single hyphens")


def _new_id(name: str, taken: set[str]) -> str:
    _require_id(name)
    if name in taken:
        raise LpkitError(f"the id {name} is taken in this pack, or retired", "choose another id")
    return name


def _id_from(text: str | None, kind: str, taken: set[str], language: Language) -> str:
    return placeholders.free_id(slug(text, kind, language), taken) if text else placeholders.numbered_id(kind, taken)


def _known(what: str, name: str | None, names: list[str]) -> str:
    """Give a name that is known, or the first one where none is given."""
    if name is None and names:
        return names[0]
    if name is None or name not in names:
        close = get_close_matches(name or "", names, 1)
        raise LpkitError(
            f"there is no {what} {name}", f"did you mean {close[0]}?" if close else f"known: {', '.join(names)}"
        )
    return name


def _scores(words: list[str], weights: dict[str, int]) -> dict[str, int]:
    scores: dict[str, int] = {}
    for word in words:
        name, _, points = word.partition("=")
        _known("dimension", name, [*weights])
        if points not in map(str, range(weights[name] + 1)):
            raise LpkitError(f'"{word}" is no score', f"write {name}=POINTS, from 0 to {weights[name]}")
        scores[name] = int(points)
    return scores


def _library_file(folder: Path | None) -> Path:
    """Find the library to write to: the named one, or the only one of the settings."""
    found = [file for file in find_files([folder] if folder else [], settings()).packs if file is not None]
    if len(found) != 1:
        if not found:
            hint = "begin one with lpkit init, or name its folder with --library"
            raise LpkitError("there is no library.yaml among the packs here", hint)
        names = ", ".join(name_of(file.parent) for file in found)
        raise LpkitError(f"{len(found)} libraries are here: {names}", "name one with --library")
    return found[0]


def _schema(library: Path, target: Path) -> str:
    """Give the path of the pack schema from a pack: in the nearest `schema` folder above the library."""
    root = next((here for here in library.parents if (here / "schema/pack.schema.json").is_file()), settings().root)
    return Path(os.path.relpath(root / "schema/pack.schema.json", target.parent)).as_posix()
