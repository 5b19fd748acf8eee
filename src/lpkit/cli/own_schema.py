"""`lpkit schema --library`: the schema of a library's own packs, and the packs that name it."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lpkit.checking.places import places
from lpkit.cli.editing import write_texts
from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.running import Choice, plural
from lpkit.corpus import view_library
from lpkit.errors import LpkitError
from lpkit.formatting.modeline import modeline
from lpkit.model import Library
from lpkit.schema.of_library import SCHEMA_FILE, in_step, is_own, schema_text
from lpkit.source import read_source, read_text
from lpkit.witness import note_kind
from lpkit.writing import write_file

_GENERAL = re.compile(
    r"^# yaml-language-server: \$schema=(?:\S*/)?schema/pack\.schema\.json[ \t]*(?=\r?$)", re.MULTILINE
)
"""The line by which a pack names the schema that is the same for all libraries."""


def write_own_schemas(paths: Sequence[Path], existing: bool) -> None:
    """Write the schema of each library below some paths, or of those of the settings, where it is another one.

    With `existing`, only where there is one, and no pack is touched. Raises LpkitError where there is no library, one
    is not well-formed, or a file of that name is somebody else's.
    """
    found = {
        library: files
        for place in places(paths, Choice().of)
        for library, files in place.listing().packs.items()
        if library
    }
    if not found:
        raise LpkitError("there is no library to write a schema for", "name a folder that holds a library.yaml")
    for library, files in sorted(found.items()):
        if not existing or is_there(library.with_name(SCHEMA_FILE)):
            said = write_own_schema(library)
            pointed = 0 if existing else _point(files, library.with_name(SCHEMA_FILE))
            say(f"{said}; {plural(pointed, 'pack')} named another and name it now" if pointed else said)


def write_own_schema(library_file: Path) -> str:
    """Write the schema of a library where it is another one, and say whether it was.

    Raises LpkitError where the library is not well-formed, or the file is somebody else's.
    """
    library = _sound(library_file)
    file = library_file.with_name(SCHEMA_FILE)
    if is_there(file):
        if not is_own(file):
            raise LpkitError(f"{name_of(file)} is there already, and lpkit did not write it", "give it another name")
        if in_step(read_text(file, name_of(file)).text, library):
            return f"{name_of(file)} is up to date"
    write_file(file, schema_text(library).encode())
    return f"{name_of(file)} is written"


def is_there(file: Path) -> bool:
    """Tell whether there is such a file, be it a link that leads nowhere."""
    note_kind(file)
    return file.exists() or file.is_symlink()


def _sound(file: Path) -> Library:
    _, view = view_library(read_source(file, name_of(file)))
    if view is None or not view.sound:
        raise LpkitError(f"{name_of(file)} is not well-formed", "lpkit check says what to mend")
    return view.library


def _point(files: Iterable[Path], schema: Path) -> int:
    """Let packs that name the general schema name the library's own; give how many did."""
    texts = {}
    for file in files:
        source = read_source(file, name_of(file))
        general = None if source.flaws else _GENERAL.search(source.text)
        if general:
            start, end = general.span()
            texts[source.name] = source.text[:start] + modeline(file, schema) + source.text[end:]
    write_texts(texts)
    return len(texts)
