"""`lpkit import`: questions from elsewhere into a pack."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.authoring import append_to_pack, read_pack, taken_ids
from lpkit.cli.printer import say
from lpkit.cli.running import assigned, name_of, plural, show_plugins
from lpkit.errors import LpkitError
from lpkit.files import IMPORT_MOST, read_file
from lpkit.importing import Imported, Importer, Options, check_options, importer_names, load_importer, plan_import


def import_(
    form: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="What FILE is: csv, json, gift or an importer of your own.")
    ] = None,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="The file to read.")] = None,
    pack: Annotated[
        Path | None, typer.Option(metavar="PACK", help="The pack that takes the questions; needed but with --list.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=HEADER", help="The column of a field, for csv; the same as --set column=… Repeatable."
        ),
    ] = None,
    pool: Annotated[
        Literal["practice", "test"], typer.Option(help="The pool of questions that name none.")
    ] = "practice",
    difficulty: Annotated[
        Literal["easy", "medium", "hard"], typer.Option(help="The difficulty of questions that name none.")
    ] = "medium",
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A setting of the importer; --list shows them. Repeatable."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only report; write nothing.")] = False,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed importers.")] = False,
) -> None:
    """Append questions of other formats to a pack.

    csv is a spreadsheet, json our own export, gift what Moodle writes.

    Ids are made once, of the stem, and are permanent from then on. What the pack has already is left out. What could
    not be held is reported; a missing solution becomes a TODO that lpkit check names.

    Examples:

      lpkit import csv questions.csv --pack packs/amazon-lp/ownership/some-pattern.yaml --column stem=Frage

      lpkit import gift moodle.txt --pack packs/amazon-lp/ownership/some-pattern.yaml --pool test
    """
    if list_all:
        show_plugins(map(load_importer, importer_names()))
        return
    if form is None or file is None or pack is None:
        raise LpkitError("no format, no file or no pack is named", "write: lpkit import FORMAT FILE --pack PACK")
    importer = load_importer(form)
    if column and "column" not in importer.settings:
        raise LpkitError(f"--column names columns of a table, and {form} has none", "leave it out")
    options = _options(assignments or [], column or [])
    check_options(importer, options)
    view, _ = read_pack(pack)
    content = read_file(file, IMPORT_MOST)
    imported = _read(importer, file, content, options)
    present = [placed.value for placed in view.questions]
    defaults = {"pool": pool, "difficulty": difficulty}
    plan = plan_import(imported.drafts, present, taken_ids(view), defaults, view.language)
    for note in (*imported.notes, *plan.notes):
        say(f"{file}: {note.place}: {note.message}")
    if plan.entries and not dry_run:
        append_to_pack(pack, view, ("questions",), plan.entries)
    verb = "would be added" if dry_run else "added"
    say(f"{name_of(pack)}: {plural(len(plan.entries), 'question')} of {len(imported.drafts)} {verb}")
    if not imported.drafts:
        hint = _likely(importer, file, content) or "see the notes above"
        raise LpkitError(f"{file} holds no question that can be taken", hint)


def _options(assignments: list[str], columns: list[str]) -> Options:
    options: dict[str, list[str]] = {"column": columns} if columns else {}
    for name, value in assigned(assignments):
        options.setdefault(name, []).append(value)
    return options


def _read(importer: Importer, file: Path, content: bytes, options: Options) -> Imported:
    """Read a file, and say which format it looks like where it is not of this one."""
    try:
        return importer.read(content, options)
    except LpkitError as error:
        raise LpkitError(error.message, _likely(importer, file, content) or error.hint) from error


def _likely(importer: Importer, file: Path, content: bytes) -> str | None:
    """Name the other formats that a file looks like; nothing where it looks like the one that was asked for."""
    if importer.recognises(file.name, content):
        return None
    found = [name for name in importer_names() if load_importer(name).recognises(file.name, content)]
    return f"it looks like {' or '.join(found)}: lpkit import {found[0]} …" if found else None
