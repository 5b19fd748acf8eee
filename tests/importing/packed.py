"""A case as the bytes of a file: a folder is packed as an archive first, YAML is made a package of Anki."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from importing.anki_files import package


def packed(path: Path, instead: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Give the bytes of a case; where the path is a folder, those of an archive, some members with another content."""
    if path.suffix == ".yaml":
        return package(path.read_bytes())
    if path.is_file():
        return path.read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path.rglob("*")):
            if file.is_file():
                name = file.relative_to(path).as_posix()
                archive.writestr(name, instead.get(name) or file.read_bytes())
    return made.getvalue()
