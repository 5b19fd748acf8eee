"""`lpkit import`: questions from elsewhere into a pack."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import typer

from lpkit.cli.authoring import append_to_pack, read_pack, taken_ids
from lpkit.cli.completing import importer_settings, importer_words, pack_files
from lpkit.cli.imported import Taken, show_taken
from lpkit.cli.imported_pack import NewPack, import_pack
from lpkit.cli.printer import say
from lpkit.cli.running import EXIT_FAULTS, assigned, show_plugins
from lpkit.errors import LpkitError
from lpkit.files import IMPORT_MOST, read_file
from lpkit.importing import (
    Imported,
    Importer,
    Options,
    check_options,
    gives_packs,
    importer_names,
    load_importer,
    plan_import,
)

_FORMS = "What FILE is: csv, gift, moodle-xml and others that --list names, or an importer of your own."
_PRINCIPLE = "Id of the principle of a new pack (page). Default: the one that the file names."
_ID = "Permanent id of a new pack (page). Default: made of its title."
_LEVEL = "Id of the level of a new pack (page). Default: the one that the file names."
_LIBRARY = "Folder of the library of a new pack (page), where there are several."
_COLUMN = 'The column of a field, as "option 1=answer_a"; the same as --set column=… Repeatable.'
_KEYS = "How the keys of a table are read: 0, 1, letters, text, names, apart or marks; the same as --set keys-from=…"
_ENCODING = "The encoding of a file that is not UTF-8, as cp1252; the same as --set encoding=…"


def import_(
    form: Annotated[str | None, typer.Argument(metavar="FORMAT", autocompletion=importer_words, help=_FORMS)] = None,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="The file to read.")] = None,
    pack: Annotated[
        Path | None,
        typer.Option(
            metavar="PACK",
            autocompletion=pack_files,
            help="The pack that takes the questions; needed but with --list, and for page.",
        ),
    ] = None,
    principle: Annotated[str | None, typer.Option(help=_PRINCIPLE)] = None,
    own_id: Annotated[str | None, typer.Option("--id", help=_ID)] = None,
    level: Annotated[str | None, typer.Option(help=_LEVEL)] = None,
    library: Annotated[Path | None, typer.Option(metavar="DIR", help=_LIBRARY)] = None,
    column: Annotated[list[str] | None, typer.Option(metavar="FIELD=HEADER", help=_COLUMN)] = None,
    keys_from: Annotated[str | None, typer.Option(metavar="READING", help=_KEYS)] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help=_ENCODING)] = None,
    pool: Annotated[
        Literal["practice", "test"], typer.Option(help="The pool of questions that name none.")
    ] = "practice",
    difficulty: Annotated[
        Literal["easy", "medium", "hard"], typer.Option(help="The difficulty of questions that name none.")
    ] = "medium",
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            autocompletion=importer_settings,
            help="A setting of the importer; --list shows them. Repeatable.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing: show how FILE is read, three questions, what is lost.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Give what was read, and all questions, as JSON.")] = False,
    list_all: Annotated[bool, typer.Option("--list", help="List the installed importers.")] = False,
) -> None:
    """Add questions of other formats to a pack, or make one of a page.

    csv is a spreadsheet saved as CSV, sheet a workbook, json our own export, gift and moodle-xml what Moodle writes;
    --list says more of each. Only multiple-choice questions with one key are taken, the others counted and named.

    Ids are made once, of the stem, and are permanent from then on. What the pack has already is left out. What could
    not be held is reported; a missing solution becomes a TODO that lpkit check names. Which column of a table is what,
    and how its keys are read, is decided from all rows and printed; what can be read in two ways is refused, with the
    option that settles it.

    page makes a whole pack, a draft, of a saved page: prompt, candidates, points, markers, rewrites, advice, questions.
    What the page does not say is TODO, what found no place is listed.

    Examples:

      lpkit import csv questions.csv --pack packs/amazon-lp/ownership/some-pattern.yaml --dry-run

      lpkit import csv questions.csv --pack packs/amazon-lp/ownership/some-pattern.yaml --keys-from 0

      lpkit import csv quiz.csv --pack packs/amazon-lp/ownership/some-pattern.yaml --column "stem=What we ask"

      lpkit import sheet quiz.xlsx --pack packs/amazon-lp/ownership/some-pattern.yaml --set "sheet=Week 2"

      lpkit import gift moodle.txt --pack packs/amazon-lp/ownership/some-pattern.yaml --pool test

      lpkit import page saved-page.html --principle ownership --dry-run
    """
    if list_all:
        show_plugins(map(load_importer, importer_names()))
        return
    importer = load_importer(form) if form is not None else None
    whole = importer is not None and gives_packs(importer)
    if importer is None or file is None or (pack is None and not whole):
        raise LpkitError("no format, no file or no pack is named", "write: lpkit import FORMAT FILE --pack PACK")
    short = {"column": column or [], "keys-from": _said(keys_from), "encoding": _said(encoding)}
    options = _options(importer, assignments or [], short)
    defaults = {"pool": pool, "difficulty": difficulty}
    new = NewPack(principle, own_id, level, library)
    if whole:
        if pack is not None:
            raise LpkitError(f"{importer.name} makes a pack of its own", "leave --pack out")
        import_pack(
            read_import(importer, file, read_file(file, IMPORT_MOST), options), file, new, defaults, dry_run, as_json
        )
    elif pack is not None:
        if new != NewPack():
            raise LpkitError(f"{importer.name} makes no new pack", "leave --principle, --id, --level and --library out")
        _import(importer, file, pack, options, defaults, dry_run, as_json)


def _said(value: str | None) -> list[str]:
    return [] if value is None else [value]


def _import(
    importer: Importer,
    file: Path,
    pack: Path,
    options: Options,
    defaults: Mapping[str, str],
    dry_run: bool,
    as_json: bool,
) -> None:
    view, _ = read_pack(pack)
    content = read_file(file, IMPORT_MOST)
    imported = read_import(importer, file, content, options)
    likely = None if imported.drafts else _likely(importer, file, content)
    if likely:
        raise LpkitError(f"{file} holds no question that can be taken", likely)
    present = [placed.value for placed in view.questions]
    plan = plan_import(imported.drafts, present, taken_ids(view), defaults, view.language)
    if plan.entries and not dry_run:
        append_to_pack(pack, view, ("questions",), plan.entries)
    show_taken(Taken(file, pack, imported, plan, dry_run), as_json)
    if not plan.whole:
        say(f"lpkit: {file} holds no question that can be taken (see the notes above)")
        raise typer.Exit(EXIT_FAULTS)


def _options(importer: Importer, assignments: list[str], short: dict[str, list[str]]) -> Options:
    """Join the short options with those of `--set`.

    Raises LpkitError where the importer does not know one.
    """
    options = {name: [*values] for name, values in short.items() if values}
    for name in options:
        if name not in importer.settings:
            raise LpkitError(f"--{name} is for tables, and {importer.name} has none", "leave it out")
    for name, value in assigned(assignments):
        options.setdefault(name, []).append(value)
    check_options(importer, options)
    return options


def read_import(importer: Importer, file: Path, content: bytes, options: Options) -> Imported:
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
