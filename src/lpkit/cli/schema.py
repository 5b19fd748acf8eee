"""`lpkit schema`: the JSON Schemas of files that lpkit reads and writes."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from lpkit.cli.all_schemas import all_schemas
from lpkit.cli.completing import schema_words
from lpkit.cli.own_schema import write_own_schemas
from lpkit.cli.printer import say, show_document
from lpkit.errors import LpkitError
from lpkit.printable import json_text
from lpkit.writing import write_file


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            autocompletion=schema_words,
            help="pack, library, diagnostics, or an exporter's, such as export-pack; or see --library.",
        ),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write all schemas into the folder of --output.")] = False,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write.")] = Path("schema"),
    library: Annotated[
        bool,
        typer.Option(
            "--library", help="Write the schema of each library's packs, with its ids, beside its library.yaml."
        ),
    ] = False,
    existing: Annotated[
        bool,
        typer.Option(
            "--existing",
            help="Only schemas that are there. With --library: only where there is one, and leave packs alone.",
        ),
    ] = False,
) -> None:
    """Show a JSON Schema, or write all of them.

    With --library, NAME is the folder of a library; without it, all libraries of the settings are meant. Their
    pack.schema.json lets every editor with yaml-language-server complete principles, levels, verdicts, markers and
    dimensions with their titles. Packs whose first line names the general schema name that one instead.

    Examples:

      lpkit schema pack

      lpkit schema --write

      lpkit schema --write --existing

      lpkit schema --library
    """
    if library:
        if write or output != Path("schema"):
            raise LpkitError("--library writes beside library.yaml", "leave --write and --output out")
        write_own_schemas([Path(name)] if name else [], existing)
        return
    if existing and not write:
        raise LpkitError("--existing goes with --write or --library", "leave it out, or write one of them too")
    if write and name:
        raise LpkitError("--write writes all schemas", "leave the name out, or leave --write out to show one")
    if not write and output != Path("schema"):
        raise LpkitError("--output goes with --write", "write --write too, or leave it out to show one")
    schemas = all_schemas()
    names = [file.removesuffix(".schema.json") for file in schemas]
    if write:
        wanted = [file for file in schemas if not existing or (output / file).is_file()]
        for file in wanted:
            write_file(output / file, _text(schemas[file]).encode())
        say(f"{len(wanted)} schema{'s' if len(wanted) != 1 else ''} in {output}")
    elif name in names:
        show_document(_text(schemas[f"{name}.schema.json"]))
    else:
        close = get_close_matches(name or "", names, 1)
        hint = f"did you mean {close[0]}?" if close else f"schemas: {', '.join(names)}"
        raise LpkitError(f'no schema is called "{name}"' if name else "no schema is named", hint)


def _text(content: Mapping[str, Any]) -> str:
    return json_text(content) + "\n"
