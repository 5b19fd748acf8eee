"""A new content repository as files: a library, an example pack, settings for editors, hooks and CI.

Templates stand in `repository/`. `dot_` in a name stands for a leading dot, `LIBRARY` for the id of the library, and
`@@NAME@@` in a text for a value.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from lpkit.corpus import view_library
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.export import Artifact
from lpkit.schema.of_library import SCHEMA_FILE, schema_text
from lpkit.schema.publish import published_schemas
from lpkit.source import decode, one_line

WORKFLOW = ".github/workflows/lpkit.yml"
SOURCE = "LPKIT_SOURCE"
"""The variable of the workflow that says what pip installs lpkit from."""


def repository_files(library: str, title: str, branch: str, requirement: str | None) -> Iterator[Artifact]:
    """Give all files of a new repository.

    `branch` is the main branch; `requirement` is what CI gives to pip to install lpkit, or None where the team has to
    fill that in.
    """
    values = {
        "LIBRARY": library,
        "TITLE": title,
        "QUOTED_TITLE": one_line(title),
        "BRANCH": branch,
        "SOURCE": json.dumps(requirement or "", ensure_ascii=False),
        "ABOUT_SOURCE": "what pip installs lpkit from" if requirement else _TO_FILL_IN,
        "INSTALL": _install_step(requirement),
    }
    filled = list(_filled(files(__package__).joinpath("repository"), "", values))
    yield from filled
    yield from _own_schemas(filled)
    for name, schema in published_schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        yield Artifact(f"schema/{name}", text.encode())


def _own_schemas(written: Iterable[Artifact]) -> Iterator[Artifact]:
    """Give the schema of each library's packs, which they name in their first line."""
    for artifact in written:
        folder, _, name = artifact.path.rpartition("/")
        _, view = view_library(decode(artifact.content, artifact.path)) if name == LIBRARY_FILE else (None, None)
        if view is not None:
            yield Artifact(f"{folder}/{SCHEMA_FILE}", schema_text(view.library).encode())


_TO_FILL_IN = "fill in: what pip is to install lpkit from, a package in a repository with its commit, or a wheel"


def _install_step(requirement: str | None) -> str:
    """Say how an author installs what is needed, in Markdown."""
    hook = "pre-commit && pre-commit install"
    if requirement:
        return f"`pip install '{requirement}' {hook}`"
    return f"install lpkit from where your team has it (`{SOURCE}` in `{WORKFLOW}`), then `pip install {hook}`"


def _filled(folder: Traversable, path: str, values: Mapping[str, str]) -> Iterator[Artifact]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = values["LIBRARY"] if entry.name == "LIBRARY" else entry.name
        name = f".{name.removeprefix('dot_')}" if name.startswith("dot_") else name
        if entry.is_dir():
            yield from _filled(entry, f"{path}{name}/", values)
        else:
            text = entry.read_text(encoding="utf-8")
            for key, value in values.items():
                text = text.replace(f"@@{key}@@", value)
            yield Artifact(path + name, text.encode())
