"""`lpkit new`: a pack, a question, a candidate or a fix-it to fill in."""

from pathlib import Path
from string import ascii_lowercase
from typing import Annotated, Literal

import typer

from lpkit.authoring import placeholders
from lpkit.authoring.ids import FreeIds
from lpkit.authoring.slug import slug
from lpkit.cli.authoring import append_to_pack, read_library, read_pack, taken_ids
from lpkit.cli.completing import pack_files
from lpkit.cli.naming import name_of
from lpkit.cli.new_pack import known, library_file, new_pack_file, require_file_id, require_id, write_pack
from lpkit.cli.printer import say
from lpkit.errors import LpkitError
from lpkit.text.languages import Language

new = typer.Typer(
    name="new",
    help="Write a pack or a part of one, to fill in.\n\nlpkit check names every text that is missing.",
    no_args_is_help=True,
)

PackFile = Annotated[Path, typer.Argument(metavar="PACK", autocompletion=pack_files, help="The file of the pack.")]
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
    require_file_id(name)
    file = library_file(library)
    view = read_library(file)
    chosen = known("principle", principle, [entry.id for entry in view.library.principles])
    wanted_level = known("level", level, [entry.id for entry in view.library.levels])
    target = new_pack_file(file, chosen, name)
    write_pack(file, target, placeholders.pack(name, chosen, wanted_level, view, title, prompt))
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
        name, pool, difficulty, stem, option or [], answer, step or [], hint, excerpt, mistake or [], view.language
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
    notes: Annotated[str | None, typer.Option(help="The expert's notes on it.")] = None,
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
    name = _new_id(own_id, taken) if own_id else letter or FreeIds(taken).numbered("candidate")
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
    chosen = known("candidate", candidate, names)
    name = _new_id(own_id, taken) if own_id else _id_from(title, "fix", taken, view.language)
    append_to_pack(pack, view, ("fix_its",), [placeholders.fix_it(name, chosen, title, before, after, why)])
    say(f"{name_of(pack)}: fix-it {name} added to mend candidate {chosen}; its id is permanent")


def _new_id(name: str, taken: set[str]) -> str:
    require_id(name)
    if name in taken:
        raise LpkitError(f"the id {name} is taken in this pack, or retired", "choose another id")
    return name


def _id_from(text: str | None, kind: str, taken: set[str], language: Language) -> str:
    ids = FreeIds(taken)
    return ids.like(slug(text, kind, language)) if text else ids.numbered(kind)


def _scores(words: list[str], weights: dict[str, int]) -> dict[str, int]:
    scores: dict[str, int] = {}
    for word in words:
        name, _, points = word.partition("=")
        known("dimension", name, [*weights])
        if points not in map(str, range(weights[name] + 1)):
            raise LpkitError(f'"{word}" is no score', f"write {name}=POINTS, from 0 to {weights[name]}")
        scores[name] = int(points)
    return scores
