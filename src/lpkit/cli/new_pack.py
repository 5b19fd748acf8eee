"""What commands that write a new pack share: its library, its file, and names that the library knows."""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lpkit.authoring import yaml_block
from lpkit.cli.editing import require_utf8
from lpkit.cli.naming import name_of
from lpkit.cli.running import find_files, settings
from lpkit.errors import LpkitError
from lpkit.formatting import format_source
from lpkit.formatting.modeline import modeline, own_schema
from lpkit.model.types import ID_PATTERN
from lpkit.source import decode
from lpkit.writing import write_file

_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")


def require_id(name: str) -> None:
    """Refuse what cannot be an id, with an LpkitError."""
    if not re.match(ID_PATTERN, name):
        raise LpkitError(f'"{name}" cannot be an id', "use lower-case letters and digits, joined by single hyphens")


def require_file_id(name: str) -> None:
    """Refuse what cannot be the id of a pack, whose file is called so, with an LpkitError.

    Who has Windows could not even clone a repository with a file `con.yaml`.
    """
    require_id(name)
    if _DEVICES.fullmatch(name):
        raise LpkitError(f'no file can be called "{name}" on Windows', "choose another id")


def known(what: str, name: str | None, names: list[str]) -> str:
    """Give a name that is known, or the first one where none is given.

    Raises LpkitError with the nearest name where it is not.
    """
    if name is None and names:
        return names[0]
    if name is None or name not in names:
        close = get_close_matches(name or "", names, 1)
        raise LpkitError(
            f"there is no {what} {name}", f"did you mean {close[0]}?" if close else f"known: {', '.join(names)}"
        )
    return name


def library_file(folder: Path | None) -> Path:
    """Find the library to write to: the named one, or the only one of the settings.

    Raises LpkitError where there is none, or several.
    """
    found = [file for file in find_files([folder] if folder else []).packs if file is not None]
    if len(found) != 1:
        if not found:
            hint = "begin one with lpkit init, or name its folder with --library"
            raise LpkitError("there is no library.yaml among the packs here", hint)
        names = ", ".join(name_of(file.parent) for file in found)
        raise LpkitError(f"{len(found)} libraries are here: {names}", "name one with --library")
    return found[0]


def new_pack_file(library: Path, principle: str, name: str) -> Path:
    """Give the file of a pack to be written: in the folder of its principle, named by its id.

    Raises LpkitError where another file has the id.
    """
    for other in find_files([library.parent]).asked:
        if other.stem == name:
            raise LpkitError(f"the id {name} is taken: {name_of(other)}", "choose another id")
    target = library.parent / principle / f"{name}.yaml"
    if os.path.lexists(target):
        raise LpkitError(f"{name_of(target)} is there already", "choose another id")
    return target


def write_pack(library: Path, target: Path, data: Mapping[str, Any]) -> None:
    """Write a new pack, with the address of its schema at the head.

    Raises LpkitError where a text is not UTF-8, or the system refuses.
    """
    require_utf8(data)
    write_file(target, pack_text(library, target, data).encode())


def pack_text(library: Path, target: Path, data: Mapping[str, Any]) -> str:
    """Give the text of a new pack, as `lpkit fmt` leaves it."""
    text = f"{modeline(target, _schema(library, target))}\n{yaml_block(data)}"
    return format_source(decode(text.encode(), name_of(target))) or text


def _schema(library: Path, target: Path) -> Path:
    """Give the schema of a new pack: the library's own, or that in the nearest `schema` folder above the library."""
    if own := own_schema(target):
        return own
    root = next(
        (here for here in library.parents if (here / "schema/pack.schema.json").is_file()), settings([library]).root
    )
    return root / "schema/pack.schema.json"
