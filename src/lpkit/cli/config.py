"""`lpkit config`: the settings in force, and where each comes from."""

import json
from dataclasses import fields
from typing import Annotated

import typer

from lpkit.cli.printer import show, show_json
from lpkit.cli.running import settings


def config(as_json: Annotated[bool, typer.Option("--json", help="Give the settings as JSON.")] = False) -> None:
    """Show the settings that hold in this folder.

    For each, the settings file that gives it is named, or that it is the default.

    Example:

      lpkit config
    """
    found = settings()
    entries = {
        field.name.replace("_", "-"): {
            "value": list(value) if isinstance(value := getattr(found, field.name), tuple) else value,
            "from": str(found.file) if field.name in found.given else "default",
        }
        for field in fields(found)
        if field.metadata.get("setting", True)
    }
    if as_json:
        show_json(entries)
        return
    width = max(map(len, entries))
    for name, entry in entries.items():
        show(f"{name:<{width}}  {json.dumps(entry['value'], ensure_ascii=False)}  ({entry['from']})")
