"""The line that tells editors which schema a file fits."""

import os
from pathlib import Path

from lpkit.witness import is_there


def modeline_of(file: Path, root: Path) -> str | None:
    """Give that line for a file; None where its project has no schemas in the folder `schema` of its root."""
    kind = "library" if file.name == "library.yaml" else "pack"
    schema = root / "schema" / f"{kind}.schema.json"
    if not (is_there(schema) and schema.is_file()):
        return None
    return f"# yaml-language-server: $schema={Path(os.path.relpath(schema, file.resolve().parent)).as_posix()}"
