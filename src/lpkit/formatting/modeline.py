"""The line that tells editors which schema a file fits."""

from pathlib import Path

from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.files import way_to
from lpkit.schema.of_library import SCHEMA_FILE, is_own
from lpkit.witness import is_there, real_path


def modeline_of(file: Path, root: Path) -> str | None:
    """Give that line for a file: that of its library's own schema, or of the folder `schema` of its project's root.

    None where there is neither.
    """
    kind = "library" if file.name == LIBRARY_FILE else "pack"
    schema = root / "schema" / f"{kind}.schema.json"
    found = (own_schema(file) if kind == "pack" else None) or (
        schema if is_there(schema) and schema.is_file() else None
    )
    return modeline(file, found) if found else None


def modeline(file: Path, schema: Path) -> str:
    """Give the line by which a file names a schema."""
    return f"# yaml-language-server: $schema={way_to(schema, real_path(file).parent)}"


def own_schema(file: Path) -> Path | None:
    """Give the schema that lpkit wrote for the library of a pack; None where there is none, or another one there."""
    library = next((folder for folder in real_path(file).parents if is_there(folder / LIBRARY_FILE)), None)
    schema = library / SCHEMA_FILE if library else None
    return schema if schema and is_own(schema) else None
