"""`lpkit schema`: the JSON Schemas of files that lpkit reads and writes."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from lpkit.cli.printer import say, show_document
from lpkit.errors import LpkitError
from lpkit.export import exporter_names, load_exporter
from lpkit.printable import json_text
from lpkit.writing import write_file


def all_schemas() -> dict[str, Mapping[str, Any]]:
    """Give all schemas by file name: the format's, the report's, and those of the installed exporters."""
    from lpkit.report._json_types import report_schema
    from lpkit.schema.publish import published_schemas

    schemas: dict[str, Mapping[str, Any]] = {**published_schemas(), "diagnostics.schema.json": report_schema()}
    for name in exporter_names():
        schemas.update(load_exporter(name).schemas)
    return dict(sorted(schemas.items()))


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="pack, library, diagnostics, or an exporter's, such as export-pack."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write all schemas into the folder of --output.")] = False,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write.")] = Path("schema"),
) -> None:
    """Show a JSON Schema, or write all of them.

    Examples:

      lpkit schema pack

      lpkit schema --write
    """
    if write and name:
        raise LpkitError("--write writes all schemas", "leave the name out, or leave --write out to show one")
    schemas = all_schemas()
    names = [file.removesuffix(".schema.json") for file in schemas]
    if write:
        for file, content in schemas.items():
            write_file(output / file, _text(content).encode())
        say(f"{len(schemas)} schemas in {output}")
    elif name in names:
        show_document(_text(schemas[f"{name}.schema.json"]))
    else:
        close = get_close_matches(name or "", names, 1)
        hint = f"did you mean {close[0]}?" if close else f"schemas: {', '.join(names)}"
        raise LpkitError(f'no schema is called "{name}"' if name else "no schema is named", hint)


def _text(content: Mapping[str, Any]) -> str:
    return json_text(content) + "\n"
