"""What an earlier run, another settings file or a link leaves behind, and that it changes nothing."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from lpkit.checking.memory import Memory
from lpkit.scaffold.versioning import put_under_git
from lpkit.schema.house import load_house_schemas
from project import project_at, write_sample


@pytest.mark.parametrize("linked", [False, True], ids=["the folder", "a link to it"])
def test_a_repository_that_is_there_is_recognised(tmp_path: Path, linked: bool) -> None:
    folder = tmp_path / "content"
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    named = tmp_path / "link" if linked else folder
    if linked:
        named.symlink_to(folder)
    done, left = put_under_git(named, "main")
    assert done == "the git repository was there already"
    assert left == "pip install pre-commit && pre-commit install"
    (folder / "part").mkdir()
    done, left = put_under_git(named / "part", "main")
    assert (done.startswith("part of the git repository"), left) == (True, None)


def test_another_house_schema_holds_for_files_that_did_not_change(tmp_path: Path) -> None:
    """A server remembers what a check gave; the schema is not part of the pack that it remembers."""
    write_sample(tmp_path)
    project = replace(project_at(tmp_path, tmp_path / "packs", select=("LP015",)), memory=Memory())
    found = []
    for longest in (200, 3, 200):
        file = tmp_path / "house.schema.json"
        file.write_text(json.dumps({"properties": {"title": {"maxLength": longest}}}), encoding="utf-8")
        report = replace(project, house=tuple(load_house_schemas([file]))).check().report
        found.append([(entry.code, entry.pointer) for entry in report.diagnostics])
    assert found == [[], [("LP015", "/title")], []]
