"""The settings nearest above a pack count for it, and a report is the same, wherever lpkit is started."""

import json
import subprocess
from pathlib import Path

import pytest

from project import PACK, Run, write_sample

HOUSE = 'schemas = ["house.json"]\n'


def _project(folder: Path, settings: str, library: str = "sample") -> Path:
    """Write the sample with settings of its own and a house schema that it does not fit; give its pack."""
    pack = write_sample(folder)
    (folder / "lpkit.toml").write_text(settings, encoding="utf-8")
    (folder / "house.json").write_text('{"required": ["tags"]}', encoding="utf-8")
    file = folder / "packs/library.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: sample", f"id: {library}", 1), encoding="utf-8")
    return pack


def _found(lpkit: Run, *arguments: str, cwd: Path) -> list[tuple[str, str]]:
    report = json.loads(lpkit("check", *arguments, "-f", "json", cwd=cwd).stdout)
    return [(entry["path"], entry["code"]) for entry in report["diagnostics"]]


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    """Give a repository with two teams: one has a house schema, the other one lets a wrong total pass."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    _project(tmp_path / "teams/a", HOUSE, "one")
    other = _project(tmp_path / "teams/b", 'ignore = ["LP204"]\n', "two")
    other.write_text(other.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    return tmp_path


FAULT = (f"teams/a/packs/{PACK}", "LP015")


@pytest.mark.parametrize(
    ("here", "paths"),
    [
        (".", ()),
        (".", (".",)),
        (".", ("teams",)),
        (".", ("teams/a", "teams/b")),
        (".", (f"teams/a/packs/{PACK}", f"teams/b/packs/{PACK}")),
        ("teams", ()),
        ("teams/a", ()),
        ("teams/a", ("packs", "../b")),
        ("teams/a/packs/ownership", (".", "../../../b/packs")),
        ("teams/b", ("../a", ".")),
    ],
)
def test_each_pack_is_checked_by_its_own_settings(teams: Path, lpkit: Run, here: str, paths: tuple[str, ...]) -> None:
    assert _found(lpkit, *paths, cwd=teams / here) == [FAULT]


def test_settings_between_those_of_the_folder_and_the_packs(teams: Path, lpkit: Run) -> None:
    (teams / "lpkit.toml").write_text('packs = ["teams"]\nignore = ["LP015"]\n', encoding="utf-8")
    assert _found(lpkit, cwd=teams) == [FAULT]
    (teams / "lpkit.toml").write_text('packs = ["teams"]\nexclude = ["teams/a"]\n', encoding="utf-8")
    assert _found(lpkit, cwd=teams) == []


def test_the_strictest_settings_fail_a_run(teams: Path, lpkit: Run) -> None:
    (teams / "teams/a/lpkit.toml").write_text("", encoding="utf-8")
    pack = teams / f"teams/a/packs/{PACK}"
    pack.write_text(pack.read_text(encoding="utf-8").replace("above: 40", "above: 10"), encoding="utf-8")
    assert lpkit("check", cwd=teams).returncode == 0
    (teams / "teams/a/lpkit.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    assert lpkit("check", cwd=teams).returncode == 1
    assert lpkit("check", "--fail-on", "error", cwd=teams).returncode == 0


def test_options_stand_above_all_settings(teams: Path, lpkit: Run) -> None:
    assert _found(lpkit, "--ignore", "LP015", cwd=teams) == [(f"teams/b/packs/{PACK}", "LP204")]


def test_fix_and_fmt_follow_the_settings_of_each(teams: Path, lpkit: Run) -> None:
    for team in "ab":
        pack = teams / f"teams/{team}/packs/{PACK}"
        text = pack.read_text(encoding="utf-8").replace("total: 20", "total: 19").replace("title:", "titel:", 1)
        pack.write_text(text.replace("format: 1", "format:   1"), encoding="utf-8")
    result = lpkit("fix", "teams", cwd=teams)
    assert (result.returncode, "2 faults fixed in 2 files" in result.stderr) == (0, True), result.stderr
    (teams / "teams/b/lpkit.toml").write_text('exclude = ["packs"]\n', encoding="utf-8")
    result = lpkit("fmt", "--force-exclude", f"a/packs/{PACK}", f"b/packs/{PACK}", cwd=teams / "teams")
    assert (result.returncode, result.stderr) == (0, "1 file formatted, 0 left alone\n")


def test_lock_takes_all_and_build_one(teams: Path, lpkit: Run) -> None:
    (teams / "teams/a/lpkit.toml").write_text('exports = ["json"]\noutput = "out"\n', encoding="utf-8")
    (teams / "teams/b/lpkit.toml").unlink()
    pack = teams / f"teams/b/packs/{PACK}"
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 20", "total: 19"), encoding="utf-8")
    assert lpkit("lock", "teams", cwd=teams).returncode == 0
    assert all((teams / f"teams/{team}/packs/library.lock").exists() for team in "ab")
    several = lpkit("build", "teams", cwd=teams)
    assert (several.returncode, "has several settings" in several.stderr) == (2, True)
    assert lpkit("build", "teams/a", cwd=teams).returncode == 0
    assert [file.name for file in (teams / "teams/a/out").iterdir()] == ["json"]


def test_names_do_not_follow_the_folder(teams: Path, lpkit: Run) -> None:
    below = teams / "teams/a/packs"
    assert lpkit("check", "--write-baseline", "known.json", cwd=below).returncode == 0
    for here, path in ((teams, "teams/a"), (below, ".")):
        result = lpkit("check", path, "--baseline", str(below / "known.json"), cwd=here)
        assert (result.returncode, "1 known from the baseline" in result.stderr) == (0, True)
        assert "no longer found" not in result.stderr
    assert lpkit("check", "--write-baseline", "all.json", cwd=teams).returncode == 0
    result = lpkit("check", "--baseline", "../../all.json", cwd=teams / "teams/b")
    assert (result.returncode, "no longer found" in result.stderr) == (0, False), result.stderr
    ((path, _),) = _found(lpkit, "--relative-to", ".", cwd=below)
    assert path == PACK
    refused = lpkit("check", "--relative-to", "nowhere", cwd=below)
    assert (refused.returncode, "nowhere is no folder" in refused.stderr) == (2, True)


def test_names_from_outside_start_where_those_of_the_packs_do(
    teams: Path, lpkit: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    paths = [str(teams / "teams/a"), str(teams / "teams/b")]
    assert _found(lpkit, *paths, cwd=outside) == _found(lpkit, cwd=teams)
    other = outside / "other"
    _project(other, HOUSE)
    # Two that have nothing in common are named from where lpkit was started.
    mixed = _found(lpkit, str(teams / "teams/a"), str(other), cwd=outside)
    assert {path.split("/")[0] for path, _ in mixed} == {"..", "other"}


def test_a_report_from_below_writes_suppressions_into_the_right_file(teams: Path, lpkit: Run) -> None:
    pack = teams / f"teams/b/packs/{PACK}"
    (teams / "teams/b/lpkit.toml").write_text("", encoding="utf-8")
    assert lpkit("check", "--add-ignores", "known", cwd=pack.parent).returncode == 0
    assert "lpkit: ignore[LP204]" in pack.read_text(encoding="utf-8")


def test_outside_a_repository_names_start_from_the_settings(tmp_path: Path, lpkit: Run) -> None:
    _project(tmp_path / "here", HOUSE)
    for folder in ("here", "here/packs/ownership"):
        assert _found(lpkit, cwd=tmp_path / folder) == [(f"packs/{PACK}", "LP015")]


def test_broken_settings_below_are_told(teams: Path, lpkit: Run) -> None:
    (teams / "teams/a/lpkit.toml").write_text("packs = [\n", encoding="utf-8")
    result = lpkit("check", "teams", cwd=teams)
    assert (result.returncode, "lpkit.toml: cannot be read" in result.stderr) == (2, True)


def test_a_hook_takes_the_files_that_the_settings_have_among_their_packs(tmp_path: Path, lpkit: Run) -> None:
    pack = write_sample(tmp_path)
    pack.parents[1].rename(tmp_path / "content")
    (tmp_path / "lpkit.toml").write_text('packs = ["content"]\n', encoding="utf-8")
    moved, other = tmp_path / "content" / PACK, tmp_path / "deploy.yaml"
    moved.write_text(moved.read_text(encoding="utf-8").replace("format: 1", "format:   1"), encoding="utf-8")
    other.write_text("b:   1\n", encoding="utf-8")
    result = lpkit("fmt", "--force-exclude", str(moved), str(other))
    assert (result.returncode, result.stderr) == (0, "1 file formatted, 0 left alone\n")
    assert other.read_text(encoding="utf-8") == "b:   1\n"
    nothing = lpkit("fix", "--force-exclude", str(other))
    assert (nothing.returncode, nothing.stderr) == (0, "0 faults fixed in 0 files\n")


def test_the_only_settings_below_say_what_build_writes(tmp_path: Path, lpkit: Run) -> None:
    write_sample(tmp_path / "team")
    (tmp_path / "team/lpkit.toml").write_text('exports = ["json"]\noutput = "out"\n', encoding="utf-8")
    assert lpkit("build", cwd=tmp_path).returncode == 0
    assert [file.name for file in (tmp_path / "team/out").iterdir()] == ["json"]
    assert [file.name for file in tmp_path.iterdir()] == ["team"]


@pytest.mark.parametrize("paths", [("linked",), ("linked/packs",), ("library",), (f"library/{PACK}",), ("outside",)])
def test_a_linked_library_is_reported_as_by_its_own_path(
    teams: Path, lpkit: Run, paths: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = teams / "teams/a/packs" / PACK
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    (teams / "linked").symlink_to("teams/a")
    (teams / "library").symlink_to(teams / "teams/a/packs")
    (teams / "outside").symlink_to(pack)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    own = lpkit("check", str(pack), "-f", "json", cwd=teams)
    lpkit("check", "--write-baseline", "known.json", cwd=teams / "teams/a")
    for here in (teams, elsewhere):
        named = [str(teams / path) if here is elsewhere else path for path in paths]
        ended = lpkit("check", *named, "-f", "json", cwd=here)
        assert json.loads(ended.stdout)["diagnostics"] == json.loads(own.stdout)["diagnostics"]
        assert lpkit("check", *named, "--baseline", str(teams / "teams/a/known.json"), cwd=here).returncode == 0


def test_a_link_within_a_library_is_part_of_it(teams: Path, lpkit: Run) -> None:
    (teams / "shared").mkdir()
    (teams / "teams/b/packs/ownership").rename(teams / "shared/ownership")
    (teams / "teams/b/packs/ownership").symlink_to("../../../shared/ownership")
    assert _found(lpkit, f"teams/b/packs/{PACK}", cwd=teams) == []


def test_a_library_is_checked_once_however_often_it_is_named(teams: Path, lpkit: Run) -> None:
    (teams / "linked").symlink_to("teams/a")
    assert _found(lpkit, "teams/a", "linked", cwd=teams) == [FAULT]
