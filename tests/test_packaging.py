"""What is shipped: entry points, the content of the wheel, and no host names."""

import re
import subprocess
import tomllib
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


PLUGINS = PROJECT["project"]["entry-points"]

SHARED = {"bundle", "catalogue", "items", "qti12"}
"""Folders beside the exporters that several of them stand on."""


@pytest.mark.parametrize("group", ["lpkit.exporters", "lpkit.importers"])
def test_installed_entry_points_are_those_of_the_project(group: str) -> None:
    installed = {entry.name: entry.value for entry in entry_points(group=group)}
    assert PLUGINS[group].items() <= installed.items(), "run pip install -e . again"


def test_every_exporter_and_importer_is_declared() -> None:
    folders = {file.parent.name for file in (ROOT / "exporters/lpkit_exporters").glob("*/__init__.py")}
    assert folders - SHARED == set(PLUGINS["lpkit.exporters"])
    modules = {file.stem.replace("_", "-") for file in (ROOT / "importers/lpkit_importers").glob("[a-z]*.py")}
    assert modules == set(PLUGINS["lpkit.importers"])


def test_wheel_holds_code_schemas_and_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in (ROOT / "schema").glob("*.json"):
        assert f"lpkit/_schema/{file.name}" in names
    for folder, target in (("src", "lpkit"), ("exporters", "lpkit_exporters"), ("importers", "lpkit_importers")):
        source = ROOT / folder / target
        for file in source.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"{target}/{file.relative_to(source).as_posix()}" in names
    tops = {name.partition("/")[0] for name in names}
    assert tops - {"lpkit", "lpkit_exporters", "lpkit_importers"} == {
        f"{PROJECT['project']['name'].replace('-', '_')}-{PROJECT['project']['version']}.dist-info"
    }


def test_version_is_the_same_everywhere() -> None:
    from lpkit import __version__

    assert __version__ == PROJECT["project"]["version"]
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_all_name_the_distribution_as_the_project_does() -> None:
    name = PROJECT["project"]["name"]
    beside = tomllib.loads((ROOT / "tests/third_party/pyproject.toml").read_text(encoding="utf-8"))
    needed = [*beside["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    assert [entry for entry in needed if entry.startswith("lpkit")] == [name, f"{name}[decks,judge,lsp,serve,sheets]"]
    code = [file for folder in ("src", "exporters", "importers") for file in (ROOT / folder).rglob("*.py")]
    assert [file for file in code if name in file.read_text(encoding="utf-8")] == [], "code asks the metadata"


def test_no_lock_file_names_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    locks = [name for name in listed if re.search(r"(^|/)(.*\.lock|package-lock\.json|requirements.*\.txt)$", name)]
    assert [name for name in locks if "http" in (ROOT / name).read_text(encoding="utf-8")] == []
