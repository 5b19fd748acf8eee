"""`lpkit import`: questions from elsewhere into a pack."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.authoring import append_to_pack, read_pack, taken_ids
from lpkit.cli.running import name_of, plural, say
from lpkit.errors import LpkitError
from lpkit.importing import Draft, Note, plan_import

_FIELDS = ("id", "pool", "difficulty", "stem", "excerpt", "options", "answer", "steps", "hint", "mistakes")


def import_(
    form: Annotated[Literal["csv", "json", "gift"], typer.Argument(metavar="csv|json|gift", help="What FILE is.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")],
    pack: Annotated[Path, typer.Option(metavar="PACK", help="The pack that takes the questions.")],
    column: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=HEADER", help="The column of a field, for csv. Repeatable.")
    ] = None,
    pool: Annotated[
        Literal["practice", "test"], typer.Option(help="The pool of questions that name none.")
    ] = "practice",
    difficulty: Annotated[
        Literal["easy", "medium", "hard"], typer.Option(help="The difficulty of questions that name none.")
    ] = "medium",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report; write nothing.")] = False,
) -> None:
    """Append questions of other formats to a pack.

    csv is a spreadsheet, json our own export, gift what Moodle writes.

    Ids are made once, of the stem, and are permanent from then on. What the pack has already is left out. What could
    not be held is reported; a missing solution or hint becomes a TODO that lpkit check names.

    Examples:

      lpkit import csv questions.csv --pack packs/amazon-lp/ownership/some-pattern.yaml --column stem=Frage

      lpkit import gift moodle.txt --pack packs/amazon-lp/ownership/some-pattern.yaml --pool test
    """
    if column and form != "csv":
        raise LpkitError(f"--column names columns of a table, and {form} has none", "leave it out")
    view, _ = read_pack(pack)
    notes: list[Note] = []
    drafts = list(_read(form, _text(file), column or [], notes))
    present = [placed.value for placed in view.questions]
    plan = plan_import(drafts, present, taken_ids(view), {"pool": pool, "difficulty": difficulty})
    for note in (*notes, *plan.notes):
        say(f"{file}: {note.place}: {note.message}")
    if plan.entries and not dry_run:
        append_to_pack(pack, view, ("questions",), plan.entries)
    verb = "would be added" if dry_run else "added"
    say(f"{name_of(pack)}: {plural(len(plan.entries), 'question')} of {len(drafts)} {verb}")
    if not drafts:
        raise LpkitError(f"{file} holds no question that can be taken", "see the notes above")


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LpkitError(f"{file} is not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise LpkitError(f"cannot read {file}: {error.strerror}", "check the path") from error


def _read(form: str, text: str, column: list[str], notes: list[Note]) -> Iterable[Draft]:
    if form == "json":
        from lpkit.importing.exported import read_exported

        return read_exported(text, notes)
    if form == "gift":
        from lpkit.importing.gift import read_gift

        return read_gift(text, notes)
    from lpkit.importing.table import read_table

    return read_table(text, _columns(column), notes)


def _columns(words: list[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for word in words:
        name, _, header = word.partition("=")
        if name not in _FIELDS or not header:
            raise LpkitError(f'"{word}" names no column', f"write FIELD=HEADER; fields: {', '.join(_FIELDS)}")
        columns[name] = header
    return columns
