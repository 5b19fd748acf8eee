"""What an earlier run, another settings file or a link leaves behind, and that it changes nothing."""

import json
import subprocess
from pathlib import Path

import pytest

from lpkit.checking.memory import Memory
from lpkit.checking.run import check
from lpkit.checking.selection import select_rules
from lpkit.corpus import discover
from lpkit.export import Artifact
from lpkit.rules import all_rules
from lpkit.scaffold.versioning import put_under_git
from lpkit.schema.house import load_house_schemas
from lpkit.writing import write_folder
from project import write_sample


def test_a_folder_left_by_a_swap_that_was_cut_off_blocks_no_export(tmp_path: Path) -> None:
    target, left = tmp_path / "html", tmp_path / ".html.old"
    write_folder(target, [Artifact("index.html", b"one")])
    (left / "pages").mkdir(parents=True)
    (left / "pages" / "a.html").write_bytes(b"of the swap before")
    assert write_folder(target, [Artifact("index.html", b"two")]) == 1
    assert (target / "index.html").read_bytes() == b"two"
    assert [file.name for file in tmp_path.iterdir()] == ["html"]


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
    memory, rules = Memory(), select_rules(all_rules(), ("LP015",), ())
    listing = discover([tmp_path / "packs"], [], tmp_path, tmp_path)
    found = []
    for longest in (200, 3, 200):
        file = tmp_path / "house.schema.json"
        file.write_text(json.dumps({"properties": {"title": {"maxLength": longest}}}), encoding="utf-8")
        house = load_house_schemas([file])
        report = check(listing, rules, str, house=house, read=memory.read, examine=memory.examine).report
        found.append([(entry.code, entry.pointer) for entry in report.diagnostics])
    assert found == [[], [("LP015", "/title")], []]
