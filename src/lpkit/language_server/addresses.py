"""Addresses of files: an editor is answered with the one that it gave a file, however it writes drives and signs."""

import os
from pathlib import Path

from pygls.uris import to_fs_path

_GIVEN: dict[Path, str] = {}
"""Of files that were opened: one process serves one editor, which hears of a file after it was closed too."""


def path_of(uri: str) -> Path | None:
    """Give the file of an address; None where it names none that this machine could have."""
    try:
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if not path or b"\0" in os.fsencode(path):
            return None
    except ValueError:
        # A host in a bracket that does not close, or half a character.
        return None
    file = Path(os.path.normpath(path))
    return file if file.is_absolute() else None


def opened(uri: str) -> Path | None:
    """Give the file of an address, which is the file's own from now on."""
    file = path_of(uri)
    if file is not None:
        _GIVEN[file] = uri
    return file


def uri_of(file: Path) -> str:
    """Give the address of a file: that of the editor, where it has opened it.

    `file:///C:/packs/a.yaml` and `file:///c%3A/packs/a.yaml` are one file, and many editors look for their own.
    """
    return _GIVEN.get(file) or file.as_uri()
