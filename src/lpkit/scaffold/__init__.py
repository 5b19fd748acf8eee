"""A new content repository as files: a library, an example pack, settings for editors, hooks and CI.

Templates stand in `repository/`, those for each kind of continuous integration in `ci/`. `dot_` in a name stands for a
leading dot, `LIBRARY` for the id of the library, and `@@NAME@@` in a text for a value.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from lpkit.corpus import view_library
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.export import Artifact
from lpkit.scaffold.versioning import DRIVER_STEP
from lpkit.schema.of_library import SCHEMA_FILE, schema_text
from lpkit.schema.publish import published_schemas
from lpkit.source import decode, one_line

SOURCE = "LPKIT_SOURCE"
"""The variable in the file for continuous integration that says what pip installs lpkit from."""
NONE = "none"
"""The kind of continuous integration that is none."""


class Integration(NamedTuple):
    """A kind of continuous integration: the file that it reads, and what that does."""

    file: str
    does: str


INTEGRATIONS = {
    "github": Integration(
        ".github/workflows/lpkit.yml", "checks every pull request, says what changed, builds the site"
    ),
    "gitlab": Integration(".gitlab-ci.yml", "checks every merge request, says what changed, builds the site"),
    "azure": Integration("azure-pipelines.yml", "checks every pull request, says what changed, builds the site"),
    "shell": Integration("ci.sh", "for any server: checks, says what changed since a commit, builds the site"),
}

READ_AT_THE_TOP = ("github", "gitlab")
"""Those whose server reads the file at the top of a repository only; below, it would check nothing in silence."""


def repository_files(library: str, title: str, branch: str, requirement: str | None, ci: str) -> Iterator[Artifact]:
    """Give all files of a new repository.

    `branch` is the main branch; `requirement` is what CI gives to pip to install lpkit, or None where the team has to
    fill that in; `ci` names one of INTEGRATIONS, or none.
    """
    integration = INTEGRATIONS.get(ci)
    values = {
        "LIBRARY": library,
        "TITLE": title,
        "QUOTED_TITLE": one_line(title),
        "BRANCH": branch,
        "SOURCE": json.dumps(requirement or "", ensure_ascii=False),
        "PLAIN_SOURCE": requirement or "",
        "ABOUT_SOURCE": "what pip installs lpkit from" if requirement else _TO_FILL_IN,
        "INSTALL": _install_step(requirement, integration),
        "DRIVER_STEP": DRIVER_STEP,
        "INTEGRATION": f"| `{integration.file}` | {integration.does} |\n" if integration else "",
    }
    filled = list(_filled(files(__package__).joinpath("repository"), "", values))
    yield from filled
    yield from _own_schemas(filled)
    if integration:
        yield from _filled(files(__package__).joinpath("ci", ci), "", values)
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


def _install_step(requirement: str | None, integration: Integration | None) -> str:
    """Say how an author installs what is needed, in Markdown."""
    hook = "pre-commit && pre-commit install"
    if requirement:
        return f"`pip install '{requirement}' {hook}`"
    told = f" (`{SOURCE}` in `{integration.file}`)" if integration else ""
    return f"install lpkit from where your team has it{told}, then `pip install {hook}`"


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
